import type { ReactNode } from "react";
import { shippedTexts } from "../gallery/shipped-texts.ts";
import { labStore } from "../state/lab-store.ts";
import { useStore } from "../state/store.ts";
import { texts } from "../texts/texts.ts";

/** The frame of the laboratory: what stands around every view. */
export function App(): ReactNode {
  const { scenario } = useStore(labStore);
  return (
    <main>
      <h1>{texts.shell.name}</h1>
      <p>{texts.shell.tagline}</p>
      <ul>
        {shippedTexts.map(({ name }) => (
          <li key={name} aria-current={scenario?.name === name}>
            {name.replace(".yaml", "")}
          </li>
        ))}
      </ul>
    </main>
  );
}
