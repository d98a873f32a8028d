/** A report's input made by hand: two options, one base, numbers of a likely size. */

import type { OptionSummary, Quantity } from "@pavise/lab";
import type { ReportInput } from "./input.ts";

function quantity(mean: number, least: number, most: number): Quantity {
  return {
    mean,
    precision: 0.12,
    luck: [least + 1, most - 1],
    ignorance: [least + 0.4, most - 0.6],
    both: [least, most],
    ignoranceShare: 0.6,
  };
}

const nothing: Quantity = { ...quantity(0, 0, 0), precision: 0, luck: [0, 0], ignorance: [0, 0] };

function option(id: string, title: string, arrivals: Quantity): OptionSummary {
  return {
    id,
    title,
    arrivals: { total: arrivals, base: arrivals },
    nothingArrives: { mean: 0.004, precision: 0.001, ignorance: [0, 0.02], ignoranceShare: 0.9 },
    roundsSpent: nothing,
    costSpent_usd: { defence: nothing, attack: quantity(8e6, 3e6, 2e7) },
    costFielded_usd: { mean: 0, precision: 0, ignorance: [0, 0], ignoranceShare: 0 },
    roundsFielded: { mean: 0, precision: 0, ignorance: [0, 0], ignoranceShare: 0 },
    limits: [{ reason: "no-fire-unit", share: 1 }],
    refusals: {},
    difference: {},
  };
}

const none = option("none", "No defence", quantity(12.1, 10, 14));

const armed: OptionSummary = {
  ...option("s400", "One battery", quantity(4.2, 0, 9)),
  roundsSpent: quantity(26, 18, 32),
  costSpent_usd: { defence: quantity(3.1e7, 1.2e7, 6.5e7), attack: quantity(8e6, 3e6, 2e7) },
  costFielded_usd: { mean: 5.1e8, precision: 9e6, ignorance: [4.2e8, 6.1e8], ignoranceShare: 1 },
  roundsFielded: { mean: 32, precision: 0, ignorance: [32, 32], ignoranceShare: 0 },
  limits: [
    { reason: "shots-missed", share: 0.8 },
    { reason: "not-detected-in-time", share: 0.2 },
  ],
  refusals: { battery: { engaged: 9000, "no-interceptor": 400, "not-needed": 6600 } },
  difference: {
    none: {
      arrivals: { ...quantity(-7.9, -12, -3), luck: [-12, -8], ignorance: [-11.2, -4.2] },
      fewerShare: 0.97,
      identicalFates: false,
      verdict: "fewer",
    },
  },
};

function nights(...counts: readonly number[]): number[] {
  return counts.flatMap((count, arrivals) => new Array<number>(count).fill(arrivals));
}

const track = {
  threat: "Fateh-313",
  asset: "base",
  ground: [
    [34.3142, 47.065],
    [34.1, 44.8],
    [33.7856, 42.4412],
  ] as const,
  profile: [
    { seconds: 60, rangeKm: 0, heightKm: 1.4 },
    { seconds: 200, rangeKm: 210, heightKm: 107 },
    { seconds: 370, rangeKm: 431, heightKm: 0.2 },
  ],
};

/** Complete; every field is read by some drawing. */
export const smallInput: ReportInput = {
  scenario: {
    id: "small",
    title: "One base, one night",
    question: "What would one battery have changed?",
    description: "A paragraph.\n\nAnother.",
    sources: ["pentagon"],
  },
  words: ["About 12 arrive.", "Fewer arrive under one battery."],
  answer: {
    summary: {
      schema: "pavise-summary/1",
      scenario: "small",
      seed: 7,
      draws: 10,
      replications: 100,
      options: [none, armed],
    },
    launched: [16, 16],
    likelyArrivals: { none: 12, s400: 2.1 },
    nights: {
      none: nights(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 20, 30, 20, 10),
      s400: nights(60, 40),
    },
    curves: [
      {
        option: "none",
        points: [0, 1].map((killProbability) => ({
          killProbability,
          arrivals: { mean: 12.1, ignorance: [11.6, 12.7] },
          nothingArrives: { mean: 0, precision: [0, 0.001] },
        })),
      },
      {
        option: "s400",
        points: [
          {
            killProbability: 0,
            arrivals: { mean: 12.1, ignorance: [11.6, 12.7] },
            nothingArrives: { mean: 0, precision: [0, 0] },
          },
          {
            killProbability: 0.5,
            arrivals: { mean: 3, ignorance: [2, 4] },
            nothingArrives: { mean: 0.2, precision: [0.18, 0.22] },
          },
          {
            killProbability: 1,
            arrivals: { mean: 0.5, ignorance: [0.2, 0.9] },
            nothingArrives: { mean: 0.95, precision: [0.93, 0.97] },
          },
        ],
      },
    ],
    influences: [
      {
        path: "assumptions.reaction_time_s",
        lower: 8,
        likely: 12,
        upper: 30,
        arrivals: { none: [12, 12], s400: [2.0, 2.5] },
        largestMove: 0.5,
      },
      {
        path: "systems.s400.system_cost_usd",
        lower: 2.9e8,
        likely: 5e8,
        upper: 6.5e8,
        arrivals: { none: [12, 12], s400: [2.1, 2.1] },
        largestMove: 0,
        withoutEffect: "a price: it moves cost, never what arrives",
      },
    ],
    check: {
      title: "With a reliability that does not know this night",
      recorded: 12,
      arrivals: quantity(13.4, 11, 15),
      recordedAt: 0.21,
      prior: "threats.fateh110.flight_reliability in place of threats.fateh313.flight_reliability",
    },
    learning: [
      {
        option: "s400",
        deviation: 2.5,
        unknowns: [
          {
            path: "systems.s400.reaction_time_s",
            share: 0.6,
            standardError: 0.05,
            deviationLeft: 1.6,
          },
        ],
      },
    ],
    pairLearning: [],
    unsettled: [],
    outcomesCsv: "",
    studyHash: "980defc4bea08a4e",
  },
  expectations: [
    {
      id: "helps",
      says: "A battery lets fewer through.",
      because: "A round that hits leaves less to arrive.",
      sources: [],
      relation: "less_than",
      about: "options.s400.arrivals.total.mean",
      figures: { quantity: 4.2, other: 12.1, margin: 7.9, precision: 0.4 },
      verdict: "holds",
    },
  ],
  assets: [{ id: "base", name: "The base" }],
  options: [
    { id: "none", units: [] },
    {
      id: "s400",
      note: "A battery of eight launchers.",
      units: [{ id: "battery", name: "S-400" }],
    },
  ],
  checkedOption: "none",
  recorded: { arrivals: { total: 12, base: 12 }, launched: 16, failed: 4, sources: ["pentagon"] },
  killProbability: { lower: 0.13, likely: 0.37, upper: 0.59 },
  values: [
    {
      path: "assumptions.reaction_time_s",
      written: [8, 12, 30],
      unit: "s",
      lower: 8,
      likely: 12,
      upper: 30,
      sources: ["compiler"],
      confidence: "low",
      kind: "assumption",
      note: "From track to first launch.",
      origin: "common assumption",
    },
    {
      path: "systems.s400.system_cost_usd",
      written: [2.9e8, 5e8, 6.5e8],
      unit: "USD",
      lower: 2.9e8,
      likely: 5e8,
      upper: 6.5e8,
      sources: ["press"],
      confidence: "medium",
      kind: "published",
      note: "costs.implied_usd in 2020 dollars",
      origin: "fact",
    },
    {
      path: "systems.s400.envelope.range_vs_ballistic_km",
      written: 60,
      unit: "km",
      lower: 60,
      likely: 60,
      upper: 60,
      sources: ["press", "no_such_key"],
      confidence: "high",
      kind: "published",
      note: "Repeated everywhere.",
      origin: "fact",
    },
  ],
  sources: {
    pentagon: {
      title: "A statement",
      publisher: "A ministry",
      date: "2020-01-13",
      url: "https://example.org/statement",
      opened: true,
    },
    compiler: { title: "No published figure found", url: null },
    press: { title: "A newspaper", url: "https://example.org/%D8%B3", opened: false },
    unused: { title: "Never named", url: "https://example.org/unused" },
  },
  map: {
    launchAreas: [{ name: "Some province (published)", at: [34.3142, 47.065], accuracyKm: 100 }],
    assets: [{ id: "base", name: "The base", at: [33.7856, 42.4412] }],
    tracks: [track],
    defences: [
      {
        option: "s400",
        units: [
          {
            id: "battery",
            system: "S-400 Triumf",
            at: [33.7856, 42.4412],
            envelope: {
              words: "48N6E3, against ballistic missiles",
              rangeMinKm: 3,
              rangeMaxKm: 60,
              heightMinKm: 2,
              heightMaxKm: 25,
            },
            headline: { words: "40N6E, against aircraft", rangeKm: 400 },
            switchedOff: false,
          },
        ],
      },
    ],
  },
  identity: {
    version: "0.1.0",
    commit: "1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f9a0b",
    modified: true,
    seed: 7,
    catalogueHash: "dd27329e9baed783",
    scenarioHash: "673ad1f0c06e7cbd",
    ground: "smooth Earth",
  },
  reproduce: { schema: "pavise-reproduce/1", scenarioText: "question: </script><!-- & \u2028" },
};
