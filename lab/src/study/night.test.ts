import { describe, expect, test } from "vitest";
import { tabulate } from "../engagement/tabulate.ts";
import { playDraw } from "./draw.ts";
import { flatSubject } from "./flat.test-subject.ts";
import { firstNightWith, nightRank } from "./night.ts";

const counted = (draw: number, arrivals: readonly number[]) => ({
  draw,
  replications: arrivals.reduce((sum, each) => sum + each, 0),
  arrivals,
});

describe("a chosen night of a study", () => {
  // 40 nights: 0 arrivals twice, 1 ten times, 2 twenty times, 3 six times, 4 twice.
  const outcomes = [
    counted(0, [100, 0, 0, 0, 0]),
    counted(1, [0, 6, 10, 4, 0]),
    counted(2, [2, 4, 10, 2, 2]),
  ];

  test("has 0, 2 and 3 arrivals as the best, median and worst twentieth of 40 nights", () => {
    expect(nightRank(outcomes, "best")).toEqual({
      arrivals: 0,
      fewer: 0,
      equal: 2,
      nights: 40,
      draw: 2,
    });
    expect(nightRank(outcomes, "median")).toMatchObject({ arrivals: 2, fewer: 12, draw: 1 });
    expect(nightRank(outcomes, "worst")).toMatchObject({ arrivals: 3, fewer: 32, draw: 1 });
  });

  test("is one of draw 0 only where nothing else was drawn", () => {
    expect(nightRank(outcomes.slice(0, 1), "worst").draw).toBe(0);
    expect(() => nightRank([], "best")).toThrow(/at least one/);
  });

  test("is found again as the first replication that the study counted so", () => {
    const subject = flatSubject(["battery"]);
    const plan = {
      draws: 2,
      replications: 40,
      curveReplications: 1,
      walkReplications: 0,
      keepReplications: true,
    };
    const results = [0, 1, 2].map((draw) => playDraw(subject, plan, draw, () => 0));
    const outcomes = results.map(({ outcomes: [only] }) => only!);
    for (const choice of ["best", "median", "worst"] as const) {
      const { arrivals, draw } = nightRank(outcomes, choice);
      const rows = results[draw]!.rows!.trimEnd().split("\n");
      // Columns: option, draw, replication, five fates, …; the fourth fate is `arrived`.
      const arrived = rows.map((row) => Number(row.split(",")[6]));
      const tables = tabulate(subject.setup("battery", draw));
      expect(firstNightWith(tables, arrivals, 40)).toBe(arrived.indexOf(arrivals));
    }
    const tables = tabulate(subject.setup("battery", 1));
    expect(firstNightWith(tables, 9, 40)).toBeNull();
  });
});
