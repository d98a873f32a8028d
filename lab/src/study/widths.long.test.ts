/** Long: two problems of 100 studies of 200 draws × 2,000 nights each. */
import { uniformFromWord, uniformWord } from "@pavise/kernel";
import { describe, expect, test } from "vitest";
import { binomialBelow, countAt } from "./binomial.test-problem.ts";
import { type Counted, countedFromHistogram } from "./counted.ts";
import { betaQuantile } from "./incomplete-beta.ts";
import { quantity } from "./widths.ts";

const uniform = (stream: number, repetition: number, index: number): number =>
  uniformFromWord(uniformWord(stream, 77, repetition, 1, index));

/**
 * Means over 100 studies of 200 draws × 2,000 nights, each night the arrivals of ten threats whose
 * chance is beta-distributed over draws; what the studies ought to find stands beside.
 */
function betaBinomial(shape: number): Record<"found" | "true", number[]> {
  const [draws, replications, threats, studies] = [200, 2000, 10, 100];
  const chances = Array.from({ length: 1000 }, (_, i) =>
    betaQuantile((i + 0.5) / 1000, shape, shape),
  );
  const tables = chances.map((p) => binomialBelow(threats, p));
  const nights = (table: readonly number[], study: number, draw: number): Counted => {
    const histogram = new Array<number>(threats + 1).fill(0);
    for (let night = 0; night < replications; night++) {
      histogram[countAt(table, uniform(1000 + study, draw * replications + night, 3))]! += 1;
    }
    return countedFromHistogram(histogram);
  };
  const sums = [0, 0, 0];
  for (let study = 0; study < studies; study++) {
    const drawn = Array.from({ length: draws + 1 }, (_, draw) => {
      const at = draw === 0 ? 500 : Math.floor(1000 * uniform(999, study, draw));
      return nights(tables[at]!, study, draw);
    });
    const { figure } = quantity(drawn, replications);
    sums[0]! += (figure.luck[1] - figure.luck[0]) / studies;
    sums[1]! += (figure.ignorance[1] - figure.ignorance[0]) / studies;
    sums[2]! += figure.ignoranceShare / studies;
  }
  const between = chances.reduce((sum, p) => sum + 100 * (p - 0.5) * (p - 0.5), 0) / 1000;
  const within = chances.reduce((sum, p) => sum + threats * p * (1 - p), 0) / 1000;
  const ends = [betaQuantile(0.1, shape, shape), betaQuantile(0.9, shape, shape)];
  return {
    found: sums,
    // 3 to 7 of ten even chances: P(X ≤ 2) = 0.055, P(X ≤ 3) = 0.172.
    true: [4, threats * (ends[1]! - ends[0]!), between / (between + within)],
  };
}

describe("luck, ignorance and its share of a two-level beta-binomial are found within 5 %", () => {
  const within = ({ found, true: known }: ReturnType<typeof betaBinomial>): void => {
    found.forEach((value, i) => {
      expect(Math.abs(value / known[i]! - 1), `${value} for ${known[i]}`).toBeLessThan(0.05);
    });
  };
  test(
    "where ignorance is large beside the noise of the runs",
    () => within(betaBinomial(8)),
    300_000,
  );
  // 10·√(1/(4·(2·13,888 + 1))) = 0.030 arrivals against a noise of √(2.5/2000) = 0.035.
  test(
    "where the noise of the runs is larger than ignorance",
    () => within(betaBinomial(13_888)),
    300_000,
  );
});
