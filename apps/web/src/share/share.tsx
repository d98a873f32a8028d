import { type ReactNode, useState } from "react";
import { useStore } from "../state/store.ts";
import { studyStore } from "../state/study-store.ts";
import { texts } from "../texts/texts.ts";
import { shareActions } from "./share-actions.ts";

/** The state as a link, and the answer as files. */
export function Share(): ReactNode {
  const [said, setSaid] = useState("");
  // What is ready changes with the study.
  useStore(studyStore);
  const words = texts.share;
  return (
    <section className="share" aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <p className="hint">{words.hint}</p>
      <div className="actions">
        {shareActions().map(({ name, isReady, run }, index) => (
          <button
            key={name}
            type="button"
            className={index === 0 ? "primary" : undefined}
            disabled={!isReady}
            onClick={() => void run().then(setSaid)}
          >
            {name}
          </button>
        ))}
      </div>
      <p role="status" className="small">
        {said}
      </p>
    </section>
  );
}
