/**
 * A setup: complete numbers for one play of a raid against one defence. SI units and radians, no
 * names to look up, nothing left to default. It is one draw of everything nobody published.
 */

import type { TerrainWindow } from "@pavise/catalogue";
import type { ApogeeWish, RouteLimits } from "@pavise/models";
import type { PolicyName } from "../engagement/policy.ts";

/** What a threat is to an envelope, a doctrine and a kill probability. */
export const THREAT_CLASSES = ["ballistic", "cruise", "drone", "aircraft", "rocket"] as const;
export type ThreatClass = (typeof THREAT_CLASSES)[number];

/**
 * Where something stands. On WGS-84: [latitude, longitude, height above the ellipsoid], radians
 * and metres. On the flat world: [east, north, up], metres.
 */
export type Position = readonly [number, number, number];

/** How a threat moves; one course serves every threat that flies it, whenever it starts. */
export type CourseSetup =
  | {
      readonly kind: "ballistic";
      readonly launch: Position;
      readonly aim: Position;
      /** Apogee height above the ellipsoid, elevation at launch, or the path of least launch speed. */
      readonly apogee: ApogeeWish;
      /** Mass over drag area, m/(Cd·A), kg/m². */
      readonly ballisticCoefficient: number;
    }
  | {
      readonly kind: "route";
      readonly waypoints: readonly Position[];
      /** Ground speed on the leg that ends at the waypoint of the same index; [0] is unused. */
      readonly speeds: readonly number[];
      /** What the height of each waypoint is above; the ellipsoid (or the plane) if left out. */
      readonly above?: readonly ("ellipsoid" | "ground")[];
      /** Without it, turns are made on the spot, and climbs and speeds have no limit. */
      readonly limits?: RouteLimits;
      /** Height of the ground over which it flies: one level, or the terrain of the setup. */
      readonly ground?: number | "terrain";
    };

export interface AssetSetup {
  readonly id: string;
  readonly position: Position;
  /** A threat that ends its path within this ground distance has arrived. */
  readonly arrivalRadius: number;
  /** Weight for the value-weighted policy, at least 1; 1 if absent. */
  readonly value?: number;
}

export interface ThreatSetup {
  readonly id: string;
  /** Catalogue type, for words and for sharing tables. */
  readonly type: string;
  readonly class: ThreatClass;
  /** Index into `courses`. */
  readonly course: number;
  readonly launchSeconds: number;
  /** Index into `assets`: the asset it was sent at. */
  readonly asset: number;
  /** Mean radar cross-section, m². */
  readonly rcs: number;
  /** Swerling case of its fluctuation. */
  readonly swerling: 0 | 1 | 2 | 3 | 4;
  /** Chance that it neither fails before nor in flight. */
  readonly flightReliability: number;
  /** Fractions of the flight at which a failing threat fails, equally likely; 0 is never seen. */
  readonly failureFractions: readonly number[];
  /** Circular error probable; half of the impacts fall within it. */
  readonly cep: number;
  readonly unitCostUsd: number;
  /**
   * Index into `threats`, before its own, of what carries it: it flies only if that is there to release
   * it at `launchSeconds`, and otherwise ends as its carrier does.
   */
  readonly carrier?: number;
  /** How it gives up its errand; without it, it flies to the end of its course. */
  readonly turnBack?: TurnBackSetup;
}

/** Times are seconds after the launch of the threat. */
export interface TurnBackSetup {
  /** From then on its course leads home; without it the course ends at what it was sent at. */
  readonly homeSeconds?: number;
  /** It may turn back once a round has been launched at it. */
  readonly firedUpon?: {
    /** Chance that it does: one draw for each threat. */
    readonly probability: number;
    /** From that launch to the earliest turn. */
    readonly reactionSeconds: number;
    /** Where it can turn, by rising time, and the course that it then flies, written from its launch on. */
    readonly branches: readonly TurnBranch[];
  };
}

export interface TurnBranch {
  /** The course of the branch leaves that of the threat here, and not before. */
  readonly turnSeconds: number;
  /** Index into `courses`. */
  readonly course: number;
}

/** How a sensor turns distance into a chance of detection per scan. */
export type DetectionSetup =
  | {
      readonly kind: "radar";
      readonly referenceRange: number;
      readonly referenceRcs: number;
      readonly referenceProbability: number;
      readonly falseAlarmProbability: number;
      readonly rangeInstrumented: number;
    }
  /** Teaching and reference cases: one probability inside a slant range, none outside. */
  | { readonly kind: "step"; readonly range: number; readonly probability: number };

export interface SensorSetup {
  readonly id: string;
  readonly role: "acquisition" | "engagement" | "early-warning" | "all-altitude";
  /** Index into `fireUnits` of the unit it lives and dies with, or −1. */
  readonly fireUnit: number;
  /** Index into `commandPosts`: who sees what it sees. */
  readonly commandPost: number;
  readonly position: Position;
  /** Height of the antenna above the position: moves the horizon only. */
  readonly mastHeight: number;
  readonly detection: DetectionSetup;
  readonly scanPeriod: number;
  /** Time of a scan after zero, or unknown and therefore averaged over one period. */
  readonly scanPhase: number | "uniform";
  readonly initiationM: number;
  readonly initiationN: number;
  readonly elevationMin: number;
  readonly elevationMax: number;
  readonly sector: Sector;
  /** Height above the ground at the site below which clutter hides everything; none if absent. */
  readonly clutterHeight?: number;
  /** How long word of a track takes to reach the command post; none if absent. */
  readonly delaySeconds?: number;
  /** Chance that it works when the raid begins; certain if absent. */
  readonly availability?: number;
  /** When it is lost for a time, or for good; never if absent. */
  readonly loss?: SensorLoss;
  /** How many threats it follows at once; no limit if absent. */
  readonly trackCapacity?: number;
  /** What it makes of word from other sensors where to look; nothing if absent. */
  readonly cue?: SensorCue;
  /** Its tracks cue other sensors and are no track of a command post. */
  readonly isCueOnly?: boolean;
}

export interface SensorLoss {
  readonly atSeconds: number;
  /** Chance that it happens at all. */
  readonly probability: number;
  /** When it works again; Infinity if not. */
  readonly restoredSeconds: number;
}

/** How a sensor scans for a threat from the moment another sensor has told it of it. */
export interface SensorCue {
  /** Identifiers of the sensors that tell it; one that is not there tells nothing. */
  readonly from: readonly string[];
  /** From the track of the one that tells to the first cued scan. */
  readonly delaySeconds: number;
  readonly scanPeriod: number;
  readonly initiationM: number;
  readonly initiationN: number;
}

/** A sector of azimuth, clockwise from north; a width of 2π is all-round. */
export interface Sector {
  readonly centre: number;
  readonly width: number;
}

/** Where an interceptor can meet a threat of one class. Ranges are ground ranges from the unit. */
export interface EnvelopeSetup {
  readonly rangeMin: number;
  readonly rangeMax: number;
  /** Heights above the unit's ground. */
  readonly heightMin: number;
  readonly heightMax: number;
  readonly threatSpeedMax: number;
}

export type FlyOutSetup =
  | { readonly kind: "speed"; readonly speed: number }
  /** Teaching and reference cases: the same flight time everywhere. */
  | { readonly kind: "fixed"; readonly seconds: number };

export interface MagazineSetup {
  /** Catalogue id of the interceptor. */
  readonly interceptor: string;
  /** Ready rounds on each launcher at the start. */
  readonly launchers: readonly number[];
  /** Rounds a reloaded launcher carries. */
  readonly roundsPerLauncher: number;
  readonly reloadSeconds: number;
  /** Rounds in store for reloads; Infinity is allowed on the flat world only. */
  readonly stock: number;
  readonly flyOut: FlyOutSetup;
  /** Where the launchers stand, if not with the unit. */
  readonly position?: Position;
  readonly envelopes: Partial<Readonly<Record<ThreatClass, EnvelopeSetup>>>;
  /** Single-shot kill probability by class of threat. */
  readonly killProbability: Partial<Readonly<Record<ThreatClass, number>>>;
  readonly unitCostUsd: number;
}

export interface FireUnitSetup {
  readonly id: string;
  readonly system: string;
  readonly commandPost: number;
  readonly position: Position;
  /** Index into `sensors`: the radar that must see a threat from launch to intercept, or −1. */
  readonly engagementSensor: number;
  readonly channels: number;
  readonly reactionSeconds: number;
  readonly launchSpacingSeconds: number;
  readonly assessmentSeconds: number;
  /** Chance that a kill is called a kill, and that a miss is; certain and never if absent. */
  readonly killDeclared?: { readonly ifKilled: number; readonly ifMissed: number };
  /** Rounds per look; the last entry stands for all later looks. */
  readonly salvoPerLook: readonly number[];
  readonly looksMax: number;
  /** Doctrine against some classes of threat, in place of the two fields above. */
  readonly doctrines?: Partial<Readonly<Record<ThreatClass, Doctrine>>>;
  /** Post that takes over when its own is lost; a unit without one gives no more orders then. */
  readonly fallbackPost?: number;
  readonly sector: Sector;
  /** Chance that the unit as a whole is out for the raid. */
  readonly commonModeFailure: number;
  /** Chance, part by part, that a part works at the start; all must. */
  readonly availabilities: readonly number[];
  readonly readyFromSeconds: number;
  /** When its supplier switches it off; Infinity if never. */
  readonly switchedOffSeconds: number;
  readonly magazines: readonly MagazineSetup[];
  /** Price of the unit without rounds. */
  readonly systemCostUsd: number;
}

export interface Doctrine {
  readonly salvoPerLook: readonly number[];
  readonly looksMax: number;
}

/** What is absent does not limit: no delay, no lost order, no lost post, no doubt about a threat. */
export interface CommandPostSetup {
  readonly id: string;
  /** How long a track outlives its threat before the loss is noticed. */
  readonly dropSeconds: number;
  /** Which opportunity goes first; the earliest intercept if absent. */
  readonly policy?: PolicyName;
  /** How long an order needs to reach a unit. */
  readonly orderDelaySeconds?: number;
  /** Chance that an order reaches its unit; one that is lost is given again after a reaction time. */
  readonly linkReliability?: number;
  readonly lostAtSeconds?: number;
  /** From track to leave to engage, by class. */
  readonly identificationSeconds?: Partial<Readonly<Record<ThreatClass, number>>>;
  /** Classes that are not engaged at all. */
  readonly holdFire?: readonly ThreatClass[];
  /** Chance that a new track is judged wrongly (as harmless or as a threat), and how fast it halves. */
  readonly misjudgement?: { readonly probability: number; readonly halvingSeconds: number };
}

export interface Setup {
  readonly world: "wgs84" | "flat";
  readonly seed: number;
  readonly draw: number;
  /** Ground that hides threats; without it the Earth is smooth at the level of each site. */
  readonly terrain?: TerrainWindow;
  readonly assets: readonly AssetSetup[];
  readonly courses: readonly CourseSetup[];
  readonly threats: readonly ThreatSetup[];
  readonly sensors: readonly SensorSetup[];
  readonly commandPosts: readonly CommandPostSetup[];
  readonly fireUnits: readonly FireUnitSetup[];
}
