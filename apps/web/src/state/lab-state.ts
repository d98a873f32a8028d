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
}

export const emptyState: LabState = {
  scenario: null,
  options: null,
  sets: [],
  seed: 1,
  size: null,
  view: "answer",
  night: null,
};
