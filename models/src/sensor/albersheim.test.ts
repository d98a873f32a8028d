import { dbFromRatio } from "@pavise/kernel";
import { expect, test } from "vitest";
import { albersheimSnrDb } from "./albersheim.ts";
import { detector, requiredSnr } from "./detection.ts";

function errorDb(probability: number, falseAlarm: number, pulses: number): number {
  const exact = dbFromRatio(requiredSnr(detector(0, pulses, falseAlarm), probability));
  return albersheimSnrDb(probability, falseAlarm, pulses) - exact;
}

test("Albersheim asks 13.11 dB for 90 % at one false alarm in a million, 0.07 dB too little", () => {
  expect(albersheimSnrDb(0.9, 1e-6, 1)).toBeCloseTo(13.1145, 4);
  expect(errorDb(0.9, 1e-6, 1)).toBeCloseTo(-0.069, 3);
});

test("Albersheim is 4.1 dB too low at detection probability 0.1 and false alarm 1e-3", () => {
  expect(errorDb(0.1, 1e-3, 1)).toBeCloseTo(-4.08, 2);
});

test("Albersheim stays within 0.32 dB from 50 to 99.9 % for up to 100 pulses", () => {
  let worst = 0;
  for (const probability of [0.5, 0.7, 0.9, 0.99, 0.999]) {
    for (const falseAlarm of [1e-3, 1e-4, 1e-6, 1e-8]) {
      for (const pulses of [1, 2, 5, 10, 30, 100]) {
        worst = Math.max(worst, Math.abs(errorDb(probability, falseAlarm, pulses)));
      }
    }
  }
  expect(worst).toBeLessThan(0.32);
  expect(worst).toBeGreaterThan(0.2);
});
