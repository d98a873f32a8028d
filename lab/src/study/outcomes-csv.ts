/**
 * Outcomes as comma-separated values: one header, one row per option and draw, whole numbers and
 * shortest decimals, line feeds, no locale. The same study gives the same bytes anywhere.
 */
import { FATES } from "../engagement/refusal.ts";
import type { Tally } from "../engagement/tally.ts";
import { csvLine } from "./csv-line.ts";
import type { OptionFrame, OptionOutcome } from "./outcomes.ts";

/** A field name from an identifier: lower case and underscores. */
function fieldName(text: string): string {
  return text.replaceAll("-", "_");
}

interface Sums {
  readonly sum: number;
  readonly squares: number;
}

function sumsOf(histogram: readonly number[]): Sums {
  let sum = 0;
  let squares = 0;
  histogram.forEach((nights, value) => {
    sum += nights * value;
    squares += nights * value * value;
  });
  return { sum, squares };
}

/** Rounds by slot: `unit/interceptor=rounds`, separated by blanks. */
function bySlot(frame: OptionFrame, rounds: ArrayLike<number>): string {
  return frame.slots
    .map((slot, index) => `${slot.unit}/${slot.interceptor}=${rounds[index]!}`)
    .join(" ");
}

function outcomesHeader(assets: readonly string[]): string {
  return csvLine([
    "option",
    "draw",
    "replications",
    "launched",
    ...FATES.map(fieldName),
    "leakers",
    "nothing_arrives",
    "arrivals_sum",
    "arrivals_sum_of_squares",
    ...assets.flatMap((asset) => [
      `arrivals_${fieldName(asset)}_sum`,
      `arrivals_${fieldName(asset)}_sum_of_squares`,
    ]),
    "rounds_sum",
    "rounds_sum_of_squares",
    "rounds_by_slot_sum",
    "cost_defence_usd_sum",
    "cost_defence_usd_sum_of_squares",
    "cost_attack_usd",
    "cost_fielded_usd",
    "rounds_fielded",
    "arrivals_histogram",
    "checksum",
  ]);
}

function outcomesRow(outcome: OptionOutcome): string {
  const arrivals = sumsOf(outcome.arrivals);
  const rounds = sumsOf(outcome.rounds);
  const { values, counts } = outcome.costUsd;
  const cost = (power: 1 | 2): number =>
    values.reduce((sum, value, i) => sum + counts[i]! * (power === 1 ? value : value * value), 0);
  return csvLine([
    outcome.option,
    outcome.draw,
    outcome.replications,
    outcome.launched,
    ...outcome.fates,
    outcome.leakers,
    outcome.arrivals[0]!,
    arrivals.sum,
    arrivals.squares,
    ...outcome.arrivalsByAsset.flatMap((histogram) => {
      const { sum, squares } = sumsOf(histogram);
      return [sum, squares];
    }),
    rounds.sum,
    rounds.squares,
    bySlot(outcome, outcome.roundsBySlot),
    cost(1),
    cost(2),
    outcome.attackCostUsd,
    outcome.fieldedCostUsd,
    outcome.fieldedRounds,
    outcome.arrivals.join(" "),
    outcome.checksum,
  ]);
}

/** `outcomes.csv`: rows in the order of options, then draws. Needs at least one outcome. */
export function outcomesCsv(outcomes: readonly OptionOutcome[]): string {
  return outcomesHeader(outcomes[0]!.assets) + outcomes.map(outcomesRow).join("");
}

/** First line of `replications.csv`. */
export function replicationsHeader(assets: readonly string[]): string {
  return csvLine([
    "option",
    "draw",
    "replication",
    ...FATES.map(fieldName),
    "leakers",
    ...assets.map((asset) => `arrivals_${fieldName(asset)}`),
    "rounds",
    "rounds_by_slot",
    "checksum",
  ]);
}

/** One night's line of `replications.csv`; its checksum is the hash of all fates. */
export function replicationsRow(frame: OptionFrame, replication: number, tally: Tally): string {
  return csvLine([
    frame.option,
    frame.draw,
    replication,
    ...tally.fates,
    tally.leakers,
    ...tally.arrivals,
    tally.rounds.reduce((sum, rounds) => sum + rounds, 0),
    bySlot(frame, tally.rounds),
    (tally.fateHash >>> 0).toString(16).padStart(8, "0"),
  ]);
}
