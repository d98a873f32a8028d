/**
 * Golden runs: a few nights told in full, and counts over more of them. They say nothing about what
 * is right; they show a reviewer what a change changed.
 */
import {
  Engagement,
  FATES,
  journalOf,
  type Setup,
  storyLines,
  Tally,
  tabulate,
  tallyLines,
} from "@pavise/lab";
import { ainAlAsad, ainAlAsadSetup } from "../setups/ain-al-asad.ts";
import { flatLowRaid, flatTwoBatteries } from "../setups/flat-raids.ts";

export interface GoldenRun {
  /** Name of its file, without ending. */
  readonly name: string;
  text(): string;
}

const OPTIONS = ["none", "patriot", "s400", "sampt", "s400-one-base", "s400-switched-off"];
/** Replications of each option and draw that the summary counts. */
const SUMMARY_REPLICATIONS = 500;
const SUMMARY_DRAWS = [0, 1, 2];

function story(setup: () => Setup, replications: readonly number[]): string {
  const complete = setup();
  const tables = tabulate(complete);
  const nights = replications.map((replication) => {
    const { journal, tally } = journalOf(tables, replication);
    return [
      `replication ${replication}, journal ${journal.hash}`,
      "",
      ...storyLines(complete, journal),
      "",
      ...tallyLines(complete, tally),
    ].join("\n");
  });
  return `${nights.join("\n\n\n")}\n`;
}

function countLine(option: string, draw: number, setup: Setup): string {
  const tables = tabulate(setup);
  const engagement = new Engagement(tables);
  const tally = new Tally(tables.assetCount, tables.unitCount, tables.slotCount);
  const fates = new Array<number>(FATES.length).fill(0);
  let rounds = 0;
  for (let replication = 0; replication < SUMMARY_REPLICATIONS; replication++) {
    engagement.replicate(replication, tally);
    for (let fate = 0; fate < FATES.length; fate++) fates[fate]! += tally.fates[fate]!;
    for (const spent of tally.rounds) rounds += spent;
  }
  const cells = [...fates, rounds].map((count) => String(count).padStart(11));
  return `${option.padEnd(18)} ${String(draw).padStart(4)} ${cells.join(" ")}`;
}

function summary(): string {
  const scenario = ainAlAsad();
  const heads = [...FATES, "rounds"].map((word) => word.padStart(11)).join(" ");
  const lines = OPTIONS.flatMap((option) =>
    SUMMARY_DRAWS.map((draw) => countLine(option, draw, ainAlAsadSetup(scenario, option, draw))),
  );
  const title = `Threats by fate and rounds launched, summed over ${SUMMARY_REPLICATIONS} nights`;
  return [title, "", `${"option".padEnd(18)} draw ${heads}`, ...lines, ""].join("\n");
}

/** All golden runs. */
export const GOLDEN_RUNS: readonly GoldenRun[] = [
  { name: "flat-low-raid", text: () => story(flatLowRaid, [0, 1, 2]) },
  { name: "flat-two-batteries", text: () => story(flatTwoBatteries, [0, 1, 2]) },
  {
    name: "ain-al-asad-2020-s400-likely",
    text: () => story(() => ainAlAsadSetup(ainAlAsad(), "s400", 0), [0, 1, 2]),
  },
  {
    name: "ain-al-asad-2020-patriot-draw-5",
    text: () => story(() => ainAlAsadSetup(ainAlAsad(), "patriot", 5, 7), [42]),
  },
  { name: "ain-al-asad-2020-summary", text: summary },
];
