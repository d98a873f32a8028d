/**
 * A raid whose mix was never published: how many of each kind is drawn, and this is the fixed rule
 * that says which threats those are.
 */

/**
 * Counts written under a raid of `writtenSize`, for a raid of another size: the boundaries between
 * the kinds keep their place in the raid, rounded to whole threats. Counts sum to `size`.
 */
export function scaledCounts(
  counts: readonly number[],
  writtenSize: number,
  size: number,
): number[] {
  let sum = 0;
  let before = 0;
  return counts.map((count) => {
    sum += count;
    const boundary = Math.round((sum * size) / writtenSize);
    const share = boundary - before;
    before = boundary;
    return share;
  });
}

/**
 * Kinds spread evenly over a sequence: each place goes to the kind that is furthest behind its
 * share of the places so far, ties to the kind listed first.
 *
 * @example evenSpread([2, 4]) // [1, 0, 1, 1, 0, 1]
 */
export function evenSpread(counts: readonly number[]): number[] {
  const size = counts.reduce((sum, count) => sum + count, 0);
  const given = counts.map(() => 0);
  return Array.from({ length: size }, (_, place) => {
    let chosen = -1;
    let furthest = Number.NEGATIVE_INFINITY;
    for (const [kind, count] of counts.entries()) {
      if (given[kind]! >= count) continue;
      const behind = count * (place + 1) - given[kind]! * size;
      if (behind > furthest) {
        furthest = behind;
        chosen = kind;
      }
    }
    given[chosen]! += 1;
    return chosen;
  });
}

export interface Allotment {
  /** Index of a type by launch order. */
  readonly types: readonly number[];
  /** Index of an asset by launch order. */
  readonly assets: readonly number[];
}

/**
 * Types and assets of a raid by launch order. Assets are spread evenly over the launch order; types
 * are spread evenly over the threats sorted by asset, then by launch order, so that every asset
 * meets the same mix.
 */
export function allotment(
  typeCounts: readonly number[],
  assetCounts: readonly number[],
): Allotment {
  const assets = evenSpread(assetCounts);
  const byAsset = assets
    .map((asset, place) => ({ asset, place }))
    .sort((a, b) => a.asset - b.asset || a.place - b.place);
  const types = assets.map(() => 0);
  for (const [index, type] of evenSpread(typeCounts).entries()) types[byAsset[index]!.place] = type;
  return { types, assets };
}
