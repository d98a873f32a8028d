/**
 * Policies: which open opportunity of a unit goes first. A policy is one small function of what the
 * picture predicts; add your own here, or hand it to `Engagement`.
 */

/**
 * @param intercept predicted time of intercept if launched now, ticks
 * @param impact predicted time of impact, ticks
 * @param value of the asset that is threatened, at least 1
 * @returns a time in ticks; the smallest goes first, ties by impact and by id
 */
export type Policy = (intercept: number, impact: number, value: number) => number;

export const POLICIES = {
  /** Nearest intercept first. */
  "earliest-intercept": (intercept) => intercept,
  /** Most dangerous first: what will hit first. */
  "earliest-impact": (_intercept, impact) => impact,
  /** Value-weighted: an asset worth twice as much halves the time that is compared. */
  "value-weighted": (intercept, _impact, value) => Math.floor(intercept / value),
} as const satisfies Readonly<Record<string, Policy>>;

export type PolicyName = keyof typeof POLICIES;
export const POLICY_NAMES = Object.keys(POLICIES) as readonly PolicyName[];
