/** `pavise study`: plays a study, prints its answer, writes its files. */
import { performance } from "node:perf_hooks";
import { drawUniform } from "@pavise/kernel";
import {
  type AskedSize,
  answerTables,
  answerWords,
  apartWords,
  askedPlans,
  costTable,
  differenceTable,
  expectationsText,
  goalWords,
  groundDoubtWords,
  halfWidth,
  indicesTable,
  judgedExpectations,
  leakWords,
  learningTable,
  marginText,
  matterWords,
  outcomeTable,
  type PhaseTimes,
  pairTable,
  percentText,
  plannedStudy,
  playStudy,
  REQUIREMENT_TITLE,
  replicationsHeader,
  requirementWords,
  roundedText,
  type SamplingKind,
  type Scenario,
  type StudyAnswer,
  type StudyDesign,
  type StudyOutcome,
  type StudyPlan,
  sourceText,
  sweepTable,
  widthText,
  wrappedLines,
} from "@pavise/lab";
import { reportHtml, reportInput } from "@pavise/report";
import { withInterrupt } from "./interrupt.ts";
import { OutputFolder } from "./output-folder.ts";
import { ProgressBar } from "./progress-bar.ts";
import { buildIdentity, identityText } from "./repository.ts";
import { writeTables } from "./result-tables.ts";
import { type OpenedStudy, openedStudy, type StudySource } from "./study-source.ts";
import { StudyState } from "./study-state.ts";
import { note, print, printTable } from "./terminal.ts";
import { threadExecutor } from "./thread-executor.ts";

const COLUMNS = 100;

/** Plays a study over threads, with a progress bar. */
export async function playedStudy(
  source: StudySource,
  plan: StudyPlan,
  workers: number,
  opened: OpenedStudy,
  state: StudyState | null = null,
): Promise<StudyOutcome> {
  const bar = new ProgressBar();
  const { subject } = opened;
  const uniform = (path: string, draw: number): number =>
    subject.uniform?.(path, draw) ?? drawUniform(source.seed, draw, path);
  const threads = threadExecutor({ source, plan }, workers);
  try {
    const executor = state === null ? threads : state.resuming(threads);
    return await playStudy(subject, plan, executor, uniform, (done, total) =>
      bar.show(done, total),
    );
  } finally {
    bar.stop();
    await threads.close();
  }
}

export interface StudyRequest {
  readonly source: StudySource;
  /** What is not given is the scenario's, or else the standard. */
  readonly size: AskedSize;
  /** How unknowns are drawn. */
  readonly sampling: SamplingKind;
  readonly workers: number;
  readonly out: string | null;
  readonly json: boolean;
  /** Keep what is played in the folder of results, and go on from what is kept there. */
  readonly resume: boolean;
  /** The study file that asks, if one does: what else it asks is answered too. */
  readonly design: StudyDesign | undefined;
}

/** Opens a study and plans it; unknowns that are drawn together must know how many draws there are. */
function plannedSource({ source, size, sampling, design }: StudyRequest) {
  const opened = openedStudy(source);
  const plan = { ...plannedStudy(opened.scenario, size), ...designPlans(opened, design) };
  if (sampling === "independent") return { source, opened, plan };
  const joint = { ...source, sampling: { kind: sampling, draws: plan.draws } };
  return { source: joint, opened: openedStudy(joint), plan };
}

/** What a study file asks beside the study itself. */
export function designPlans(
  opened: OpenedStudy,
  design: StudyDesign | undefined,
): Pick<StudyPlan, "indices" | "sweeps" | "goals"> {
  if (design === undefined) return {};
  const { indices } = design.written;
  return { ...(indices === undefined ? {} : { indices }), ...askedPlans(opened, design) };
}

/** Answers whether no expectation of the scenario failed. */
export async function study(request: StudyRequest): Promise<boolean> {
  const { source, opened, plan } = plannedSource(request);
  const judged = (answer: StudyAnswer) =>
    judgedExpectations(opened.scenario.written.expectations ?? [], answer);
  let hold = true;
  const folder = new OutputFolder(request.out ?? `out/${opened.scenario.written.id}`);
  folder.check();
  const state = request.resume ? studyState(source, plan, opened, folder.path) : null;
  await withInterrupt(
    () => folder.discard(),
    async () => {
      const outcome = await playedStudy(source, plan, request.workers, opened, state);
      const played = cpuSeconds();
      const summaryText = summaryJson(outcome.answer, request.design);
      const identity = buildIdentity();
      const { answer } = outcome;
      const asked = request.design === undefined ? {} : { design: request.design };
      const material = { source, plan: outcome.plan, opened, answer, identity, ...asked };
      const html = reportHtml(reportInput(material));
      try {
        folder.write("summary.json", [summaryText]);
        const outcomes = { name: "outcomes", csv: answer.outcomesCsv };
        writeTables(folder, [outcomes, ...answerTables(answer)]);
        folder.write("report.html", [html]);
        if (plan.keepReplications) folder.write("replications.csv", replicationLines(outcome));
        folder.commit();
        state?.remove();
      } catch (error) {
        folder.discard();
        throw error;
      }
      if (request.json) process.stdout.write(summaryText);
      else printAnswer(opened, outcome.answer, `${folder.path}/report.html`);
      hold = judged(outcome.answer).every(({ verdict }) => verdict !== "fails");
      noteTimes(outcome.times, played, cpuSeconds());
    },
    state === null ? undefined : "what was played is kept: the same command goes on from it",
  );
  return hold;
}

/** The state of this very study, of this very program; said where something was kept. */
function studyState(
  source: StudySource,
  plan: StudyPlan,
  { catalogue }: OpenedStudy,
  path: string,
): StudyState {
  const program = identityText(buildIdentity());
  const state = new StudyState(
    path,
    JSON.stringify([program, catalogue.hash, sourceText(source), plan]),
  );
  if (state.count > 0) note(`Going on from ${state.count} jobs that were played before.`);
  return state;
}

/** The bytes of `summary.json`. */
export function summaryJson({ summary, sweeps, goals }: StudyAnswer, design?: StudyDesign): string {
  const file = design === undefined ? {} : { design: { file: design.name, hash: design.hash } };
  const told = {
    ...summary,
    ...file,
    ...(sweeps === undefined ? {} : { sweeps }),
    ...(goals === undefined ? {} : { goals }),
  };
  return `${JSON.stringify(told, undefined, 2)}\n`;
}

function* replicationLines({ answer, rows }: StudyOutcome): Generator<string> {
  const assets = Object.keys(answer.summary.options[0]!.arrivals).filter((id) => id !== "total");
  yield replicationsHeader(assets);
  yield* rows;
}

function printAnswer({ scenario }: OpenedStudy, answer: StudyAnswer, report: string): void {
  const { title, question } = scenario.written;
  const { draws, replications, seed } = answer.summary;
  print(title);
  printText(question);
  print(`${draws} draws of what nobody published × ${replications} nights each, seed ${seed}.`);
  print();
  printTable(outcomeTable(answer));
  print();
  printTable(costTable(answer));
  const differences = differenceTable(answer);
  if (differences.length > 0) print();
  printTable(differences);
  const pairs = pairTable(answer);
  if (pairs.length > 0) print();
  printTable(pairs);
  printCheck(answer);
  printExpectations(scenario, answer);
  const doubt = groundDoubtWords(answer.summary);
  if (doubt !== null) {
    print();
    printText(doubt);
  }
  for (const text of leakWords(answer)) {
    print();
    printText(text);
  }
  printMatters(answer);
  printRequirements(answer);
  printAsked(answer);
  printUnsettled(answer);
  print();
  for (const sentence of answerWords(answer)) printText(sentence);
  print();
  print(`Report: ${report}`);
}

function printText(text: string): void {
  for (const line of wrappedLines(text, COLUMNS)) print(line);
}

function printCheck({ check }: StudyAnswer): void {
  if (check === undefined) return;
  const { arrivals, recorded, recordedAt } = check;
  print();
  printText(
    `Honest check. ${check.title}: ${roundedText(arrivals.mean, halfWidth(arrivals.both))} arrive ` +
      `(${widthText(arrivals.both)}); the ${recorded} recorded stand at ${percentText(recordedAt)} ` +
      `of those nights.`,
  );
}

/** Those that fail in full; those that hold with their margins. */
function printExpectations({ written }: Scenario, answer: StudyAnswer): void {
  const judged = judgedExpectations(written.expectations ?? [], answer);
  if (judged.length === 0) return;
  print();
  print(`${expectationsText(judged)}:`);
  for (const each of judged) {
    const mark = each.verdict === "fails" ? "FAILS" : each.verdict === "holds" ? "holds" : "–";
    const why = each.verdict === "fails" ? ` Expected because: ${each.because}` : "";
    const lines = wrappedLines(`${each.says} ${marginText(each)}.${why}`, COLUMNS - 7);
    for (const [index, line] of lines.entries()) print((index === 0 ? mark : "").padEnd(7) + line);
  }
}

/** What matters most, in a table and in words. */
function printMatters(answer: StudyAnswer): void {
  const words = matterWords(answer);
  if (words.length === 0) return;
  print();
  const learning = learningTable(answer);
  printTable(learning);
  for (const each of answer.indices ?? []) {
    print();
    printTable(indicesTable(each));
  }
  if (learning.length > 0) print();
  for (const text of words) printText(text);
  for (const text of apartWords(answer)) printText(text);
}

function printRequirements(answer: StudyAnswer): void {
  const needs = requirementWords(answer);
  if (needs.length === 0) return;
  print();
  print(`${REQUIREMENT_TITLE}:`);
  for (const { text } of needs) printText(text);
}

/** What a study file asks beside the study. */
function printAsked({ summary, sweeps = [], goals = [] }: StudyAnswer): void {
  for (const sweep of sweeps) {
    print();
    printTable(sweepTable(sweep));
  }
  for (const goal of goals) {
    const title = summary.options.find(({ id }) => id === goal.asked.option)?.title;
    print();
    printText(goalWords(goal, title ?? goal.asked.option).join(" "));
  }
}

function printUnsettled({ unsettled }: StudyAnswer): void {
  if (unsettled.length === 0) return;
  const byOption = new Map<string, string[]>();
  for (const { option, figure } of unsettled) {
    byOption.set(option, [...(byOption.get(option) ?? []), figure]);
  }
  const told = [...byOption].map(([option, figures]) => `${option} (${figures.join(", ")})`);
  print();
  printText(
    "More replications needed: the noise of the runs is not small beside what draws differ by in " +
      `${told.join("; ")}.`,
  );
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/**
 * CPU time by phase. Threads tell the time between two moments, not what they were given of it, so
 * on a busy machine their shares are scaled to what the process was given.
 */
function noteTimes(times: PhaseTimes, played: number, all: number): void {
  const told = (times.paths + times.windows + times.replications) / 1000;
  const scale = told > played ? played / told : 1;
  const seconds = (milliseconds: number): string => ((milliseconds / 1000) * scale).toFixed(1);
  note(
    `CPU seconds: paths ${seconds(times.paths)} · windows ${seconds(times.windows)} · ` +
      `replications ${seconds(times.replications)} · report ${(all - played).toFixed(1)} · ` +
      `all ${all.toFixed(1)} (${(performance.now() / 1000).toFixed(1)} s by the clock)`,
  );
}
