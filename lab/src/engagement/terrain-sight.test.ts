import { readFileSync } from "node:fs";
import { terrainFromPacked, terrainHash } from "@pavise/catalogue";
import { ridgeMask } from "@pavise/models";
import { describe, expect, it } from "vitest";
import { dress } from "../scenario/dress.ts";
import { realCatalogue, scenarioText } from "../scenario/real-files.test-support.ts";
import { scenarioFromText } from "../scenario/scenario.ts";
import type { SensorSetup, Setup, ThreatSetup } from "../scenario/setup.ts";
import { CourseCache, siteOf, worldOf } from "./course.ts";
import { sightOf } from "./sight.ts";
import { tabulate } from "./tabulate.ts";
import { spansOf, viewOf } from "./view.ts";

const degree = Math.PI / 180;
const terrainFolder = new URL("../../../catalogue/terrain/", import.meta.url);
const about = JSON.parse(readFileSync(new URL("middle_east.json", terrainFolder), "utf8"));
const posts = readFileSync(new URL(about.file, terrainFolder)).toString("base64");
const shipped = terrainFromPacked({ ...about, posts });
const catalogue = { ...realCatalogue, terrain: () => shipped };
const text = scenarioText("ain-al-asad-2020");
const over = (ground: string): string => text.replace("world: wgs84", `world: wgs84\n${ground}`);

describe("terrain in a scenario", () => {
  it("that is smooth gives the tables of a scenario that says nothing of terrain", () => {
    const [plain, smooth] = [text, over("terrain: smooth")].map((written) =>
      dress(scenarioFromText(written, "s.yaml"), catalogue, { option: "s400", seed: 1, draw: 1 }),
    );
    expect(tabulate(smooth!).hash).toBe(tabulate(plain!).hash);
  });

  it("that is coarse puts Erbil at 493 m, where the posts have it, and not at 409 m", () => {
    const scenario = scenarioFromText(over("terrain: coarse"), "s.yaml");
    const setup = dress(scenario, catalogue, { option: "s400", seed: 1, draw: 0 });
    expect(setup.assets[1]!.position[2]).toBeCloseTo(492.9, 1);
    expect(setup.fireUnits[1]!.position).toEqual(setup.assets[1]!.position);
  });

  it("is refused with its place: on the flat world, without heights, outside the window", () => {
    const complaint = (written: string, known = catalogue): string => {
      try {
        const scenario = scenarioFromText(written, "s.yaml");
        dress(scenario, known, { option: "none", seed: 1, draw: 0 });
        return "none";
      } catch (error) {
        return (error as Error).message;
      }
    };
    const { terrain: _, ...bare } = catalogue;
    expect(complaint(over("terrain: coarse"), bare as typeof catalogue)).toMatch(
      /^s\.yaml:\d+:\d+ terrain: expected smooth, as this catalogue has no ground heights/,
    );
    const kyiv = over("terrain: coarse").replace("place: erbil", "place: kyiv");
    expect(complaint(kyiv)).toMatch(/assets\[1\]: expected a place inside the terrain etopo5/);
    const flat = over("terrain: coarse").replace("world: wgs84", "world: flat");
    expect(complaint(flat)).toMatch(/terrain: expected smooth, or nothing, in the world flat/);
  });
});

describe("a cruise missile behind a ridge of 1,000 m", () => {
  // Posts 93 m apart over a degree and a half: a wall across the north, 20 km from the site.
  const [rows, columns] = [901, 901];
  const window = { rows, columns, northDeg: 34, southDeg: 33.25, westDeg: 44, eastDeg: 44.75 };
  const site = [33.3 * degree, 44.375 * degree, 0] as const;
  const heights = new Int16Array(rows * columns);
  const wall = Math.round((34 - (33.3 + 0.18)) / (0.75 / (rows - 1)));
  for (let row = wall - 2; row <= wall; row++)
    heights.fill(1000, row * columns, (row + 1) * columns);
  const grid = { ...window, posts: heights };
  const terrain = { ...shipped, hash: terrainHash(grid), grid };
  const wallDistance = (33.3 + 0.18 - 33.3) * 110_920;

  it("appears in an engagement where the closed form says, within 50 m", () => {
    const course = {
      kind: "route" as const,
      waypoints: [[33.9 * degree, site[1], 2000] as const, [site[0], site[1], 2000] as const],
      speeds: [250, 250],
    };
    const path = new CourseCache().pathOf("wgs84", course);
    const view = viewOf(worldOf("wgs84"), siteOf("wgs84", site), path);
    const sensor = {
      id: "radar",
      position: site,
      mastHeight: 7,
      detection: { kind: "step", range: 200_000, probability: 1 },
      elevationMin: -Math.PI / 2,
      elevationMax: Math.PI / 2,
      sector: { centre: 0, width: 2 * Math.PI },
    } as unknown as SensorSetup;
    const sight = sightOf(sensor, { rcs: 1 } as ThreatSetup, view, terrain as Setup["terrain"]);
    const [span] = spansOf(view.times, [sight.terrain!]);
    const k = view.times.findIndex((time) => time >= span!.start);
    const appears = view.groundRange[k]! + (view.times[k]! - span!.start) * 250;
    let [near, far] = [21_000, 60_000];
    while (far - near > 0.1) {
      const middle = (near + far) / 2;
      const least = ridgeMask(7, 1000, wallDistance, middle).visibleHeightMin;
      if (least > 2000) far = middle;
      else near = middle;
    }
    expect(near).toBeGreaterThan(35_000);
    expect(Math.abs(appears - near)).toBeLessThan(50);
  });
});
