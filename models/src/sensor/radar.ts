/**
 * The radar equation, and its scaling from a published reference range.
 *
 * Free space only: no multipath, no atmospheric loss, no clutter, no jamming. Radar makers publish
 * "so many kilometres against so many square metres"; the scaling below turns that one sentence
 * into a signal-to-noise ratio at every other range and cross-section.
 */
import { LIGHT_SPEED, pow, sqrt } from "@pavise/kernel";
import { type Detector, detectionProbability, requiredSnr } from "./detection.ts";

/** Boltzmann constant, J/K; exact since the SI of 2019. */
export const BOLTZMANN_CONSTANT = 1.380649e-23;

/** What the radar equation asks of a radar whose transmitter and receiver share one antenna. */
export interface RadarDesign {
  /** Hz, > 0. */
  readonly frequency: number;
  /** Peak transmitted power, W, > 0. */
  readonly powerPeak: number;
  /** Length of the pulse, s, > 0; the receiver is matched to it. */
  readonly pulseLength: number;
  /** Antenna gain, power ratio, > 0. */
  readonly gain: number;
  /** Noise temperature, K, > 0. */
  readonly noiseTemperature: number;
  /** Noise figure and all losses multiplied together, power ratio, ≥ 1. */
  readonly loss: number;
}

/** Everything in the radar equation but range: snr = this × rcs / range⁴. */
function snrFactor(design: RadarDesign): number {
  const wavelength = LIGHT_SPEED / design.frequency;
  const fourPi = 4 * Math.PI;
  const energy = design.powerPeak * design.pulseLength;
  const noise = BOLTZMANN_CONSTANT * design.noiseTemperature * design.loss;
  return (
    (energy * design.gain * design.gain * wavelength * wavelength) /
    (fourPi * fourPi * fourPi * noise)
  );
}

/**
 * Single-pulse signal-to-noise ratio (power ratio) of a target of cross-section `rcs` (m²) at
 * `range` (m) by the radar equation P·τ·G²·λ²·σ / ((4π)³·k·T·L·R⁴).
 *
 * Agrees with the printed digits of the MathWorks Radar Toolbox examples to 3e-5 dB.
 */
export function radarEquationSnr(design: RadarDesign, range: number, rcs: number): number {
  const rangeSquared = range * range;
  return (snrFactor(design) * rcs) / (rangeSquared * rangeSquared);
}

/** Range (m) at which a target of cross-section `rcs` (m²) returns the power ratio `snr`. */
export function radarEquationRange(design: RadarDesign, snr: number, rcs: number): number {
  return sqrt(sqrt((snrFactor(design) * rcs) / snr));
}

/** A published sentence: this range, against this cross-section, with this chance of detection. */
export interface ReferenceRange {
  /** m, > 0. */
  readonly range: number;
  /** m², > 0. */
  readonly rcs: number;
  /** Chance of detection in one look at that range; between false alarm and 1. */
  readonly detectionProbability: number;
}

/**
 * One number that carries a reference range to all others: snr × range⁴ / rcs, in m².
 * Losses that grow with range (absorption) are left out, so beyond the reference range the true
 * signal is weaker than this says, and inside it stronger.
 */
export function radarConstant(detector: Detector, reference: ReferenceRange): number {
  if (!(reference.range > 0 && reference.rcs > 0)) {
    throw new RangeError(
      `radarConstant: expected a positive reference range and cross-section, got ${reference.range} m and ${reference.rcs} m²`,
    );
  }
  const rangeSquared = reference.range * reference.range;
  const snr = requiredSnr(detector, reference.detectionProbability);
  return (snr * rangeSquared * rangeSquared) / reference.rcs;
}

/** Signal-to-noise power ratio at `range` (m) for cross-section `rcs` (m²). */
export function snrAtRange(constant: number, range: number, rcs: number): number {
  const rangeSquared = range * range;
  return (constant * rcs) / (rangeSquared * rangeSquared);
}

/** Chance that one look at a target of `rcs` (m²) at `range` (m) detects it. */
export function detectionProbabilityAtRange(
  detector: Detector,
  constant: number,
  range: number,
  rcs: number,
): number {
  return detectionProbability(detector, snrAtRange(constant, range, rcs));
}

/** Range (m) at which a target of `rcs` (m²) is as detectable as the reference target was. */
export function equivalentRange(reference: ReferenceRange, rcs: number): number {
  return reference.range * pow(rcs / reference.rcs, 0.25);
}
