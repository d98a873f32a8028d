/** What passes between the page and its engine. Everything is plain data. */
import type { Fault } from "@pavise/catalogue";
import type {
  AnswerWords,
  ArrivalReasons,
  AssetCover,
  Coverage,
  Ground,
  JobResult,
  NightChoice,
  NightRank,
  ScenarioValue,
  StudyAnswer,
  StudyJob,
  StudyPlan,
  StudySource,
  ThreatClass,
} from "@pavise/lab";
import type { Desk, FormGuide } from "../editor/desk.ts";
import type { NightRequest, ToldNight } from "../replay/night-request.ts";
import type { StudySize } from "../state/lab-state.ts";

/** A study to play. */
export interface StudyTask {
  readonly source: StudySource;
  /** Null for the size the scenario asks for. */
  readonly size: StudySize | null;
  /** Also move every unknown by itself: what matters, and most of the time. */
  readonly sensitivity: boolean;
  /** How much of a report to draw: nothing, or all that the draws played so far allow. */
  readonly drawing: "none" | "report";
}

/** A part of the report as finished markup, every text in it escaped. */
export interface AnswerSection {
  readonly title: string | null;
  readonly markup: string;
}

/** What is known so far: the answer of a study of the draws played up to here. */
export interface StudyNews {
  readonly plan: StudyPlan;
  readonly answer: StudyAnswer;
  readonly words: AnswerWords;
  readonly sections: readonly AnswerSection[];
  /** By option: where the best, the median and the worst night of twenty are found. */
  readonly nights: Readonly<Record<string, Readonly<Record<NightChoice, NightRank>>>>;
  readonly scenarioHash: string;
  readonly catalogueHash: string;
  /** Whether this is the whole study. */
  readonly isWhole: boolean;
}

/** A value with its name in words: `the reaction time`. */
export interface NotedValue extends ScenarioValue {
  readonly name: string;
}

/** Where a number was read. */
export interface NotedSource {
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  /** Only http and https; null where there is none. */
  readonly url: string | null;
  /** Whether the compiler opened the page itself. */
  readonly opened: boolean;
}

/** What a scenario is about, and every value that it reads. */
export interface ScenarioNotes {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly description: string;
  readonly hash: string;
  readonly world: "wgs84" | "flat";
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly assets: readonly { readonly id: string; readonly title: string }[];
  readonly values: readonly NotedValue[];
  /** Sources that some value names, by key. */
  readonly sources: Readonly<Record<string, NotedSource>>;
  /** The size it asks for, or the standard. */
  readonly size: StudySize;
}

/** A small picture of a raid: where it starts, where it goes, where it is awaited. */
export interface RaidPicture {
  /** Ground tracks as [longitude, latitude] in degrees. */
  readonly tracks: readonly (readonly (readonly [number, number])[])[];
  readonly assets: readonly { readonly name: string; readonly at: readonly [number, number] }[];
  readonly units: readonly { readonly at: readonly [number, number]; readonly reachKm: number }[];
}

export interface CoverageAsks {
  /** Its ground is the one that is asked about; the scenario's own where it names none. */
  readonly source: StudySource;
  /** Null for the first option that has something to fire with. */
  readonly option: string | null;
  readonly rcs: number;
  readonly heights: readonly number[];
}

export interface FootprintAsks extends CoverageAsks {
  /** Id of a fire unit. */
  readonly unit: string;
  readonly against: ThreatClass;
}

/** [longitude, latitude] in degrees. */
type MapPlace = readonly [number, number];

export interface CoverageTold {
  readonly option: string;
  readonly ground: Ground;
  readonly coverage: Coverage;
  /** Classes that some unit can engage, and those that the raid holds. */
  readonly classes: readonly ThreatClass[];
  readonly raid: readonly ThreatClass[];
  readonly units: readonly {
    readonly id: string;
    /** Of the system. */
    readonly name: string;
    readonly at: MapPlace;
    /** Switched off or without rounds before anything flies. */
    readonly isOut: boolean;
  }[];
  readonly sensors: readonly { readonly at: MapPlace; readonly unit: number }[];
  readonly assets: readonly { readonly id: string; readonly name: string; readonly at: MapPlace }[];
  readonly cover: readonly AssetCover[];
}

/** The files that `pavise coverage --out` writes, and the table. */
export interface CoverageFiles {
  readonly geoJson: string;
  readonly svg: string;
  readonly csv: string;
}

export interface ReasonsAsks {
  readonly source: StudySource;
  readonly option: string;
  /** Of the study. */
  readonly size: StudySize;
}

export interface ToldReasons extends ArrivalReasons {
  /** Nights that were played again: all of the study, or the first of them. */
  readonly played: StudySize;
}

/** Questions that are answered at once, and their answers. */
export interface Questions {
  readonly notes: { readonly asks: { readonly source: StudySource }; readonly says: ScenarioNotes };
  readonly picture: { readonly asks: { readonly source: StudySource }; readonly says: RaidPicture };
  /** A night of an option, told for the stage; null for the first option that can fire. */
  readonly replay: {
    readonly asks: {
      readonly source: StudySource;
      readonly option: string | null;
      readonly request: NightRequest;
    };
    readonly says: ToldNight;
  };
  /** What a defence sees and reaches over one ground, at every height of the page. */
  readonly coverage: { readonly asks: CoverageAsks; readonly says: CoverageTold };
  /** The reach of one fire unit alone. */
  readonly footprint: { readonly asks: FootprintAsks; readonly says: Coverage["layers"] };
  readonly coverageFiles: { readonly asks: CoverageAsks; readonly says: CoverageFiles };
  /** Why threats arrived, counted in nights of the study. */
  readonly reasons: { readonly asks: ReasonsAsks; readonly says: ToldReasons };
  /** What stands where, as written: what the editor moves. Null for the first option with a defence. */
  readonly desk: {
    readonly asks: { readonly source: StudySource; readonly option: string | null };
    readonly says: Desk;
  };
  /** What may be written: the schema of scenarios, and what the catalogue has to choose from. */
  readonly guide: { readonly asks: null; readonly says: FormGuide };
  /** Height of the ground at degrees north and east, metres; null where it is not known. */
  readonly ground: { readonly asks: readonly [number, number]; readonly says: number | null };
  /** Of the last study that was played whole: the table that a report has beside it, by file name. */
  readonly table: {
    readonly asks: { readonly source: StudySource; readonly name: string };
    readonly says: string;
  };
  /** The whole report as the text of an HTML file, for a study that was played whole. */
  readonly report: { readonly asks: { readonly source: StudySource }; readonly says: string };
}

export type Topic = keyof Questions;

export type ToEngine =
  | { readonly kind: "crew"; readonly players: number }
  | { readonly kind: "play"; readonly id: number; readonly task: StudyTask }
  | { readonly kind: "stop"; readonly id: number }
  | {
      readonly kind: "ask";
      readonly id: number;
      readonly topic: Topic;
      readonly asks: Questions[Topic]["asks"];
    };

export type FromEngine =
  | {
      readonly kind: "progress";
      readonly id: number;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: "news"; readonly id: number; readonly news: StudyNews }
  | { readonly kind: "says"; readonly id: number; readonly says: Questions[Topic]["says"] }
  | { readonly kind: "fault"; readonly id: number; readonly fault: EngineFault };

/** Wrong input has a place; a fault of Pavise itself has only words. */
export interface EngineFault extends Partial<Fault> {
  readonly message: string;
  readonly isOfInput: boolean;
}

/** Between the engine and its players. */
export type ToPlayer =
  | {
      readonly kind: "open";
      readonly id: number;
      readonly source: StudySource;
      readonly plan: StudyPlan;
    }
  | { readonly kind: "job"; readonly id: number; readonly index: number; readonly job: StudyJob };

export type FromPlayer =
  | {
      readonly kind: "result";
      readonly id: number;
      readonly index: number;
      readonly result: JobResult;
    }
  | { readonly kind: "fault"; readonly id: number; readonly fault: EngineFault };

/** What a worker sees of itself. */
export interface WorkerScope {
  readonly name: string;
  readonly location: { readonly href: string };
  onmessage: ((message: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
}
