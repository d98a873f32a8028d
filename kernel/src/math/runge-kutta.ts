/** The classical Runge–Kutta method of order 4 with equal steps. */
import { invariant } from "../invariant.ts";
import type { Derivative } from "./integrate.ts";

/**
 * Fixed-step integrator for one size of state. Its scratch memory is made once; stepping allocates
 * nothing. For an answer of known error use `AdaptiveIntegrator`; this one serves plain models and
 * as its check.
 */
export class FixedStepIntegrator {
  readonly #derivative: Derivative;
  readonly #k1: Float64Array;
  readonly #k2: Float64Array;
  readonly #k3: Float64Array;
  readonly #k4: Float64Array;
  readonly #trial: Float64Array;

  constructor(size: number, derivative: Derivative) {
    invariant(Number.isInteger(size) && size > 0, "integrator: size of the state is positive");
    this.#derivative = derivative;
    this.#k1 = new Float64Array(size);
    this.#k2 = new Float64Array(size);
    this.#k3 = new Float64Array(size);
    this.#k4 = new Float64Array(size);
    this.#trial = new Float64Array(size);
  }

  /** Moves `state` from `time` to `time + width`. */
  advance(time: number, width: number, state: Float64Array): void {
    invariant(state.length === this.#trial.length, "integrator: the state has its stated size");
    const middle = time + width / 2;
    this.#derivative(time, state, this.#k1);
    this.#moveTrial(state, width / 2, this.#k1);
    this.#derivative(middle, this.#trial, this.#k2);
    this.#moveTrial(state, width / 2, this.#k2);
    this.#derivative(middle, this.#trial, this.#k3);
    this.#moveTrial(state, width, this.#k3);
    this.#derivative(time + width, this.#trial, this.#k4);
    for (let i = 0; i < state.length; i++) {
      const rate = this.#k1[i]! + 2 * (this.#k2[i]! + this.#k3[i]!) + this.#k4[i]!;
      state[i] = state[i]! + (width / 6) * rate;
    }
  }

  /** Moves `state` from `time` to `timeEnd` in `steps` equal steps. */
  integrate(time: number, timeEnd: number, steps: number, state: Float64Array): void {
    invariant(Number.isInteger(steps) && steps > 0, "integrator: a positive number of steps");
    const width = (timeEnd - time) / steps;
    for (let step = 0; step < steps; step++) this.advance(time + step * width, width, state);
  }

  #moveTrial(state: Float64Array, width: number, rate: Float64Array): void {
    for (let i = 0; i < state.length; i++) this.#trial[i] = state[i]! + width * rate[i]!;
  }
}
