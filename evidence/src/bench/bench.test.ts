import { packedCatalogue } from "@pavise/catalogue/packed";
import { tabulate } from "@pavise/lab";
import { describe, expect, test } from "vitest";
import { prepared } from "../baseline/prepared.ts";
import { baselineReplication } from "../baseline/replication.ts";
import { largeRaid } from "../setups/large-raid.ts";
import { measured, measuredTables } from "./measure.ts";

describe("the bench", () => {
  test("plays engine and baseline in turns and answers three positive speeds", () => {
    const size = { rounds: 2, engineSeconds: 0.02, baselineSeconds: 0.02 };
    const result = measured("raid of 12", largeRaid(12), size, 1);
    expect(result.enginePerSecond).toBeGreaterThan(0);
    expect(result.baselinePerSecond).toBeGreaterThan(0);
    expect(result.ratio).toBeCloseTo(result.enginePerSecond / result.baselinePerSecond, 9);
    expect(result.threats).toBe(12);
  });

  test("its raid of 60 is fought: more than half are killed, by more than three units", () => {
    const setup = largeRaid(60);
    const { fates, rounds } = baselineReplication(setup, prepared(setup, 1), 0);
    expect(fates.reduce((sum, count) => sum + count, 0)).toBe(60);
    expect(fates[1]).toBeGreaterThan(30);
    expect(rounds.filter((spent) => spent > 0).length).toBeGreaterThan(3);
  });

  test("builds tables of 12 threats over coarse terrain, whose ground hides some of them", () => {
    const terrain = packedCatalogue().terrain!();
    const setup = largeRaid(12, terrain);
    const { threats, units, tableSeconds } = measuredTables("raid of 12", setup);
    expect([threats, units]).toEqual([12, 8]);
    expect(tableSeconds).toBeGreaterThan(0);
    // The same paths and sites, with nothing but the curve of the Earth in between.
    const { terrain: _, ...bare } = setup;
    const courses = bare.courses.map((course) =>
      course.kind === "route" ? { ...course, ground: 0 } : course,
    );
    expect(tabulate(setup).hash).not.toBe(tabulate({ ...bare, courses }).hash);
  });
});
