import type { Adapter, Answer } from "./adapter.ts";
import type { Check, Context } from "./compare.ts";
import { answerOf, caseChecks, fieldChecks, holds, ratioMax } from "./compare.ts";
import type { AskedCase, ReferenceFile } from "./folder.ts";
import { askedCases, besidesCases } from "./folder.ts";
import { question } from "./question.ts";
import { survivors } from "./spoil.ts";
import type { CaseList, Subject } from "./subject.ts";

/** Adapters by base name; `calculators` answer engagement files a second time. */
export interface Adapters {
  adapters: Record<string, Adapter>;
  calculators: Record<string, Adapter>;
}

/** What one adapter made of one file. */
export interface Outcome {
  engine: "formula" | "engine";
  cases: number;
  failures: number;
  /** Greatest error over tolerance; 1 is the limit. */
  worst: number;
  /** One line per failed case; under spoil one per case that survived. */
  notes: string[];
}

/** What became of one file. */
export interface FileReport extends Omit<Outcome, "engine"> {
  name: string;
  /** Null when no adapter answers the subject yet. */
  adapter: string | null;
  engine: "formula" | "engine" | null;
  calculator?: Outcome;
}

/** The usual least number of trials behind an estimate. */
export const trialsMinUsual = 200_000;

interface Asking {
  file: ReferenceFile;
  subject: Subject;
  adapter: Adapter;
  engine: "formula" | "engine";
  spoil: boolean;
  /** Answers what only a calculator can, when the engine left it out. */
  calculator: Adapter | undefined;
}

function lacking(list: CaseList, asking: Asking, given: AskedCase["given"], answers: Answers) {
  if (asking.engine !== "engine") return [];
  return Object.entries(list.expected).filter(
    ([field, rule]) =>
      rule.byCalculator && field in given && answerOf(rule, field, answers) === undefined,
  );
}

type Answers = Record<string, Answer>;

function answersOf(adapter: Adapter, asking: Asking, one: AskedCase, listName: string): Answers {
  const list = asking.subject.lists[listName]!;
  const asked = question(one.given, list, listName);
  return adapter.answer(asked, besidesCases(asking.file, asking.subject));
}

function contextOf(asking: Asking, one: AskedCase, engine: "formula" | "engine"): Context {
  return {
    tolerance: asking.file.content.tolerance,
    given: one.given,
    engine,
    trialsMin: asking.subject.trialsMin ?? trialsMinUsual,
  };
}

/** Checks of one case in one of its lists, and what of it would survive spoiling. */
function listResult(asking: Asking, one: AskedCase, listName: string) {
  const list = asking.subject.lists[listName]!;
  const answers = answersOf(asking.adapter, asking, one, listName);
  const context = contextOf(asking, one, asking.engine);
  const checks = caseChecks(list, answers, context);
  const left = lacking(list, asking, one.given, answers);
  if (left.length > 0 && asking.calculator !== undefined) {
    const second = answersOf(asking.calculator, asking, one, listName);
    const closedForm = contextOf(asking, one, "formula");
    for (const [field, rule] of left) {
      const answer = answerOf(rule, field, second);
      checks.push(...fieldChecks(rule, field, one.given[field], answer, closedForm));
    }
  } else {
    for (const [field] of left) checks.push({ path: field, ratio: ratioMax, note: "no answer" });
  }
  return { checks, unnoticed: asking.spoil ? survivors(list, answers, context) : [] };
}

function caseResult(asking: Asking, one: AskedCase): { checks: Check[]; unnoticed: string[] } {
  try {
    const results = one.asked.map((name) => listResult(asking, one, name));
    return {
      checks: results.flatMap((result) => result.checks),
      unnoticed: results.flatMap((result) => result.unnoticed),
    };
  } catch (error) {
    const note = error instanceof Error ? error.message : String(error);
    return { checks: [{ path: "", ratio: ratioMax, note }], unnoticed: [] };
  }
}

function failureNote(checks: Check[]): string {
  const failed = checks.filter((check) => !(check.ratio <= 1));
  const first = failed[0];
  if (first === undefined) return "nothing was compared";
  const more = failed.length > 1 ? ` (and ${failed.length - 1} more)` : "";
  return `${first.path === "" ? "" : `${first.path}: `}${first.note.slice(0, 300)}${more}`;
}

/** Puts every case of a file to one adapter. */
function outcome(asking: Asking): Outcome {
  const cases = askedCases(asking.file, asking.subject);
  const result: Outcome = {
    engine: asking.adapter.engine,
    cases: cases.length,
    failures: 0,
    worst: 0,
    notes: [],
  };
  for (const one of cases) {
    const { checks, unnoticed } = caseResult(asking, one);
    const worst = checks.reduce((most, check) => Math.max(most, check.ratio), 0);
    if (!asking.spoil) {
      result.worst = Math.max(result.worst, worst);
      if (holds(checks)) continue;
      result.failures++;
      result.notes.push(`${one.place} ${failureNote(checks)}`);
      continue;
    }
    // A case that is wrong before it is spoiled shows nothing about the comparison.
    result.worst = Math.max(result.worst, worst);
    if (!holds(checks))
      result.notes.push(`${one.place} wrong as it stands: ${failureNote(checks)}`);
    else if (unnoticed.length > 0) result.notes.push(`${one.place} ${unnoticed.join(", ")}`);
    else result.failures++;
  }
  return result;
}

function refusal(file: ReferenceFile, cases: number, note: string): FileReport {
  const failures = Math.max(1, cases);
  return { name: file.name, adapter: null, engine: null, cases, failures, worst: 0, notes: [note] };
}

/** Runs one file through its adapter, and through its calculator where there is one. */
export function fileReport(
  file: ReferenceFile,
  subjects: Record<string, Subject>,
  found: Adapters,
  spoil: boolean,
): FileReport {
  const subject = subjects[file.baseName];
  const adapter = found.adapters[file.baseName];
  if (subject === undefined) return refusal(file, 0, "subject not built yet: nothing in the table");
  const count = askedCases(file, subject).length;
  if (adapter === undefined) return refusal(file, count, "subject not built yet");
  if (adapter.engine !== subject.engine) {
    const note = `expected an adapter by ${subject.engine}, got one by ${adapter.engine}`;
    return refusal(file, count, note);
  }
  const calculator = found.calculators[file.baseName];
  const asking = { file, subject, adapter, engine: subject.engine, spoil, calculator };
  const report: FileReport = { name: file.name, adapter: file.baseName, ...outcome(asking) };
  if (calculator === undefined) return report;
  const second = { ...asking, adapter: calculator, engine: "formula" as const };
  return { ...report, calculator: outcome(second) };
}

/** Whether a file passed: answered, no failures, and the calculator agrees where there is one. */
export function passed(report: FileReport): boolean {
  if (report.adapter === null || report.cases === 0) return false;
  return report.failures === 0 && (report.calculator?.failures ?? 0) === 0;
}
