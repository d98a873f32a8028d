/** What one sensor can see of one course, and the survival table that follows. */

import {
  type Detector,
  detectionProbabilityAtRange,
  detector,
  equivalentRange,
  lineOfSightArc,
  radarConstant,
  SURVIVAL_NEGLIGIBLE,
  type SurvivalTable,
  survivalTable,
  type TerrainHorizon,
} from "@pavise/models";
import type { SensorSetup, Setup, ThreatSetup } from "../scenario/setup.ts";
import { terrainHorizonOf, terrainMargin } from "./terrain-sight.ts";
import {
  between,
  isWithin,
  type Margin,
  type Span,
  sectorMargin,
  spansOf,
  type View,
  valueAt,
} from "./view.ts";

/** The conditions of sight, kept apart because each is a refusal of its own. */
export interface Sight {
  /** Azimuth limits. */
  readonly sector: Margin;
  /** Elevation limits. */
  readonly elevation: Margin;
  /** 4/3-Earth horizon of smooth ground; no condition where there is terrain. */
  readonly horizon: Margin;
  /** Terrain, the horizon of the sea beyond it included; null over smooth ground. */
  readonly terrain: Margin | null;
  /** Height below which clutter hides everything; null where nothing is said of it. */
  readonly clutter: Margin | null;
  /** Instrumented range, or the range of a step sensor. */
  readonly instrumented: Margin;
  /** Range at which this cross-section is detected with the reference probability. */
  readonly reach: Margin;
}

export function sightOf(
  sensor: SensorSetup,
  threat: ThreatSetup,
  view: View,
  terrain?: Setup["terrain"],
): Sight {
  const { detection } = sensor;
  const limit = detection.kind === "step" ? detection.range : detection.rangeInstrumented;
  const reach =
    detection.kind === "step"
      ? detection.range
      : equivalentRange(
          {
            range: detection.referenceRange,
            rcs: detection.referenceRcs,
            detectionProbability: detection.referenceProbability,
          },
          threat.rcs,
        );
  return {
    sector: sectorMargin(view, sensor.sector),
    elevation: between(view.elevation, sensor.elevationMin, sensor.elevationMax),
    ...(terrain === undefined
      ? { horizon: smoothHorizon(sensor, view), terrain: null }
      : { horizon: everywhere(view), terrain: terrainMargins(sensor, view, terrain) }),
    clutter: sensor.clutterHeight === undefined ? null : clutterMargin(sensor, view),
    instrumented: between(view.slantRange, 0, limit),
    reach: between(view.slantRange, 0, reach),
  };
}

/** Heights count from the ground at the site, as for the horizon. */
function clutterMargin({ position, clutterHeight = 0 }: SensorSetup, view: View): Margin {
  return between(view.height, position[2] + clutterHeight, Number.POSITIVE_INFINITY);
}

function smoothHorizon(sensor: SensorSetup, view: View): Margin {
  // The smooth Earth lies at the level of the site: a plateau gives no height of its own.
  const ground = sensor.position[2];
  const horizon = new Float64Array(view.count);
  for (let k = 0; k < view.count; k++) {
    const arc = lineOfSightArc(sensor.mastHeight, Math.max(0, view.height[k]! - ground));
    horizon[k] = arc - view.groundRange[k]!;
  }
  return horizon;
}

function everywhere(view: View): Margin {
  return new Float64Array(view.count).fill(Number.POSITIVE_INFINITY);
}

/** Margins by what was looked at and from which antenna: sensors of one unit often share both. */
const masked = new WeakMap<View, Map<TerrainHorizon, Margin>>();

function terrainMargins(
  sensor: SensorSetup,
  view: View,
  terrain: NonNullable<Setup["terrain"]>,
): Margin {
  const horizon = terrainHorizonOf(terrain, sensor);
  const known = masked.get(view) ?? new Map<TerrainHorizon, Margin>();
  masked.set(view, known);
  let margins = known.get(horizon);
  if (margins === undefined) {
    margins = view.groundRange.map((distance, k) =>
      terrainMargin(horizon, sensor.id, view.azimuth[k]!, distance, view.height[k]!),
    );
    known.set(horizon, margins);
  }
  return margins;
}

const detectors = new Map<string, { detector: Detector; constant: number }>();

/** One look at a threat: chance of detection by slant range. */
function chancePerScan(sensor: SensorSetup, threat: ThreatSetup): (slantRange: number) => number {
  const { detection } = sensor;
  if (detection.kind === "step") return () => detection.probability;
  const key = `${threat.swerling} ${detection.falseAlarmProbability} ${detection.referenceRange} ${detection.referenceRcs} ${detection.referenceProbability}`;
  let known = detectors.get(key);
  if (known === undefined) {
    const made = detector(threat.swerling, 1, detection.falseAlarmProbability);
    const reference = {
      range: detection.referenceRange,
      rcs: detection.referenceRcs,
      detectionProbability: detection.referenceProbability,
    };
    known = { detector: made, constant: radarConstant(made, reference) };
    if (detectors.size > 1000) detectors.clear();
    detectors.set(key, known);
  }
  const { detector: which, constant } = known;
  return (slantRange) => detectionProbabilityAtRange(which, constant, slantRange, threat.rcs);
}

/** The stretches of a course in which a sensor can see it at all; seconds after its start. */
export function spansInSight(view: View, sight: Sight): readonly Span[] {
  const { sector, elevation, horizon, terrain, clutter, instrumented } = sight;
  const margins = [sector, elevation, horizon, instrumented];
  if (terrain !== null) margins.push(terrain);
  if (clutter !== null) margins.push(clutter);
  return spansOf(view.times, margins);
}

/** How a sensor scans: as it does by itself, or as it does when it is cued. */
export type ScanMode = Pick<SensorSetup, "scanPeriod" | "initiationM" | "initiationN">;

/**
 * Survival of "no track" for one sensor against one course, times after the start of the course;
 * null when the sensor can never see it. A survival below `negligible` counts as none.
 */
export function survivalOf(
  sensor: SensorSetup,
  threat: ThreatSetup,
  view: View,
  spans: readonly Span[],
  mode: ScanMode = sensor,
  negligible: number = SURVIVAL_NEGLIGIBLE,
): SurvivalTable | null {
  if (spans.length === 0) return null;
  const chance = chancePerScan(sensor, threat);
  const start = spans[0]!.start;
  const end = spans[spans.length - 1]!.end;
  const { scanPhase } = sensor;
  const shift = scanPhase === "uniform" ? 0 : threat.launchSeconds;
  const table = survivalTable({
    timeStart: start + shift,
    timeEnd: end + shift,
    period: mode.scanPeriod,
    phase: scanPhase === "uniform" ? "uniform" : shareOfPeriod(scanPhase, mode.scanPeriod),
    initiationM: mode.initiationM,
    initiationN: mode.initiationN,
    detectionProbability: (time) => {
      const at = time - shift;
      if (!isWithin(spans, at)) return 0;
      return chance(valueAt(view.times, view.slantRange, at));
    },
    negligible,
  });
  if (table.times.length === 0) return null;
  return shift === 0 ? table : delayed(table, -shift);
}

/** The same table, so many seconds later. */
export function delayed(table: SurvivalTable, seconds: number): SurvivalTable {
  return seconds === 0 ? table : { ...table, times: table.times.map((time) => time + seconds) };
}

function shareOfPeriod(phase: number, period: number): number {
  const turns = phase / period;
  return turns - Math.floor(turns);
}
