/** Words of the answer. */
export const answer = {
  kicker: (title: string): string =>
    `${title}. A study by Pavise on published numbers; all fire units are hypothetical.`,
  waiting: "Playing the first nights …",
  stale: "Settings have changed: this is still the answer before.",
  progress: (done: string, total: string, draws: number): string =>
    `${done} of ${total} parts played; what is shown is the answer of the first ${draws} draws.`,
  whole: (draws: number, nights: string): string =>
    `${draws} draws of what nobody published × ${nights} nights each, per option.`,
  hash: "study hash",
  sameHash: "The link was written with the same hash: this is the same result, bit for bit.",
  otherHash: (hash: string): string =>
    `The link was written with study hash ${hash}: this build computes something else from it.`,
  fault: "This cannot be played as it is written",
  faultPlace: "Where",
  faultExpected: "Expected",
  faultGot: "Got",
  nightsLabel: "Replay a night",
  watch: "Watch",
} as const;
