/**
 * The defended footprint of one fire unit, and what a defence reaches right above its assets. Both are
 * properties of the defence alone: no path, direction or time of any threat goes into them.
 */

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

/** What the defence sees and reaches right above one asset. */
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

/** The conditions of {@link coverageOf} at the assets themselves, without a grid. */
export function assetCover({
  setup,
  rcs,
  heights,
  classes,
}: Pick<CoverageRequest, "setup" | "rcs" | "heights" | "classes">): AssetCover[] {
  const surface = setup.terrain === undefined ? null : surfaceOf(setup.terrain);
  const places = setup.assets.map(({ position }) => [position[0], position[1]] as const);
  const feet = coverageFeet(places, surface);
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
    seen: sights.map((sensors) => sensors.some((margins) => margins[asset]! >= 0)),
    reached: classes.map((threat, of) => ({
      class: threat,
      units: reaches[of]!.map((units) =>
        setup.fireUnits.flatMap((unit, k) => (units[k]![asset]! >= 0 ? [unit.id] : [])),
      ),
    })),
  }));
}
