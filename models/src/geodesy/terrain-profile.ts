/**
 * What the ground hides from a site: along every line of sight, the steepest ground on the way.
 *
 * Rays are straight over an Earth of 4/3 of its radius, as in `line-of-sight.ts`. A point is seen
 * if it stands at a steeper angle than all ground nearer than itself. Angles are kept as slopes
 * (tangents of elevation). Crests are sharp: no diffraction. Ground below sea level counts as sea
 * level, because the data know sea beds but no sea.
 */
import { asin, atan2, cos, sin, sqrt } from "@pavise/kernel";
import { WGS84_ECCENTRICITY_SQUARED, WGS84_EQUATORIAL_RADIUS } from "./ellipsoid.ts";
import { geodesicEnd, type SurfacePoint } from "./geodesic.ts";
import { HORIZON_EARTH_RADIUS, lineOfSightArc, REFRACTION_FACTOR } from "./line-of-sight.ts";
import { TERRAIN_VOID, type TerrainGrid } from "./terrain.ts";

const effectiveRadius = REFRACTION_FACTOR * HORIZON_EARTH_RADIUS;

/** Above this height there is no ground anywhere, metres (Everest: 8,849). */
const HIGHEST_GROUND = 9000;

/** Ground as lines of sight meet it. */
export interface TerrainSurface {
  /** Height above sea level at a place (radians), at least 0, metres; NaN where nobody knows. */
  height(latitude: number, longitude: number): number;
  /** No ground is higher, known or not, metres. */
  readonly highest: number;
  /** Distance between posts, metres: what is finer than that is not in the data. */
  readonly postSpacing: number;
}

/** The surface of a grid of posts, bilinear between them; unknown outside and beside voids. */
export function terrainSurface(grid: TerrainGrid): TerrainSurface {
  const { rows, columns, northDeg, southDeg, westDeg, eastDeg, posts } = grid;
  const toDegrees = 180 / Math.PI;
  const rowsPerDegree = (rows - 1) / (northDeg - southDeg);
  const columnsPerDegree = (columns - 1) / (eastDeg - westDeg);
  const post = (at: number): number => {
    const height = posts[at]!;
    if (height === TERRAIN_VOID) return Number.NaN;
    return Math.max(height, 0);
  };
  return {
    highest: HIGHEST_GROUND,
    postSpacing: (HORIZON_EARTH_RADIUS * Math.PI) / 180 / rowsPerDegree,
    height: (latitude, longitude) => {
      const row = (northDeg - latitude * toDegrees) * rowsPerDegree;
      const column = (longitude * toDegrees - westDeg) * columnsPerDegree;
      if (!(row >= 0 && column >= 0 && row <= rows - 1 && column <= columns - 1)) return Number.NaN;
      const north = Math.min(Math.floor(row), rows - 2);
      const west = Math.min(Math.floor(column), columns - 2);
      const [down, right] = [row - north, column - west];
      const at = north * columns + west;
      const upper = post(at) + right * (post(at + 1) - post(at));
      const lower = post(at + columns) + right * (post(at + columns + 1) - post(at + columns));
      return upper + down * (lower - upper);
    },
  };
}

/** Slope at which a point is seen from a height, along the straightened ray. */
export function refractedSlope(heightFrom: number, heightTo: number, distance: number): number {
  const angle = distance / effectiveRadius;
  const to = effectiveRadius + heightTo;
  return (to * cos(angle) - effectiveRadius - heightFrom) / (to * sin(angle));
}

/** Height of a ray of some slope after a ground distance, metres. */
function heightOnRay(heightFrom: number, slope: number, distance: number): number {
  const angle = distance / effectiveRadius;
  const across = cos(angle) - slope * sin(angle);
  return (effectiveRadius + heightFrom) / across - effectiveRadius;
}

/**
 * The steepest slope of ground between a site and a distance, looked at along the exact geodesic
 * every `spacing` metres: slow, and what {@link TerrainHorizon} is measured against.
 *
 * @throws RangeError where the ground on the way is not known.
 */
export function profileSlope(
  surface: TerrainSurface,
  site: SurfacePoint,
  antennaHeight: number,
  azimuth: number,
  distance: number,
  spacing: number,
): number {
  let steepest = Number.NEGATIVE_INFINITY;
  for (let range = spacing; range < distance; range += spacing) {
    const { latitude, longitude } = geodesicEnd(site, azimuth, range);
    const height = surface.height(latitude, longitude);
    if (!Number.isFinite(height)) throw unknownGround(range);
    steepest = Math.max(steepest, refractedSlope(antennaHeight, height, range));
  }
  return steepest;
}

function unknownGround(range: number): RangeError {
  return new RangeError(
    `terrain: expected known ground on the line of sight, got none ${Math.round(range / 1000)} km ` +
      "from the site",
  );
}

export interface TerrainHorizonSettings {
  /** Metres between looks along a ray; a quarter of the distance between posts if not given. */
  readonly rangeStep?: number;
  /** Rays around the site; half a post apart at their ends, at most 7,200, if not given. */
  readonly azimuthCount?: number;
}

interface Ray {
  /** Steepest slope up to and with each look. */
  readonly slopes: Float64Array;
  /** Looks before the ground is unknown. */
  readonly known: number;
}

/**
 * Steepest ground by azimuth and distance around one antenna. A ray is looked along when it is
 * first asked for; between two rays slopes are mixed in proportion.
 *
 * Measured against {@link profileSlope} on the shipped window (ETOPO5, 9 km posts) around six
 * places of Iraq and Iran: see docs/methods/terrain.md.
 */
export class TerrainHorizon {
  readonly antennaHeight: number;
  readonly #surface: TerrainSurface;
  readonly #step: number;
  readonly #count: number;
  readonly #looks: number;
  readonly #rays: (Ray | undefined)[];
  /** Unit vectors up, east, north at the site. */
  readonly #frame: Float64Array;
  readonly #radii: readonly [meridian: number, normal: number];
  /** Cosine and sine of each look's angle on the effective Earth. */
  readonly #cosines: Float64Array;
  readonly #sines: Float64Array;

  /** @param antennaHeight above sea level, metres: ground and mast together. */
  constructor(
    surface: TerrainSurface,
    site: SurfacePoint,
    antennaHeight: number,
    settings: TerrainHorizonSettings = {},
  ) {
    this.#surface = surface;
    this.antennaHeight = antennaHeight;
    // Beyond this distance all ground lies below the horizon of the sea.
    const limit = lineOfSightArc(antennaHeight, surface.highest);
    this.#step = settings.rangeStep ?? surface.postSpacing / 4;
    this.#looks = Math.max(1, Math.ceil(limit / this.#step));
    const turns = (4 * Math.PI * limit) / surface.postSpacing;
    this.#count = settings.azimuthCount ?? Math.min(7200, Math.max(360, Math.ceil(turns)));
    this.#rays = new Array<Ray | undefined>(this.#count);
    const [sinLat, cosLat] = [sin(site.latitude), cos(site.latitude)];
    const [sinLon, cosLon] = [sin(site.longitude), cos(site.longitude)];
    this.#frame = Float64Array.of(
      cosLat * cosLon,
      cosLat * sinLon,
      sinLat,
      -sinLon,
      cosLon,
      0,
      -sinLat * cosLon,
      -sinLat * sinLon,
      cosLat,
    );
    const w = 1 - WGS84_ECCENTRICITY_SQUARED * sinLat * sinLat;
    const normal = WGS84_EQUATORIAL_RADIUS / sqrt(w);
    this.#radii = [(normal * (1 - WGS84_ECCENTRICITY_SQUARED)) / w, normal];
    this.#cosines = new Float64Array(this.#looks);
    this.#sines = new Float64Array(this.#looks);
    for (let i = 0; i < this.#looks; i++) {
      const angle = ((i + 1) * this.#step) / effectiveRadius;
      this.#cosines[i] = cos(angle);
      this.#sines[i] = sin(angle);
    }
  }

  /**
   * How much steeper a point stands than the ground before it: 0 or more where it is seen, as a
   * difference of slopes. Positive infinity nearer than the first look.
   *
   * @param height of the point above sea level, metres
   * @throws RangeError where only ground that nobody knows decides.
   */
  margin(azimuth: number, distance: number, height: number): number {
    const place = (azimuth / (2 * Math.PI)) * this.#count;
    const below = Math.floor(place);
    const share = place - below;
    const first = this.#ray(below);
    const second = this.#ray(below + 1);
    const look = Math.min(Math.floor(distance / this.#step), this.#looks) - 1;
    if (look < 0) return Number.POSITIVE_INFINITY;
    const known = Math.min(first.known, second.known);
    const last = Math.min(look, known - 1);
    const slope = refractedSlope(this.antennaHeight, height, distance);
    const steepest =
      last < 0
        ? Number.NEGATIVE_INFINITY
        : first.slopes[last]! + share * (second.slopes[last]! - first.slopes[last]!);
    const margin = slope - steepest;
    if (last === look || margin < 0) return margin;
    return this.#marginBeyond(known * this.#step, distance, height, margin);
  }

  /** Past the edge of the data: decided by the sea's horizon, or by flying above all ground. */
  #marginBeyond(edge: number, distance: number, height: number, margin: number): number {
    const beyond = lineOfSightArc(this.antennaHeight, height) - distance;
    if (beyond < 0) return beyond / effectiveRadius;
    const slope = refractedSlope(this.antennaHeight, height, distance);
    if (slope > 0 && heightOnRay(this.antennaHeight, slope, edge) > HIGHEST_GROUND) return margin;
    throw unknownGround(edge);
  }

  /** Least height above sea level at which a point is seen, metres; it may lie below the ground. */
  visibleHeightMin(azimuth: number, distance: number): number {
    const slope =
      refractedSlope(this.antennaHeight, 0, distance) - this.margin(azimuth, distance, 0);
    if (slope === Number.NEGATIVE_INFINITY) return 0;
    return heightOnRay(this.antennaHeight, slope, distance);
  }

  #ray(index: number): Ray {
    const wrapped = ((index % this.#count) + this.#count) % this.#count;
    const ray = this.#rays[wrapped];
    if (ray !== undefined) return ray;
    const made = this.#lookAlong((wrapped / this.#count) * 2 * Math.PI);
    this.#rays[wrapped] = made;
    return made;
  }

  #lookAlong(azimuth: number): Ray {
    const frame = this.#frame;
    const [sinAz, cosAz] = [sin(azimuth), cos(azimuth)];
    const [meridian, normal] = this.#radii;
    // Euler: curvature of the ellipsoid in the direction of the ray.
    const radius = 1 / ((cosAz * cosAz) / meridian + (sinAz * sinAz) / normal);
    const dx = sinAz * frame[3]! + cosAz * frame[6]!;
    const dy = sinAz * frame[4]! + cosAz * frame[7]!;
    const dz = cosAz * frame[8]!;
    const slopes = new Float64Array(this.#looks);
    const from = effectiveRadius + this.antennaHeight;
    let steepest = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < this.#looks; i++) {
      const angle = ((i + 1) * this.#step) / radius;
      const [c, s] = [cos(angle), sin(angle)];
      const x = c * frame[0]! + s * dx;
      const y = c * frame[1]! + s * dy;
      const z = c * frame[2]! + s * dz;
      const height = this.#surface.height(asin(z), atan2(y, x));
      if (!Number.isFinite(height)) return { slopes, known: i };
      const to = effectiveRadius + height;
      const slope = (to * this.#cosines[i]! - from) / (to * this.#sines[i]!);
      if (slope > steepest) steepest = slope;
      slopes[i] = steepest;
    }
    return { slopes, known: this.#looks };
  }
}
