import { expect, test } from "vitest";
import { scene } from "../engagement/flat.test-scene.ts";
import { setupDifference } from "./setup-difference.ts";

test("what differs between two setups is named in words, a limit as the greatest or the least", () => {
  const before = scene();
  const unit = before.fireUnits[0]!;
  const slot = unit.magazines[0]!;
  const envelope = { ...slot.envelopes.ballistic!, threatSpeedMax: 1, rangeMin: 1 };
  const magazines = [{ ...slot, envelopes: { ...slot.envelopes, ballistic: envelope } }];
  const after = { ...before, fireUnits: [{ ...unit, magazines, reactionSeconds: 99 }] };
  expect(setupDifference(before, after).map(({ words }) => words)).toEqual([
    "the least range",
    "the greatest threat speed",
    "reaction seconds",
  ]);
  expect(setupDifference(before, before)).toEqual([]);
});
