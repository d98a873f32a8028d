import { describe, expect, test } from "vitest";
import { horizonHeight } from "./line-of-sight.ts";
import {
  cornerFromTileName,
  TERRAIN_VOID,
  terrainFromHgt,
  terrainFromWindow,
  terrainHeight,
  terrainHeightNearest,
} from "./terrain.ts";
import { refractedElevation, ridgeMask } from "./terrain-mask.ts";

const degree = Math.PI / 180;

function bytesOf(posts: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * posts.length));
  for (const [i, post] of posts.entries()) view.setInt16(2 * i, post, true);
  return new Uint8Array(view.buffer);
}

const window = { rows: 2, columns: 3, northDeg: 1, southDeg: 0, westDeg: 10, eastDeg: 12 };
const grid = terrainFromWindow(bytesOf([0, 100, 200, 1000, -40, TERRAIN_VOID]), window);

describe("a grid of posts", () => {
  test("is its posts at its posts, and between them in proportion", () => {
    expect(terrainHeight(grid, 1 * degree, 10 * degree)).toBe(0);
    expect(terrainHeight(grid, 0, 10 * degree)).toBe(1000);
    expect(terrainHeight(grid, 0.5 * degree, 10 * degree)).toBeCloseTo(500, 9);
    expect(terrainHeight(grid, 0.5 * degree, 10.5 * degree)).toBeCloseTo(265, 9);
    expect(terrainHeightNearest(grid, 0.4 * degree, 10.6 * degree)).toBe(-40);
  });

  test("leaves a void a void, and uses no post that counts for nothing", () => {
    expect(terrainHeightNearest(grid, 0, 12 * degree)).toBeNaN();
    expect(terrainHeight(grid, 0.5 * degree, 11.5 * degree)).toBeNaN();
    expect(terrainHeight(grid, 1 * degree, 12 * degree)).toBe(200);
  });

  test("refuses a place outside, a wrong size and a wrong name", () => {
    expect(() => terrainHeight(grid, 2 * degree, 10 * degree)).toThrow(
      /from 0, 10 to 1, 12 degrees/,
    );
    expect(() => terrainHeight(grid, Number.NaN, 10 * degree)).toThrow(RangeError);
    expect(() => terrainFromWindow(new Uint8Array(5), window)).toThrow(/expected 12 bytes.*got 5/);
    expect(() => terrainFromHgt(new Uint8Array(5), "N33E044")).toThrow(/2,884,802 or/);
    expect(() => cornerFromTileName("33N044E")).toThrow(/such as N33E044/);
  });
});

describe("an SRTM tile", () => {
  test("named S46W066 lies from 46 to 45 degrees south and from 66 to 65 west", () => {
    const bytes = new Uint8Array(2 * 1201 * 1201);
    // Big-endian 258 at the north-west corner.
    bytes[0] = 1;
    bytes[1] = 2;
    const tile = terrainFromHgt(bytes, "S46W066.hgt");
    expect(terrainHeightNearest(tile, -45 * degree, -66 * degree)).toBe(258);
    expect(terrainHeightNearest(tile, -46 * degree, -65 * degree)).toBe(0);
  });
});

describe("a ridge", () => {
  test("of 300 m at 10 km hides a threat below 1,211 m at 40 km from a radar 20 m up", () => {
    const mask = ridgeMask(20, 300, 10_000, 40_000);
    expect(mask.visibleHeightMin).toBeCloseTo(1210.76, 2);
    expect(mask.limitedBy).toBe("ridge");
    expect(refractedElevation(20, mask.visibleHeightMin, 40_000)).toBeCloseTo(
      mask.ridgeElevation,
      12,
    );
  });

  test("too low to matter leaves the horizon", () => {
    const mask = ridgeMask(20, 1, 10_000, 100_000);
    expect(mask.limitedBy).toBe("horizon");
    expect(mask.visibleHeightMin).toBe(horizonHeight(20, 100_000));
  });

  test("behind the threat is refused", () => {
    expect(() => ridgeMask(20, 300, 50_000, 40_000)).toThrow(/between radar and threat/);
  });
});
