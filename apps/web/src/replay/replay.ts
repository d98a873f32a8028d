/**
 * Everything needed to show one replication: what the engine's journal and tables say, with places
 * and paths. Plain data that crosses from a worker to the page.
 */

import type { Fate, JournalRecord, ShotResult, ThreatClass } from "@pavise/lab";

/** Degrees east, degrees north, metres above the ellipsoid; on the flat world see `placement.ts`. */
export type Place = readonly [longitude: number, latitude: number, height: number];

/** Where in a study a replication stands. */
export interface ReplayAddress {
  readonly scenario: string;
  readonly option: string;
  readonly seed: number;
  readonly draw: number;
  readonly replication: number;
}

/**
 * A course as a line in time: straight between its points, which are so chosen that it never leaves
 * the engine's path by more than `PATH_TOLERANCE` metres at any of its samples.
 */
export interface ReplayPath {
  /** Seconds after launch, rising from 0. */
  readonly seconds: Float64Array;
  /** Longitude, latitude (degrees) and height (metres) of each point; longitudes run on past 180. */
  readonly places: Float64Array;
}

export interface ReplayAsset {
  readonly id: string;
  readonly name: string;
  readonly at: Place;
  readonly arrivalRadius: number;
}

export interface ReplaySensor {
  readonly id: string;
  readonly role: "acquisition" | "engagement" | "early-warning" | "all-altitude";
  readonly at: Place;
  /** Index of the fire unit it lives with, or −1. */
  readonly unit: number;
}

export interface ReplayUnit {
  readonly id: string;
  /** Name of the system. */
  readonly system: string;
  readonly at: Place;
  /** The greatest ground range of any of its interceptors against the classes of this raid, metres. */
  readonly reach: number;
  /** When it was out of the raid, or switched off; infinity if never. */
  readonly outSeconds: number;
  readonly launchers: readonly Place[];
}

export interface ReplayShot {
  readonly threat: number;
  readonly unit: number;
  readonly interceptor: string;
  readonly launchSeconds: number;
  readonly interceptSeconds: number;
  readonly result: ShotResult;
  readonly from: Place;
  readonly to: Place;
}

/** Why one unit did not engage one threat. */
export interface ReplayRefusal {
  readonly unit: number;
  /** In the words of the story. */
  readonly reason: string;
}

/** One threat from launch to fate: a row of the kill chain. */
export interface ReplayThreat {
  readonly id: string;
  /** Name of its type. */
  readonly type: string;
  readonly class: ThreatClass;
  /** Index of the asset it was sent at. */
  readonly asset: number;
  /** Index into `paths`. */
  readonly path: number;
  readonly launchSeconds: number;
  /** When it is gone: fallen, intercepted, or at the end of its path. */
  readonly endSeconds: number;
  /** False where it failed before it was in the air. */
  readonly flew: boolean;
  /** True for a weapon that its carrier never released: it shares the fate of its carrier. */
  readonly isWithheld: boolean;
  readonly fate: Fate;
  /** Where it ended. */
  readonly end: Place;
  /** First moment at which any working sensor could have had a track of it; null if never. */
  readonly sightSeconds: number | null;
  /** First track of any command post; null if there was none. */
  readonly trackSeconds: number | null;
  readonly orders: readonly { readonly unit: number; readonly seconds: number }[];
  /** Indexes into `shots`. */
  readonly shots: readonly number[];
  readonly refusals: readonly ReplayRefusal[];
}

/** A sentence of the story with what it is about. */
export interface ReplaySentence {
  /** Its place in the story, from 0. */
  readonly key: number;
  readonly seconds: number;
  readonly told: string;
  readonly kind: JournalRecord["kind"];
  readonly threats: readonly number[];
  /** Index of the fire unit, or −1. */
  readonly unit: number;
}

export interface Replay {
  readonly address: ReplayAddress;
  readonly world: "wgs84" | "flat";
  /** Hash of the journal, as `pavise run` prints it. */
  readonly hash: string;
  /** From the first record to the last, seconds. */
  readonly span: readonly [number, number];
  readonly assets: readonly ReplayAsset[];
  readonly sensors: readonly ReplaySensor[];
  readonly units: readonly ReplayUnit[];
  readonly paths: readonly ReplayPath[];
  readonly threats: readonly ReplayThreat[];
  readonly shots: readonly ReplayShot[];
  readonly story: readonly ReplaySentence[];
  /** Arrivals, interceptions and rounds, counted from the records. */
  readonly counted: ReplayCount;
}

export interface ReplayCount {
  readonly launched: number;
  readonly fates: Readonly<Record<Fate, number>>;
  readonly rounds: number;
  readonly records: number;
}
