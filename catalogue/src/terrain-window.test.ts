import { readFileSync } from "node:fs";
import { terrainHeight } from "@pavise/models";
import { describe, expect, test } from "vitest";
import { terrainFromPacked } from "./terrain-window.ts";

const folder = new URL("../terrain/", import.meta.url);
const about = JSON.parse(readFileSync(new URL("middle_east.json", folder), "utf8"));
const bytes = readFileSync(new URL(about.file, folder));
const degree = Math.PI / 180;

describe("the window of terrain that comes with the catalogue", () => {
  const window = terrainFromPacked({ ...about, posts: bytes.toString("base64") });

  test("has Baghdad at 33 m, Isfahan at 1,628 m and a hash of its own", () => {
    const at = (lat: number, lon: number): number =>
      terrainHeight(window.grid, lat * degree, lon * degree);
    expect(at(33.3152, 44.3661)).toBeCloseTo(32.867, 2);
    expect(at(32.65, 51.67)).toBeCloseTo(1628.35, 1);
    expect(window.hash).toMatch(/^[0-9a-f]{16}$/);
  });

  test("is refused when its text is no base 64", () => {
    expect(() => terrainFromPacked({ ...about, posts: "§" })).toThrow(/base 64, got "§"/);
  });
});
