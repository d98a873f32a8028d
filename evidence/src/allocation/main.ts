/**
 * Prints, as JSON, what the heap does while the engine plays, alone and with a planted sin. Run by
 * its test as `node --expose-gc …/main.js <replications>`: in a process of its own, on compiled
 * code, because a test runner's wrappers allocate.
 */
import { Engagement, Tally, tabulate } from "@pavise/lab";
import { ainAlAsad, ainAlAsadSetup } from "../setups/ain-al-asad.ts";
import { heapGrowth } from "./heap-growth.ts";

const replications = Number(process.argv[2] ?? "200000");
if (!(Number.isInteger(replications) && replications > 0)) {
  throw new Error(`expected a positive number of replications, got ${process.argv[2]}`);
}
const tables = tabulate(ainAlAsadSetup(ainAlAsad(), "s400", 0));
const engagement = new Engagement(tables);
const tally = new Tally(tables.assetCount, tables.unitCount, tables.slotCount);

/** The least that can be allocated: one object with one field, kept until the next. */
let latest: { readonly replication: number } | null = null;

const idle = heapGrowth(() => {}, replications, replications);
const engine = heapGrowth(
  (replication) => engagement.replicate(replication, tally),
  replications,
  replications,
);
const sinned = heapGrowth(
  (replication) => {
    latest = { replication };
    engagement.replicate(replication, tally);
  },
  replications,
  replications,
);
process.stdout.write(`${JSON.stringify({ idle, engine, sinned, latest })}\n`);
