import { type TerrainWindow, terrainHash } from "@pavise/catalogue";
import { journalOf, type Setup, tabulate } from "@pavise/lab";
import { geodesic, lineOfSightArc, ridgeMask } from "@pavise/models";
import { describe, expect, it } from "vitest";

// Through the engine: tables are built, a night is played, and its journal says when the track formed.

const degree = Math.PI / 180;
const SITE = [33.3 * degree, 44.375 * degree, 0] as const;

interface Flight {
  readonly height: number;
  readonly speed: number;
  readonly terrain?: TerrainWindow;
}

/** A threat that flies straight south at an antenna of 7 m, which looks twenty times a second. */
function setupOf({ height, speed, terrain }: Flight): Setup {
  const start = [33.9 * degree, SITE[1], height] as const;
  return {
    world: "wgs84",
    seed: 1,
    draw: 0,
    ...(terrain === undefined ? {} : { terrain }),
    assets: [{ id: "site", position: SITE, arrivalRadius: 1000 }],
    courses: [
      {
        kind: "route",
        waypoints: [start, [SITE[0], SITE[1], height]],
        speeds: [speed, speed],
      },
    ],
    threats: [
      {
        id: "threat",
        type: "threat",
        class: "cruise",
        course: 0,
        launchSeconds: 0,
        asset: 0,
        rcs: 1,
        swerling: 0,
        flightReliability: 1,
        failureFractions: [],
        cep: 0,
        unitCostUsd: 0,
      },
    ],
    sensors: [
      {
        id: "radar",
        role: "acquisition",
        fireUnit: -1,
        commandPost: 0,
        position: SITE,
        mastHeight: 7,
        detection: { kind: "step", range: 200_000, probability: 1 },
        scanPeriod: 0.05,
        scanPhase: 0,
        initiationM: 1,
        initiationN: 1,
        elevationMin: -Math.PI / 2,
        elevationMax: Math.PI / 2,
        sector: { centre: 0, width: 2 * Math.PI },
      },
    ],
    commandPosts: [{ id: "post", dropSeconds: 10 }],
    fireUnits: [],
  };
}

/** Ground distance (m) from the antenna at which the track forms. */
function firstSeen(flight: Flight): number {
  const { journal } = journalOf(tabulate(setupOf(flight)), 0);
  const formed = journal.records.filter(({ kind }) => kind === "track-formed");
  expect(formed).toHaveLength(1);
  const whole = geodesic(
    { latitude: 33.9 * degree, longitude: SITE[1] },
    { latitude: SITE[0], longitude: SITE[1] },
  ).distance;
  return whole - formed[0]!.seconds * flight.speed;
}

/** A wall across the north, 0.18 degrees from the site; posts 93 m apart. */
function wall(height: number): TerrainWindow {
  const [rows, columns] = [901, 901];
  const posts = new Int16Array(rows * columns);
  const row = Math.round((34 - 33.48) / (0.75 / (rows - 1)));
  posts.fill(height, (row - 2) * columns, (row + 1) * columns);
  const grid = { rows, columns, northDeg: 34, southDeg: 33.25, westDeg: 44, eastDeg: 44.75, posts };
  const about = { id: "wall", title: "A wall", source: "made up", licence: "none" };
  return { ...about, hash: terrainHash(grid), grid };
}

describe("when the engine first has a track", () => {
  it("of a drone at 60 m from an antenna of 7 m over smooth Earth: inside 43 km, within 10 m of the horizon", () => {
    const seen = firstSeen({ height: 60, speed: 50 });
    expect(seen).toBeLessThan(43_000);
    expect(Math.abs(seen - lineOfSightArc(7, 60))).toBeLessThan(10);
  });

  for (const height of [800, 1000]) {
    it(`of a cruise missile at 2,000 m behind a ridge of ${height} m: where the closed form says, within 50 m`, () => {
      const seen = firstSeen({ height: 2000, speed: 250, terrain: wall(height) });
      const ridge = geodesic(
        { latitude: 33.48 * degree, longitude: SITE[1] },
        { latitude: SITE[0], longitude: SITE[1] },
      ).distance;
      let [near, far] = [ridge + 1000, 66_000];
      while (far - near > 0.1) {
        const middle = (near + far) / 2;
        if (ridgeMask(7, height, ridge, middle).visibleHeightMin > 2000) far = middle;
        else near = middle;
      }
      expect(near).toBeLessThan(65_900);
      expect(Math.abs(seen - near)).toBeLessThan(50);
    });
  }

  it("of the same missile without the ridge: as soon as it starts, 66.5 km away", () => {
    expect(firstSeen({ height: 2000, speed: 250, terrain: wall(0) })).toBeGreaterThan(66_400);
  });
});
