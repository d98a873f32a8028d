/**
 * Prints, as JSON, what the heap does while the engine plays, alone and with a planted sin. Run by
 * its test as `node --expose-gc …/main.js <replications>`: in a process of its own, on compiled
 * code, because a test runner's wrappers allocate.
 */
import { Engagement, type Setup, Tally, tabulate } from "@pavise/lab";
import { ainAlAsad, ainAlAsadSetup } from "../setups/ain-al-asad.ts";
import { heapGrowth } from "./heap-growth.ts";

const replications = Number(process.argv[2] ?? "200000");
if (!(Number.isInteger(replications) && replications > 0)) {
  throw new Error(`expected a positive number of replications, got ${process.argv[2]}`);
}

/** Plays a setup, one replication after the other, into one tally. */
function player(setup: Setup): (replication: number) => void {
  const tables = tabulate(setup);
  const engagement = new Engagement(tables);
  const tally = new Tally(tables.assetCount, tables.unitCount, tables.slotCount);
  return (replication) => engagement.replicate(replication, tally);
}

/** The same radars, with one track place each, told by each other, and lost for 30 s in every second night. */
function withChangingRadars(setup: Setup): Setup {
  const ids = setup.sensors.map((sensor) => sensor.id);
  const sensors = setup.sensors.map((sensor) => ({
    ...sensor,
    trackCapacity: 1,
    loss: { atSeconds: 200, probability: 0.5, restoredSeconds: 230 },
    cue: {
      from: ids.filter((id) => id !== sensor.id),
      delaySeconds: 1,
      scanPeriod: sensor.scanPeriod,
      initiationM: 1,
      initiationN: 1,
    },
  }));
  return { ...setup, sensors };
}

const raid = ainAlAsadSetup(ainAlAsad(), "s400", 0);
const play = player(raid);
const playChanging = player(withChangingRadars(raid));

/** The least that can be allocated: one object with one field, kept until the next. */
let latest: { readonly replication: number } | null = null;

const idle = heapGrowth(() => {}, replications, replications);
const engine = heapGrowth(play, replications, replications);
const changing = heapGrowth(playChanging, replications, replications);
const sinned = heapGrowth(
  (replication) => {
    latest = { replication };
    play(replication);
  },
  replications,
  replications,
);
process.stdout.write(`${JSON.stringify({ idle, engine, changing, sinned, latest })}\n`);
