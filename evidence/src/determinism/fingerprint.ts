/** Ten nights in ten hashes: what must be the same on every machine that runs the lab. */
import type { Catalogue } from "@pavise/catalogue";
import { elementaryFingerprint } from "@pavise/kernel";
import { dress, journalOf, scenarioFromText, tabulate } from "@pavise/lab";

export interface Fingerprint {
  /** Of the elementary functions alone: tells where a difference comes from. */
  readonly elementary: string;
  readonly nights: readonly {
    readonly option: string;
    readonly draw: number;
    readonly replication: number;
    readonly tables: string;
    readonly journal: string;
  }[];
}

const NIGHTS = 10;

/** Plays one night each of ten draws, options in turn. No clock, no disk, no chance of its own. */
export function fingerprint(scenarioText: string, catalogue: Catalogue): Fingerprint {
  const scenario = scenarioFromText(scenarioText, "scenario.yaml");
  const options = scenario.written.options.map(({ id }) => id);
  const nights = Array.from({ length: NIGHTS }, (_, draw) => {
    const option = options[(draw + 1) % options.length]!;
    const replication = 100 + 7 * draw;
    const tables = tabulate(dress(scenario, catalogue, { option, seed: 11, draw }));
    const { journal } = journalOf(tables, replication);
    return { option, draw, replication, tables: tables.hash, journal: journal.hash };
  });
  return { elementary: elementaryFingerprint(), nights };
}
