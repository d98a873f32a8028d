/** Heights of the ground as the catalogue carries them. */
import { hashBytes } from "@pavise/kernel";
import { type TerrainGrid, terrainFromWindow } from "@pavise/models";

/** A window of ground heights, and where it comes from. */
export interface TerrainWindow {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly licence: string;
  /** 16 hexadecimal digits over the posts and their place. */
  readonly hash: string;
  readonly grid: TerrainGrid;
}

/** A window as plain data; angles in degrees, posts 16-bit little-endian in base 64. */
export interface PackedTerrain {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly licence: string;
  readonly rows: number;
  readonly columns: number;
  readonly north_deg: number;
  readonly south_deg: number;
  readonly west_deg: number;
  readonly east_deg: number;
  readonly posts: string;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Bytes of base-64 text. No platform's decoder is assumed: this room knows none. */
function bytesFromBase64(text: string): Uint8Array {
  const digits = text.replace(/=+$/, "");
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let [bits, held, at] = [0, 0, 0];
  for (const digit of digits) {
    const value = ALPHABET.indexOf(digit);
    if (value < 0) throw new RangeError(`terrain: expected base 64, got "${digit}"`);
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = (bits >> held) & 0xff;
  }
  return bytes;
}

/** The hash of a grid: its posts, and where they lie. */
export function terrainHash({ posts, ...place }: TerrainGrid): string {
  const { rows, columns, northDeg, southDeg, westDeg, eastDeg } = place;
  const corner = JSON.stringify([rows, columns, northDeg, southDeg, westDeg, eastDeg]);
  const bytes = new Uint8Array(2 * posts.length + corner.length);
  const view = new DataView(bytes.buffer);
  posts.forEach((post, i) => {
    view.setInt16(2 * i, post, true);
  });
  for (let i = 0; i < corner.length; i++) bytes[2 * posts.length + i] = corner.charCodeAt(i);
  return hashBytes(bytes);
}

/** A window from plain data. */
export function terrainFromPacked(packed: PackedTerrain): TerrainWindow {
  const { id, title, source, licence, rows, columns } = packed;
  const grid = terrainFromWindow(bytesFromBase64(packed.posts), {
    rows,
    columns,
    northDeg: packed.north_deg,
    southDeg: packed.south_deg,
    westDeg: packed.west_deg,
    eastDeg: packed.east_deg,
  });
  return { id, title, source, licence, hash: terrainHash(grid), grid };
}
