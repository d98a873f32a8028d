import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TERRAIN_VOID, terrainHeight } from "@pavise/models";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { flatRaid } from "./flat-raid.test-scenario.ts";
import { geoTiff, hgtTile, type TiffForm } from "./height-files.test-files.ts";
import { main } from "./main.ts";
import { readTerrain } from "./terrain-file.ts";

const folder = mkdtempSync(join(tmpdir(), "pavise-terrain-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: Buffer | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const slope = (row: number, column: number): number => 1000 + 10 * row + column;
const small: TiffForm = {
  columns: 4,
  rows: 3,
  westDeg: 44,
  northDeg: 34,
  stepDeg: 0.5,
  height: slope,
};

describe("heights from a file", () => {
  test("a tile N33E044 has its north-western post, 1,000 m, at 34 degrees north, 44 east", async () => {
    const { grid, hash, title } = await readTerrain(file("N33E044.hgt", hgtTile(slope)));
    expect([title, grid.rows, grid.northDeg, grid.westDeg]).toEqual(["N33E044.hgt", 1201, 34, 44]);
    expect(terrainHeight(grid, radians(34), radians(44))).toBe(1000);
    expect(terrainHeight(grid, radians(33), radians(45))).toBeCloseTo(14_200, 6);
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
  });

  test("one post higher is another hash", async () => {
    const plain = file("N33E044.hgt", hgtTile(slope));
    const before = (await readTerrain(plain)).hash;
    file(
      "N33E044.hgt",
      hgtTile((row, column) => slope(row, column) + (row === 600 && column === 600 ? 1 : 0)),
    );
    expect((await readTerrain(plain)).hash).not.toBe(before);
  });

  test("pixels that are areas have their posts half a pixel inside; points have them on the corner", async () => {
    const areas = (await readTerrain(file("areas.tif", geoTiff(small)))).grid;
    expect([areas.westDeg, areas.northDeg, areas.eastDeg, areas.southDeg]).toEqual([
      44.25, 33.75, 45.75, 32.75,
    ]);
    expect(terrainHeight(areas, radians(33.25), radians(44.75))).toBeCloseTo(1011, 6);
    const points = (
      await readTerrain(file("points.tiff", geoTiff({ ...small, pixelIsPoint: true })))
    ).grid;
    expect([points.westDeg, points.northDeg, points.eastDeg, points.southDeg]).toEqual([
      44, 34, 45.5, 33,
    ]);
    expect(terrainHeight(points, radians(33.5), radians(44.5))).toBeCloseTo(1011, 6);
  });

  test("what a file marks as no data is a void, and heights below the sea are kept", async () => {
    const height = (row: number, column: number): number =>
      row === 0 && column === 0 ? -9999 : -row - column;
    const form = { ...small, noData: "-9999", height };
    const { posts } = (await readTerrain(file("holes.tif", geoTiff(form)))).grid;
    expect([posts[0], posts[1], posts[11]]).toEqual([TERRAIN_VOID, -1, -5]);
  });
});

describe("a file that is no good ends with 2, and says where, what was expected and what came", () => {
  let said = "";
  beforeEach(() => {
    said = "";
    vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      said += String(text);
      return true;
    });
    vi.spyOn(process.stdout, "write").mockImplementation(() => true);
  });

  const whole = geoTiff(small);
  const wrong: Readonly<Record<string, readonly [string, Buffer | null, RegExp]>> = {
    "is not there": ["none.hgt", null, /expected coarse, smooth, or a file .*got no such file/],
    "is a tile cut short": ["N33E044.hgt", Buffer.alloc(1000), /expected an SRTM tile.*got 1000/],
    "is a tile without a place in its name": [
      "tile.hgt",
      hgtTile(() => 0),
      /N33E044, got tile\.hgt/,
    ],
    "is empty": ["empty.tif", Buffer.alloc(0), /expected a GeoTIFF, got /],
    "is text": ["text.tif", Buffer.from("no heights here, only words"), /expected a GeoTIFF, got /],
    "is a picture cut short": ["cut.tif", whole.subarray(0, 20), /expected a GeoTIFF, got /],
    "has lost its heights": [
      "far.tif",
      geoTiff({ ...small, heightsAt: 1_000_000 }),
      /far\.tif: expected a GeoTIFF, got /,
    ],
    "is in metres": [
      "metres.tif",
      geoTiff({ ...small, model: 1 }),
      /degrees .* another projection/,
    ],
    "is a single row": ["row.tif", geoTiff({ ...small, rows: 1 }), /2 × 2 .* got 4 × 1/],
  };

  for (const [name, [path, content, message]] of Object.entries(wrong)) {
    test(`if it ${name}`, async () => {
      const at = content === null ? join(folder, path) : file(path, content);
      for (const command of [["coverage"], ["run", "--option", "s400"], ["validate"]]) {
        said = "";
        expect(await main([...command, "ain-al-asad-2020", "--terrain", at])).toBe(2);
        expect(said).toMatch(message);
        expect(said).toContain(path);
        expect(said.trim().split("\n")).toHaveLength(1);
      }
    });
  }

  test("if it is a folder", async () => {
    mkdirSync(join(folder, "tiles"));
    expect(await main(["validate", "ain-al-asad-2020", "--terrain", join(folder, "tiles")])).toBe(
      2,
    );
    expect(said).toMatch(/tiles: expected coarse, smooth, or a file of heights, got no such file/);
  });

  test("if the scenario lies outside it, or on the flat world", async () => {
    const at = file("elsewhere.tif", geoTiff({ ...small, westDeg: 10 }));
    expect(await main(["validate", "ain-al-asad-2020", "--terrain", at])).toBe(2);
    expect(said).toMatch(/assets\[0\]: expected a place inside the terrain elsewhere\.tif/);
    said = "";
    const flat = file("flat-raid.yaml", flatRaid);
    expect(await main(["validate", flat, "--terrain", "coarse"])).toBe(2);
    expect(said).toMatch(/world: expected wgs84 under ground that is not smooth, got "flat"/);
  });
});
