/**
 * Policies: which open opportunity of a unit goes first. A policy is one small function of what the
 * picture predicts; add your own here, or hand it to `Engagement`.
 */

/**
 * @param intercept predicted time of intercept if launched now, ticks
 * @param impact predicted time of impact, ticks
 * @param value of the asset that is threatened, at least 1
 * @param now when the opportunity opened, ticks
 * @returns a time in ticks; the smallest goes first, ties by impact and by id
 */
export type Policy = (intercept: number, impact: number, value: number, now: number) => number;

export const POLICIES = {
  /** Nearest intercept first. */
  "earliest-intercept": (intercept) => intercept,
  /** Most dangerous first: what will hit first. */
  "earliest-impact": (_intercept, impact) => impact,
  /** Value-weighted: for an asset worth twice as much, the time that is left counts half. */
  "value-weighted": (intercept, _impact, value, now) => now + Math.floor((intercept - now) / value),
} as const satisfies Readonly<Record<string, Policy>>;

export type PolicyName = keyof typeof POLICIES;
export const POLICY_NAMES = Object.keys(POLICIES) as readonly PolicyName[];
