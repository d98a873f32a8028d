import { type ReactNode, useId } from "react";
import { labStore } from "../state/lab-store.ts";
import { useStore } from "../state/store.ts";
import { texts } from "../texts/texts.ts";
import { Card } from "./card.tsx";
import { OwnFile } from "./own-file.tsx";
import { type ShippedText, shippedTexts } from "./shipped-texts.ts";

/** The first question of Pavise, then others that differ most from it; variations on one night later. */
const FIRST = [
  "ain-al-asad-2020",
  "baghdad-layered",
  "industrial-site-2019",
  "growing-raid",
  "systems-by-class",
  "s400-low-flyers",
].map((id) => `${id}.yaml`);

/** Those made to be large come last: they take minutes. */
function rank({ name }: ShippedText): number {
  if (FIRST.includes(name)) return FIRST.indexOf(name);
  return name.startsWith("synthetic") ? FIRST.length + 1 : FIRST.length;
}

const inOrder = shippedTexts.toSorted((a, b) => rank(a) - rank(b));

/** The front page: questions, each with an answer that is being computed. */
export function Gallery(): ReactNode {
  const { seed } = useStore(labStore);
  const words = texts.gallery;
  return (
    <div className="gallery">
      <header className="front">
        <h1>{words.heading}</h1>
        <p className="lead">{words.intro}</p>
      </header>
      <section aria-label={words.list} className="cards">
        {inOrder.map((shipped) => (
          <Card key={`${shipped.name} ${seed}`} shipped={shipped} seed={seed} />
        ))}
        <OwnScenario />
      </section>
    </div>
  );
}

function OwnScenario(): ReactNode {
  const id = useId();
  const words = texts.gallery;
  return (
    <article className="card own">
      <h2>
        <label htmlFor={id}>{words.own}</label>
      </h2>
      <p>{words.ownHint}</p>
      <OwnFile id={id} />
    </article>
  );
}
