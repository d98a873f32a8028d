import { readFileSync } from "node:fs";
import { terrainFromPacked } from "@pavise/catalogue";
import { terrainHeight } from "@pavise/models";
import { describe, expect, it } from "vitest";
import { CourseCache } from "../engagement/course.ts";
import { dress } from "./dress.ts";
import { realCatalogue, scenarioText } from "./real-files.test-support.ts";
import { scenarioFromText } from "./scenario.ts";

const folder = new URL("../../../catalogue/terrain/", import.meta.url);
const about = JSON.parse(readFileSync(new URL("middle_east.json", folder), "utf8"));
const posts = readFileSync(new URL(about.file, folder)).toString("base64");
const shipped = terrainFromPacked({ ...about, posts });
const catalogue = { ...realCatalogue, terrain: () => shipped };

const degree = Math.PI / 180;
const text = scenarioText("s400-over-iraq");
const route = /route:\n {6}- \{lat_deg: 31\.5, lon_deg: 43\.0, altitude_m: 400\}\n.*\n.*\n/;

/** The shipped scenario with another route for its cruise missile. */
function setupWith(lines: readonly string[], more = "", terrain = "smooth") {
  const written = text
    .replace(route, `route:\n${lines.map((line) => `      - ${line}\n`).join("")}${more}`)
    .replace("world: wgs84", `world: wgs84\nterrain: ${terrain}`);
  const scenario = scenarioFromText(written, "s.yaml");
  return dress(scenario, catalogue, { option: "all-round", seed: 1, draw: 0 });
}

const across = [
  "{lat_deg: 34.6, lon_deg: 45.8, height_above_ground_m: 100}",
  "{lat_deg: 33.9, lon_deg: 44.0, height_above_ground_m: 60}",
  "{place: ain_al_asad, height_above_ground_m: 0}",
];

describe("a route above the ground", () => {
  it("lies above the height of the place where it ends, where the Earth is smooth", () => {
    const setup = setupWith(across);
    const course = setup.courses[1]!;
    const path = new CourseCache().pathOf("wgs84", course);
    expect(path.heights[0]).toBe(288);
    expect(path.heights.at(-1)).toBe(188);
  });

  it("keeps at least its height above the terrain where it is coarse, within a metre", () => {
    const limits = "    limits: {climb_rate_max_m_s: 10, descent_rate_max_m_s: 10}\n";
    const setup = setupWith(across, limits, "coarse");
    const path = new CourseCache().pathOf("wgs84", setup.courses[1]!, setup.terrain);
    expect(setup.courses[1]).toMatchObject({ ground: "terrain", limits: { climbRateMax: 10 } });
    const ground = terrainHeight(shipped.grid, 34.6 * degree, 45.8 * degree);
    expect(path.heights[0]! - 100).toBeCloseTo(ground, 0);
    expect(path.heights.at(-1)! - setup.assets[0]!.position[2]).toBeCloseTo(0, 3);
  });
});

describe("a route that cannot be flown is refused with file, line and column", () => {
  const complaint = (lines: readonly string[], more = ""): string => {
    try {
      setupWith(lines, more);
      return "none";
    } catch (error) {
      return (error as Error).message;
    }
  };

  it("for a turn its legs have no room for", () => {
    const corner = "{lat_deg: 32.5, lon_deg: 43.9, height_above_ground_m: 60}";
    const sharp = [across[0]!, corner, across[2]!];
    const said = complaint(sharp, "    limits: {turn_radius_m: 400000}\n");
    expect(said).toMatch(
      /^s\.yaml:\d+:9 raid\[1\]\.route\[1\]: expected legs long enough for a turn/,
    );
  });

  it("for a waypoint twice, and for two heights", () => {
    expect(complaint([across[0]!, across[2]!, across[2]!])).toMatch(
      /route\[2\]: expected another place than the waypoint before it, got the same/,
    );
    const both = "{place: ain_al_asad, altitude_m: 3, height_above_ground_m: 1}";
    expect(complaint([across[0]!, both])).toMatch(/route\[1\]\.height_above_ground_m: .*not both/);
  });

  it("for a negative height", () => {
    const under = "{lat_deg: 34, lon_deg: 44, height_above_ground_m: -5}";
    expect(complaint([under, across[2]!])).toMatch(/^s\.yaml:\d+:\d+ .*from 0 to 100000, got -5/);
  });
});
