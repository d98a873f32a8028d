/**
 * The defended footprint of one fire unit, and what a defence reaches over its assets. Both are
 * properties of the defence alone: no path, direction or time of any threat goes into them.
 */

import { cos, radiansFromDegrees, sin } from "@pavise/kernel";
import { surfaceOf } from "../engagement/terrain-sight.ts";
import type { FireUnitSetup, SensorSetup, Setup, ThreatClass } from "../scenario/setup.ts";
import { type Coverage, type CoverageRequest, coverageOf } from "./coverage.ts";
import { coverageFeet } from "./coverage-grid.ts";
import { reachMargins, sightMargins } from "./coverage-margin.ts";

/** A fire unit with nothing beside it but its own engagement radar. */
function alone(setup: Setup, unit: FireUnitSetup): Setup {
  const radar: SensorSetup | undefined = setup.sensors[unit.engagementSensor];
  const sensors = radar === undefined ? [] : [radar];
  return { ...setup, sensors, fireUnits: [{ ...unit, engagementSensor: sensors.length - 1 }] };
}

/**
 * Where an asset can stand so that this unit can meet a threat of a class right above it, at each
 * height: its reach, with its own radar.
 *
 * @throws RangeError for a unit that is not in the setup.
 */
export function footprintOf(request: CoverageRequest, unit: string): Coverage {
  const { setup } = request;
  const found = setup.fireUnits.find(({ id }) => id === unit);
  if (found === undefined) {
    const known = setup.fireUnits.map(({ id }) => id).join(", ");
    throw new RangeError(`unit: expected one of ${known}, got ${unit}`);
  }
  return coverageOf({ ...request, setup: alone(setup, found) });
}

/** What the defence sees and reaches over one asset: anywhere above its arrival radius. */
export interface AssetCover {
  readonly asset: string;
  /** By height, in the order asked for: whether some sensor sees there. */
  readonly seen: readonly boolean[];
  readonly reached: readonly {
    readonly class: ThreatClass;
    /** By height: ids of the fire units that reach there. */
    readonly units: readonly (readonly string[])[];
  }[];
}

const EARTH_RADIUS = 6_371_009;
const DIRECTIONS = 8;

/** The asset itself, and places half way to and on its arrival radius: whatever is aimed at it ends there. */
function placesOver({ position, arrivalRadius }: Setup["assets"][number]): [number, number][] {
  const [latitude, longitude] = position;
  const places: [number, number][] = [[latitude, longitude]];
  for (const radius of [arrivalRadius / 2, arrivalRadius]) {
    for (let k = 0; k < DIRECTIONS; k++) {
      const angle = radiansFromDegrees((360 * k) / DIRECTIONS);
      const north = (radius * cos(angle)) / EARTH_RADIUS;
      const east = (radius * sin(angle)) / (EARTH_RADIUS * cos(latitude));
      places.push([latitude + north, longitude + east]);
    }
  }
  return places;
}

/** The conditions of {@link coverageOf} over the assets themselves, without a grid. */
export function assetCover({
  setup,
  rcs,
  heights,
  classes,
}: Pick<CoverageRequest, "setup" | "rcs" | "heights" | "classes">): AssetCover[] {
  const surface = setup.terrain === undefined ? null : surfaceOf(setup.terrain);
  const over = setup.assets.map(placesOver);
  const count = 1 + 2 * DIRECTIONS;
  const feet = coverageFeet(over.flat(), surface);
  const isSo = (margins: Float64Array, asset: number): boolean =>
    margins.subarray(asset * count, (asset + 1) * count).some((margin) => margin >= 0);
  const sights = heights.map((height) =>
    setup.sensors.map((sensor) => sightMargins(setup, sensor, feet, rcs, height)),
  );
  const reaches = classes.map((threat) =>
    heights.map((height, k) =>
      setup.fireUnits.map((unit) => {
        const sight = sights[k]![unit.engagementSensor] ?? null;
        return reachMargins(setup, unit, feet, threat, height, sight);
      }),
    ),
  );
  return setup.assets.map(({ id }, asset) => ({
    asset: id,
    seen: sights.map((sensors) => sensors.some((margins) => isSo(margins, asset))),
    reached: classes.map((threat, of) => ({
      class: threat,
      units: reaches[of]!.map((units) =>
        setup.fireUnits.flatMap((unit, k) => (isSo(units[k]!, asset) ? [unit.id] : [])),
      ),
    })),
  }));
}
