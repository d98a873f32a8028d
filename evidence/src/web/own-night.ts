/** A night as Node plays and tells it, without the page's code. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packedCatalogue } from "@pavise/catalogue/packed";
import { journalOf, storyEntries, studyFromSource, tabulate } from "@pavise/lab";
import { root } from "./built-site.ts";

/** As `pavise run <scenario> --option … --draw … --replication …`, with seed 1. */
export function ownNight(name: string, option: string, draw: number, replication: number) {
  const scenarioText = readFileSync(join(root, "scenarios", name), "utf8");
  const source = {
    scenarioText,
    scenarioName: name,
    seed: 1,
    sets: [],
    options: null,
    overlay: [],
  };
  const { subject } = studyFromSource(source, packedCatalogue());
  const setup = subject.setup(option, draw);
  const { journal, tally } = journalOf(tabulate(setup), replication);
  return {
    hash: journal.hash,
    arrived: tally.arrivals.reduce((sum, each) => sum + each, 0),
    story: storyEntries(setup, journal).map(({ told }) => told),
  };
}
