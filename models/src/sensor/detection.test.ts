import { dbFromRatio, gammaIncompleteUpper, ratioFromDb } from "@pavise/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  detectionProbability,
  detectionThreshold,
  detector,
  requiredSnr,
  type SwerlingCase,
} from "./detection.ts";

const swerlingCases: readonly SwerlingCase[] = [0, 1, 2, 3, 4];
const anyDetector = fc
  .record({
    swerling: fc.constantFrom(...swerlingCases),
    pulses: fc.integer({ min: 1, max: 300 }),
    falseAlarmDb: fc.double({ min: -100, max: -10, noNaN: true }),
  })
  .map(({ swerling, pulses, falseAlarmDb }) =>
    detector(swerling, pulses, ratioFromDb(falseAlarmDb)),
  );

describe("detection of a target by one look", () => {
  test("needs 13.18 dB for 90 % detection of a steady target at one false alarm in a million", () => {
    expect(dbFromRatio(requiredSnr(detector(0, 1, 1e-6), 0.9))).toBeCloseTo(13.18349, 5);
  });

  test("needs 21.14 dB when the echo fluctuates from look to look: 8 dB more for the same 90 %", () => {
    expect(dbFromRatio(requiredSnr(detector(1, 1, 1e-6), 0.9))).toBeCloseTo(21.143643, 6);
  });

  test("gains 7.9 dB by adding ten pulses of a steady target", () => {
    const single = requiredSnr(detector(0, 1, 1e-6), 0.9);
    const ten = requiredSnr(detector(0, 10, 1e-6), 0.9);
    expect(dbFromRatio(single / ten)).toBeCloseTo(7.916, 3);
  });

  test("detects 28.48 % at 10 dB when the echo fluctuates, one pulse, one false alarm in a million", () => {
    expect(detectionProbability(detector(1, 1, 1e-6), 10)).toBeCloseTo(0.28480358684358015, 14);
  });

  test("agrees with the closed form Q(N, threshold / (1 + snr)) of case 2, for 2 to 300 pulses", () => {
    let worst = 0;
    for (const pulses of [2, 3, 10, 72, 300]) {
      const pulseToPulse = detector(2, pulses, 1e-6);
      for (const snr of [0.01, 0.3, 1, 7, 200]) {
        const closedForm = gammaIncompleteUpper(pulses, pulseToPulse.threshold / (1 + snr));
        const gap = Math.abs(detectionProbability(pulseToPulse, snr) - closedForm);
        worst = Math.max(worst, gap);
      }
    }
    // Measured 3e-13, at 300 pulses: the logarithm of Γ(600) is near 3,000 and rounds there.
    expect(worst).toBeLessThan(1e-12);
  });

  test("treats cases 1 and 2, and 3 and 4, alike for one pulse, and 3 with N = 2 as case 2", () => {
    for (const snr of [0.1, 1, 10, 100]) {
      const chance = (swerling: SwerlingCase, pulses: number): number =>
        detectionProbability(detector(swerling, pulses, 1e-6), snr);
      expect(chance(2, 1)).toBe(chance(1, 1));
      expect(chance(4, 1)).toBe(chance(3, 1));
      expect(chance(3, 2)).toBeCloseTo(chance(2, 2), 14);
    }
  });

  test("finds the threshold that noise passes exactly as often as asked, for up to 8,096 pulses", () => {
    for (const pulses of [1, 2, 10, 100, 1000, 8096]) {
      for (const falseAlarm of [0.5, 1e-3, 1e-6, 1e-12]) {
        const passed = gammaIncompleteUpper(pulses, detectionThreshold(pulses, falseAlarm));
        // A relative step of 1e-15 in a threshold near 8,500 moves the tail by 1e-12 of itself.
        expect(Math.abs(passed / falseAlarm - 1)).toBeLessThan(1e-12);
      }
    }
  });

  test("stays between the false-alarm probability and 1, and grows with the signal", () => {
    fc.assert(
      fc.property(
        anyDetector,
        fc.double({ min: -40, max: 60, noNaN: true }),
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        (one, levelDb, moreDb) => {
          const weak = detectionProbability(one, ratioFromDb(levelDb));
          const strong = detectionProbability(one, ratioFromDb(levelDb + moreDb));
          expect(weak).toBeGreaterThanOrEqual(one.falseAlarmProbability * (1 - 1e-11));
          expect(strong).toBeLessThanOrEqual(1);
          expect(strong).toBeGreaterThanOrEqual(weak - 1e-12);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("needs the signal that, put back, detects as often as asked", () => {
    fc.assert(
      fc.property(anyDetector, fc.double({ min: 0.2, max: 0.999, noNaN: true }), (one, chance) => {
        const found = detectionProbability(one, requiredSnr(one, chance));
        // 1e-12 dB of the root times a slope below 1 per decibel, plus rounding of the series.
        expect(Math.abs(found - chance)).toBeLessThan(1e-11);
      }),
      { numRuns: 200 },
    );
  });

  test("sees noise at its false-alarm rate and an endless signal surely", () => {
    for (const swerling of swerlingCases) {
      const one = detector(swerling, 10, 1e-6);
      expect(detectionProbability(one, 0)).toBe(1e-6);
      expect(detectionProbability(one, Number.POSITIVE_INFINITY)).toBe(1);
    }
  });

  test("refuses a false-alarm probability of 0, half a pulse, a negative signal and certainty", () => {
    expect(() => detector(1, 1, 0)).toThrow(/expected more than 0 and less than 1, got 0/);
    expect(() => detector(1, 0.5, 1e-6)).toThrow(/expected a whole number of at least 1, got 0.5/);
    expect(() => detectionProbability(detector(1, 1, 1e-6), -1)).toThrow(/at least 0, got -1/);
    expect(() => detectionProbability(detector(1, 1, 1e-6), Number.NaN)).toThrow(/got NaN/);
    expect(() => requiredSnr(detector(1, 1, 1e-6), 1)).toThrow(/less than 1, got 1/);
    expect(() => requiredSnr(detector(1, 1, 1e-6), 1e-6)).toThrow(/more than the false-alarm/);
  });
});
