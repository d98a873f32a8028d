/**
 * Replications per CPU second on one core, engine and baseline in the same run; and how long the
 * tables of 300 mixed threats take over coarse terrain, first build of the process.
 *
 *     npm run bench [-- --json] [--rounds N] [--seconds S] [--sizes 300,3000]
 */
import { parseArgs } from "node:util";
import { packedCatalogue } from "@pavise/catalogue/packed";
import { ainAlAsad, ainAlAsadSetup } from "../setups/ain-al-asad.ts";
import { largeRaid } from "../setups/large-raid.ts";
import { type BenchResult, measured, measuredTables, type TableResult } from "./measure.ts";

/** Steps of the baseline, s. A large raid at the fine one would take minutes a replication. */
const STEP = 0.1;
const STEP_COARSE = 1;
/** Threats of the raid over terrain, which the baseline does not play. */
const OVER_TERRAIN = 300;
/** Threats of the largest raid that the baseline plays at the fine step. */
const FINE_STEP_MAX = 1000;

function positive(name: string, text: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new Error(`--${name}: expected a number above 0, got "${text}"`);
}

function figure(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);
}

function table(results: readonly BenchResult[]): string {
  const head = [
    "",
    "threats",
    "units",
    "tables, ms",
    "engine /s",
    "step, s",
    "baseline /s",
    "ratio",
  ];
  const rows = results.map((result) => [
    result.name,
    String(result.threats),
    String(result.units),
    figure(1000 * result.tableSeconds),
    figure(result.enginePerSecond),
    String(result.baselineStep),
    figure(result.baselinePerSecond),
    figure(result.ratio),
  ]);
  const widths = head.map((_, k) => Math.max(...[head, ...rows].map((row) => row[k]!.length)));
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, k) => (k === 0 ? cell.padEnd(widths[k]!) : cell.padStart(widths[k]!)))
      .join("  "),
  );
  return `${lines.join("\n")}\n`;
}

/** The first build in the process: what a user waits for who asks about one raid. */
function tablesOverTerrain(): TableResult {
  const terrain = packedCatalogue().terrain?.();
  if (terrain === undefined) throw new Error("expected a catalogue with ground heights");
  const name = `tables of ${OVER_TERRAIN} over coarse terrain`;
  return measuredTables(name, largeRaid(OVER_TERRAIN, terrain));
}

function tableLine({ name, threats, units, tableSeconds }: TableResult): string {
  return `${name} (${threats} threats, ${units} units): ${figure(1000 * tableSeconds)} ms\n`;
}

function main(): void {
  const { values } = parseArgs({
    options: {
      json: { type: "boolean", default: false },
      rounds: { type: "string", default: "3" },
      seconds: { type: "string", default: "2" },
      sizes: { type: "string", default: "300,3000" },
    },
  });
  const rounds = Math.ceil(positive("rounds", values.rounds));
  const seconds = positive("seconds", values.seconds);
  const size = { rounds, engineSeconds: seconds, baselineSeconds: seconds };
  const tables = tablesOverTerrain();
  const results: BenchResult[] = [];
  const add = (result: BenchResult): void => {
    results.push(result);
    if (!values.json) process.stderr.write(`${result.name}: measured\n`);
  };
  const night = ainAlAsadSetup(ainAlAsad(), "s400", 0);
  add(measured("ain-al-asad-2020, s400", night, size, STEP));
  for (const text of values.sizes.split(",").filter((each) => each !== "")) {
    const count = Math.ceil(positive("sizes", text));
    const step = count > FINE_STEP_MAX ? STEP_COARSE : STEP;
    add(measured(`raid of ${count}`, largeRaid(count), size, step));
  }
  const shown = `${table(results)}\n${tableLine(tables)}`;
  process.stdout.write(values.json ? `${JSON.stringify({ results, tables })}\n` : shown);
}

main();
