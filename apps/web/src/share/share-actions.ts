/** What can be taken out of the page: the state as a link, the answer as files. */
import { pageEngine } from "../engine/engine.ts";
import { labStore } from "../state/lab-store.ts";
import { currentLink } from "../state/route.ts";
import { sourceOf, studyStore } from "../state/study-store.ts";
import { texts } from "../texts/texts.ts";
import { figurePng, figureSvg, save } from "./download.ts";

export interface ShareAction {
  readonly name: string;
  /** Whether it can be had of what is on the screen. */
  readonly isReady: boolean;
  /** Answers with what there is to say, or nothing. */
  readonly run: () => Promise<string>;
}

/** Actions of the scenario that is open, the link first; none where no scenario is. */
export function shareActions(): readonly ShareAction[] {
  const { scenario, view } = labStore.current();
  const { news, isStale } = studyStore.current();
  if (scenario === null) return [];
  const words = texts.share;
  const stem = scenario.name.replace(/\.(ya?ml|json)$/, "");
  const isPlayed = news?.isWhole === true && !isStale;
  const isDrawn = view === "answer" && (news?.sections.length ?? 0) > 0;
  const action = (name: string, isReady: boolean, run: () => unknown): ShareAction => {
    const told = async (): Promise<string> => {
      const said = await run();
      return typeof said === "string" ? said : "";
    };
    return { name, isReady, run: told };
  };
  const file = (name: string, kind: string, contents: string | Blob): void =>
    save(`${stem}${name}`, kind, contents);
  return [
    action(words.copy, true, copyLink),
    action(words.report, isPlayed, async () => {
      const source = sourceOf(labStore.current())!;
      file(".html", "text/html", await pageEngine().ask("report", { source }));
    }),
    action(words.csv, isPlayed, () => saveTable("outcomes.csv")),
    action(words.svg, isDrawn, () => file(".svg", "image/svg+xml", figureSvg())),
    action(words.png, isDrawn, async () => file(".png", "image/png", await figurePng())),
    action(words.scenario, true, () => save(scenario.name, "application/yaml", scenario.text)),
  ];
}

/** Hands over a table of the answer: `figures.csv` of `ain-al-asad-2020` with both in its name. */
export async function saveTable(name: string): Promise<void> {
  const { scenario } = labStore.current();
  const source = sourceOf(labStore.current());
  if (scenario === null || source === null) return;
  const csv = await pageEngine().ask("table", { source, name });
  const stem = scenario.name.replace(/\.(ya?ml|json)$/, "");
  save(`${stem}-${name}`, "text/csv", csv);
}

async function copyLink(): Promise<string> {
  const words = texts.share;
  const link = await currentLink();
  if (link === null) return words.tooLong;
  history.replaceState(null, "", link);
  try {
    await navigator.clipboard.writeText(link);
    return words.copied;
  } catch {
    return words.notCopied;
  }
}
