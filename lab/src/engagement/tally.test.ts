import { expect, test } from "vitest";
import { Tally } from "./tally.ts";

test("a tally is empty after it is cleared, even if it was filled before it was ever cleared", () => {
  const tally = new Tally(2, 3, 4);
  const counts = [tally.arrivals, tally.fates, tally.rounds, tally.pairs, tally.limits];
  expect(counts.map((count) => count.length)).toEqual([2, 5, 4, 45, 15]);
  counts.forEach((count, k) => {
    count.fill(k + 1);
  });
  counts.forEach((count, k) => {
    expect(new Set(count)).toEqual(new Set([k + 1]));
  });
  tally.roundsWasted = 3;
  tally.clear();
  for (const count of counts) expect(count.every((value) => value === 0)).toBe(true);
  expect(tally.roundsWasted).toBe(0);
});
