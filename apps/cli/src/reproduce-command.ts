/** `pavise reproduce`: runs what a report says it ran, and compares. */
import { basename } from "node:path";
import { controlsShown, shownValue } from "@pavise/catalogue";
import { plannedStudy, type StudyAnswer, type StudyDesign, studyDesignFromText } from "@pavise/lab";
import { foundBeside } from "@pavise/report";
import { groundAgain } from "./ground.ts";
import { type ReproduceBlock, reproduceBlockFrom } from "./reproduce-block.ts";
import { designPlans, playedStudy } from "./study-command.ts";
import { openedStudy } from "./study-source.ts";
import { print } from "./terminal.ts";
import { REPORT_BYTES_MAX, readTextFile } from "./text-file.ts";

/** Answers whether the study came out the same. */
export async function reproduce(
  path: string,
  workers: number,
  terrain: string | undefined,
): Promise<boolean> {
  const text = readTextFile(path, REPORT_BYTES_MAX);
  const block = reproduceBlockFrom(text, basename(path));
  const source = { ...block.source, ...(await groundAgain(block.terrain, path, terrain)) };
  const opened = openedStudy(source);
  if (opened.catalogue.hash !== block.catalogueHash) {
    tell(
      `different: the report stands on catalogue ${block.catalogueHash}, ` +
        `this is ${opened.catalogue.hash}`,
    );
  }
  const design = designAgain(block);
  // Levers are asked beside the study: they are in neither the summary nor a hash.
  const { requirements: _, ...planned } = plannedStudy(opened.scenario, {
    ...block.size,
    precision: undefined,
    keepReplications: false,
  });
  const plan = { ...planned, ...designPlans(opened, design) };
  const { answer } = await playedStudy(source, plan, workers, opened);
  const difference = firstDifference(block, answer, design);
  if (difference === null && opened.catalogue.hash === block.catalogueHash) {
    print("identical");
    return true;
  }
  if (difference !== null) tell(`different: ${difference}`);
  else print("the summary is the same all the same");
  return false;
}

/** Prints a line with words of the report, which anybody may have written. */
function tell(line: string): void {
  print(controlsShown(line));
}

/** The study file that a report carries, read again. */
function designAgain({ design }: ReproduceBlock): StudyDesign | undefined {
  return design === undefined ? undefined : studyDesignFromText(design.contents, design.name);
}

function firstDifference(
  block: ReproduceBlock,
  answer: StudyAnswer,
  design: StudyDesign | undefined,
): string | null {
  const summary = differenceOf(block.summary, asKept(answer.summary), "summary");
  if (summary !== null) return summary;
  if (design !== undefined) {
    const { hash, found } = block.design!;
    const beside = differenceOf(found, asKept(foundBeside(answer)), "study file");
    if (beside !== null) return beside;
    if (design.hash !== hash) {
      return `hash of the study file: ${hash} in the report, ${design.hash} now`;
    }
  }
  const { studyHash } = answer;
  if (block.studyHash === studyHash) return null;
  return `study hash: ${block.studyHash} in the report, ${studyHash} now`;
}

/** Through text, as the report keeps it: what is compared is what was written. */
function asKept(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** The first place where two values of JSON differ, in words, or null. */
export function differenceOf(then: unknown, now: unknown, path: string): string | null {
  if (Object.is(then, now)) return null;
  if (!isTree(then) || !isTree(now) || Array.isArray(then) !== Array.isArray(now)) {
    return `${path}: ${shownValue(then)} in the report, ${shownValue(now)} now`;
  }
  for (const key of new Set([...Object.keys(then), ...Object.keys(now)])) {
    const step = Array.isArray(now) ? `[${key}]` : `.${key}`;
    const inner = differenceOf(own(then, key), own(now, key), path + step);
    if (inner !== null) return inner;
  }
  return null;
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function own(tree: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(tree, key) ? tree[key] : undefined;
}
