import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Envelope,
  firstObstacle,
  isInHeight,
  isInRange,
  isInSector,
  isTooFast,
  type Sector,
  type ThreatPlacement,
} from "./envelope.ts";

const envelope: Envelope = {
  rangeMin: 3000,
  rangeMax: 60_000,
  heightMin: 2000,
  heightMax: 27_000,
  threatSpeedMax: 4800,
};
const degrees = Math.PI / 180;
const westward: Sector = { azimuthCentre: 270 * degrees, width: 120 * degrees };
const allRound: Sector = { azimuthCentre: 0, width: 2 * Math.PI };
const reachable: ThreatPlacement = {
  azimuth: 280 * degrees,
  elevation: 40 * degrees,
  groundRange: 20_000,
  height: 15_000,
  speed: 2000,
  isVisible: true,
};

describe("a sector of 120° facing west", () => {
  test("holds 210.1° and 329.9° but not 209.9° and 330.1°", () => {
    const seen = [210.1, 329.9, 209.9, 330.1].map((azimuth) =>
      isInSector(westward, azimuth * degrees),
    );
    expect(seen).toEqual([true, true, false, false]);
  });

  test("does not care by how many turns an azimuth is written", () => {
    fc.assert(
      fc.property(
        fc
          .double({ min: 0, max: 360, noNaN: true })
          .filter((azimuth) => Math.abs(azimuth - 210) > 1e-6 && Math.abs(azimuth - 330) > 1e-6),
        fc.integer({ min: -3, max: 3 }),
        (azimuth, turns) => {
          const once = isInSector(westward, azimuth * degrees);
          expect(isInSector(westward, (azimuth + 360 * turns) * degrees)).toBe(once);
        },
      ),
    );
  });

  test("a sector of a full turn holds every azimuth", () => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (azimuth) => {
        expect(isInSector(allRound, azimuth)).toBe(true);
      }),
    );
  });
});

describe("an envelope of 3–60 km, 2–27 km, 4.8 km/s", () => {
  test("includes its own edges", () => {
    expect([3000, 60_000, 2999, 60_001].map((range) => isInRange(envelope, range))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([2000, 27_000, 1999, 27_001].map((height) => isInHeight(envelope, height))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([4800, 4801].map((speed) => isTooFast(envelope, speed))).toEqual([false, true]);
  });

  test("has nothing in the way of a threat at 20 km, 15 km up, 2 km/s, in view", () => {
    expect(firstObstacle(envelope, westward, 70 * degrees, reachable)).toBeNull();
  });

  test("names obstacles in the order of the refusal chain", () => {
    // Everything is wrong at first; each line puts one more thing right.
    const wrong: ThreatPlacement = {
      azimuth: 90 * degrees,
      elevation: 80 * degrees,
      groundRange: 90_000,
      height: 40_000,
      speed: 6000,
      isVisible: false,
    };
    const steps: [Partial<ThreatPlacement>, string | null][] = [
      [{}, "outside-sector"],
      [{ azimuth: reachable.azimuth }, "outside-sector"],
      [{ elevation: reachable.elevation }, "below-horizon-or-masked"],
      [{ isVisible: true }, "outside-range"],
      [{ groundRange: reachable.groundRange }, "outside-height"],
      [{ height: reachable.height }, "too-fast"],
      [{ speed: reachable.speed }, null],
    ];
    let placement = wrong;
    for (const [change, obstacle] of steps) {
      placement = { ...placement, ...change };
      expect(firstObstacle(envelope, westward, 70 * degrees, placement)).toBe(obstacle);
    }
  });
});
