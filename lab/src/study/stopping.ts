/** When a study stops by itself: looks at fixed, doubling numbers of draws, never in between. */
import { countedFromHistogram, meanOf } from "./counted.ts";
import type { DrawResult } from "./draw.ts";
import { meanPrecision } from "./precision.ts";
import {
  FIRST_LOOK_DRAWS,
  FIRST_LOOK_REPLICATIONS,
  type PrecisionFigure,
} from "./precision-goal.ts";

/** Numbers of draws at which a study looks: 32 or more, doubling, and the greatest allowed. */
export function looks(drawsMax: number, replications: number): number[] {
  const least = Math.max(FIRST_LOOK_DRAWS, Math.ceil(FIRST_LOOK_REPLICATIONS / replications));
  const at: number[] = [];
  let draws = FIRST_LOOK_DRAWS;
  while (draws < least) draws *= 2;
  for (; draws < drawsMax; draws *= 2) at.push(draws);
  return [...at, drawsMax];
}

/** Half the width of the 90 % interval of a mean over draws. */
export function precisionHalf(drawMeans: ArrayLike<number>): number {
  const [lower, upper] = meanPrecision(drawMeans);
  return (upper - lower) / 2;
}

/** The widest half-width over options. `draws` begin with draw 0, which does not count. */
export function precisionReached(draws: readonly DrawResult[], figure: PrecisionFigure): number {
  const drawn = draws.slice(1);
  const options = drawn[0]?.outcomes.length ?? 0;
  let widest = 0;
  for (let option = 0; option < options; option++) {
    const means = drawn.map(({ outcomes }) => {
      const { arrivals, rounds, replications } = outcomes[option]!;
      if (figure === "nothingArrives") return arrivals[0]! / replications;
      return meanOf(countedFromHistogram(figure === "arrivals" ? arrivals : rounds));
    });
    widest = Math.max(widest, precisionHalf(means));
  }
  return widest;
}
