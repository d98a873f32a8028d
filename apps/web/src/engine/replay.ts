/**
 * One replication as the stage shows it: the journal of exactly the night that the study counted,
 * with the paths of its tables. Times are seconds of the scenario's clock.
 */
import type { JournalRecord, RecordKind, ShotResult, StoryEntry, ThreatClass } from "@pavise/lab";
import type { Night } from "../state/lab-state.ts";

/** [longitude, latitude] in degrees and height in metres; east, north, up in metres if flat. */
export type ReplayPosition = readonly [number, number, number];

/** Samples of a flight, three numbers each, in the sense of {@link ReplayPosition}. */
export interface ReplayCourse {
  /** Sample k is at k · stepSeconds after launch, the last at flightSeconds. */
  readonly stepSeconds: number;
  readonly flightSeconds: number;
  readonly count: number;
  readonly positions: Float32Array;
}

export interface ReplayThreat {
  readonly id: string;
  /** Catalogue type and its name. */
  readonly type: string;
  readonly name: string;
  readonly class: ThreatClass;
  /** Index into `courses`. */
  readonly course: number;
  /** Index into `assets`: where it was sent. */
  readonly asset: number;
  readonly launchSeconds: number;
  /** When it came to its end, whatever that was; null if it never left. */
  readonly endSeconds: number | null;
  readonly end: RecordKind | null;
}

export interface ReplayShot {
  readonly threat: number;
  readonly unit: number;
  readonly launchSeconds: number;
  readonly interceptSeconds: number;
  readonly result: ShotResult;
  readonly interceptor: string;
  /** Where it left, and where it met the threat or what was left of its path. */
  readonly from: ReplayPosition;
  readonly to: ReplayPosition;
}

export interface ReplayUnit {
  readonly id: string;
  readonly system: string;
  readonly name: string;
  readonly at: ReplayPosition;
  readonly readyFromSeconds: number;
  /** Null if its supplier never switches it off. */
  readonly switchedOffSeconds: number | null;
  readonly sectorCentreDeg: number;
  readonly sectorWidthDeg: number;
  /** Widest reach against the class of the raid's first threat; 0 without one. */
  readonly reachMinKm: number;
  readonly reachMaxKm: number;
  readonly heightMinKm: number;
  readonly heightMaxKm: number;
}

export interface ReplaySensor {
  readonly id: string;
  readonly role: string;
  /** Index into `units` of the unit it lives and dies with, or −1. */
  readonly unit: number;
  readonly at: ReplayPosition;
  readonly sectorCentreDeg: number;
  readonly sectorWidthDeg: number;
}

export interface ReplayAsset {
  readonly id: string;
  readonly name: string;
  readonly at: ReplayPosition;
  readonly arrivalRadiusKm: number;
}

export interface Replay {
  readonly night: Night;
  readonly world: "wgs84" | "flat";
  /** Hash of the journal, as `pavise run --json` prints it. */
  readonly hash: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly courses: readonly ReplayCourse[];
  readonly threats: readonly ReplayThreat[];
  readonly assets: readonly ReplayAsset[];
  readonly units: readonly ReplayUnit[];
  readonly posts: readonly { readonly id: string }[];
  readonly sensors: readonly ReplaySensor[];
  readonly shots: readonly ReplayShot[];
  readonly records: readonly JournalRecord[];
  /** The records as sentences, the same words as on the command line. */
  readonly story: readonly StoryEntry[];
  /** Words of what the night came to, a line each, as on the command line. */
  readonly tally: readonly string[];
}
