import { type ReactNode, useState } from "react";
import { pageEngine } from "../engine/engine.ts";
import type { StudyNews } from "../engine/message.ts";
import { labStore } from "../state/lab-store.ts";
import { currentLink } from "../state/route.ts";
import { useStore } from "../state/store.ts";
import { sourceOf, studyStore } from "../state/study-store.ts";
import { texts } from "../texts/texts.ts";
import { figurePng, figureSvg, save } from "./download.ts";

/** The state as a link, and the answer as files. */
export function Share({ news }: { news: StudyNews }): ReactNode {
  const [said, setSaid] = useState("");
  const { isStale } = useStore(studyStore);
  const { scenario } = useStore(labStore);
  const words = texts.share;
  if (scenario === null) return null;
  const stem = scenario.name.replace(/\.(ya?ml|json)$/, "");
  const isReady = news.isWhole && !isStale;
  const copy = async (): Promise<void> => {
    const link = await currentLink();
    if (link === null) {
      setSaid(words.tooLong);
      return;
    }
    history.replaceState(null, "", link);
    try {
      await navigator.clipboard.writeText(link);
      setSaid(words.copied);
    } catch {
      setSaid(words.notCopied);
    }
  };
  const report = async (): Promise<void> => {
    const source = sourceOf(labStore.current());
    if (source === null) return;
    const html = await pageEngine().ask("report", { source });
    save(`${stem}.html`, "text/html", html);
  };
  return (
    <section className="share" aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <p>{words.hint}</p>
      <div className="actions">
        <button type="button" className="primary" onClick={() => void copy()}>
          {words.copy}
        </button>
        <button type="button" disabled={!isReady} onClick={() => void report()}>
          {words.report}
        </button>
        <button
          type="button"
          disabled={!isReady}
          onClick={() => save(`${stem}-outcomes.csv`, "text/csv", news.answer.outcomesCsv)}
        >
          {words.csv}
        </button>
        <button type="button" onClick={() => save(`${stem}.svg`, "image/svg+xml", figureSvg())}>
          {words.svg}
        </button>
        <button
          type="button"
          onClick={() => void figurePng().then((png) => save(`${stem}.png`, "image/png", png))}
        >
          {words.png}
        </button>
        <button
          type="button"
          onClick={() => save(scenario.name, "application/yaml", scenario.text)}
        >
          {words.scenario}
        </button>
      </div>
      <p role="status" className="small">
        {said}
      </p>
    </section>
  );
}
