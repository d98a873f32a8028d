import { radiansFromDegrees } from "@pavise/kernel";
import { geodesic } from "@pavise/models";
import { expect, test } from "vitest";
import { azimuthalEquidistant } from "./projection.ts";

const centre = [34, 45] as const;
const project = azimuthalEquidistant(centre);

function kilometres(a: readonly [number, number], b: readonly [number, number]): number {
  const place = ([latitude, longitude]: readonly [number, number]) => ({
    latitude: radiansFromDegrees(latitude),
    longitude: radiansFromDegrees(longitude),
    height: 0,
  });
  return geodesic(place(a), place(b)).distance / 1000;
}

test("distances from the middle of a map are within 0.4 % of the ellipsoid's, out to 1,000 km", () => {
  for (const to of [
    [43, 45],
    [25, 45],
    [34, 55.8],
    [34, 34.2],
    [40, 51],
  ] as const) {
    const [east, north] = project(to);
    const drawn = Math.sqrt(east * east + north * north);
    // A sphere of mean radius differs from the ellipsoid by up to 0.35 % at this latitude.
    expect(Math.abs(drawn / kilometres(centre, to) - 1)).toBeLessThan(0.004);
  }
});

test("Erbil lies 306 km from Ain al-Asad on the map, too", () => {
  const [asad, erbil] = [
    [33.7856, 42.4412],
    [36.2381, 43.9467],
  ] as const;
  const [x, y] = [project(asad), project(erbil)];
  const drawn = Math.sqrt((x[0] - y[0]) ** 2 + (x[1] - y[1]) ** 2);
  expect(Math.abs(drawn - kilometres(asad, erbil))).toBeLessThan(2);
});

test("north is up and east is right", () => {
  expect(project([35, 45])[1]).toBeGreaterThan(100);
  expect(project([34, 46])[0]).toBeGreaterThan(80);
});
