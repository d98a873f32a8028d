import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { NotedValue } from "../engine/message.ts";
import { spanOf, unitText, writtenEnds } from "./value-span.ts";

function noted(part: Partial<NotedValue>): NotedValue {
  return {
    path: "a.b",
    names: [],
    name: "b",
    written: 1,
    unit: "km",
    isCount: false,
    lower: 1,
    likely: 1,
    upper: 1,
    sources: [],
    confidence: "low",
    kind: "assumption",
    note: "",
    origin: "fact",
    alternatives: [],
    options: [],
    ...part,
  } as NotedValue;
}

describe("the span of a slider", () => {
  test("stops at 0.05 and 0.5 m² exactly, where a step of 0.02 would show 0.06", () => {
    const value = noted({ written: [0.05, 0.1, 0.5], lower: 0.05, upper: 0.5, unit: "m2" });
    const { least, most, step } = spanOf(value);
    for (const end of [0.05, 0.5]) {
      expect(Math.abs(end / step - Math.round(end / step))).toBeLessThan(1e-6);
      expect(end).toBeGreaterThanOrEqual(least);
      expect(end).toBeLessThanOrEqual(most);
    }
  });

  test("holds every value of three digits that is written, whatever its size", () => {
    const figure = fc
      .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: -3, max: 6 }))
      .map(([digits, power]) => Number(`${digits}e${power}`));
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        const [lower, upper] = a < b ? [a, b] : [b, a];
        const { least, most } = spanOf(noted({ written: [lower, upper], lower, upper }));
        expect(least).toBeLessThanOrEqual(lower);
        expect(most).toBeGreaterThanOrEqual(upper);
      }),
    );
  });

  test("of a count goes in whole steps from 1", () => {
    expect(spanOf(noted({ written: 72, lower: 72, upper: 72, unit: "rounds" }))).toEqual({
      least: 1,
      most: 200,
      step: 1,
    });
  });

  test("knows the ends as they are written, and the unit as a reader writes it", () => {
    expect(writtenEnds(noted({ written: [1, 2, 4] }))).toEqual([1, 4]);
    expect(unitText(noted({ unit: "deg (WGS-84)" }))).toBe("°");
    expect(unitText(noted({ unit: "fraction" }))).toBe("");
  });
});
