import { fileURLToPath } from "node:url";
import type { Adapter } from "./adapter.ts";
import { subjects } from "./expected.ts";
import { InputError, referenceFiles } from "./folder.ts";
import { shippedAdapters } from "./registry.ts";
import type { FileReport, Outcome } from "./runner.ts";
import { fileReport, passed } from "./runner.ts";

const usage = "usage: npm run reference -- [folder] [--spoil | --both] [--json]";

/** The copy that the project carries. */
const ownCases = fileURLToPath(new URL("../../reference/cases/", import.meta.url));

interface Order {
  folder: string;
  spoil: boolean;
  /** Every case answered once and held against both; always as JSON. */
  both: boolean;
  json: boolean;
}

function orderFrom(words: string[]): Order {
  const folders = words.filter((word) => !word.startsWith("--"));
  const unknown = words.find(
    (word) => word.startsWith("--") && !/^--(spoil|both|json)$/.test(word),
  );
  if (unknown !== undefined) throw new InputError(`unknown option ${unknown}; ${usage}`);
  if (folders.length > 1) throw new InputError(`expected one folder, got ${folders}; ${usage}`);
  return {
    folder: folders[0] ?? ownCases,
    spoil: words.includes("--spoil"),
    both: words.includes("--both"),
    json: words.includes("--json"),
  };
}

function ratioText(ratio: number): string {
  if (ratio >= 1e9) return "no measure";
  return ratio === 0 ? "exact" : ratio.toPrecision(2);
}

function line(name: string, who: string, result: Outcome | FileReport): string {
  const counts = `${result.cases} cases  ${result.failures} failures`;
  const end = result.engine === null ? result.notes[0] : `worst ${ratioText(result.worst)}`;
  return `${name.padEnd(34)} ${who.padEnd(34)} ${(result.engine ?? "–").padEnd(8)} ${counts}  ${end}`;
}

function print(report: FileReport): void {
  const out = [line(report.name, report.adapter ?? "no adapter", report)];
  if (report.adapter !== null) out.push(...report.notes.map((note) => `    ${note}`));
  if (report.calculator !== undefined) {
    out.push(line(report.name, "calculator", report.calculator));
    out.push(...report.calculator.notes.map((note) => `    ${note}`));
  }
  process.stdout.write(`${out.join("\n")}\n`);
}

function survived(report: FileReport): number {
  const second = report.calculator;
  const first = report.adapter === null ? 0 : report.cases - report.failures;
  return first + (second === undefined ? 0 : second.cases - second.failures);
}

function lastLine(reports: FileReport[], spoil: boolean): string {
  const notBuilt = reports.filter((report) => report.adapter === null).length;
  const built = notBuilt === 0 ? "" : `, ${notBuilt} files not built yet`;
  if (spoil) {
    const count = reports.reduce((sum, report) => sum + survived(report), 0);
    return `${count} cases survived the spoil${built}`;
  }
  const good = reports.filter(passed).length;
  return `${good} of ${reports.length} files passed${built}`;
}

/** Adapters that answer a question once: the engine needs minutes for some. */
function remembering(adapters: Record<string, Adapter>): Record<string, Adapter> {
  const wrapped = Object.entries(adapters).map(([name, { engine, answer }]) => {
    const known = new Map<string, ReturnType<Adapter["answer"]>>();
    const remembered: Adapter["answer"] = (question, file) => {
      const key = JSON.stringify(question);
      const given = known.get(key) ?? answer(question, file);
      known.set(key, given);
      return given;
    };
    return [name, { engine, answer: remembered }] as const;
  });
  return Object.fromEntries(wrapped);
}

async function main(words: string[]): Promise<number> {
  const order = orderFrom(words);
  const files = referenceFiles(order.folder);
  const shipped = await shippedAdapters();
  const found = order.both ? { ...shipped, adapters: remembering(shipped.adapters) } : shipped;
  if (order.both) {
    const held = (spoil: boolean) => files.map((file) => fileReport(file, subjects, found, spoil));
    const [plain, spoiled] = [held(false), held(true)];
    process.stdout.write(`${JSON.stringify({ files: plain, spoiled }, null, 2)}\n`);
    return plain.every(passed) ? 0 : 1;
  }
  const reports: FileReport[] = [];
  for (const file of files) {
    const report = fileReport(file, subjects, found, order.spoil);
    reports.push(report);
    if (!order.json) print(report);
  }
  if (order.json) process.stdout.write(`${JSON.stringify({ files: reports }, null, 2)}\n`);
  else process.stdout.write(`${lastLine(reports, order.spoil)}\n`);
  // A spoiled case fails by design: a run with --spoil never counts as passed.
  return !order.spoil && reports.every(passed) ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
