/**
 * The ground under a scenario: the round WGS-84 Earth or the flat world, behind one door.
 *
 * Positions are number triples: Earth-fixed metres on WGS-84; east, north, up on the flat world.
 * `relate` is called for every sample of every path and every sensor; it allocates nothing.
 */
import { asin, atan2, sqrt } from "@pavise/kernel";
import { WGS84_ECCENTRICITY_SQUARED, WGS84_EQUATORIAL_RADIUS, writeNormal } from "./ellipsoid.ts";

export type WorldKind = "wgs84" | "flat";

/** A fixed place, prepared once so that points can be related to it quickly. */
export interface Site {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Height above the ellipsoid or the plane, metres. */
  readonly height: number;
  /** Unit vectors east, north and up, three numbers each. */
  readonly axes: Float64Array;
}

/** Places in the array that `relate` writes. */
export const RELATION = {
  groundDistance: 0,
  slantRange: 1,
  azimuth: 2,
  elevation: 3,
  height: 4,
} as const;

/** Length of the array that `relate` writes. */
export const RELATION_LENGTH = 5;

export interface World {
  readonly kind: WorldKind;
  /** Prepares the place at a triple of coordinates. */
  site(position: ArrayLike<number>): Site;
  /**
   * Writes, for the point at `points[offset…offset+2]`: ground distance and slant range (m),
   * azimuth in [0, 2π) and elevation (radians, geometric), height of the point (m).
   */
  relate(site: Site, points: Float64Array, offset: number, out: Float64Array): void;
}

function checkedTriple(position: ArrayLike<number>): [number, number, number] {
  const [x, y, z] = [position[0], position[1], position[2]];
  if (position.length !== 3 || ![x, y, z].every(Number.isFinite)) {
    throw new RangeError(`site: expected three finite coordinates, got ${Array.from(position)}`);
  }
  return [x!, y!, z!];
}

const normal = new Float64Array(4);

function siteWgs84(position: ArrayLike<number>): Site {
  const [x, y, z] = checkedTriple(position);
  writeNormal(x, y, z, normal);
  const [upX, upY, upZ, height] = [normal[0]!, normal[1]!, normal[2]!, normal[3]!];
  if (!(height > -100_000)) {
    throw new RangeError(`site: expected a place near or above the ground, got ${x}, ${y}, ${z}`);
  }
  const axisDistance = sqrt(x * x + y * y);
  // At a pole north is anywhere; take the direction that longitude zero would give.
  const cosLongitude = axisDistance > 0 ? x / axisDistance : 1;
  const sinLongitude = axisDistance > 0 ? y / axisDistance : 0;
  const cosLatitude = sqrt(upX * upX + upY * upY);
  const axes = Float64Array.of(
    -sinLongitude,
    cosLongitude,
    0,
    -upZ * cosLongitude,
    -upZ * sinLongitude,
    cosLatitude,
    upX,
    upY,
    upZ,
  );
  return { x, y, z, height, axes };
}

/**
 * Length of the geodesic between the feet of two unit normals, by the central angle between the
 * normals and the radius of curvature half way, in the direction of the line (Euler's formula).
 * Measured against Karney's geodesic: 2.1e-5 relative within 600 km, 5e-4 within
 * 5,000 km, 0.5 % anywhere (20,000 random pairs each).
 */
function arcBetweenNormals(a: Float64Array, b: Float64Array): number {
  const dx = b[0]! - a[6]!;
  const dy = b[1]! - a[7]!;
  const dz = b[2]! - a[8]!;
  const chordSquared = dx * dx + dy * dy + dz * dz;
  if (chordSquared === 0) return 0;
  const halfChord = 0.5 * sqrt(chordSquared);
  const angle = 2 * asin(Math.min(halfChord, 1));
  const mx = b[0]! + a[6]!;
  const my = b[1]! + a[7]!;
  const mz = b[2]! + a[8]!;
  const axisSquared = mx * mx + my * my;
  const midSquared = axisSquared + mz * mz;
  // Antipodal normals have no middle; the mean latitude's radii differ by 0.7 % at the most.
  const sineSquared = midSquared > 0 ? (mz * mz) / midSquared : 0;
  const northSquared =
    axisSquared > 0 ? Math.min(1, ((dz * dz) / chordSquared) * (midSquared / axisSquared)) : 1;
  const w = 1 - WGS84_ECCENTRICITY_SQUARED * sineSquared;
  // Euler: 1/R = cos²α/M + sin²α/N with N = a/√w and M = N(1 − e²)/w.
  const primeVertical = WGS84_EQUATORIAL_RADIUS / sqrt(w);
  const ratio = w / (1 - WGS84_ECCENTRICITY_SQUARED);
  return (angle * primeVertical) / (1 + northSquared * (ratio - 1));
}

function writeBearing(
  axes: Float64Array,
  dx: number,
  dy: number,
  dz: number,
  out: Float64Array,
): void {
  const east = axes[0]! * dx + axes[1]! * dy + axes[2]! * dz;
  const north = axes[3]! * dx + axes[4]! * dy + axes[5]! * dz;
  const up = axes[6]! * dx + axes[7]! * dy + axes[8]! * dz;
  const horizontalSquared = east * east + north * north;
  const azimuth = atan2(east, north);
  out[1] = sqrt(horizontalSquared + up * up);
  out[2] = azimuth < 0 ? azimuth + 2 * Math.PI : azimuth;
  out[3] = atan2(up, sqrt(horizontalSquared));
}

function relateWgs84(site: Site, points: Float64Array, offset: number, out: Float64Array): void {
  const x = points[offset]!;
  const y = points[offset + 1]!;
  const z = points[offset + 2]!;
  writeBearing(site.axes, x - site.x, y - site.y, z - site.z, out);
  writeNormal(x, y, z, normal);
  out[0] = arcBetweenNormals(site.axes, normal);
  out[4] = normal[3]!;
}

const flatAxes = [1, 0, 0, 0, 1, 0, 0, 0, 1] as const;

function siteFlat(position: ArrayLike<number>): Site {
  const [x, y, z] = checkedTriple(position);
  return { x, y, z, height: z, axes: Float64Array.from(flatAxes) };
}

function relateFlat(site: Site, points: Float64Array, offset: number, out: Float64Array): void {
  const dx = points[offset]! - site.x;
  const dy = points[offset + 1]! - site.y;
  const z = points[offset + 2]!;
  writeBearing(site.axes, dx, dy, z - site.z, out);
  out[0] = sqrt(dx * dx + dy * dy);
  out[4] = z;
}

/** The WGS-84 Earth; triples are Earth-fixed metres. */
export const worldWgs84: World = { kind: "wgs84", site: siteWgs84, relate: relateWgs84 };

/** The flat world; triples are metres east, north and up. */
export const worldFlat: World = { kind: "flat", site: siteFlat, relate: relateFlat };
