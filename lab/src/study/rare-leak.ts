/**
 * Leaks too rare to be counted by waiting for them. Two estimators, both the engine's own
 * replications with other kill thresholds, weighed back by likelihood (design section 9):
 *
 * - *focus*: one threat at a time misses nothing but its interceptors: every shot at it is made to
 *   miss, and its arrival counts the product of the miss probabilities. For the expected number of
 *   arrivals; nothing else comes out unbiased.
 * - *importance*: every miss is made likelier, q becomes √q, and each night is weighed by the
 *   likelihood of its shots. For any statistic, such as the chance that anything arrives.
 *
 * Where a whole unit can fail at once, leaks are not rare misses: both stay unbiased and gain little.
 */
import { InputError } from "@pavise/catalogue";
import { invariant } from "@pavise/kernel";
import { Engagement } from "../engagement/replicate.ts";
import type { Tables } from "../engagement/tables.ts";
import { type Listener, RECORD, Tally } from "../engagement/tally.ts";

const TWO_TO_32 = 4294967296;

/** Sum, squares and number of independent samples of one figure. */
export interface Sampled {
  readonly samples: number;
  readonly mean: number;
  /** Of one sample. */
  readonly variance: number;
  readonly standardError: number;
}

function sampled(samples: number, next: (index: number) => number): Sampled {
  let sum = 0;
  let squares = 0;
  for (let index = 0; index < samples; index++) {
    const value = next(index);
    sum += value;
    squares += value * value;
  }
  const mean = sum / samples;
  const variance = (Math.max(0, squares / samples - mean * mean) * samples) / (samples - 1);
  return { samples, mean, variance, standardError: Math.sqrt(variance / samples) };
}

function tallyOf(tables: Tables): Tally {
  return new Tally(tables.assetCount, tables.unitCount, tables.slotCount);
}

function arrivalsOf(tally: Tally): number {
  let sum = 0;
  for (const here of tally.arrivals) sum += here;
  return sum;
}

/** Columns with so many entries for every row. */
const ROW_COLUMNS = [
  ...(["survivalFirst", "survivalCount", "survivalLinear", "survivalGuide", "rowClass"] as const),
  ...(["identification", "windowFirst", "windowCount", "killThreshold", "postUseful"] as const),
  ...(["staticReason", "sightEnd"] as const),
];

/** The same tables with a row of its own for one threat, in which no shot can kill. */
export function withForcedMisses(tables: Tables, threat: number): Tables {
  const { rowCount, slotCount } = tables;
  const row = tables.threatRow[threat]!;
  const columns: Partial<Record<keyof Tables, unknown>> = {};
  for (const name of ROW_COLUMNS) {
    const column = tables[name] as Float64Array;
    const stride = column.length / rowCount;
    invariant(Number.isInteger(stride), `column ${name} is not one of rows`);
    const Kind = column.constructor as new (length: number) => Float64Array;
    const wider = new Kind(column.length + stride);
    wider.set(column);
    wider.set(column.subarray(row * stride, (row + 1) * stride), column.length);
    columns[name] = wider;
  }
  (columns.killThreshold as Float64Array).fill(0, rowCount * slotCount);
  const threatRow = tables.threatRow.slice();
  threatRow[threat] = rowCount;
  return { ...tables, ...columns, threatRow, rowCount: rowCount + 1 } as Tables;
}

/**
 * What these estimators cannot weigh, or null: a round of a unit whose radar is lost misses whatever
 * its chance, so the weights would be wrong.
 */
export function leakRefusal({
  searcherGuides,
  searcherLossChance,
  searcherWorks,
}: Tables): string | null {
  const mayBeLost = searcherGuides.some((unit, searcher) => {
    const isSure = searcherWorks[searcher]! >= TWO_TO_32 && searcherLossChance[searcher] === 0;
    return unit >= 0 && !isSure;
  });
  return mayBeLost ? "an engagement radar that may be lost" : null;
}

function refuseLostRadars(tables: Tables): void {
  if (leakRefusal(tables) === null) return;
  const expected = "engagement radars that are there throughout the raid";
  throw new InputError({ place: "leak", path: "", expected, got: "one that may be lost" });
}

/** Weighs the shots at one threat by their chance of missing, and hears whether it arrived. */
class FocusListener implements Listener {
  weight = 1;
  arrived = false;
  readonly #tables: Tables;
  readonly #threat: number;
  readonly #thresholds: number;

  constructor(tables: Tables, threat: number) {
    this.#tables = tables;
    this.#threat = threat;
    this.#thresholds = tables.threatRow[threat]! * tables.slotCount;
  }

  record(kind: number, ticks: number, threat: number, unit: number, slot: number): void {
    if (threat !== this.#threat) return;
    if (kind === RECORD["threat-arrived"]) this.arrived = true;
    // Rounds of a unit that was switched off on the way miss whatever their chance.
    if (kind !== RECORD["interceptor-missed"] || ticks >= this.#tables.unitOff[unit]!) return;
    this.weight *= 1 - this.#tables.killThreshold[this.#thresholds + slot]! / TWO_TO_32;
  }
}

/**
 * Expected arrivals of one night by focus: a sample is one cycle over all threats, as many
 * replications as there are threats, each with its own luck.
 */
export function focusArrivals(tables: Tables, cycles: number, firstReplication = 0): Sampled {
  refuseLostRadars(tables);
  const { threatCount } = tables;
  const tally = tallyOf(tables);
  const players = Array.from({ length: threatCount }, (_, threat) => ({
    engagement: new Engagement(withForcedMisses(tables, threat)),
    listener: new FocusListener(tables, threat),
  }));
  return sampled(cycles, (cycle) => {
    let sum = 0;
    for (let threat = 0; threat < threatCount; threat++) {
      const { engagement, listener } = players[threat]!;
      listener.weight = 1;
      listener.arrived = false;
      engagement.replicate(firstReplication + cycle * threatCount + threat, tally, listener);
      if (listener.arrived) sum += listener.weight;
    }
    return sum;
  });
}

/** Likelihood of a night's shots under the true thresholds over that under the tilted ones. */
class LikelihoodListener implements Listener {
  weight = 1;
  readonly #tables: Tables;
  readonly #tilted: Tables;

  constructor(tables: Tables, tilted: Tables) {
    this.#tables = tables;
    this.#tilted = tilted;
  }

  record(kind: number, ticks: number, threat: number, unit: number, slot: number): void {
    const isKill = kind === RECORD["threat-intercepted"];
    if (!isKill && kind !== RECORD["interceptor-missed"]) return;
    if (ticks >= this.#tables.unitOff[unit]!) return;
    const at = this.#tables.threatRow[threat]! * this.#tables.slotCount + slot;
    const truth = this.#tables.killThreshold[at]!;
    const played = this.#tilted.killThreshold[at]!;
    this.weight *= isKill ? truth / played : (TWO_TO_32 - truth) / (TWO_TO_32 - played);
  }
}

/** The same tables with every miss likelier: a miss probability q becomes √q. */
export function withLikelierMisses(tables: Tables): Tables {
  const killThreshold = tables.killThreshold.map((threshold) =>
    Math.round(TWO_TO_32 * (1 - Math.sqrt(1 - threshold / TWO_TO_32))),
  );
  return { ...tables, killThreshold };
}

/** The chance that anything arrives, by importance sampling. */
export function importanceAnyArrival(
  tables: Tables,
  replications: number,
  firstReplication = 0,
): Sampled {
  refuseLostRadars(tables);
  const tilted = withLikelierMisses(tables);
  const engagement = new Engagement(tilted);
  const tally = tallyOf(tables);
  const listener = new LikelihoodListener(tables, tilted);
  return sampled(replications, (index) => {
    listener.weight = 1;
    engagement.replicate(firstReplication + index, tally, listener);
    return arrivalsOf(tally) > 0 ? listener.weight : 0;
  });
}

/** Expected arrivals, or the chance that anything arrives, by waiting for it. */
export function countedArrivals(
  tables: Tables,
  replications: number,
  statistic: "expected" | "any",
  firstReplication = 0,
): Sampled {
  const engagement = new Engagement(tables);
  const tally = tallyOf(tables);
  return sampled(replications, (index) => {
    engagement.replicate(firstReplication + index, tally);
    const arrived = arrivalsOf(tally);
    return statistic === "expected" ? arrived : Math.min(arrived, 1);
  });
}
