/** One point of the answer as a curve over single-shot kill probability. */
import type { CurveSums } from "./draw.ts";
import { mean as meanOf } from "./moments.ts";
import { sharePrecision } from "./precision.ts";
import type { KillCurve } from "./summary.ts";
import { parameterFrom } from "./widths.ts";

/** Chance that nothing arrives, over draws 1 … D. */
export function curveNothing(
  draws: readonly CurveSums[],
): KillCurve["points"][number]["nothingArrives"] {
  const shares = draws.map(({ nothing, nights }) => nothing / nights);
  return { mean: meanOf(shares), precision: sharePrecision(shares, draws[0]!.nights) };
}

/** Mean arrivals and their ignorance, from the sums of draws 1 … D. */
export function curvePoint(draws: readonly CurveSums[]): KillCurve["points"][number]["arrivals"] {
  const means = draws.map(({ sum, nights }) => sum / nights);
  const variances = draws.map(({ sum, squares, nights }) =>
    nights < 2 ? 0 : Math.max(0, squares - (sum * sum) / nights) / (nights - 1),
  );
  const { mean, ignorance } = parameterFrom(means, variances, draws[0]!.nights).figure;
  return { mean, ignorance };
}
