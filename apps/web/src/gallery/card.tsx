import { type ReactNode, useEffect, useState } from "react";
import { pageEngine } from "../engine/engine.ts";
import type { RaidPicture, StudyNews } from "../engine/message.ts";
import { emptyState, type StudySize } from "../state/lab-state.ts";
import { openScenario } from "../state/open-scenario.ts";
import { sourceOf } from "../state/study-store.ts";
import { texts } from "../texts/texts.ts";
import { CardFigure } from "./card-figure.tsx";
import type { ShippedText } from "./shipped-texts.ts";
import { SmallMap } from "./small-map.tsx";

/** A first look: enough for a mean, soon; less where the scenario itself asks for little. */
const FIRST_LOOK = { draws: 8, replications: 60 };
/** A scenario that asks for fewer nights per draw is made to be large. */
const LARGE_NIGHTS = 12;
const LARGE_LOOK = { draws: 2, replications: 4 };
const OWN_SIZE = /^study: \{draws: (\d+), replications: (\d+)/m;

function firstLook(text: string): StudySize {
  const [, draws = FIRST_LOOK.draws, replications = FIRST_LOOK.replications] =
    OWN_SIZE.exec(text) ?? [];
  if (Number(replications) < LARGE_NIGHTS) return LARGE_LOOK;
  return {
    draws: Math.min(FIRST_LOOK.draws, Number(draws)),
    replications: Math.min(FIRST_LOOK.replications, Number(replications)),
  };
}

interface Look {
  readonly news: StudyNews | null;
  readonly picture: RaidPicture | null;
  readonly fault: string | null;
}

/** Plays a first look as soon as the engine is free. */
function useLook(shipped: ShippedText, seed: number): Look {
  const [look, setLook] = useState<Look>({ news: null, picture: null, fault: null });
  useEffect(() => {
    const source = sourceOf({ ...emptyState, seed, scenario: shipped });
    if (source === null) return undefined;
    const engine = pageEngine();
    const change = (part: Partial<Look>): void => setLook((last) => ({ ...last, ...part }));
    const task = {
      source,
      size: firstLook(shipped.text),
      sensitivity: false,
      drawing: "none" as const,
    };
    return engine.playLater(task, {
      news: (news) => {
        change({ news });
        if (news.isWhole) {
          engine.ask("picture", { source }).then(
            (picture) => change({ picture }),
            () => {
              // A card without a map still has its answer.
            },
          );
        }
      },
      progress: () => {},
      fault: ({ message }) => change({ fault: message }),
    });
  }, [shipped, seed]);
  return look;
}

/** What arrives under the first option, and how many of the others let fewer through. */
function oneLine({ words, answer }: StudyNews): string {
  const [first, ...others] = answer.summary.options;
  const clause = words[0].split(";")[0]!.replace(/\.$/, "");
  const fewer = others.filter(({ difference }) => difference[first!.id]?.verdict === "fewer");
  return texts.gallery.oneLine(clause, fewer.length, others.length);
}

/** A question, where it happens, and what a first look answers. */
export function Card({ shipped, seed }: { shipped: ShippedText; seed: number }): ReactNode {
  const { news, picture, fault } = useLook(shipped, seed);
  const words = texts.gallery;
  return (
    <article className="card">
      <header>
        <p className="kicker">{shipped.title}</p>
        <h2>
          <button type="button" className="question" onClick={() => openScenario(shipped)}>
            {shipped.question}
          </button>
        </h2>
      </header>
      <div className="card-map">
        {picture !== null && picture.tracks.length > 0 ? (
          <SmallMap picture={picture} title={shipped.title} />
        ) : null}
      </div>
      <div className="card-answer" aria-live="polite">
        {fault !== null ? <p>{words.failed(fault)}</p> : null}
        {news === null && fault === null ? <p className="grey waiting">{words.waiting}</p> : null}
        {news !== null ? (
          <>
            <p className="one-line">{oneLine(news)}</p>
            <CardFigure answer={news.answer} />
            <p className="small grey">
              {words.size(news.plan.draws, news.plan.replications, seed)}{" "}
              {news.isWhole ? (
                <code data-card={shipped.name} data-study={news.answer.studyHash}>
                  {news.answer.studyHash}
                </code>
              ) : null}
            </p>
          </>
        ) : null}
      </div>
    </article>
  );
}
