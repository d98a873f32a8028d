import { describe, expect, it } from "vitest";
import { cos, exp, sin } from "./elementary.ts";
import { FixedStepIntegrator } from "./runge-kutta.ts";

describe("the fixed-step integrator", () => {
  it("is of order 4: half the step, a sixteenth of the error", () => {
    const pendulum = new FixedStepIntegrator(2, (_time, state, rate) => {
      rate[0] = state[1]!;
      rate[1] = -state[0]!;
    });
    const error = (steps: number): number => {
      const state = new Float64Array([1, 0]);
      pendulum.integrate(0, 10, steps, state);
      return Math.abs(state[0]! - cos(10)) + Math.abs(state[1]! + sin(10));
    };
    const ratio = error(200) / error(400);
    // The next term of the error moves the ratio by about the step, 1/40, in parts.
    expect(ratio).toBeGreaterThan(15.2);
    expect(ratio).toBeLessThan(16.8);
    expect(error(1000)).toBeLessThan(1e-8);
  });

  it("reads the time within a step: y′ = t³ is integrated exactly", () => {
    const cubic = new FixedStepIntegrator(1, (time, _state, rate) => {
      rate[0] = time * time * time;
    });
    const state = new Float64Array([0]);
    cubic.integrate(0, 2, 1, state);
    expect(state[0]).toBeCloseTo(4, 14);
  });

  it("runs backwards too", () => {
    const growth = new FixedStepIntegrator(1, (_time, state, rate) => {
      rate[0] = state[0]!;
    });
    const state = new Float64Array([exp(1)]);
    growth.integrate(1, 0, 100, state);
    expect(Math.abs(state[0]! - 1)).toBeLessThan(1e-9);
  });

  it("refuses a state of another size and no steps at all", () => {
    const one = new FixedStepIntegrator(1, () => {});
    expect(() => one.advance(0, 1, new Float64Array(2))).toThrow(/stated size/);
    expect(() => one.integrate(0, 1, 0, new Float64Array(1))).toThrow(/positive number of steps/);
  });
});
