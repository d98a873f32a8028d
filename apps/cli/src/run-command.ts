/** `pavise run`: one replication, told from its journal. */

import { InputError } from "@pavise/catalogue";
import {
  journalOf,
  namedTally,
  type Setup,
  storyLines,
  tabulate,
  tallyFromJournal,
  tallyLines,
} from "@pavise/lab";
import { openedStudy, type StudySource } from "./study-source.ts";
import { print } from "./terminal.ts";

export interface RunRequest {
  readonly source: StudySource;
  readonly option: string | undefined;
  readonly draw: number;
  readonly replication: number;
  readonly json: boolean;
}

export function run({ source, option, draw, replication, json }: RunRequest): void {
  const { scenario, subject } = openedStudy(source);
  const ids = subject.options.map(({ id }) => id);
  if (option === undefined) {
    const expected = `one of ${ids.join(", ")}`;
    throw new InputError({ place: "--option", path: "", expected, got: "nothing" });
  }
  const setup = subject.setup(option, draw);
  const tables = tabulate(setup);
  const { journal, tally } = journalOf(tables, replication);
  const counted = tallyFromJournal(tables, journal);
  const named = namedTally(setup, counted);
  if (JSON.stringify(named) !== JSON.stringify(namedTally(setup, tally))) {
    throw new Error("the tally counted from the journal is not the engine's: a fault of Pavise");
  }
  const { id } = scenario.written;
  const { seed } = source;
  if (json) {
    const records = namedRecords(setup, journal.records);
    const { terrain } = setup;
    const ground = terrain === undefined ? {} : { terrain: { id: terrain.id, hash: terrain.hash } };
    const address = { scenario: id, option, seed, draw, replication, ...ground };
    const told = { schema: "pavise-run/1", ...address, hash: journal.hash, records, tally: named };
    print(JSON.stringify(told, undefined, 2));
    return;
  }
  print(`${id} · option ${option} · draw ${draw} · replication ${replication} · seed ${seed}`);
  const over = setup.terrain === undefined ? "smooth Earth" : setup.terrain.title;
  const threats = howMany(setup.threats, "threat");
  print(`${threats}, ${howMany(setup.fireUnits, "fire unit")}, over ${over}`);
  print();
  for (const line of storyLines(setup, journal)) print(line);
  print();
  print(`Counted from the ${journal.records.length} records above (journal ${journal.hash}):`);
  for (const line of tallyLines(setup, counted)) print(line);
}

/** `1 fire unit`, `2 threats` */
function howMany({ length }: readonly unknown[], noun: string): string {
  return `${length} ${noun}${length === 1 ? "" : "s"}`;
}

type Records = ReturnType<typeof journalOf>["journal"]["records"];

/** Records with the scenario's ids beside the engine's numbers. */
function namedRecords(setup: Setup, records: Records) {
  return records.map((record) => {
    const of = record.kind === "track-formed" ? setup.commandPosts : setup.fireUnits;
    return {
      ...record,
      threatId: setup.threats[record.threat]?.id ?? null,
      unitId: of[record.unit]?.id ?? null,
    };
  });
}
