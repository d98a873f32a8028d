/** Failure and repair of one component as a two-state Markov chain. */
import { exp } from "@pavise/kernel";

/** Mean time to failure and mean time to repair, in one and the same unit of time, > 0. */
export interface FailureRepair {
  readonly meanTimeToFailure: number;
  readonly meanTimeToRepair: number;
}

/** Share of time in which the component works, in the long run. */
export function availabilitySteady(component: FailureRepair): number {
  const { meanTimeToFailure, meanTimeToRepair } = component;
  return meanTimeToFailure / (meanTimeToFailure + meanTimeToRepair);
}

/** Chance that it works at `time` after it was known to work. */
export function availabilityFromUp(component: FailureRepair, time: number): number {
  const steady = availabilitySteady(component);
  const rate = 1 / component.meanTimeToFailure + 1 / component.meanTimeToRepair;
  return steady + (1 - steady) * exp(-rate * time);
}

/** Chance that it works without a single failure until `time`. */
export function reliability(component: FailureRepair, time: number): number {
  return exp(-time / component.meanTimeToFailure);
}
