/** What the view shows now: what the user chose, and what it begins with where nothing was chosen. */

import type { CoverageLayer, Ground, StudySource, ThreatClass } from "@pavise/lab";
import type { CoverageAsks, CoverageTold, ScenarioNotes } from "../engine/message.ts";
import { type CoverageChoice, emptyCoverage } from "../state/lab-state.ts";
import { labStore } from "../state/lab-store.ts";

/** Square metres, and metres above the ground: those the view begins with. */
export const FIRST_RCS = 1;
const FIRST_HEIGHT = 10_000;

/** What the engine said, with what it was asked about. */
export interface ToldProps {
  readonly options: ScenarioNotes["options"];
  readonly asks: CoverageAsks;
  readonly source: StudySource;
  readonly told: CoverageTold;
}

export interface Shown {
  readonly height: number;
  /** Null for detection alone. */
  readonly against: ThreatClass | null;
  readonly ground: Ground;
}

/** A class of the raid first, of those that the defence can engage. */
export function shownOf(choice: CoverageChoice, { classes, raid, ground }: CoverageTold): Shown {
  const first = classes.find((each) => raid.includes(each)) ?? classes[0] ?? null;
  const wanted = choice.layer ?? first;
  const height = choice.height ?? FIRST_HEIGHT;
  return { height, against: wanted === "seen" ? null : wanted, ground };
}

export function choose(part: Partial<CoverageChoice>): void {
  labStore.change({ coverage: { ...labStore.current().coverage, ...part } });
}

/** Another defence: its units are others. */
export function chooseOption(option: string): void {
  choose({ option, unit: emptyCoverage.unit });
}

/** The layer of a height: what is seen, or what is reached against a class. */
export function layerAt(
  layers: readonly CoverageLayer[],
  height: number,
  against: ThreatClass | null,
): CoverageLayer | undefined {
  return layers.find((each) => each.height === height && each.class === against);
}
