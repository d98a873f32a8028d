/**
 * The US Standard Atmosphere 1976 from below sea level to 86 km geometric altitude.
 *
 * Source: U.S. Standard Atmosphere, 1976, NOAA-S/T 76-1562 (NASA-TM-X-74335), section 1 and
 * table 4: seven layers of constant gradient of the molecular-scale temperature over geopotential
 * altitude. Above 86 km the density is taken as zero: at 86 km it is 6e-6 of that at sea level.
 * A mean mid-latitude day: no wind, no weather, no season.
 */
import { exp, ln, sqrt } from "@pavise/kernel";

/** Air at one altitude. */
export interface Air {
  /** Kinetic temperature, kelvin. */
  readonly temperature: number;
  /** Pascal. */
  readonly pressure: number;
  /** Kilogram per cubic metre. */
  readonly density: number;
  /** Speed of sound, metres per second. */
  readonly soundSpeed: number;
}

/** Geometric altitude at which this atmosphere ends, metres. */
export const ATMOSPHERE_TOP = 86000;
/** Lowest altitude the standard covers, metres. */
export const ATMOSPHERE_BOTTOM = -5000;

const EARTH_RADIUS = 6356766;
const GRAVITY = 9.80665;
const GAS_CONSTANT = 8314.32;
const MOLAR_MASS = 28.9644;
const SPECIFIC_GAS_CONSTANT = GAS_CONSTANT / MOLAR_MASS;
const HEAT_CAPACITY_RATIO = 1.4;

interface Layer {
  readonly base: number;
  readonly gradient: number;
  readonly temperature: number;
  readonly pressure: number;
}

const gradients: readonly (readonly [base: number, gradient: number])[] = [
  [0, -0.0065],
  [11000, 0],
  [20000, 0.001],
  [32000, 0.0028],
  [47000, 0],
  [51000, -0.0028],
  [71000, -0.002],
];

function layerPressure(layer: Layer, geopotential: number): number {
  const above = geopotential - layer.base;
  if (layer.gradient === 0) {
    return layer.pressure * exp((-GRAVITY * above) / (SPECIFIC_GAS_CONSTANT * layer.temperature));
  }
  const ratio = layer.temperature / (layer.temperature + layer.gradient * above);
  return layer.pressure * exp((GRAVITY / (SPECIFIC_GAS_CONSTANT * layer.gradient)) * ln(ratio));
}

function stackedLayers(): Layer[] {
  const layers: Layer[] = [];
  let temperature = 288.15;
  let pressure = 101325;
  for (const [index, [base, gradient]] of gradients.entries()) {
    const layer = { base, gradient, temperature, pressure };
    layers.push(layer);
    const top = gradients[index + 1]?.[0] ?? base;
    pressure = layerPressure(layer, top);
    temperature += gradient * (top - base);
  }
  return layers;
}

const layers = stackedLayers();

// With the molecular-scale temperature, of which density and speed of sound are functions.
function airAtGeopotential(geopotential: number): Air {
  let layer = layers[0]!;
  for (const candidate of layers) if (geopotential >= candidate.base) layer = candidate;
  const temperature = layer.temperature + layer.gradient * (geopotential - layer.base);
  const pressure = layerPressure(layer, geopotential);
  return {
    temperature,
    pressure,
    density: pressure / (SPECIFIC_GAS_CONSTANT * temperature),
    soundSpeed: sqrt(HEAT_CAPACITY_RATIO * SPECIFIC_GAS_CONSTANT * temperature),
  };
}

// Mean molar mass over that at sea level, every 500 m of geometric altitude from 80 to 86 km
// (table 8): oxygen comes apart, and the kinetic temperature falls below the molecular-scale one.
const MOLAR_MASS_RATIOS = [
  1, 0.999996, 0.999989, 0.999971, 0.999941, 0.999909, 0.99987, 0.999829, 0.999786, 0.999741,
  0.999694, 0.999641, 0.999579,
] as const;

function molarMassRatio(altitude: number): number {
  const place = (altitude - 80_000) / 500;
  if (place <= 0) return 1;
  const index = Math.min(Math.floor(place), MOLAR_MASS_RATIOS.length - 2);
  const lower = MOLAR_MASS_RATIOS[index]!;
  return lower + (place - index) * (MOLAR_MASS_RATIOS[index + 1]! - lower);
}

/** Geopotential altitude (m) of a geometric altitude (m), as the standard defines it. */
export function geopotentialAltitude(altitude: number): number {
  return (EARTH_RADIUS * altitude) / (EARTH_RADIUS + altitude);
}

/**
 * Air at a geometric altitude from −5 km to 86 km (m).
 *
 * Measured against the published table: 7e-5 in pressure, 3e-5 in density, 0.003 K in temperature.
 */
export function standardAir(altitude: number): Air {
  if (!(altitude >= ATMOSPHERE_BOTTOM && altitude <= ATMOSPHERE_TOP)) {
    throw new RangeError(
      `standardAir: expected an altitude of −5,000 to 86,000 m, got ${altitude}`,
    );
  }
  const air = airAtGeopotential(geopotentialAltitude(altitude));
  return { ...air, temperature: air.temperature * molarMassRatio(altitude) };
}

/** Density at a geometric altitude of −5 km or more (m): zero above 86 km. */
export function standardDensity(altitude: number): number {
  if (altitude > ATMOSPHERE_TOP) return 0;
  if (!(altitude >= ATMOSPHERE_BOTTOM)) {
    throw new RangeError(`standardDensity: expected at least −5,000 m, got ${altitude}`);
  }
  return airAtGeopotential(geopotentialAltitude(altitude)).density;
}

// Cells of equal geopotential height, which puts a node on every boundary between layers, where
// the slope of the density jumps. Each cell holds a cubic that has density and slope of the exact
// formula at both ends.
const CELL = 250;
const CELL_COUNT = (85000 - ATMOSPHERE_BOTTOM - 1000) / CELL;
const CELL_BOTTOM = ATMOSPHERE_BOTTOM + 1000;

function densitySlope(geopotential: number, isFromAbove: boolean): number {
  let layer = layers[0]!;
  for (const candidate of layers) {
    if (isFromAbove ? geopotential >= candidate.base : geopotential > candidate.base) {
      layer = candidate;
    }
  }
  const air = airAtGeopotential(geopotential);
  const perMetre = -(GRAVITY / SPECIFIC_GAS_CONSTANT + layer.gradient) / air.temperature;
  return air.density * perMetre;
}

function cellCubics(): Float64Array {
  const cubics = new Float64Array(4 * CELL_COUNT);
  for (let cell = 0; cell < CELL_COUNT; cell += 1) {
    const lower = CELL_BOTTOM + CELL * cell;
    const start = airAtGeopotential(lower).density;
    const rise = airAtGeopotential(lower + CELL).density - start;
    const slopeStart = CELL * densitySlope(lower, true);
    const slopeEnd = CELL * densitySlope(lower + CELL, false);
    cubics[4 * cell] = start;
    cubics[4 * cell + 1] = slopeStart;
    cubics[4 * cell + 2] = 3 * rise - 2 * slopeStart - slopeEnd;
    cubics[4 * cell + 3] = slopeStart + slopeEnd - 2 * rise;
  }
  return cubics;
}

const cubics = cellCubics();

/**
 * Density at a geometric altitude (m), for inner loops: a table of cubics, no exponential.
 *
 * Zero above 86 km. Measured against {@link standardDensity} from −4 km to 86 km: relative error
 * below 2e-8. Below −4 km it falls back to the exact formula.
 */
export function tabulatedDensity(altitude: number): number {
  if (altitude > ATMOSPHERE_TOP) return 0;
  const place = ((EARTH_RADIUS * altitude) / (EARTH_RADIUS + altitude) - CELL_BOTTOM) / CELL;
  if (!(place >= 0)) return standardDensity(altitude);
  const cell = Math.floor(place);
  const t = place - cell;
  const at = 4 * cell;
  return cubics[at]! + t * (cubics[at + 1]! + t * (cubics[at + 2]! + t * cubics[at + 3]!));
}
