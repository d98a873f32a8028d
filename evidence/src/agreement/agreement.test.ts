import { tabulate } from "@pavise/lab";
import { describe, expect, test } from "vitest";
import {
  AGREEMENT_LEVEL,
  agreement,
  baselineHistograms,
  comparisons,
} from "../baseline/agreement.ts";
import { prepared } from "../baseline/prepared.ts";
import { ainAlAsad, ainAlAsadSetup } from "../setups/ain-al-asad.ts";
import { layeredRaid, lostPostRaid } from "../setups/command-raids.ts";
import { flatLowRaid, flatTwoPosts } from "../setups/flat-raids.ts";
import { sensorRaid } from "../setups/sensor-raid.ts";
import { strikeRaid } from "../setups/strike-raid.ts";
import { engineHistograms } from "./engine-histograms.ts";
import { deadlier } from "./sin.ts";

// The full size (20,000 replications, 20 draws, all options and sins) is `npm run agreement`.
const raids = [
  {
    name: "a low raid on one battery of the flat world",
    setup: flatLowRaid(),
    size: 1500,
    sin: 0.03,
  },
  {
    name: "the same raid on two batteries of two posts",
    setup: flatTwoPosts(),
    size: 700,
    sin: 0.15,
  },
  {
    name: "24 mixed threats against an S-400 battery and two Pantsir vehicles",
    setup: layeredRaid(),
    size: 400,
    sin: 0.15,
  },
  {
    name: "the low raid on two batteries whose common post is lost",
    setup: lostPostRaid(),
    size: 700,
    sin: 0.15,
  },
  {
    name: "the low raid against sensors that are lost, cued, full and late",
    setup: sensorRaid(),
    size: 400,
    sin: 0.15,
  },
  {
    name: "four aircraft that release weapons and turn back when fired upon",
    setup: strikeRaid(),
    size: 400,
    sin: 0.15,
  },
  {
    name: "SAMP/T against the raid of 2020",
    setup: ainAlAsadSetup(ainAlAsad(), "sampt", 0),
    size: 700,
    sin: 0.03,
  },
];

// Few threats get past two batteries: at this size only a larger sin can be seen there.
describe.each(raids)("$name", ({ name, setup, size, sin }) => {
  const baseline = baselineHistograms(setup, prepared(setup, 0.1), size);

  test(`arrivals and rounds agree with ${size} baseline replications, p > 0.001`, () => {
    const engine = engineHistograms(setup, tabulate(setup), 10 * size);
    const { leastAdjusted, worst } = agreement(comparisons(name, baseline, engine));
    expect(leastAdjusted, worst.quantity).toBeGreaterThan(AGREEMENT_LEVEL);
  });

  test(`a kill probability ${sin} higher does not agree`, () => {
    const sinned = deadlier(setup, sin);
    const engine = engineHistograms(sinned, tabulate(sinned), 10 * size);
    expect(agreement(comparisons(name, baseline, engine)).agrees).toBe(false);
  });
});
