/** The fixed chain of reasons in words a reader knows. */
import type { Limit, PairState } from "../engagement/refusal.ts";

const WORDS: Readonly<Record<Limit | PairState, string>> = {
  "switched-off": "switched off",
  "failed-or-no-power": "failed or no power",
  "not-ready": "not ready",
  "outside-sector": "outside sector",
  "below-horizon-or-masked": "below horizon",
  "not-detected-in-time": "not seen in time",
  "no-order": "no order",
  "outside-range": "outside range",
  "outside-height": "outside height",
  "too-fast": "too fast",
  "no-channel": "no free channel",
  "no-interceptor": "no round for it",
  "no-time-left": "no time left",
  "shots-missed": "shots missed",
  "no-fire-unit": "no fire unit",
  engaged: "engaged",
  "not-needed": "not needed",
};

/** A limit, refusal or state in words: `not seen in time`. */
export function reasonText(reason: Limit | PairState): string {
  return WORDS[reason];
}
