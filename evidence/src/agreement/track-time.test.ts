/** When tracks form: survival tables as the engine plays them, against plain scans one by one. */
import { describe, expect, it } from "vitest";
import { homogeneity } from "../baseline/chi-square.ts";
import { type Case, engineTimes, forGood, RUNS, scannedTimes } from "./track-times.test-scene.ts";

describe("track times of survival tables and of 100,000 histories scan by scan", () => {
  const single = [1, 1] as const;
  it.each<[string, Case]>([
    ["alone, 2 of 3", { rule: [2, 3], phase: "uniform", chance: 0.25 }],
    [
      "failed at 30 s, 2 of 3",
      { rule: [2, 3], phase: "uniform", chance: 0.2, lost: [30, forGood] },
    ],
    ["away from 14 to 41 s", { rule: single, phase: 0, chance: 0.15, lost: [14, 41] }],
    ["cued at 21 s", { rule: single, phase: 0, chance: 0.1, cuedAt: 21 }],
    ["cued at 21 s, 2 of 3 before", { rule: [2, 3], phase: 0, chance: 0.2, cuedAt: 21 }],
    ["full until another is gone", { rule: single, phase: 0, chance: 0.2, isShared: true }],
  ])("agree: %s; and differ where the chance per scan is 0.01 more", (_, of) => {
    const scanned = scannedTimes(of);
    expect(homogeneity(engineTimes(of), scanned).p).toBeGreaterThan(1e-3);
    const sinned = engineTimes({ ...of, chance: of.chance + 0.01 });
    expect(homogeneity(sinned, scanned).p).toBeLessThan(1e-3);
  });
});

/** What tables forget at a change: how much sooner tracks form, as shares and as scans in the mean. */
function error(of: Case): { share: number; scans: number } {
  const [told, scanned] = [engineTimes(of), scannedTimes(of)];
  let [ahead, share, scans] = [0, 0, 0];
  for (let cell = 0; cell < told.length - 1; cell++) {
    ahead += (told[cell]! - scanned[cell]!) / RUNS;
    scans += ahead;
    if (Math.abs(ahead) > Math.abs(share)) share = ahead;
  }
  return { share, scans };
}

// The figures stand in docs/methods/detection.md; a change-over that became exact must leave them.
// Tolerances are three standard deviations of two samples of 100,000: 0.0067 of a share; of a mean
// of track times that scatter by up to 16 scans, 0.22 scans.
describe("the memory of M of N at a change", () => {
  const two = [2, 3] as const;
  const three = [3, 5] as const;
  const away = [14, 41] as const;
  it.each<[string, Case, share: number, scans: number]>([
    ["2 of 3, 0.2, away", { rule: two, phase: 0, chance: 0.2, lost: away }, 0.058, 0.8],
    ["2 of 3, 0.7, away", { rule: two, phase: 0, chance: 0.7, lost: away }, 0.06, 0.11],
    ["3 of 5, 0.4, away", { rule: three, phase: 0, chance: 0.4, lost: away }, 0.202, 1.65],
    ["2 of 3, 0.2, freed", { rule: two, phase: 0, chance: 0.2, isShared: true }, 0.023, 0.27],
    ["2 of 3, 0.7, freed", { rule: two, phase: 0, chance: 0.7, isShared: true }, 0.317, 0.56],
    ["3 of 5, 0.4, freed", { rule: three, phase: 0, chance: 0.4, isShared: true }, 0.115, 0.91],
    ["3 of 5, 0.7, freed", { rule: three, phase: 0, chance: 0.7, isShared: true }, 0.387, 1.15],
    [
      "2 of 3, 0.2, cued",
      { rule: two, phase: 0, chance: 0.2, cuedAt: 21, cuedRule: two },
      -0.004,
      -0.03,
    ],
    [
      "3 of 5, 0.4, cued to 2 of 3",
      { rule: three, phase: 0, chance: 0.4, cuedAt: 21, cuedRule: two },
      -0.013,
      -0.06,
    ],
  ])("makes tracks early as the method page says: %s", (_, of, share, scans) => {
    const found = error(of);
    expect(Math.abs(found.share - share), `${found.share}`).toBeLessThan(0.0067);
    expect(Math.abs(found.scans - scans), `${found.scans}`).toBeLessThan(0.22);
  });
});
