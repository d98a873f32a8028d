/** Long: nights are counted until rare arrivals, and a bias of five in a hundred, can be seen. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  countedArrivals,
  focusArrivals,
  importanceAnyArrival,
  type Sampled,
  scenarioFromText,
  scenarioSubject,
  type Tables,
  tabulate,
} from "@pavise/lab";
import { describe, expect, it } from "vitest";
import { GOLDEN_FOLDER } from "../golden/folder.ts";

function goldenTables(name: string): Tables {
  const text = readFileSync(join(GOLDEN_FOLDER, `${name}.yaml`), "utf8");
  const subject = scenarioSubject(scenarioFromText(text, name), null, { seed: 1 });
  return tabulate(subject.setup("battery", 0));
}

/** Whether an estimate is within three of its standard errors of the truth. */
const isNear = ({ mean, standardError }: Sampled, truth: number): boolean =>
  Math.abs(mean - truth) < 3 * standardError;

function cpuSecondsOf(work: () => Sampled): { found: Sampled; cpuSeconds: number } {
  const begun = process.cpuUsage();
  const found = work();
  const { user, system } = process.cpuUsage(begun);
  return { found, cpuSeconds: (user + system) / 1e6 };
}

describe("the golden scenario rare-leak", () => {
  const tables = goldenTables("rare-leak");

  it("lets about 1e-4 arrive, and focus leaves 500 times less variance a CPU second", () => {
    countedArrivals(tables, 5000, "expected");
    const nights = 400_000;
    const counted = cpuSecondsOf(() => countedArrivals(tables, nights, "expected"));
    focusArrivals(tables, 200);
    const focus = cpuSecondsOf(() => focusArrivals(tables, 4000));
    const perSecond = (of: typeof counted): number =>
      (of.found.variance * of.cpuSeconds) / of.found.samples;
    const gain = perSecond(counted) / perSecond(focus);
    expect(focus.found.mean).toBeGreaterThan(0.7e-4);
    expect(focus.found.mean).toBeLessThan(1.4e-4);
    const error = 3 * Math.hypot(counted.found.standardError, focus.found.standardError);
    expect(Math.abs(counted.found.mean - focus.found.mean)).toBeLessThan(error);
    process.stdout.write(`rare-leak: ${gain.toFixed(0)} times less variance a CPU second\n`);
    expect(gain).toBeGreaterThan(500);
  }, 600_000);

  it("has the same chance of any arrival by importance sampling as it expects arrivals", () => {
    // Two in one night are a million times rarer.
    const focus = focusArrivals(tables, 2000);
    expect(isNear(importanceAnyArrival(tables, 100_000), focus.mean)).toBe(true);
  }, 600_000);
});

describe("the golden scenario rare-leak-common-mode", () => {
  const tables = goldenTables("rare-leak-common-mode");
  const alone = focusArrivals(goldenTables("rare-leak"), 2000).mean;
  const truth = 0.05 * 8 + 0.95 * alone;

  it("is estimated without bias, and a planted bias of 5 % is caught", () => {
    // A cycle of eight nights: 40,000 cycles pin 0.4 down to 1 %.
    const focus = focusArrivals(tables, 40_000);
    expect(isNear(focus, truth), `${focus.mean} ± ${focus.standardError}`).toBe(true);
    expect(isNear({ ...focus, mean: 1.05 * focus.mean }, truth)).toBe(false);
    expect(isNear({ ...focus, mean: 0.95 * focus.mean }, truth)).toBe(false);
  }, 600_000);
});
