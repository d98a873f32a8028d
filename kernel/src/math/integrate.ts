/**
 * Ordinary differential equations y′ = f(t, y) over Float64Array states: Dormand–Prince 5(4) with
 * step control, dense output and a stop at an event.
 *
 * Sources: J. R. Dormand, P. J. Prince, "A family of embedded Runge-Kutta formulae", J. Comput.
 * Appl. Math. 6 (1980) 19–26; interpolant, first step and step control after E. Hairer,
 * S. P. Nørsett, G. Wanner, "Solving Ordinary Differential Equations I", 2nd ed. (1993), II.4–II.6.
 */
import { invariant } from "../invariant.ts";
import { exp, ln, pow } from "./elementary.ts";
import { rootBracketed } from "./root.ts";

/** Writes the rates of change of `state` at `time` into `rate`; must not keep or change `state`. */
export type Derivative = (time: number, state: Float64Array, rate: Float64Array) => void;

/**
 * Allowed error of one step: a root mean square of 1 over the components, each error measured in
 * units of absolute + relative × |y|. One absolute figure for all, or one per component.
 */
export interface Tolerance {
  readonly relative: number;
  readonly absolute: number | ArrayLike<number>;
}

/** One accepted step, readable at any time within it. Valid only during the call it is given to. */
export interface DenseStep {
  readonly timeStart: number;
  /** End of the step, or the moment of the stop if that came first. */
  readonly timeEnd: number;
  /** Writes the state at a time in [timeStart, timeEnd] into `out`; continuous, of order 4. */
  stateAt(time: number, out: Float64Array): void;
}

export interface IntegrationRequest {
  /** State at `time`; overwritten with the state at the end. */
  readonly state: Float64Array;
  readonly time: number;
  /** Not before `time`. */
  readonly timeEnd: number;
  readonly tolerance: Tolerance;
  /**
   * Integration ends where this first falls from above 0 to 0 or below; starting at 0, as on the
   * ground, is no fall. It is looked at where steps end: an excursion below 0 shorter than a step
   * is missed unless `stepMax` is shorter still.
   */
  readonly stop?: (time: number, state: Float64Array) => number;
  /** First step to try; found from the derivative when absent. */
  readonly stepFirst?: number;
  /** Greatest step; the whole time when absent. */
  readonly stepMax?: number;
  /** Told each accepted step in order, as for writing a path at equal times. */
  readonly observe?: (step: DenseStep) => void;
}

export interface IntegrationResult {
  /** Time of the state left behind: `timeEnd`, or the moment of the stop. */
  readonly time: number;
  readonly isStopped: boolean;
  /** Accepted steps. */
  readonly steps: number;
  readonly rejections: number;
}

const STEPS_MAX = 100_000;
const GROWTH_MAX = 5;
const GROWTH_MIN = 0.2;
const SAFETY = 0.9;
/** Part of the control that looks at the error of the step before (Hairer's β). */
const DAMPING = 0.04;
const CONTROL = 0.2 - 0.75 * DAMPING;
/** Errors below this count as this in the memory of the control, lest the next step shoot up. */
const ERROR_REMEMBERED_MIN_LN = ln(1e-4);
const ERROR_MIN = 1e-10;
/** The moment of a stop is found to this part of its step. */
const STOP_RESOLUTION = 1e-13;

const STAGES = 7;
type Rates = [
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
];
const DENSE_WEIGHTS = [
  -12715105075 / 11282082432,
  0,
  87487479700 / 32700410799,
  -10690763975 / 1880347072,
  701980252875 / 199316789632,
  -1453857185 / 822651844,
  69997945 / 29380423,
] as const;

/**
 * Dormand–Prince 5(4) for one size of state. Make one per kind of flight and use it for many: its
 * scratch arrays are made once, none per step. Not to be entered again from its own
 * derivative, stop or observer.
 */
export class AdaptiveIntegrator {
  readonly #derivative: Derivative;
  readonly #size: number;
  readonly #rates: Float64Array[];
  readonly #trial: Float64Array;
  readonly #next: Float64Array;
  readonly #dense: readonly Float64Array[];
  readonly #absolute: Float64Array;
  readonly #step: { timeStart: number; timeEnd: number } & DenseStep;
  #relative = 0;
  #width = 0;

  constructor(size: number, derivative: Derivative) {
    invariant(Number.isInteger(size) && size > 0, "integrator: size of the state is positive");
    this.#derivative = derivative;
    this.#size = size;
    this.#rates = Array.from({ length: STAGES }, () => new Float64Array(size));
    this.#dense = Array.from({ length: 5 }, () => new Float64Array(size));
    this.#trial = new Float64Array(size);
    this.#next = new Float64Array(size);
    this.#absolute = new Float64Array(size);
    this.#step = {
      timeStart: 0,
      timeEnd: 0,
      stateAt: (time, out) => this.#interpolate((time - this.#step.timeStart) / this.#width, out),
    };
  }

  /**
   * Integrates from `time` to `timeEnd` or to the stop. Throws when the step shrinks to nothing
   * (the derivative jumps, diverges or is not a number) or after 100,000 steps.
   */
  integrate(request: IntegrationRequest): IntegrationResult {
    const { state, timeEnd, stop, observe } = request;
    this.#accept(request);
    const stepMax = request.stepMax ?? timeEnd - request.time;
    let time = request.time;
    let steps = 0;
    let rejections = 0;
    if (timeEnd === time) return { time, isStopped: false, steps, rejections };
    let margin = stop === undefined ? 0 : stopMargin(stop, time, state);
    this.#derivative(time, state, this.#rates[0]!);
    let width = Math.min(stepMax, request.stepFirst ?? this.#firstStep(time, state, stepMax));
    let errorBeforeLn = ERROR_REMEMBERED_MIN_LN;
    let wasRejected = false;
    while (time < timeEnd) {
      refuseStep(time, width, steps + rejections);
      const isLast = time + 1.01 * width >= timeEnd;
      if (isLast) width = timeEnd - time;
      this.#width = width;
      const error = this.#attempt(time, state);
      if (!(error <= 1)) {
        rejections++;
        wasRejected = true;
        width *= error < Infinity ? growthFrom(ln(error), 0, true) : GROWTH_MIN;
        continue;
      }
      steps++;
      const timeNext = isLast ? timeEnd : time + width;
      const marginNext = stop === undefined ? 0 : stopMargin(stop, timeNext, this.#next);
      const isStopped = margin > 0 && marginNext <= 0;
      if (isStopped || observe !== undefined) this.#prepareDense(state);
      this.#step.timeStart = time;
      this.#step.timeEnd = isStopped ? this.#stopTime(stop!, time, timeNext) : timeNext;
      observe?.(this.#step);
      time = this.#step.timeEnd;
      if (isStopped) {
        if (time < timeNext) this.#step.stateAt(time, state);
        else state.set(this.#next);
        return { time, isStopped, steps, rejections };
      }
      state.set(this.#next);
      margin = marginNext;
      const rateLast = this.#rates[6]!;
      this.#rates[6] = this.#rates[0]!;
      this.#rates[0] = rateLast;
      const errorLn = ln(Math.max(error, ERROR_MIN));
      width = Math.min(stepMax, width * growthFrom(errorLn, errorBeforeLn, wasRejected));
      errorBeforeLn = Math.max(errorLn, ERROR_REMEMBERED_MIN_LN);
      wasRejected = false;
    }
    return { time, isStopped: false, steps, rejections };
  }

  /** Takes over tolerance and checks what was asked for. */
  #accept({ state, time, timeEnd, tolerance, stepFirst, stepMax }: IntegrationRequest): void {
    invariant(state.length === this.#size, "integrator: the state has its stated size");
    if (!(Number.isFinite(time) && Number.isFinite(timeEnd) && timeEnd >= time)) {
      throw new RangeError(`integrator: expected a finite time span, got ${time} to ${timeEnd}`);
    }
    if (
      (stepFirst !== undefined && !(stepFirst > 0)) ||
      (stepMax !== undefined && !(stepMax > 0))
    ) {
      throw new RangeError(`integrator: expected positive steps, got ${stepFirst} and ${stepMax}`);
    }
    const { relative, absolute } = tolerance;
    this.#relative = relative;
    if (typeof absolute === "number") this.#absolute.fill(absolute);
    else {
      invariant(absolute.length === this.#size, "integrator: one absolute tolerance per component");
      this.#absolute.set(absolute);
    }
    if (!(relative >= 0 && this.#absolute.every((figure) => figure > 0))) {
      throw new RangeError("integrator: expected relative ≥ 0 and absolute > 0 as tolerances");
    }
  }

  #scale(i: number, a: number, b: number): number {
    return this.#absolute[i]! + this.#relative * Math.max(Math.abs(a), Math.abs(b));
  }

  /** A step that changes the state by about a hundredth of its scale, as Hairer's `hinit`. */
  #firstStep(time: number, state: Float64Array, stepMax: number): number {
    const rate = this.#rates[0]!;
    let size = 0;
    let speed = 0;
    for (let i = 0; i < this.#size; i++) {
      const scale = this.#scale(i, state[i]!, 0);
      size += (state[i]! / scale) * (state[i]! / scale);
      speed += (rate[i]! / scale) * (rate[i]! / scale);
    }
    const guess = size < 1e-10 || speed < 1e-10 ? 1e-6 : 0.01 * Math.sqrt(size / speed);
    const width = Math.min(guess, stepMax);
    for (let i = 0; i < this.#size; i++) this.#trial[i] = state[i]! + width * rate[i]!;
    this.#derivative(time + width, this.#trial, this.#rates[1]!);
    let bend = 0;
    for (let i = 0; i < this.#size; i++) {
      const change = (this.#rates[1]![i]! - rate[i]!) / this.#scale(i, state[i]!, 0);
      bend += change * change;
    }
    const steepest = Math.max(Math.sqrt(speed), Math.sqrt(bend) / width);
    const next = steepest <= 1e-15 ? Math.max(1e-6, width * 1e-3) : pow(0.01 / steepest, 0.2);
    return Math.min(100 * width, next, stepMax);
  }

  /**
   * One step into `#next` from `state`; gives its error in units of the tolerance. Written out stage
   * by stage, as in the table of Dormand and Prince: a loop over the table costs half as much again.
   */
  #attempt(time: number, state: Float64Array): number {
    const h = this.#width;
    const size = this.#size;
    const y = this.#trial;
    const derivative = this.#derivative;
    const [k1, k2, k3, k4, k5, k6, k7] = this.#rates as Rates;
    for (let i = 0; i < size; i++) y[i] = state[i]! + h * (k1[i]! / 5);
    derivative(time + h / 5, y, k2);
    for (let i = 0; i < size; i++) {
      y[i] = state[i]! + h * ((3 / 40) * k1[i]! + (9 / 40) * k2[i]!);
    }
    derivative(time + 0.3 * h, y, k3);
    for (let i = 0; i < size; i++) {
      const rate = (44 / 45) * k1[i]! - (56 / 15) * k2[i]! + (32 / 9) * k3[i]!;
      y[i] = state[i]! + h * rate;
    }
    derivative(time + 0.8 * h, y, k4);
    for (let i = 0; i < size; i++) {
      const rate = (19372 / 6561) * k1[i]! - (25360 / 2187) * k2[i]! + (64448 / 6561) * k3[i]!;
      y[i] = state[i]! + h * (rate - (212 / 729) * k4[i]!);
    }
    derivative(time + (8 / 9) * h, y, k5);
    for (let i = 0; i < size; i++) {
      const rate = (9017 / 3168) * k1[i]! - (355 / 33) * k2[i]! + (46732 / 5247) * k3[i]!;
      y[i] = state[i]! + h * (rate + (49 / 176) * k4[i]! - (5103 / 18656) * k5[i]!);
    }
    derivative(time + h, y, k6);
    const next = this.#next;
    for (let i = 0; i < size; i++) {
      const rate = (35 / 384) * k1[i]! + (500 / 1113) * k3[i]! + (125 / 192) * k4[i]!;
      next[i] = state[i]! + h * (rate - (2187 / 6784) * k5[i]! + (11 / 84) * k6[i]!);
    }
    derivative(time + h, next, k7);
    let total = 0;
    for (let i = 0; i < size; i++) {
      // Difference of the solutions of order 5 and 4.
      let error = (71 / 57600) * k1[i]! - (71 / 16695) * k3[i]! + (71 / 1920) * k4[i]!;
      error += (22 / 525) * k6[i]! - (17253 / 339200) * k5[i]! - k7[i]! / 40;
      error *= h / this.#scale(i, state[i]!, next[i]!);
      total += error * error;
    }
    return Math.sqrt(total / size);
  }

  #prepareDense(state: Float64Array): void {
    const [start, change, bend, skew, twist] = this.#dense as Float64Array[];
    const rates = this.#rates;
    for (let i = 0; i < this.#size; i++) {
      const difference = this.#next[i]! - state[i]!;
      const lead = this.#width * rates[0]![i]! - difference;
      let sum = 0;
      for (let j = 0; j < 7; j++) sum += DENSE_WEIGHTS[j]! * rates[j]![i]!;
      start![i] = state[i]!;
      change![i] = difference;
      bend![i] = lead;
      skew![i] = difference - this.#width * rates[6]![i]! - lead;
      twist![i] = this.#width * sum;
    }
  }

  #interpolate(part: number, out: Float64Array): void {
    const [start, change, bend, skew, twist] = this.#dense as Float64Array[];
    const rest = 1 - part;
    for (let i = 0; i < this.#size; i++) {
      const inner = bend![i]! + part * (skew![i]! + rest * twist![i]!);
      out[i] = start![i]! + part * (change![i]! + rest * inner);
    }
  }

  #stopTime(
    stop: (time: number, state: Float64Array) => number,
    time: number,
    timeNext: number,
  ): number {
    const part = rootBracketed(
      (fraction) => {
        if (fraction === 1) return stopMargin(stop, timeNext, this.#next);
        this.#interpolate(fraction, this.#trial);
        return stopMargin(stop, time + fraction * this.#width, this.#trial);
      },
      0,
      1,
      STOP_RESOLUTION,
    );
    return part === 1 ? timeNext : time + part * this.#width;
  }
}

function stopMargin(
  stop: (time: number, state: Float64Array) => number,
  time: number,
  state: Float64Array,
): number {
  const margin = stop(time, state);
  if (Number.isNaN(margin)) throw new Error(`integrator: the stop is not a number at ${time}`);
  return margin;
}

function refuseStep(time: number, width: number, attempts: number): void {
  if (!(Math.abs(width) > 4 * Number.EPSILON * Math.abs(time)) || width < 1e-300) {
    throw new Error(
      `integrator: the step shrank to ${width} at ${time}; ` +
        "the derivative jumps, diverges or is not a number there",
    );
  }
  if (attempts >= STEPS_MAX) {
    throw new Error(`integrator: expected to finish in ${STEPS_MAX} steps, got to ${time}`);
  }
}

/**
 * Factor from this step to the next, from the logarithms of its error and of the one before; a step
 * that follows a rejection does not grow.
 */
function growthFrom(errorLn: number, errorBeforeLn: number, wasRejected: boolean): number {
  const growth = SAFETY * exp(DAMPING * errorBeforeLn - CONTROL * errorLn);
  return Math.min(wasRejected ? 1 : GROWTH_MAX, Math.max(GROWTH_MIN, growth));
}

/** One integration with an integrator of its own; for many of a kind keep an `AdaptiveIntegrator`. */
export function integrate(
  request: IntegrationRequest & { readonly derivative: Derivative },
): IntegrationResult {
  return new AdaptiveIntegrator(request.state.length, request.derivative).integrate(request);
}
