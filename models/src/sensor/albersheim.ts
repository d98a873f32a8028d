/** Albersheim's short formula for the signal a steady target needs; kept for comparison only. */
import { ln, log10, sqrt } from "@pavise/kernel";

/**
 * Single-pulse signal-to-noise ratio in decibels that a steady target needs, by Albersheim's
 * formula (Proc. IEEE 69, 1981) for a linear detector.
 *
 * Measured against the exact series for a square-law detector, false alarm 1e-8 to 1e-3: for
 * probabilities from 0.5 to 0.999 within 0.32 dB for up to 100 pulses (N = 10 is the worst);
 * at probability 0.3 it is 0.3 dB too low, and at probability 0.1 and false alarm 1e-3 it is
 * 4.1 dB too low with one pulse. Its usual promise of 0.2 dB does not hold over its stated range.
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
