import { dbFromRatio, ratioFromDb } from "@pavise/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detector } from "./detection.ts";
import {
  detectionProbabilityAtRange,
  equivalentRange,
  radarConstant,
  radarEquationRange,
  radarEquationSnr,
  snrAtRange,
} from "./radar.ts";

const design = {
  frequency: 5.6e9,
  powerPeak: 1.5e6,
  pulseLength: 0.2e-6,
  gain: ratioFromDb(45),
  noiseTemperature: 290,
  loss: ratioFromDb(3),
};
const single = detector(1, 1, 1e-6);
const reference = { range: 100_000, rcs: 1, detectionProbability: 0.9 };
const positive = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe("the radar equation", () => {
  test("puts a 1.5 MW C-band radar's 20 dB against 0.1 m² at 85.8 km", () => {
    expect(radarEquationRange(design, 100, 0.1) / 1000).toBeCloseTo(85.816, 3);
  });

  test("returns at the range it finds the signal it was asked for", () => {
    fc.assert(
      fc.property(positive(0.1, 1e6), positive(1e-4, 1e3), (snr, rcs) => {
        const found = radarEquationSnr(design, radarEquationRange(design, snr, rcs), rcs);
        expect(Math.abs(found / snr - 1)).toBeLessThan(1e-14);
      }),
    );
  });

  test("loses 12 dB when the range doubles", () => {
    const ratio = radarEquationSnr(design, 50e3, 1) / radarEquationSnr(design, 100e3, 1);
    expect(dbFromRatio(ratio)).toBeCloseTo(12.041, 3);
  });
});

describe("scaling from a published reference range", () => {
  const constant = radarConstant(single, reference);

  test("finds the published probability at the published range", () => {
    expect(detectionProbabilityAtRange(single, constant, 100_000, 1)).toBeCloseTo(0.9, 13);
  });

  test("brings a radar of 100 km against 1 m² to 56 km against 0.1 m²", () => {
    expect(equivalentRange(reference, 0.1) / 1000).toBeCloseTo(56.234, 3);
    expect(detectionProbabilityAtRange(single, constant, 56_234.13, 0.1)).toBeCloseTo(0.9, 6);
  });

  test("sees a sixteenth of the signal at twice the range, and as much for 16 times the rcs", () => {
    fc.assert(
      fc.property(positive(1e3, 1e6), positive(1e-3, 1e2), (range, rcs) => {
        const near = snrAtRange(constant, range, rcs);
        expect(snrAtRange(constant, 2 * range, rcs) / near).toBeCloseTo(1 / 16, 14);
        expect(snrAtRange(constant, 2 * range, 16 * rcs) / near).toBeCloseTo(1, 14);
      }),
    );
  });

  test("refuses a reference range of 0 m", () => {
    expect(() => radarConstant(single, { ...reference, range: 0 })).toThrow(/got 0 m/);
  });
});
