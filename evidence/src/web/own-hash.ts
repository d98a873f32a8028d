/** The hash of a study as Node computes it, without the page's code. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packedCatalogue } from "@pavise/catalogue/packed";
import { drawUniform } from "@pavise/kernel";
import { executorHere, plannedStudy, playStudy, studyFromSource } from "@pavise/lab";
import { root } from "./built-site.ts";

export interface StudySize {
  readonly draws: number;
  readonly replications: number;
}

/** As `pavise study <scenario> --seed … --draws … --replications …`. */
export async function ownStudy(
  name: string,
  seed: number,
  size: StudySize,
  options: readonly string[] | null = null,
) {
  const scenarioText = readFileSync(join(root, "scenarios", name), "utf8");
  const source = { scenarioText, scenarioName: name, seed, sets: [], options, overlay: [] };
  const { scenario, subject } = studyFromSource(source, packedCatalogue());
  const plan = plannedStudy(scenario, { ...size, precision: undefined, keepReplications: false });
  // What each unknown moves by itself changes no night.
  const brief = { ...plan, walkReplications: 0 };
  const executor = executorHere(subject, brief, () => 0);
  const uniform = (path: string, draw: number): number => drawUniform(seed, draw, path);
  return (await playStudy(subject, brief, executor, uniform)).answer;
}
