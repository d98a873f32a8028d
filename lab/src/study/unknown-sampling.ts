/** How the unknowns of a study are drawn: each by itself, or together so that they fill the cube. */
import { latinHypercube, SOBOL_DIMENSIONS_MAX, SobolSequence } from "./sampling.ts";

export const SAMPLING_KINDS = ["independent", "latin", "sobol"] as const;
export type SamplingKind = (typeof SAMPLING_KINDS)[number];

/** The uniform behind an unknown in a draw ≥ 1; undefined for what is drawn by itself. */
export type JointUniform = (path: string, draw: number) => number | undefined;

/**
 * Uniforms of draws 1 … `draws` for the paths, in their alphabetical order. The Latin hypercube
 * depends on the number of draws; draw d of the scrambled Sobol sequence does not.
 *
 * @throws RangeError for more than 256 unknowns in a Sobol sequence.
 */
export function jointUniform(
  kind: Exclude<SamplingKind, "independent">,
  seed: number,
  draws: number,
  paths: readonly string[],
): JointUniform {
  const dimension = new Map(paths.toSorted().map((path, index) => [path, index]));
  if (dimension.size === 0) return () => undefined;
  if (kind === "sobol" && dimension.size > SOBOL_DIMENSIONS_MAX) {
    throw new RangeError(
      `a Sobol sequence takes at most ${SOBOL_DIMENSIONS_MAX} unknowns, got ${dimension.size}`,
    );
  }
  const points = new Map<number, Float64Array>();
  const cube = kind === "latin" ? latinHypercube(draws, dimension.size, seed) : null;
  const sequence = kind === "sobol" ? new SobolSequence(dimension.size, seed) : null;
  const pointOf = (draw: number): Float64Array | undefined => {
    if (cube !== null) return cube[draw - 1];
    const point = points.get(draw) ?? sequence!.point(draw - 1);
    points.set(draw, point);
    return point;
  };
  return (path, draw) => {
    const at = dimension.get(path);
    return at === undefined ? undefined : pointOf(draw)?.[at];
  };
}
