import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cos, exp, hypot, ln, sin } from "./elementary.ts";
import { AdaptiveIntegrator, type Derivative, integrate } from "./integrate.ts";
import { rootBracketed } from "./root.ts";

const GRAVITATION = 3.986004418e14;
const tolerance = { relative: 1e-10, absolute: 1e-3 };

const twoBody: Derivative = (_time, state, rate) => {
  const [x, y, vx, vy] = state as unknown as [number, number, number, number];
  const squared = x * x + y * y;
  const pull = -GRAVITATION / (squared * Math.sqrt(squared));
  rate[0] = vx;
  rate[1] = vy;
  rate[2] = pull * x;
  rate[3] = pull * y;
};

/** An ellipse from its lowest point: where a body is at a time, by Kepler's equation. */
function keplerOrbit(lowest: number, eccentricity: number) {
  const axis = lowest / (1 - eccentricity);
  const motion = Math.sqrt(GRAVITATION / (axis * axis * axis));
  const minor = axis * Math.sqrt(1 - eccentricity * eccentricity);
  const speed = Math.sqrt((GRAVITATION / lowest) * (1 + eccentricity));
  return {
    period: (2 * Math.PI) / motion,
    highest: axis * (1 + eccentricity),
    state: () => new Float64Array([lowest, 0, 0, speed]),
    at(time: number): [number, number] {
      const mean = motion * time;
      const kepler = (e: number): number => e - eccentricity * sin(e) - mean;
      const anomaly = rootBracketed(kepler, mean - 1, mean + 1, 1e-15);
      return [axis * (cos(anomaly) - eccentricity), minor * sin(anomaly)];
    },
  };
}

describe("the adaptive integrator", () => {
  const orbit = keplerOrbit(7e6, 0.3);
  const flight = new AdaptiveIntegrator(4, twoBody);

  it("keeps a satellite within 0.5 m of Kepler's ellipse after one revolution, at 1e-10", () => {
    const state = orbit.state();
    const result = flight.integrate({ state, time: 0, timeEnd: orbit.period, tolerance });
    expect(result.time).toBe(orbit.period);
    expect(result.isStopped).toBe(false);
    // Measured: 0.06 m in some 150 steps.
    expect(Math.abs(state[0]! - 7e6) + Math.abs(state[1]!)).toBeLessThan(0.5);
    expect(result.steps).toBeLessThan(200);
  });

  it("grows more exact with its tolerance: from 157 m at 1e-6 to 0.06 m at 1e-10", () => {
    const errors = [1e-6, 1e-8, 1e-10].map((relative) => {
      const state = orbit.state();
      const absolute = [1e-3, 1e-3, 1e-6, 1e-6];
      flight.integrate({
        state,
        time: 0,
        timeEnd: orbit.period,
        tolerance: { relative, absolute },
      });
      return Math.abs(state[0]! - 7e6) + Math.abs(state[1]!);
    });
    expect(errors[1]!).toBeLessThan(errors[0]! / 20);
    expect(errors[2]!).toBeLessThan(errors[1]! / 10);
  });

  it("tells the path between its steps within 0.5 m as well, without a gap", () => {
    const at = new Float64Array(4);
    let timeBefore = 0;
    flight.integrate({
      state: orbit.state(),
      time: 0,
      timeEnd: orbit.period,
      tolerance,
      observe(step) {
        expect(step.timeStart).toBe(timeBefore);
        timeBefore = step.timeEnd;
        for (const part of [0, 0.2, 0.5, 0.8, 1]) {
          const time = step.timeStart + part * (step.timeEnd - step.timeStart);
          step.stateAt(time, at);
          const [x, y] = orbit.at(time);
          expect(Math.abs(at[0]! - x) + Math.abs(at[1]! - y)).toBeLessThan(0.5);
        }
      },
    });
    expect(timeBefore).toBe(orbit.period);
  });

  it("stops at the highest point within 1 ms, where the body no longer climbs", () => {
    const state = orbit.state();
    let timeLast = 0;
    const result = flight.integrate({
      state,
      time: 0,
      timeEnd: orbit.period,
      tolerance,
      stop: (_time, s) => s[0]! * s[2]! + s[1]! * s[3]!,
      observe(step) {
        timeLast = step.timeEnd;
      },
    });
    expect(result.isStopped).toBe(true);
    expect(timeLast).toBe(result.time);
    expect(Math.abs(result.time - orbit.period / 2)).toBeLessThan(1e-3);
    expect(Math.abs(hypot(state[0]!, state[1]!) - orbit.highest)).toBeLessThan(0.5);
  });

  it("is not stopped at the ground it starts from: a stone thrown up at 50 m/s flies 10.2 s", () => {
    const thrown = new Float64Array([0, 50]);
    const result = integrate({
      derivative: (_time, state, rate) => {
        rate[0] = state[1]!;
        rate[1] = -9.80665;
      },
      state: thrown,
      time: 0,
      timeEnd: 1000,
      stepMax: 2,
      tolerance: { relative: 1e-9, absolute: 1e-6 },
      stop: (_time, state) => state[0]!,
    });
    expect(Math.abs(result.time - 100 / 9.80665)).toBeLessThan(1e-9);
    expect(Math.abs(thrown[0]!)).toBeLessThan(1e-9);
    expect(thrown[1]).toBeCloseTo(-50, 9);
  });

  it("falls with square drag as ln cosh says, to 1 mm after 30 s", () => {
    const drag = 0.002;
    const state = new Float64Array([0, 0]);
    integrate({
      derivative: (_time, [, speed], rate) => {
        rate[0] = speed!;
        rate[1] = 9.80665 - drag * speed! * speed!;
      },
      state,
      time: 0,
      timeEnd: 30,
      tolerance: { relative: 1e-9, absolute: 1e-6 },
    });
    const x = Math.sqrt(9.80665 * drag) * 30;
    const fallen = ln((exp(x) + exp(-x)) / 2) / drag;
    expect(Math.abs(state[0]! - fallen)).toBeLessThan(1e-3);
  });

  it("gives the same bits again whatever it flew in between, and allows any time span", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 0, max: 900 }),
        (end, start) => {
          const fly = (timeEnd: number): number[] => {
            const state = orbit.state();
            flight.integrate({ state, time: start, timeEnd: start + timeEnd, tolerance });
            return [...state];
          };
          const first = fly(end);
          fly(end / 3);
          expect(fly(end)).toEqual(first);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("leaves the state alone over no time at all", () => {
    const state = orbit.state();
    const result = flight.integrate({ state, time: 5, timeEnd: 5, tolerance });
    expect([...state]).toEqual([...orbit.state()]);
    expect(result).toEqual({ time: 5, isStopped: false, steps: 0, rejections: 0 });
  });

  it("says where it cannot go on: y′ = y² from 1 blows up at 1 s", () => {
    const blowUp: Derivative = (_time, state, rate) => {
      rate[0] = state[0]! * state[0]!;
    };
    const request = { time: 0, timeEnd: 2, tolerance: { relative: 1e-8, absolute: 1e-8 } };
    expect(() =>
      integrate({ ...request, derivative: blowUp, state: new Float64Array([1]) }),
    ).toThrow(/the step shrank to .* at (1|0\.99999)/);
    const hole: Derivative = (time, _state, rate) => {
      rate[0] = time > 0.5 ? Number.NaN : 1;
    };
    expect(() => integrate({ ...request, derivative: hole, state: new Float64Array([0]) })).toThrow(
      /at 0\.(5|49999).*not a number there/,
    );
  });

  it("refuses time that runs backwards, a tolerance of 0, a step of 0 and a stop that is NaN", () => {
    const state = orbit.state();
    const request = { state, time: 0, timeEnd: 10, tolerance };
    expect(() => flight.integrate({ ...request, timeEnd: -1 })).toThrow(/got 0 to -1/);
    const none = { relative: 0, absolute: 0 };
    expect(() => flight.integrate({ ...request, tolerance: none })).toThrow(/absolute > 0/);
    expect(() => flight.integrate({ ...request, stepMax: 0 })).toThrow(/positive steps/);
    expect(() => flight.integrate({ ...request, stop: () => Number.NaN })).toThrow(/not a number/);
    expect(() => flight.integrate({ ...request, state: new Float64Array(3) })).toThrow(/size/);
  });
});
