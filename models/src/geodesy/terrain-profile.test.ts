import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { flownRoutePath } from "../trajectory/flown-route.ts";
import { ecefFromGeodetic } from "./ellipsoid.ts";
import { geodesic, geodesicEnd, type SurfacePoint } from "./geodesic.ts";
import { horizonHeight, lineOfSightArc } from "./line-of-sight.ts";
import { TERRAIN_VOID, terrainFromWindow } from "./terrain.ts";
import { ridgeMask } from "./terrain-mask.ts";
import {
  profileSlope,
  refractedSlope,
  TerrainHorizon,
  type TerrainSurface,
  terrainSurface,
} from "./terrain-profile.ts";
import { RELATION_LENGTH, worldWgs84 } from "./world.ts";

const degree = Math.PI / 180;
const site: SurfacePoint = { latitude: 33 * degree, longitude: 44 * degree };
const sea: TerrainSurface = { height: () => 0, highest: 0, postSpacing: 8000 };

/** A wall across all directions: a ring of ground about the site. */
function ring(distance: number, width: number, height: number): TerrainSurface {
  return {
    highest: height,
    postSpacing: 40,
    height: (latitude, longitude) => {
      const from = geodesic(site, { latitude, longitude }).distance;
      return from >= distance && from <= distance + width ? height : 0;
    },
  };
}

function etopo5(): TerrainSurface {
  const file = new URL("../../../catalogue/terrain/middle_east.i16le", import.meta.url);
  return terrainSurface(
    terrainFromWindow(readFileSync(file), {
      rows: 301,
      columns: 420,
      northDeg: 45,
      southDeg: 20,
      westDeg: 30.000277842093077,
      eastDeg: 64.91726788608474,
    }),
  );
}

describe("over the smooth sea", () => {
  test("a drone at 60 m is first seen by a 7 m antenna inside 43 km", () => {
    const horizon = new TerrainHorizon(sea, site, 7);
    let seen = 60_000;
    while (horizon.margin(1, seen, 60) < 0) seen -= 10;
    expect(seen).toBeLessThan(43_000);
    // The closed form; looks are 2 km apart.
    expect(Math.abs(seen - lineOfSightArc(7, 60))).toBeLessThan(200);
  });

  test("the least height that is seen is that of the horizon within 3 m up to 300 km", () => {
    const horizon = new TerrainHorizon(sea, site, 20);
    for (const distance of [30e3, 60e3, 120e3, 300e3]) {
      const difference = horizon.visibleHeightMin(2, distance) - horizonHeight(20, distance);
      expect(Math.abs(difference)).toBeLessThan(3);
    }
  });
});

describe("behind a ridge of 300 m at 10 km", () => {
  const surface = ring(10_007, 60, 300);
  const horizon = new TerrainHorizon(surface, site, 20, { rangeStep: 10, azimuthCount: 360 });

  test("a threat at 40 km is hidden below 1,210 m, as the closed form says within 2 m", () => {
    const closed = ridgeMask(20, 300, 10_007, 40_000).visibleHeightMin;
    expect(Math.abs(horizon.visibleHeightMin(0.7, 40_000) - closed)).toBeLessThan(2);
  });

  test("a cruise missile at 900 m appears where the closed form says, within 50 m", () => {
    const start = geodesicEnd(site, 0.3, 60_000);
    const path = flownRoutePath({
      world: "wgs84",
      waypoints: [start, site].map(({ latitude, longitude }) => ({
        place: [latitude, longitude],
        height: 900,
        above: "ellipsoid",
        speed: 250,
      })),
      limits: {},
      ground: () => 0,
      stepSeconds: 0.02,
    });
    const { x, y, z } = ecefFromGeodetic(site.latitude, site.longitude, 0);
    const from = worldWgs84.site([x, y, z]);
    const relation = new Float64Array(RELATION_LENGTH);
    let appears = 0;
    for (let k = 0; k < path.count && appears === 0; k++) {
      worldWgs84.relate(from, path.positions, 3 * k, relation);
      if (horizon.margin(relation[2]!, relation[0]!, relation[4]!) >= 0) appears = relation[0]!;
    }
    // Where the closed form lets 900 m be seen, by halving.
    let [near, far] = [11_000, 59_000];
    while (far - near > 0.1) {
      const middle = (near + far) / 2;
      if (ridgeMask(20, 300, 10_007, middle).visibleHeightMin > 900) far = middle;
      else near = middle;
    }
    expect(near).toBeGreaterThan(30_000);
    expect(Math.abs(appears - near)).toBeLessThan(50);
  });

  test("nothing is hidden in front of it", () => {
    expect(horizon.margin(2, 9000, 50)).toBeGreaterThan(0);
    expect(horizon.margin(2, 11_000, 50)).toBeLessThan(0);
  });
});

describe("where the ground is not known", () => {
  const posts = new Int16Array(9).fill(0);
  const window = { rows: 3, columns: 3, northDeg: 34, southDeg: 32, westDeg: 43, eastDeg: 45 };
  const grid = { ...window, posts };

  test("a line of sight through it is refused, unless it passes above all mountains", () => {
    const horizon = new TerrainHorizon(terrainSurface(grid), site, 50, { rangeStep: 2000 });
    expect(() => horizon.margin(0, 200_000, 5000)).toThrow(/known ground.*got none 11[01] km/);
    expect(horizon.margin(0, 200_000, 60_000)).toBeGreaterThan(0);
    expect(horizon.margin(0, 500_000, 1000)).toBeLessThan(0);
  });

  test("a void is as unknown as the outside, and sea beds are sea", () => {
    const surface = terrainSurface({
      ...window,
      posts: Int16Array.of(-3000, -3000, -3000, 5, 5, 5, TERRAIN_VOID, 5, 5),
    });
    expect(surface.height(34 * degree, 44 * degree)).toBe(0);
    expect(surface.height(32.2 * degree, 43.2 * degree)).toBeNaN();
    expect(surface.height(35 * degree, 44 * degree)).toBeNaN();
  });
});

describe("over the shipped terrain", () => {
  const surface = etopo5();
  // Ain al-Asad, Baghdad, Erbil, Kermanshah, Isfahan, Basra.
  const places: readonly (readonly [number, number])[] = [
    [33.7856, 42.4412],
    [33.31, 44.37],
    [36.2374, 43.9632],
    [34.31, 47.07],
    [32.65, 51.67],
    [30.5, 47.8],
  ];

  test("rays and the exact profile agree on what is seen in 3,590 of 3,600 looks, and else within 25 m", () => {
    let [looks, differ, worst] = [0, 0, 0];
    for (const [latitudeDeg, longitudeDeg] of places) {
      const at = { latitude: latitudeDeg * degree, longitude: longitudeDeg * degree };
      const antenna = surface.height(at.latitude, at.longitude) + 10;
      const horizon = new TerrainHorizon(surface, at, antenna);
      for (let azimuth = 0.013; azimuth < 6.28; azimuth += 0.21) {
        for (const distance of [30e3, 80e3, 150e3, 250e3]) {
          const exact = profileSlope(surface, at, antenna, azimuth, distance, 500);
          const end = geodesicEnd(at, azimuth, distance);
          const ground = surface.height(end.latitude, end.longitude);
          for (const above of [100, 500, 1000, 3000, 10_000]) {
            const slope = refractedSlope(antenna, ground + above, distance);
            looks++;
            const margin = horizon.margin(azimuth, distance, ground + above);
            if (margin >= 0 === slope - exact >= 0) continue;
            differ++;
            worst = Math.max(worst, Math.abs(slope - exact) * distance);
          }
        }
      }
    }
    expect(looks).toBe(3600);
    expect(differ).toBeLessThanOrEqual(10);
    // Where they differ, the point stands this close to the edge of sight, metres.
    expect(worst).toBeLessThan(25);
  });
});
