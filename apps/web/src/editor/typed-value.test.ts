import { describe, expect, test } from "vitest";
import { shownText, typedValue } from "./typed-value.ts";

const figure = { kind: "figure", least: 0, most: 9, isWhole: false, takesRange: true } as const;
const quantity = { ...figure, word: "never" };

describe("what is typed into a form", () => {
  test.each([
    ["72", 72],
    ["[0, 8, 16]", [0, 8, 16]],
    ["1..2..5", [1, 2, 5]],
    ["never", "never"],
    ["", undefined],
    ["[1, 2", "[1, 2"],
    ["seventy", "seventy"],
  ])("%s is read", (typed, value) => {
    expect(typedValue(typed, quantity)).toEqual(value);
  });

  test("is a text where a text is wanted, and a list where a list is", () => {
    expect(typedValue("12", { kind: "text" })).toBe("12");
    expect(typedValue("2, 1", { kind: "values" })).toEqual([2, 1]);
    expect(typedValue("ballistic", { kind: "values" })).toEqual(["ballistic"]);
  });

  test("comes back as it was", () => {
    for (const value of [72, [0, 8, 16], "never"]) {
      expect(typedValue(shownText(value), quantity)).toEqual(value);
    }
  });
});
