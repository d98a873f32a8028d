/**
 * How far inside the sight of a sensor, or the reach of a fire unit, a place in the air lies:
 * metres, below 0 outside. The conditions are those of an engagement, without its timing.
 */

import {
  equivalentRange,
  lineOfSightArc,
  RELATION_LENGTH,
  type Site,
  type TerrainHorizon,
  worldWgs84,
} from "@pavise/models";
import { siteOf } from "../engagement/course.ts";
import { terrainHorizonOf, terrainMargin } from "../engagement/terrain-sight.ts";
import type { FireUnitSetup, Sector, SensorSetup, Setup, ThreatClass } from "../scenario/setup.ts";
import type { CoverageFeet } from "./coverage-grid.ts";

/** Outside by so much that no line is drawn to it; no coverage is as wide as this. */
const FAR_OUTSIDE = -1e6;

const TURN = 2 * Math.PI;

function sectorMargin({ centre, width }: Sector, azimuth: number, range: number): number {
  if (width >= TURN) return Number.POSITIVE_INFINITY;
  const turns = (azimuth - centre) / TURN;
  return (width / 2 - Math.abs(turns - Math.round(turns)) * TURN) * range;
}

/** Greatest distance at which a sensor detects a cross-section with its reference probability. */
export function detectionReach({ detection }: SensorSetup, rcs: number): number {
  if (detection.kind === "step") return detection.range;
  const { referenceRange: range, referenceRcs, referenceProbability } = detection;
  const reference = { range, rcs: referenceRcs, detectionProbability: referenceProbability };
  return Math.min(detection.rangeInstrumented, equivalentRange(reference, rcs));
}

const point = new Float64Array(3);
const relation = new Float64Array(RELATION_LENGTH);

/** Relates the place `height` metres above the ground of a node to a site; answers its height. */
function relateNode(grid: CoverageFeet, node: number, site: Site, height: number): number {
  const above = height + (grid.ground.length === 0 ? site.height : grid.ground[node]!);
  for (let axis = 0; axis < 3; axis++) {
    point[axis] = grid.feet[3 * node + axis]! + above * grid.ups[3 * node + axis]!;
  }
  worldWgs84.relate(site, point, 0, relation);
  return above;
}

/** Margins of one sensor over all nodes, `height` metres above their ground. */
export function sightMargins(
  setup: Setup,
  sensor: SensorSetup,
  grid: CoverageFeet,
  rcs: number,
  height: number,
): Float64Array {
  const site = siteOf(setup.world, sensor.position);
  const reach = detectionReach(sensor, rcs);
  const terrain = setup.terrain === undefined ? null : terrainHorizonOf(setup.terrain, sensor);
  const count = grid.rows * grid.columns;
  const margins = new Float64Array(count);
  for (let node = 0; node < count; node++) {
    const above = relateNode(grid, node, site, height);
    const range = relation[0]!;
    const slant = relation[1]!;
    const azimuth = relation[2]!;
    const elevation = relation[3]!;
    const inReach = reach - slant;
    if (inReach < FAR_OUTSIDE || Number.isNaN(above)) {
      margins[node] = FAR_OUTSIDE;
      continue;
    }
    const inElevation = Math.min(elevation - sensor.elevationMin, sensor.elevationMax - elevation);
    const bound = Math.min(
      inReach,
      clutterMargin(sensor, above),
      inElevation * slant,
      sectorMargin(sensor.sector, azimuth, range),
    );
    // Terrain is asked for only where it can decide.
    const overGround =
      bound < -20_000 ? bound : groundMargin(terrain, sensor, range, azimuth, above);
    margins[node] = Math.max(FAR_OUTSIDE, Math.min(bound, overGround));
  }
  return margins;
}

/** Metres of range for a metre of height above clutter, as for the height of an envelope. */
function clutterMargin({ clutterHeight, position }: SensorSetup, above: number): number {
  if (clutterHeight === undefined) return Number.POSITIVE_INFINITY;
  return 1000 * (above - position[2] - clutterHeight);
}

function groundMargin(
  terrain: TerrainHorizon | null,
  sensor: SensorSetup,
  range: number,
  azimuth: number,
  above: number,
): number {
  if (terrain !== null) return terrainMargin(terrain, sensor.id, azimuth, range, above) * range;
  return lineOfSightArc(sensor.mastHeight, Math.max(0, above - sensor.position[2])) - range;
}

/**
 * Margins of a fire unit's reach against a class of threat: the envelope of any interceptor that it
 * has rounds of, its own sector, and the sight of its engagement radar.
 */
export function reachMargins(
  setup: Setup,
  unit: FireUnitSetup,
  grid: CoverageFeet,
  threat: ThreatClass,
  height: number,
  sight: Float64Array | null,
): Float64Array {
  const site = siteOf(setup.world, unit.position);
  const envelopes = unit.magazines.flatMap(({ envelopes, launchers, stock }) => {
    const envelope = envelopes[threat];
    const isLoaded = stock > 0 || launchers.some((rounds) => rounds > 0);
    return envelope === undefined || !isLoaded ? [] : [envelope];
  });
  const count = grid.rows * grid.columns;
  const margins = new Float64Array(count).fill(FAR_OUTSIDE);
  if (envelopes.length === 0) return margins;
  for (let node = 0; node < count; node++) {
    const seen = sight === null ? Number.POSITIVE_INFINITY : sight[node]!;
    if (seen <= FAR_OUTSIDE) continue;
    const above = relateNode(grid, node, site, height) - unit.position[2];
    const range = relation[0]!;
    let within = FAR_OUTSIDE;
    for (const { rangeMin, rangeMax, heightMin, heightMax } of envelopes) {
      const inRange = Math.min(range - rangeMin, rangeMax - range);
      // A metre of height counts as a kilometre of range, or a low ceiling would draw lines inwards.
      const inHeight = 1000 * Math.min(above - heightMin, heightMax - above);
      within = Math.max(within, Math.min(inRange, inHeight));
    }
    const inSector = sectorMargin(unit.sector, relation[2]!, range);
    margins[node] = Math.max(FAR_OUTSIDE, Math.min(within, inSector, seen));
  }
  return margins;
}
