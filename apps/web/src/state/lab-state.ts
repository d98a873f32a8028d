/**
 * Everything the laboratory is set to: what a link carries and what survives a reload. Two pages
 * with the same state show the same numbers, bit for bit.
 */

/** The views of a scenario, by the word that stands in the link. */
export const VIEWS = ["answer", "stage", "coverage", "scenario", "sources"] as const;
export type View = (typeof VIEWS)[number];

/** One replication of the study: what the page replays. */
export interface Night {
  readonly option: string;
  /** 0 is the likely values. */
  readonly draw: number;
  readonly replication: number;
}

/** How much is played: as `--draws` and `--replications` of the command line. */
export interface StudySize {
  readonly draws: number;
  readonly replications: number;
}

/** What the user has open. A scenario that nobody has changed is named, not repeated. */
export interface OpenScenario {
  /** File name, for errors: `ain-al-asad-2020.yaml`. */
  readonly name: string;
  readonly text: string;
}

/** Classes of threat that reach is shown against, beside what is seen. */
export const COVERAGE_LAYERS = [
  "seen",
  "ballistic",
  "rocket",
  "cruise",
  "drone",
  "aircraft",
] as const;
export type CoverageLayerName = (typeof COVERAGE_LAYERS)[number];

/** Heights above the ground that coverage is shown at, metres. */
export const COVERAGE_HEIGHTS: readonly number[] = [
  100, 200, 500, 1000, 2000, 3000, 5000, 10_000, 15_000, 20_000, 30_000,
];

/** Cross-sections of what is to be seen, square metres. */
export const COVERAGE_RCS: readonly number[] = [0.01, 0.1, 1, 10];

export const COVERAGE_GROUNDS = ["smooth", "coarse"] as const;

/** What the view of coverage is set to; null where it is what the view begins with. */
export interface CoverageChoice {
  /** Id of an option. */
  readonly option: string | null;
  readonly layer: CoverageLayerName | null;
  readonly height: number | null;
  readonly ground: (typeof COVERAGE_GROUNDS)[number] | null;
  readonly rcs: number | null;
  /** Id of the fire unit whose footprint is drawn; empty for none. */
  readonly unit: string | null;
  /** Id of the asset that is asked about. */
  readonly asset: string | null;
}

export const emptyCoverage: CoverageChoice = {
  option: null,
  layer: null,
  height: null,
  ground: null,
  rcs: null,
  unit: null,
  asset: null,
};

export interface LabState {
  /** Null in the gallery. */
  readonly scenario: OpenScenario | null;
  /** Ids of the options to play, or null for all. */
  readonly options: readonly string[] | null;
  /** `PATH=VALUE`, in the order they were set; as `--set` of the command line. */
  readonly sets: readonly string[];
  readonly seed: number;
  /** Null for the size the scenario asks for. */
  readonly size: StudySize | null;
  readonly view: View;
  /** The replication on the stage, or null for none chosen. */
  readonly night: Night | null;
  readonly coverage: CoverageChoice;
}

export const emptyState: LabState = {
  scenario: null,
  options: null,
  sets: [],
  seed: 1,
  size: null,
  view: "answer",
  night: null,
  coverage: emptyCoverage,
};
