/** A journal: one replication told in full. It is the same replication with a listener attached. */

import { hashDigest, hashMix, hashState, secondsFromTicks } from "@pavise/kernel";
import { fateHashOf } from "./outcome.ts";
import {
  ENGAGED,
  FATE,
  LIMITS,
  NO_FIRE_UNIT,
  NOT_NEEDED,
  PAIR_STATES,
  SHOTS_MISSED,
} from "./refusal.ts";
import { Engagement } from "./replicate.ts";
import type { Tables } from "./tables.ts";
import { type Listener, RECORD, RECORD_KINDS, type RecordKind, Tally } from "./tally.ts";

export interface JournalRecord {
  readonly seconds: number;
  readonly ticks: number;
  readonly kind: RecordKind;
  /** Index of the threat, or −1. */
  readonly threat: number;
  /** Index of the fire unit (command post for `track-formed`, sensor for `sensor-…`), or −1. */
  readonly unit: number;
  /** Magazine slot, look, asset or reason, by kind; −1 if none. */
  readonly detail: number;
}

export interface Journal {
  readonly replication: number;
  /** By time; at one instant causes before effects, then by threat and unit. */
  readonly records: readonly JournalRecord[];
  readonly hash: string;
}

class Scribe implements Listener {
  readonly records: JournalRecord[] = [];

  record(kind: number, ticks: number, threat: number, unit: number, detail: number): void {
    const seconds = secondsFromTicks(ticks);
    this.records.push({ seconds, ticks, kind: RECORD_KINDS[kind]!, threat, unit, detail });
  }
}

/** Plays a replication with a listener. `tally` is the engine's own, for comparison. */
export function journalOf(
  tables: Tables,
  replication: number,
  engagement: Engagement = new Engagement(tables),
): { readonly journal: Journal; readonly tally: Tally } {
  const scribe = new Scribe();
  const tally = new Tally(tables.assetCount, tables.unitCount, tables.slotCount);
  engagement.replicate(replication, tally, scribe);
  const records = inOrder(scribe.records);
  return { journal: { replication, records, hash: hashOf(records) }, tally };
}

/**
 * At one instant, what comes first: the attack and the sensors, then what rounds meet, then assessments,
 * and orders last, for they may need the channel that an assessment has just given back.
 */
const INSTANT_ORDER: readonly RecordKind[] = [
  "unit-failed",
  "unit-switched-off",
  "post-lost",
  "sensor-failed",
  "sensor-lost",
  "sensor-restored",
  "threat-launched",
  "threat-fell",
  "threat-turned-back",
  "threat-released",
  "threat-not-released",
  "sensor-cued",
  "sensor-full",
  "track-formed",
  "threat-intercepted",
  "interceptor-missed",
  "interceptor-wasted",
  "kill-assessed",
  "miss-assessed",
  "engagement-ordered",
  "interceptor-launched",
  "threat-arrived",
  "threat-fell-short",
  "engagement-refused",
];
const RANK = new Map(INSTANT_ORDER.map((kind, rank) => [kind, rank]));

/**
 * Sorts by time, then in the order of an instant, then by ids. A shot is settled at its launch: if
 * another shot, ordered later, met the threat earlier, the first one found nothing there. A track is
 * settled at the launch of its threat: if the threat was killed before, it never formed, and if it turned
 * back before, it formed otherwise. A release is settled at the launch of its carrier.
 */
function inOrder(records: readonly JournalRecord[]): JournalRecord[] {
  const sorted = records.toSorted(
    (a, b) =>
      a.ticks - b.ticks ||
      RANK.get(a.kind)! - RANK.get(b.kind)! ||
      a.threat - b.threat ||
      a.unit - b.unit ||
      a.detail - b.detail,
  );
  const killed = new Map<number, number>();
  const turned = new Map<number, number>();
  const withheld = new Set<number>();
  for (const { kind, threat, ticks, detail } of sorted) {
    if (kind === "threat-intercepted" && !killed.has(threat)) killed.set(threat, ticks);
    // What was planned as a turn for home keeps its tracks.
    if (kind === "threat-turned-back" && detail >= 0) turned.set(threat, ticks);
    if (kind === "threat-not-released") withheld.add(threat);
  }
  const met = new Set<number>();
  return sorted.flatMap((told): JournalRecord[] => {
    const { kind, threat, ticks } = told;
    if (withheld.has(threat)) return kind === "threat-not-released" ? [told] : [];
    const isAnew = kind === "track-formed" && told.detail >= 0;
    if (kind === "track-formed" && !isAnew && ticks > (turned.get(threat) ?? ticks)) return [];
    const record = isAnew ? { ...told, detail: -1 } : told;
    const killedAt = killed.get(threat);
    if (killedAt === undefined) return [record];
    if (kind === "track-formed" && ticks >= killedAt) return [];
    const isWasted = kind === "threat-intercepted" ? met.has(threat) : ticks > killedAt;
    if (kind === "threat-intercepted") met.add(threat);
    else if (kind !== "interceptor-missed") return [record];
    return [isWasted ? { ...record, kind: "interceptor-wasted" } : record];
  });
}

function hashOf(records: readonly JournalRecord[]): string {
  const state = hashState();
  for (const { kind, ticks, threat, unit, detail } of records) {
    hashMix(state, RECORD[kind]);
    hashMix(state, ticks);
    hashMix(state, threat);
    hashMix(state, unit);
    hashMix(state, detail);
  }
  return hashDigest(state);
}

/** The tally of a replication, counted from its records alone. */
export function tallyFromJournal(
  tables: Pick<Tables, "assetCount" | "unitCount" | "slotCount" | "threatCount">,
  journal: Journal,
): Tally {
  const { unitCount, threatCount } = tables;
  const tally = new Tally(tables.assetCount, unitCount, tables.slotCount);
  const fates = new Int32Array(threatCount).fill(-1);
  const states = new Int32Array(threatCount * unitCount).fill(NOT_NEEDED);
  const assets = new Int32Array(threatCount);
  const withheld = new Map<number, number>();
  for (const { kind, threat, unit, detail } of journal.records) {
    if (kind === "interceptor-launched") tally.rounds[detail]!++;
    if (kind === "interceptor-wasted") tally.roundsWasted++;
    if (kind === "engagement-ordered") states[threat * unitCount + unit] = ENGAGED;
    if (kind === "engagement-refused") states[threat * unitCount + unit] = detail;
    if (kind === "threat-intercepted") fates[threat] = FATE.intercepted;
    if (kind === "threat-fell") fates[threat] = FATE.failed;
    if (kind === "threat-turned-back") fates[threat] = FATE["turned-back"];
    if (kind === "threat-not-released") withheld.set(threat, detail);
    if (kind === "threat-fell-short") fates[threat] = FATE["fell-short"];
    if (kind === "threat-arrived") {
      fates[threat] = FATE.arrived;
      assets[threat] = detail;
    }
  }
  for (const [threat, fate] of withheld) fates[threat] = fate;
  for (let threat = 0; threat < threatCount; threat++) {
    const fate = fates[threat]!;
    tally.fates[fate]!++;
    let furthest = -1;
    for (let unit = 0; unit < unitCount; unit++) {
      const state = states[threat * unitCount + unit]!;
      tally.pairs[unit * PAIR_STATES.length + state]!++;
      if (state === ENGAGED) furthest = LIMITS.length;
      else if (state !== NOT_NEEDED && state > furthest) furthest = state;
    }
    if (fate !== FATE.arrived) continue;
    tally.arrivals[assets[threat]!]!++;
    const limit =
      unitCount === 0 ? NO_FIRE_UNIT : furthest === LIMITS.length ? SHOTS_MISSED : furthest;
    tally.limits[limit]!++;
    if (unitCount > 0) tally.leakers++;
  }
  tally.fateHash = fateHashOf(fates);
  return tally;
}
