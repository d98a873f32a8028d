/** Counts with a known chance, for tests of what statistics find. */

/** Chances of at most k of so many trials, as far as they matter. */
export function binomialBelow(trials: number, p: number): number[] {
  const below: number[] = [];
  // Begun at the most likely count, for the chance of none may be too small to be held.
  const mode = Math.floor((trials + 1) * p);
  const weights = new Map<number, number>([[mode, 1]]);
  for (let k = mode; k < trials && weights.get(k)! > 1e-18; k++) {
    weights.set(k + 1, (weights.get(k)! * (trials - k) * p) / ((k + 1) * (1 - p)));
  }
  for (let k = mode; k > 0 && weights.get(k)! > 1e-18; k--) {
    weights.set(k - 1, (weights.get(k)! * k * (1 - p)) / ((trials - k + 1) * p));
  }
  const all = [...weights.values()].reduce((a, b) => a + b, 0);
  let sum = 0;
  for (let k = 0; k <= trials && sum / all < 1 - 1e-15; k++) {
    sum += weights.get(k) ?? 0;
    below.push(sum / all);
  }
  return below;
}

/** The count below whose chance a uniform falls. */
export const countAt = (below: readonly number[], u: number): number => {
  const k = below.findIndex((chance) => u < chance);
  return k < 0 ? below.length - 1 : k;
};
