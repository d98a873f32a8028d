import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { availabilityFromUp, availabilitySteady, reliability } from "./availability.ts";
import { barrageOutcome, shotsPerThreatRequired } from "./barrage.ts";
import { binomialProbabilities, meanOfCount } from "./binomial.ts";
import { blockedProbability, saturationOutcome, waitingProbability } from "./fire-channels.ts";
import { launchTimes } from "./launcher-cadence.ts";
import { killChainProbability, layeredDefenceOutcome } from "./layered-defence.ts";
import { salvoLosses, stochasticSalvoOutcome } from "./salvo-exchange.ts";

const chance = fc.double({ min: 0, max: 1, noNaN: true });

describe("a barrage", () => {
  test("two shots of 0.8 at each of four threats tracked at 0.98 stop all four in 78 % of nights", () => {
    const outcome = barrageOutcome({
      threats: 4,
      sspk: 0.8,
      shotsPerThreat: 2,
      trackProbability: 0.98,
      commonModeProbability: 1,
    });
    expect(outcome.leakers[0]).toBeCloseTo(0.7834102237495295, 14);
    expect(outcome.interceptors).toBe(8);
  });

  test("asks 3.2 shots of 0.7 per threat for ten threats and 80 % of nights without a leak", () => {
    expect(shotsPerThreatRequired(10, 0.7, 0.999, 0.8)).toBeCloseTo(3.205251765643207, 12);
  });

  test("cannot make up for missing tracks with any number of shots", () => {
    expect(shotsPerThreatRequired(10, 0.8, 0.95, 0.8)).toBeNull();
  });

  test("the shots it asks for are just enough", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (threats, sspk, goal) => {
          const shots = shotsPerThreatRequired(threats, sspk, 1, goal)!;
          const noLeak = (shotsPerThreat: number) =>
            barrageOutcome({
              threats,
              sspk,
              shotsPerThreat,
              trackProbability: 1,
              commonModeProbability: 1,
            }).leakers[0]!;
          expect(noLeak(shots)).toBeCloseTo(goal, 10);
        },
      ),
    );
  });
});

describe("layers and chains", () => {
  test("two layers of 0.9 let one in a hundred through, and nothing at all in 37 % of nights", () => {
    const outcome = layeredDefenceOutcome(100, [0.9, 0.9]);
    expect(outcome.leakersMean).toBeCloseTo(1, 13);
    expect(outcome.noLeakProbability).toBeCloseTo(0.36603, 5);
  });

  test("five good stages make a chain of 65 %", () => {
    expect(killChainProbability([0.95, 0.98, 0.9, 0.97, 0.8])).toBeCloseTo(0.6502104, 12);
  });
});

describe("fire-control channels", () => {
  test("ten channels under ten erlang turn 21.5 % away", () => {
    expect(blockedProbability(10, 10)).toBeCloseTo(0.21458, 5);
  });

  test("no channel count settles a queue that is offered more than it can carry", () => {
    expect(waitingProbability(2, 2)).toBeNull();
    expect(waitingProbability(2, 4)).toBeCloseTo(0.17391304347826084, 14);
  });

  test("waiting is likelier than being turned away, and both fall with every channel", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 20, noNaN: true }),
        fc.integer({ min: 1, max: 40 }),
        (load, channels) => {
          const blocked = blockedProbability(load, channels);
          expect(blockedProbability(load, channels + 1)).toBeLessThan(blocked);
          const waiting = waitingProbability(load, channels);
          if (waiting !== null) expect(waiting).toBeGreaterThanOrEqual(blocked);
        },
      ),
    );
  });

  test("nine channels have time for 27 engagements but 32 rounds in pairs for only 16", () => {
    const outcome = saturationOutcome({
      threats: 20,
      channels: 9,
      engagementDuration: 12,
      windowDuration: 40,
      shotsPerEngagement: 2,
      magazine: 32,
    });
    expect(outcome).toEqual({ engagementsByTime: 27, engaged: 16, unengaged: 4 });
  });
});

test("a launcher of four rounds, 2 s apart, reloads for 60 s after the fourth has left", () => {
  const times = launchTimes({ readyRounds: 4, spacing: 2, reload: 60, demands: 10 });
  expect([...times]).toEqual([0, 2, 4, 6, 66, 68, 70, 72, 132, 134]);
});

test("a component failing every 100 h and repaired in 5 h works 95 % of the time", () => {
  const component = { meanTimeToFailure: 100, meanTimeToRepair: 5 };
  expect(availabilitySteady(component)).toBeCloseTo(0.95238, 5);
  expect(availabilityFromUp(component, 0)).toBe(1);
  expect(availabilityFromUp(component, 1e6)).toBeCloseTo(availabilitySteady(component), 15);
  expect(reliability(component, 10)).toBeCloseTo(0.904837, 6);
});

describe("salvo exchanges", () => {
  test("three ships of four shots put both of two ships out of action and lose 2.5 as hit", () => {
    const a = { ships: 3, striking: 4, defending: 1, staying: 2 };
    const b = { ships: 2, striking: 4, defending: 3, staying: 2 };
    expect(salvoLosses(a, b)).toBe(2);
    expect(salvoLosses(b, a)).toBe(2.5);
  });

  test("mean hits are good shots less mean intercepts, and chances add up to 1", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 15 }),
        chance,
        fc.integer({ min: 0, max: 20 }),
        chance,
        (shots, goodProbability, interceptors, interceptProbability) => {
          const outcome = stochasticSalvoOutcome({
            shots,
            goodProbability,
            interceptors,
            interceptProbability,
          });
          const good = binomialProbabilities(shots, goodProbability);
          const engaged = good.reduce(
            (mean, part, count) => mean + part * Math.min(count, interceptors),
            0,
          );
          expect(outcome.hitsMean).toBeCloseTo(
            shots * goodProbability - engaged * interceptProbability,
            11,
          );
          expect(outcome.hits.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12);
        },
      ),
    );
  });
});

test("binomial chances add up to 1 with mean n·p, for 1,000 trials too", () => {
  const chances = binomialProbabilities(1000, 0.3);
  expect(chances.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12);
  expect(meanOfCount(chances)).toBeCloseTo(300, 9);
  expect(() => binomialProbabilities(2, 1.1)).toThrow(/got 2 and 1.1/);
});
