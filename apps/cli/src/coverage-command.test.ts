import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { main } from "./main.ts";

const folder = mkdtempSync(join(tmpdir(), "pavise-coverage-"));
afterAll(() => rmSync(folder, { recursive: true }));

let out = "";
let said = "";
beforeEach(() => {
  out = "";
  said = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
});

/** A battery of Patriot and one drone, in mid-ocean: no country, and no heights of the ground. */
const island = `
schema: pavise-scenario/1
id: island
title: An island
question: What does a battery see from an island?
world: wgs84
assets:
  - {id: base, lat_deg: 30, lon_deg: -40, altitude_m: 5}
raid:
  - id: drone
    threat: shahed136
    aim: base
    route:
      - {lat_deg: 31, lon_deg: -40, altitude_m: 300}
      - {lat_deg: 30, lon_deg: -40, altitude_m: 5}
    launch_times: {start_s: 0, spacing_s: 0}
doctrine: {salvo_per_look: [1], looks_max: 2}
options:
  - id: s400
    units:
      - {id: battery, system: s400, at: base, load: {48n6e3: 8}, sector_deg: 360}
`;

describe("coverage", () => {
  test("shows reach against all classes that the units can engage, whatever the raid holds", async () => {
    const few = ["--spacing", "40", "--heights", "3"];
    expect(await main(["coverage", "ain-al-asad-2020", "--option", "s400", ...few])).toBe(0);
    expect(out).toMatch(/reach: ballistic +4,\d\d0/);
    expect(out).toMatch(/reach: cruise, drone, aircraft +1\d\d,000/);
    expect(out).toContain("share: of the airspace of Iraq");
  });

  test("says in the picture what ends each reach, and nothing where the heights do not tell", async () => {
    const drawn = async (heights: string): Promise<string> => {
      const to = ["--spacing", "20", "--heights", heights, "--out", join(folder, "why")];
      expect(await main(["coverage", "s400-over-iraq", ...to])).toBe(0);
      return readFileSync(join(folder, "why/coverage.svg"), "utf8");
    };
    const whole = await drawn("0.5,3,10,20");
    expect(whole).toMatch(/>10\d km: the Earth(?:'|&#39;)s curve</);
    expect(whole).toMatch(/>28\d km: its radar \(1 m²\)</);
    expect(whole).toMatch(/>\d\d km: its interceptors</);
    expect(whole).toMatch(/>400 km: as told</);
    // The highest asked for is still below the horizon's end: it is not called the radar's.
    expect(await drawn("0.5,3")).toMatch(/>23\d km</);
  });

  test("shows the classes that are asked for, and refuses one that no unit can engage", async () => {
    const one = ["coverage", "s400-over-iraq", "--spacing", "40", "--heights", "3", "--class"];
    expect(await main([...one, "drone,ballistic"])).toBe(0);
    expect(out).toMatch(/reach: drone/);
    expect(out).not.toMatch(/cruise|aircraft/);
    expect(await main([...one, "rocket"])).toBe(2);
    expect(said).toBe('--class: expected ballistic, cruise, drone, aircraft, got "rocket"\n');
  });

  test("is drawn over smooth Earth where nobody knows the ground, and says what is missing", async () => {
    const scenario = join(folder, "island.yaml");
    writeFileSync(scenario, island);
    const few = ["--spacing", "40", "--heights", "1", "--out", join(folder, "out")];
    expect(await main(["coverage", scenario, ...few])).toBe(0);
    expect(out).not.toContain("share: of the airspace");
    expect(out).toMatch(/1 km {2}seen +6\d,\d00\n/);
    expect(out).toMatch(
      /Not shown over coarse terrain:[\s\S]*: expected a site inside the terrain, got\s30/,
    );
    const svg = readFileSync(join(folder, "out/coverage.svg"), "utf8");
    expect(svg).toContain("over smooth ground");
    expect(await main(["coverage", scenario, "--terrain", "coarse"])).toBe(2);
    expect(said).toMatch(/expected a site inside the terrain, got 30\.000, -40\.000 degrees/);
  });
});
