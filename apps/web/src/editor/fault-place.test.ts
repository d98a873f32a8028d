import { Text } from "@codemirror/state";
import { describe, expect, test } from "vitest";
import { lineOfPlace, spanOfPlace } from "./fault-place.ts";

const text = Text.of(["schema: a", "raid:", "  - count: minus"]);

describe("the place of a fault", () => {
  test("is line 3, column 12 of mine.yaml:3:12, whatever the name", () => {
    expect(lineOfPlace("mine.yaml:3:12")).toEqual([3, 12]);
    expect(lineOfPlace("a:9:9.yaml:3:12")).toEqual([3, 12]);
    expect(lineOfPlace("--set")).toBeNull();
  });

  test("is marked from there to the end of its line", () => {
    const [from, to] = spanOfPlace(text, "mine.yaml:3:12");
    expect(text.sliceString(from, to)).toBe("minus");
  });

  test("that lies beyond the text is marked at its end", () => {
    expect(spanOfPlace(text, "mine.yaml:99:1")).toEqual([16, text.length]);
    expect(spanOfPlace(text, undefined)).toEqual([0, 1]);
  });
});
