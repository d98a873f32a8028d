/** The engine's side of the comparison: the same quantities as the baseline counts. */
import { Engagement, type Setup, type Tables, Tally } from "@pavise/lab";
import { Counts, type Histograms } from "../baseline/agreement.ts";

/** Plays the engine on tables made of `setup` and counts the same quantities. */
export function engineHistograms(setup: Setup, tables: Tables, replications: number): Histograms {
  const counts = new Counts();
  const engagement = new Engagement(tables);
  const tally = new Tally(tables.assetCount, tables.unitCount, tables.slotCount);
  for (let replication = 0; replication < replications; replication++) {
    engagement.replicate(replication, tally);
    setup.assets.forEach(({ id }, asset) => {
      counts.add(`arrivals ${id}`, tally.arrivals[asset]!);
    });
    let slot = 0;
    for (const { id, magazines } of setup.fireUnits) {
      let rounds = 0;
      for (let m = 0; m < magazines.length; m++) rounds += tally.rounds[slot++]!;
      counts.add(`rounds ${id}`, rounds);
    }
  }
  return counts.histograms;
}
