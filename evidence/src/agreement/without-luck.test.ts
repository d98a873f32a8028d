/**
 * Nights without luck: engine and baseline must spend the same rounds and let the same through, night
 * by night. A difference of rule that is lost in the noise of a hundred thousand nights shows in one.
 */
import { Engagement, type Setup, Tally, tabulate } from "@pavise/lab";
import { describe, expect, test } from "vitest";
import { prepared } from "../baseline/prepared.ts";
import { baselineReplication } from "../baseline/replication.ts";
import { layeredRaid, lostPostRaid } from "../setups/command-raids.ts";
import {
  flatFarAndNear,
  flatLowRaid,
  flatTwoBatteries,
  flatTwoPosts,
} from "../setups/flat-raids.ts";
import { sensorRaid } from "../setups/sensor-raid.ts";
import { withoutLuck } from "../setups/without-luck.ts";
import { SINS } from "./sin.ts";

const STEP = 0.1;

function engineStory(setup: Setup): string {
  const tables = tabulate(setup);
  const tally = new Tally(tables.assetCount, tables.unitCount, tables.slotCount);
  new Engagement(tables).replicate(0, tally);
  let slot = 0;
  const rounds = setup.fireUnits.map(({ magazines }) =>
    magazines.reduce((sum) => sum + tally.rounds[slot++]!, 0),
  );
  return `${rounds} rounds, ${[...tally.arrivals]} arrived`;
}

function baselineStory(setup: Setup): string {
  const { rounds, arrivals } = baselineReplication(setup, prepared(setup, STEP), 0);
  return `${rounds} rounds, ${arrivals} arrived`;
}

/** Nights that differ. */
function different(setup: Setup, nights: number, sinned = (night: Setup) => night): string[] {
  return Array.from({ length: nights }, (_, night) => withoutLuck(setup, night)).flatMap(
    (night, index) => {
      const [told, read] = [engineStory(sinned(night)), baselineStory(night)];
      return told === read ? [] : [`night ${index}: engine ${told}; baseline ${read}`];
    },
  );
}

const raids = [
  { name: "two layers", setup: layeredRaid(), nights: 40 },
  { name: "a lost post", setup: lostPostRaid(), nights: 40 },
  { name: "a low raid on sensors that change", setup: sensorRaid(), nights: 40 },
  { name: "a low raid", setup: flatLowRaid(), nights: 40 },
  { name: "a low raid on far rounds and near ones", setup: flatFarAndNear(), nights: 40 },
  { name: "a low raid on two batteries", setup: flatTwoBatteries(), nights: 40 },
  { name: "a low raid on two batteries of two posts", setup: flatTwoPosts(), nights: 40 },
];

describe.each(raids)("$name, without luck", ({ setup, nights }) => {
  test(`is the same in ${nights} nights of both engines`, () => {
    expect(different(setup, nights)).toEqual([]);
  });
});

test.each([
  ["one channel fewer", flatLowRaid()],
  ["lost 10 s later", sensorRaid()],
])("%s shows in 10 nights of a low raid without luck", (title, setup) => {
  const sin = SINS.find((known) => known.title === title);
  expect(different(setup, 10, sin!.sinned).length).toBeGreaterThan(0);
});
