/** Whether engine and baseline tell the same story: arrivals by asset, rounds spent by unit. */
import type { Setup } from "@pavise/lab";
import { type Histogram, holmAdjusted, homogeneity } from "./chi-square.ts";
import type { Prepared } from "./prepared.ts";
import { baselineReplication } from "./replication.ts";

/** Histograms by quantity, for example `arrivals ain-al-asad` and `rounds s400-1`. */
export type Histograms = ReadonlyMap<string, Histogram>;

/** Counts values by quantity. */
export class Counts {
  readonly histograms = new Map<string, number[]>();

  add(quantity: string, value: number): void {
    let histogram = this.histograms.get(quantity);
    if (histogram === undefined) {
      histogram = [];
      this.histograms.set(quantity, histogram);
    }
    while (histogram.length <= value) histogram.push(0);
    histogram[value]!++;
  }
}

/** Plays the baseline and counts. */
export function baselineHistograms(
  setup: Setup,
  prepared: Prepared,
  replications: number,
): Histograms {
  const counts = new Counts();
  for (let replication = 0; replication < replications; replication++) {
    const tally = baselineReplication(setup, prepared, replication);
    setup.assets.forEach(({ id }, asset) => {
      counts.add(`arrivals ${id}`, tally.arrivals[asset]!);
    });
    setup.fireUnits.forEach(({ id }, unit) => {
      counts.add(`rounds ${id}`, tally.rounds[unit]!);
    });
  }
  return counts.histograms;
}

export interface Comparison {
  readonly quantity: string;
  readonly meanBaseline: number;
  readonly meanEngine: number;
  readonly chiSquare: number;
  readonly degrees: number;
  readonly p: number;
}

function meanOf(histogram: Histogram): number {
  let total = 0;
  let sum = 0;
  histogram.forEach((count, value) => {
    total += count;
    sum += count * value;
  });
  return sum / total;
}

/** One comparison for each quantity; both sides must have counted the same. */
export function comparisons(
  where: string,
  baseline: Histograms,
  engine: Histograms,
): readonly Comparison[] {
  if ([...baseline.keys()].join() !== [...engine.keys()].join()) {
    throw new Error(
      `${where}: expected the same quantities, got ${[...baseline.keys()]} and ${[...engine.keys()]}`,
    );
  }
  return [...baseline].map(([quantity, counted]) => {
    const played = engine.get(quantity)!;
    return {
      quantity: `${where}: ${quantity}`,
      meanBaseline: meanOf(counted),
      meanEngine: meanOf(played),
      ...homogeneity(counted, played),
    };
  });
}

/** Level of the whole family of comparisons (design section 10). */
export const AGREEMENT_LEVEL = 1e-3;

export interface Agreement {
  readonly agrees: boolean;
  /** Least p of the family after Holm. */
  readonly leastAdjusted: number;
  /** The comparison with the least p. */
  readonly worst: Comparison;
  readonly count: number;
}

/** The verdict over a whole family of comparisons. */
export function agreement(family: readonly Comparison[]): Agreement {
  if (family.length === 0) throw new Error("agreement: expected at least one comparison, got none");
  const adjusted = holmAdjusted(family.map(({ p }) => p));
  const least = adjusted.reduce((best, p, index) => (p < adjusted[best]! ? index : best), 0);
  return {
    agrees: adjusted[least]! > AGREEMENT_LEVEL,
    leastAdjusted: adjusted[least]!,
    worst: family[least]!,
    count: family.length,
  };
}
