/**
 * The states a pair of threat and fire unit can end in, and why an arrival was not stopped.
 *
 * The reasons form one fixed chain. An attempt is refused by the first obstacle it meets, and a
 * pair is filed under the reason met furthest along the chain in any attempt: what would have to
 * change next. The numbers are written into outcomes; they are never renumbered.
 */

export const REASONS = [
  "switched-off",
  "failed-or-no-power",
  "not-ready",
  "outside-sector",
  "below-horizon-or-masked",
  "not-detected-in-time",
  "no-order",
  "outside-range",
  "outside-height",
  "too-fast",
  "no-channel",
  "no-interceptor",
  "no-time-left",
] as const;

export type Reason = (typeof REASONS)[number];

/** Index of a reason in the chain, from 0. */
export const REASON: Readonly<Record<Reason, number>> = Object.freeze(
  Object.fromEntries(REASONS.map((reason, index) => [reason, index])) as Record<Reason, number>,
);

/** Every state of a pair: a refusal under its reason, then the two that are no refusal. */
export const PAIR_STATES = [...REASONS, "engaged", "not-needed"] as const;
export type PairState = (typeof PAIR_STATES)[number];
export const ENGAGED: number = REASONS.length;
export const NOT_NEEDED: number = REASONS.length + 1;

/** What limited the defence against a threat that arrived. */
export const LIMITS = [...REASONS, "shots-missed", "no-fire-unit"] as const;
export type Limit = (typeof LIMITS)[number];
export const SHOTS_MISSED: number = REASONS.length;
export const NO_FIRE_UNIT: number = REASONS.length + 1;

export const FATES = ["failed", "intercepted", "turned-back", "arrived", "fell-short"] as const;
export type Fate = (typeof FATES)[number];
export const FATE: Readonly<Record<Fate, number>> = Object.freeze({
  failed: 0,
  intercepted: 1,
  "turned-back": 2,
  arrived: 3,
  "fell-short": 4,
});
