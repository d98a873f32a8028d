/** Round moments for a time axis. */

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800];

/** Moments within a span, at most about `count` of them, a round step apart. */
export function tickSeconds([first, last]: readonly [number, number], count: number): number[] {
  const wanted = (last - first) / Math.max(1, count);
  const step = STEPS.find((each) => each >= wanted) ?? Math.ceil(wanted / 86_400) * 86_400;
  const ticks: number[] = [];
  for (let tick = Math.ceil(first / step) * step; tick <= last; tick += step) ticks.push(tick);
  return ticks;
}
