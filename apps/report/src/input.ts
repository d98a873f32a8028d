/** What the drawing of a report is given: data and words, complete; nothing is looked up here. */

import type { Confidence, Kind, Value } from "@pavise/catalogue";
import type { AnswerWords, JudgedExpectation, StudyAnswer } from "@pavise/lab";

/** Everything a report shows. All texts may be hostile: the drawing escapes every one of them. */
export interface ReportInput {
  readonly scenario: ReportScenario;
  /** The answer in two sentences, as `citedAnswerWords` writes them. */
  readonly words: AnswerWords;
  /** The study's answer: summary, curves, check, influences (largest move first), nights. */
  readonly answer: StudyAnswer;
  /** Defended assets, in the order of columns. */
  readonly assets: readonly { readonly id: string; readonly name: string }[];
  /** Options, in the order of the summary. */
  readonly options: readonly ReportOption[];
  /**
   * Id of the option that the honest check plays again: its reliability was read off the recorded
   * night, and the page says so beside its number.
   */
  readonly checkedOption?: string;
  /** What the scenario expects of the answer, judged; empty where it writes nothing. */
  readonly expectations: readonly JudgedExpectation[];
  /** What was recorded, where the scenario says so. */
  readonly recorded?: ReportRecorded;
  /** Single-shot kill probability as drawn, to be marked on the curve; absent without a defence. */
  readonly killProbability?: ReportKillProbability;
  /** Every value that was read, in any option, once per path. Drawn ones match `answer.influences`. */
  readonly values: readonly ReportValue[];
  /** Sources by key; those that no value or scenario names are not printed. */
  readonly sources: Readonly<Record<string, ReportSource>>;
  /** Absent on the flat world. */
  readonly map?: ReportMap;
  readonly identity: ReportIdentity;
  /** What `pavise reproduce` needs; embedded as JSON, whatever its shape. */
  readonly reproduce: unknown;
}

export interface ReportScenario {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** One or more paragraphs, split at empty lines. */
  readonly description?: string;
  /** Keys of `ReportInput.sources`, or plain text where there is no such key. */
  readonly sources: readonly string[];
}

export interface ReportOption {
  readonly id: string;
  /** What the reader must know beside the number ("its reliability comes from this very raid"). */
  readonly note?: string;
  /** Fire units by the ids of `summary.options[].refusals`; empty without a defence. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

export interface ReportRecorded {
  /** Arrivals recorded, `total` and by asset id. */
  readonly arrivals: Readonly<Record<string, number>>;
  readonly launched?: number;
  readonly failed?: number;
  /** As `ReportScenario.sources`. */
  readonly sources: readonly string[];
  readonly note?: string;
}

/** 10 % and 90 % quantiles of the single-shot kill probability over the draws, and the likely one. */
export interface ReportKillProbability {
  readonly lower: number;
  readonly likely: number;
  readonly upper: number;
}

/** A value that was read; `ReadValue` of the lab fits as it is. */
export interface ReportValue {
  /** Catalogue or scenario path; equals `Influence.path` for what was drawn. */
  readonly path: string;
  /** As published or written: a figure, a range, a choice, or a word. */
  readonly written: Value;
  readonly unit: string;
  readonly lower: number;
  readonly likely: number;
  readonly upper: number;
  /** Keys of `ReportInput.sources`; empty for what the scenario itself writes. */
  readonly sources: readonly string[];
  readonly confidence: Confidence;
  readonly kind: Kind;
  readonly note: string;
  /** Where it came from. */
  readonly origin: "fact" | "common assumption" | "own value" | "override" | "scenario" | "neutral";
}

export interface ReportSource {
  readonly title: string;
  readonly publisher?: string;
  /** As the catalogue writes it: `2020-01-08`, `2014`. */
  readonly date?: string;
  /** Becomes a link only if it is http or https. */
  readonly url?: string | null;
  /** Whether the compiler opened the page itself. */
  readonly opened?: boolean;
}

/** A point on the ground, degrees. */
export type MapPoint = readonly [latitudeDeg: number, longitudeDeg: number];

/** Where things lie, at the likely values. */
export interface ReportMap {
  readonly launchAreas: readonly {
    readonly name: string;
    readonly at: MapPoint;
    /** Radius within which the place is known, km. */
    readonly accuracyKm: number;
  }[];
  readonly assets: readonly {
    readonly id: string;
    /** Short enough for a label on a map: `Erbil`. */
    readonly name: string;
    readonly at: MapPoint;
  }[];
  /** One per course that is flown at the likely values. */
  readonly tracks: readonly ReportTrack[];
  /** Options with at least one fire unit. */
  readonly defences: readonly {
    readonly option: string;
    readonly units: readonly ReportUnit[];
  }[];
}

export interface ReportTrack {
  /** Name of the type of threat: `Fateh-313`. */
  readonly threat: string;
  /** Id of the asset it was sent at. */
  readonly asset: string;
  /** Ground track, from launch to the end of the path; 20 to 60 points are enough. */
  readonly ground: readonly MapPoint[];
  /** The same points seen from the side. */
  readonly profile: readonly {
    readonly seconds: number;
    /** Ground distance from the launch point, km. */
    readonly rangeKm: number;
    /** Above the ellipsoid, km. */
    readonly heightKm: number;
  }[];
}

export interface ReportUnit {
  readonly id: string;
  /** Name of the system: `S-400 Triumf`. */
  readonly system: string;
  readonly at: MapPoint;
  /** Against the class of the raid's threats; widest interceptor of the load. */
  readonly envelope: {
    /** `48N6E3, against ballistic missiles`. */
    readonly words: string;
    readonly rangeMinKm: number;
    readonly rangeMaxKm: number;
    readonly heightMinKm: number;
    readonly heightMaxKm: number;
  };
  /** The widest range told of the system, where it differs: 400 km, `40N6E, against aircraft`. */
  readonly headline?: { readonly words: string; readonly rangeKm: number };
  /** Switched off before the first launch. */
  readonly switchedOff: boolean;
}

/** What ran, for the last lines. */
export interface ReportIdentity {
  /** Of Pavise: `0.1.0`. */
  readonly version: string;
  /** Full hash of the commit, or null outside a repository. */
  readonly commit: string | null;
  /** The tree had changes. */
  readonly modified: boolean;
  readonly seed: number;
  readonly catalogueHash: string;
  readonly scenarioHash: string;
  /** What it was played over: `smooth Earth`, or heights with their hash. */
  readonly ground: string;
  /** The study file that asked, with the hash of what it says. */
  readonly design?: { readonly file: string; readonly hash: string };
}
