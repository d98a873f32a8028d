import { describe, expect, it } from "vitest";
import type { Setup } from "../scenario/setup.ts";
import { degree, sensor, setup, unit } from "./battery.test-scene.ts";
import { coverageOf, equivalentRadius } from "./coverage.ts";
import { assetCover, footprintOf } from "./footprint.ts";

const request = {
  setup,
  rcs: 1,
  heights: [1000, 10_000],
  classes: ["ballistic", "aircraft"] as const,
  regions: [],
  spacing: 8000,
};

/** The same battery 3 degrees (333 km) to the north, where the first one reaches nothing. */
const north = [36.8 * degree, 42.4 * degree, 190] as const;
const two: Setup = {
  ...setup,
  sensors: [sensor, { ...sensor, id: "radar-2", fireUnit: 1, position: north }],
  fireUnits: [unit, { ...unit, id: "unit-2", engagementSensor: 1, position: north }],
};

describe("the footprint of a fire unit", () => {
  it("is the whole coverage where the unit is the whole defence", () => {
    expect(footprintOf(request, "unit")).toEqual(coverageOf(request));
  });

  it("is its own reach beside others: 60 km against ballistic missiles at 10 km, for both of two", () => {
    for (const id of ["unit", "unit-2"]) {
      const { layers } = footprintOf({ ...request, setup: two }, id);
      const layer = layers.find((each) => each.class === "ballistic" && each.height === 10_000)!;
      expect(Math.abs(equivalentRadius(layer) / 1000 - 60)).toBeLessThan(0.5);
    }
    const whole = coverageOf({ ...request, setup: two }).layers.find(
      (each) => each.class === "ballistic" && each.height === 10_000,
    )!;
    expect(equivalentRadius(whole) / 60_000).toBeCloseTo(Math.SQRT2, 1);
  });

  it("is refused for a unit that is not there, with those that are", () => {
    expect(() => footprintOf({ ...request, setup: two }, "unit-3")).toThrow(
      "unit: expected one of unit, unit-2, got unit-3",
    );
  });
});

describe("what is reached over an asset", () => {
  const asset = (id: string, latitudeDeg: number, arrivalRadius = 0) => ({
    id,
    position: [latitudeDeg * degree, 42.4 * degree, 190] as const,
    arrivalRadius,
  });
  // 56 and 78 km north of the first battery: on either side of its 60 km.
  const assets = [asset("near", 34.3), asset("far", 34.5)];

  it("is the unit whose envelope holds the place: 56 km away is inside 60 km, 78 km is not", () => {
    const [near, far] = assetCover({ ...request, setup: { ...two, assets } });
    const units = (cover: typeof near, of: string) =>
      cover!.reached.find((each) => each.class === of)!.units;
    expect(units(near, "ballistic")).toEqual([[], ["unit"]]);
    expect(units(far, "ballistic")).toEqual([[], []]);
    // The second battery stands 278 and 256 km away and reaches 250 km.
    expect(units(far, "aircraft")).toEqual([["unit"], ["unit"]]);
    expect(far!.seen).toEqual([true, true]);
  });

  it("counts anywhere over its arrival radius: at the battery, within the 3 km that no round reaches", () => {
    const there = [asset("point", 33.8), asset("base", 33.8, 5000), asset("close", 34.38, 5000)];
    const [point, base, close] = assetCover({ ...request, setup: { ...setup, assets: there } });
    const reached = (cover: typeof point) => cover!.reached[0]!.units[1]!;
    expect(reached(point)).toEqual([]);
    expect(reached(base)).toEqual(["unit"]);
    // 64 km away: its near side is within 60 km.
    expect(reached(close)).toEqual(["unit"]);
  });

  it("agrees with the outline that is drawn: inside it or not, at 40 places", () => {
    const many = Array.from({ length: 40 }, (_, k) => asset(`a${k}`, 33.85 + 0.02 * k));
    const cover = assetCover({ ...request, setup: { ...setup, assets: many } });
    const distances = many.map((_, k) => (0.05 + 0.02 * k) * 110.9);
    cover.forEach(({ reached }, k) => {
      const isReached = reached[0]!.units[1]!.length > 0;
      if (Math.abs(distances[k]! - 60) < 1 || distances[k]! < 4) return;
      expect(isReached, `${distances[k]} km`).toBe(distances[k]! < 60);
    });
  });
});
