/** Calculator of doubt: intervals of proportions and means, and how many runs one needs. */
import {
  clopperPearsonInterval,
  jeffreysInterval,
  runsNeeded,
  studentInterval,
  wilsonInterval,
} from "../study/interval.ts";
import { mean } from "../study/moments.ts";
import {
  type Calculator,
  calculator,
  type Finding,
  finding,
  isGiven,
  noSetGiven,
} from "./calculator.ts";
import { count, OPEN_PROBABILITY, optional, quantities, quantity } from "./input.ts";

/** An interval on one line. */
const ends = { separator: " to " };

export const intervalCalculator: Calculator = calculator({
  name: "interval",
  title: "How sure a share, or a mean, of so many runs is",
  inputs: {
    successes: optional(count("runs that succeeded", 0, 1_000_000_000)),
    trials: optional(count("runs", 1, 1_000_000_000)),
    values: optional(
      quantities(
        { unit: "", meaning: "values to take the mean of", range: { from: -1e12, to: 1e12 } },
        2,
        10_000,
      ),
    ),
    halfWidth: optional(
      quantity({
        unit: "",
        meaning: "wanted half-width of the interval of a share",
        range: { above: 0, below: 0.5 },
      }),
    ),
    confidence: quantity({
      unit: "",
      meaning: "how often the interval shall hold the truth",
      range: OPEN_PROBABILITY,
      standard: "0.95",
    }),
  },
  examples: ["--successes 81 --trials 263", "--values 5,6,7,9", "--half-width 0.01"],
  source:
    "E. B. Wilson, JASA 22 (1927); C. Clopper and E. Pearson, Biometrika 26 (1934); Jeffreys as in Brown, Cai and DasGupta (2001); Student (1908)",
  limits: [
    "runs are independent; this is the noise of the runs alone, never what nobody knows",
    "Clopper–Pearson is never too narrow; Wilson and Jeffreys are right on average",
  ],
  compute: ({ successes, trials, values, halfWidth, confidence }) => {
    const share = { successes, trials };
    const isShare = isGiven("interval", share);
    if (!isShare && values === undefined && halfWidth === undefined) {
      throw noSetGiven("interval", [share, { values }, { halfWidth }]);
    }
    const findings: Finding[] = [];
    if (isShare) findings.push(...shareFindings(share.successes, share.trials, confidence));
    if (values !== undefined) {
      findings.push(
        finding("mean", "mean", "", mean(values)),
        finding("student", "Student", "", [...studentInterval(values, confidence)], ends),
      );
    }
    if (halfWidth !== undefined) {
      const runs = runsNeeded(halfWidth, confidence, 0.5);
      findings.push(finding("runsNeeded", "runs that suffice for any share", "", runs));
    }
    return findings;
  },
});

function shareFindings(successes: number, trials: number, confidence: number): Finding[] {
  if (successes > trials) {
    throw new RangeError(
      `interval: expected at most as many successes as trials, got ${successes} of ${trials}`,
    );
  }
  const interval = (name: string, meaning: string, law: typeof wilsonInterval) =>
    finding(name, meaning, "", [...law(successes, trials, confidence)], ends);
  return [
    finding("share", "share", "", successes / trials),
    interval("wilson", "Wilson", wilsonInterval),
    interval("clopperPearson", "Clopper and Pearson", clopperPearsonInterval),
    interval("jeffreys", "Jeffreys", jeffreysInterval),
  ];
}
