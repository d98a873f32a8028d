import { describe, expect, test } from "vitest";
import { emptyState } from "../state/lab-state.ts";
import { labStore } from "../state/lab-store.ts";
import { changeWish, endsOfWish, figureText, wishOf } from "./wishes.ts";

describe("a wish", () => {
  test("takes the place of the wish for the same path, and no other", () => {
    labStore.change({ ...emptyState, sets: ["a.b=1", "a.bc=2"] });
    changeWish("a.b", "3..4");
    expect(labStore.current().sets).toEqual(["a.b=3..4", "a.bc=2"]);
    changeWish("a.b", undefined);
    expect(labStore.current().sets).toEqual(["a.bc=2"]);
    expect(wishOf(labStore.current().sets, "a.b")).toBeUndefined();
  });

  test("has two ends: 3..5 and 3..4..5 alike, and 4 twice", () => {
    expect(endsOfWish("3..5")).toEqual([3, 5]);
    expect(endsOfWish("3..4..5")).toEqual([3, 5]);
    expect(endsOfWish("4")).toEqual([4, 4]);
    expect(endsOfWish("unlimited")).toBeNull();
  });

  test("is written in six digits", () => {
    expect(figureText(0.1 + 0.2)).toBe("0.3");
    expect(figureText(12345.67)).toBe("12345.7");
  });
});
