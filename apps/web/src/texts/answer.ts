/** Words of the answer. */
export const answer = {
  kicker: (title: string): string =>
    `${title}. A study by Pavise on published numbers; all fire units are hypothetical.`,
  waiting: "Playing the first nights …",
  stale: "Settings have changed: this is still the answer before.",
  progress: (done: string, total: string, draws: number): string =>
    `${done} of ${total} parts played; what is shown is the answer of the first ${draws} draws.`,
  whole: (draws: number, nights: string): string =>
    `${draws} draws of what nobody published × ${nights} nights each, per option;`,
  hash: "study hash",
  sameHash: "The link was written with the same hash: this is the same result, bit for bit.",
  otherHash: (hash: string): string =>
    `The link was written with study hash ${hash}: this build computes something else from it.`,
  contents: "On this page",
  figure: "The figure",
  share: "Share or download",
  widths: {
    heading: "Three widths, apart",
    intro:
      "Doubt has two roots, and they are never mixed: luck would differ from night to night even if every number were known; ignorance is what nobody published.",
    option: "Option",
    kinds: {
      luck: { name: "Luck", says: "nights at the likely values" },
      ignorance: { name: "Ignorance", says: "averages of the draws" },
      both: { name: "Both", says: "what to bet on" },
    },
    mean: (mean: string, error: string): string => `mean ${mean} ± ${error}`,
    scale: (most: number): string =>
      `Threats that arrive in a night, from 0 to ${most}; each band holds eight of ten. The ± says how well the runs pin the mean down: it alone shrinks with more runs.`,
  },
  beside: {
    heading: "Side by side",
    quantity: "Quantity",
    column: (number: number): string => `Option in column ${number}`,
    arrive: "Threats that arrive",
    at: (asset: string): string => `at ${asset}`,
    nothing: "Nothing arrives",
    against: (title: string): string => `Less “${title}”, on the same luck`,
    rounds: "Rounds spent",
    spent: "Price of rounds spent",
    fielded: "Price of what is fielded",
    loaded: (rounds: string): string => `${rounds} rounds loaded`,
    limited: "Limited most by",
    none: "–",
    to: " to ",
    verdicts: {
      fewer: "fewer arrive",
      more: "more arrive",
      undecided: "public data cannot decide",
      identical: "the same fate in every night",
      "no-difference": "hardly any difference",
    },
    note: "Mean, and below it eight nights of ten (for a chance: ignorance alone).",
  },
} as const;
