/** A replay from the one engine: its journal told with places. Nothing is simulated here. */

import { secondsFromTicks } from "@pavise/kernel";
import {
  CourseCache,
  FATES,
  type Fate,
  type Journal,
  journalOf,
  PAIR_STATES,
  reasonText,
  type Setup,
  type Shot,
  shotsOf,
  storyEntries,
  type Tables,
  type ThreatClass,
  tabulate,
  tallyFromJournal,
} from "@pavise/lab";
import { firstSights } from "./first-sight.ts";
import { pathLine, writePlaceAt } from "./path-line.ts";
import { type Placement, placementOf } from "./placement.ts";
import type {
  Place,
  Replay,
  ReplayAddress,
  ReplayPath,
  ReplaySensor,
  ReplayShot,
  ReplayThreat,
  ReplayUnit,
} from "./replay.ts";

/** What the catalogue and the scenario call things; ids stand for themselves. */
export interface ReplayNames {
  readonly asset: (id: string) => string;
  readonly system: (id: string) => string;
  readonly threat: (type: string) => string;
}

export const PLAIN_NAMES: ReplayNames = {
  asset: (id) => id,
  system: (id) => id,
  threat: (type) => type,
};

/**
 * Plays one replication of a setup with a listener and tells it with places. The tally counted from
 * the records must be the engine's own: a difference is a fault and is thrown.
 */
export function replayOf(
  setup: Setup,
  address: ReplayAddress,
  names: ReplayNames = PLAIN_NAMES,
): Replay {
  const courses = new CourseCache();
  const tables = tabulate(setup, courses);
  const { journal, tally } = journalOf(tables, address.replication);
  const counted = tallyFromJournal(tables, journal);
  if (counted.fateHash !== tally.fateHash || counted.rounds.join() !== tally.rounds.join()) {
    throw new Error("the tally counted from the journal is not the engine's: a fault of Pavise");
  }
  const placement = placementOf(setup.world);
  const paths = setup.courses.map((course) =>
    pathLine(courses.pathOf(setup.world, course, setup.terrain), placement),
  );
  const shots = shotsOf(tables, journal);
  const threats = threatRows(setup, tables, journal, shots, paths, names);
  const fates = Object.fromEntries(
    FATES.map((fate, index) => [fate, counted.fates[index]!]),
  ) as Record<Fate, number>;
  return {
    address,
    world: setup.world,
    hash: journal.hash,
    span: spanOf(journal, threats),
    assets: setup.assets.map(({ id, position, arrivalRadius }) => {
      return { id, name: names.asset(id), at: placement.place(position), arrivalRadius };
    }),
    sensors: setup.sensors.map(({ id, role, position, fireUnit }): ReplaySensor => {
      return { id, role, at: placement.place(position), unit: fireUnit };
    }),
    units: unitsOf(setup, journal, placement, names),
    paths,
    threats,
    shots: shots.map((shot) =>
      replayShot(setup, tables, shot, paths[threats[shot.threat]!.path]!, placement),
    ),
    story: storyEntries(setup, journal).map(({ seconds, told, records }, key) => {
      const [{ kind, unit } = { kind: "threat-launched" as const, unit: -1 }] = records;
      const about = [...new Set(records.map(({ threat }) => threat))].filter((each) => each >= 0);
      return {
        key,
        seconds,
        told,
        kind,
        threats: about,
        unit: isOfUnit(kind) ? unit : -1,
      };
    }),
    counted: {
      launched: setup.threats.length,
      fates,
      rounds: counted.rounds.reduce((sum, each) => sum + each, 0),
      records: journal.records.length,
    },
  };
}

/** Whether the number beside a record is that of a fire unit, not of a post or a sensor. */
function isOfUnit(kind: Journal["records"][number]["kind"]): boolean {
  return kind !== "track-formed" && !kind.startsWith("sensor-");
}

function spanOf({ records }: Journal, threats: readonly ReplayThreat[]): readonly [number, number] {
  const seconds = records.map((record) => record.seconds);
  const ends = threats.map(({ endSeconds }) => endSeconds);
  const last = [...seconds, ...ends].reduce((most, each) => Math.max(most, each), 0);
  return [Math.min(0, seconds[0] ?? 0), last];
}

function unitsOf(
  setup: Setup,
  { records }: Journal,
  placement: Placement,
  names: ReplayNames,
): ReplayUnit[] {
  const classes = new Set(setup.threats.map((threat) => threat.class));
  const out = new Map<number, number>();
  for (const { kind, unit, seconds } of records) {
    if (kind === "unit-failed" || kind === "unit-switched-off") out.set(unit, seconds);
  }
  return setup.fireUnits.map(({ id, system, position, magazines }, unit) => ({
    id,
    system: names.system(system),
    at: placement.place(position),
    reach: Math.max(0, ...magazines.map(({ envelopes }) => reachOf(envelopes, classes))),
    outSeconds: out.get(unit) ?? Number.POSITIVE_INFINITY,
    launchers: magazines.flatMap((each) =>
      each.position === undefined ? [] : [placement.place(each.position)],
    ),
  }));
}

function reachOf(
  envelopes: Setup["fireUnits"][number]["magazines"][number]["envelopes"],
  classes: ReadonlySet<ThreatClass>,
): number {
  return Math.max(0, ...[...classes].map((each) => envelopes[each]?.rangeMax ?? 0));
}

/** A point of a threat's path, at ticks of the night's clock. */
function placeAt(tables: Tables, path: ReplayPath, threat: number, ticks: number): Place {
  const out = new Float64Array(3);
  const flown = secondsFromTicks(ticks - tables.threatLaunch[threat]!);
  writePlaceAt(path, flown, out, 0);
  return [out[0]!, out[1]!, out[2]!];
}

function replayShot(
  setup: Setup,
  tables: Tables,
  { threat, unit, slot, launchTicks, interceptTicks, result }: Shot,
  path: ReplayPath,
  placement: Placement,
): ReplayShot {
  const owner = setup.fireUnits[unit]!;
  const magazine = owner.magazines[slot - tables.unitSlotFirst[unit]!]!;
  return {
    threat,
    unit,
    interceptor: magazine.interceptor,
    launchSeconds: secondsFromTicks(launchTicks),
    interceptSeconds: secondsFromTicks(interceptTicks),
    result,
    from: placement.place(magazine.position ?? owner.position),
    to: placeAt(tables, path, threat, interceptTicks),
  };
}

/** What the records say of one threat, while they are read. */
interface Row {
  fate: Fate;
  endTicks: number;
  flew: boolean;
  isWithheld: boolean;
  /** Index into the courses of the setup: that of the branch, where it turned back. */
  course: number;
  trackSeconds: number | null;
  readonly orders: { unit: number; seconds: number }[];
  readonly shots: number[];
  readonly refusals: { unit: number; reason: string }[];
}

const ENDS: Readonly<Partial<Record<Journal["records"][number]["kind"], Fate>>> = {
  "threat-fell": "failed",
  "threat-intercepted": "intercepted",
  "threat-arrived": "arrived",
  "threat-fell-short": "fell-short",
};

/** Where a threat turned back: the course it flew, and when that ends. */
function turn(setup: Setup, tables: Tables, threat: number, branch: number) {
  const { course } = setup.threats[threat]!.turnBack!.firedUpon!.branches[branch]!;
  const end = tables.branchEnd[tables.branchFirst[threat]! + branch]!;
  return { course, endTicks: tables.threatLaunch[threat]! + end };
}

function rowsOf(setup: Setup, tables: Tables, journal: Journal, shots: readonly Shot[]): Row[] {
  const rows = Array.from({ length: tables.threatCount }, (_, threat): Row => {
    const endTicks = tables.threatEnd[threat]!;
    return {
      fate: "failed",
      endTicks,
      flew: false,
      isWithheld: false,
      course: setup.threats[threat]!.course,
      trackSeconds: null,
      orders: [],
      shots: [],
      refusals: [],
    };
  });
  for (const { kind, threat, unit, detail, ticks, seconds } of journal.records) {
    const row = rows[threat];
    if (row === undefined) continue;
    const fate = ENDS[kind];
    if (fate !== undefined) {
      row.fate = fate;
      row.endTicks = ticks;
    } else if (kind === "threat-launched" || kind === "threat-released") row.flew = true;
    else if (kind === "threat-not-released") {
      row.isWithheld = true;
      row.fate = FATES[detail]!;
    } else if (kind === "threat-turned-back") {
      row.fate = "turned-back";
      if (detail >= 0) Object.assign(row, turn(setup, tables, threat, detail));
    } else if (kind === "track-formed") row.trackSeconds ??= seconds;
    else if (kind === "engagement-ordered") row.orders.push({ unit, seconds });
    else if (kind === "engagement-refused") {
      row.refusals.push({ unit, reason: reasonText(PAIR_STATES[detail]!) });
    }
  }
  for (const [index, { threat }] of shots.entries()) rows[threat]!.shots.push(index);
  return rows;
}

function threatRows(
  setup: Setup,
  tables: Tables,
  journal: Journal,
  shots: readonly Shot[],
  paths: readonly ReplayPath[],
  names: ReplayNames,
): ReplayThreat[] {
  const sights = firstSights(tables, journal);
  return rowsOf(setup, tables, journal, shots).map((row, threat): ReplayThreat => {
    const { id, type, class: threatClass, asset } = setup.threats[threat]!;
    const { endTicks, course, fate, flew, isWithheld, trackSeconds, orders, refusals } = row;
    const sight = sights[threat]!;
    return {
      id,
      type: names.threat(type),
      class: threatClass,
      asset,
      path: course,
      launchSeconds: secondsFromTicks(tables.threatLaunch[threat]!),
      endSeconds: secondsFromTicks(endTicks),
      flew,
      isWithheld,
      fate,
      end: placeAt(tables, paths[course]!, threat, endTicks),
      sightSeconds: flew && sight < endTicks ? secondsFromTicks(sight) : null,
      trackSeconds,
      orders,
      shots: row.shots,
      refusals,
    };
  });
}
