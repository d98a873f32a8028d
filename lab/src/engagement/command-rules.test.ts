/** Rules of command, one scene each: judgement, assessment, waste, doctrine by class, launchers apart. */
import { expect, it } from "vitest";
import { scene, threats } from "./flat.test-scene.ts";
import { journalOf } from "./journal.ts";
import { withKillProbability } from "./tables.ts";
import { tabulate } from "./tabulate.ts";

it("twelve threats are missed 300 times each while a second battery waits for its window", () => {
  const flyOut = { kind: "fixed", seconds: 1 } as const;
  const base = scene({
    threats: threats(12),
    flightSeconds: 300,
    speed: 200,
    unit: { looksMax: 1000 },
    magazine: { launchers: [10_000], flyOut },
  });
  const [unit] = base.fireUnits;
  const [magazine] = unit!.magazines;
  const near = { ...magazine!.envelopes.ballistic!, rangeMax: 3_000 };
  const late = {
    ...unit!,
    id: "late",
    magazines: [{ ...magazine!, envelopes: { ballistic: near } }],
  };
  const tables = tabulate({ ...base, fireUnits: [unit!, late] });
  const { tally } = journalOf(withKillProbability(tables, 0), 0);
  expect([...tally.rounds]).toEqual([3_600, 0]);
});
