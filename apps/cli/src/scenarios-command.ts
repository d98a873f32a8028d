/** `pavise scenarios`: those that are shipped, with their questions and what a small study answered. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type StudyAnswer, studyPlan, wholeText, wrappedLines } from "@pavise/lab";
import type { Command } from "commander";
import { root } from "./repository.ts";
import { playedStudy } from "./study-command.ts";
import { openedStudy, scenarioFile } from "./study-source.ts";
import { print } from "./terminal.ts";

const COLUMNS = 100;
const DRAWS_MAX = 20;
const REPLICATIONS_MAX = 200;
const SEED = 1;

/** What a small study of a scenario answered, and of which scenario and catalogue. */
interface KeptAnswer {
  readonly scenarioHash: string;
  readonly catalogueHash: string;
  readonly draws: number;
  readonly replications: number;
  readonly answer: string;
}

type Kept = Readonly<Record<string, KeptAnswer>>;

const folder = join(root, "scenarios");
const keptFile = join(folder, "answers.json");

function shippedIds(): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return names.map((name) => name.slice(0, -5)).sort();
}

function keptAnswers(): Kept {
  return existsSync(keptFile) ? (JSON.parse(readFileSync(keptFile, "utf8")) as Kept) : {};
}

function sourceOf(id: string) {
  const { text, name } = scenarioFile(join(folder, `${id}.yaml`));
  const settings = { seed: SEED, sets: [], options: null, overlay: [] };
  return { scenarioText: text, scenarioName: name, ...settings };
}

/** `Of 16 arrive: none 12 · patriot 4 · s400 4` */
function answerLine({ launched: [least, most], summary }: StudyAnswer): string {
  const fired = least === most ? wholeText(most) : `${wholeText(least)} to ${wholeText(most)}`;
  const options = summary.options.map(({ id, arrivals }) => {
    return `${id} ${wholeText(arrivals.total.mean)}`;
  });
  return `Of ${fired} arrive: ${options.join(" · ")}`;
}

async function played(id: string): Promise<KeptAnswer> {
  const source = sourceOf(id);
  const opened = openedStudy(source);
  const own = opened.scenario.written.study ?? {};
  const draws = Math.min(DRAWS_MAX, own.draws ?? DRAWS_MAX);
  const replications = Math.min(REPLICATIONS_MAX, own.replications ?? REPLICATIONS_MAX);
  const plan = studyPlan({ draws, replications, keepReplications: false }, false);
  const { answer } = await playedStudy(source, plan, availableParallelism(), opened);
  return {
    scenarioHash: opened.scenario.hash,
    catalogueHash: opened.catalogue.hash,
    draws,
    replications,
    answer: answerLine(answer),
  };
}

function isCurrent(kept: KeptAnswer | undefined, id: string): boolean {
  const { scenario, catalogue } = openedStudy(sourceOf(id));
  return kept?.scenarioHash === scenario.hash && kept.catalogueHash === catalogue.hash;
}

/** Plays what was not played yet, or was changed since, and keeps the answers beside the scenarios. */
async function playMissing(): Promise<void> {
  const kept: Record<string, KeptAnswer> = { ...keptAnswers() };
  for (const id of shippedIds()) {
    if (isCurrent(kept[id], id)) continue;
    kept[id] = await played(id);
    const sorted = Object.entries(kept).sort(([a], [b]) => (a < b ? -1 : 1));
    writeFileSync(keptFile, `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`);
  }
}

function list(): void {
  const kept = keptAnswers();
  for (const id of shippedIds()) {
    const { scenario, catalogue } = openedStudy(sourceOf(id));
    const known = kept[id];
    print(id);
    const say = (text: string): void => {
      for (const line of wrappedLines(text, COLUMNS - 2)) print(`  ${line}`);
    };
    say(scenario.written.question);
    if (known === undefined || known.scenarioHash !== scenario.hash) {
      say(`Not played yet${known === undefined ? "" : " as it stands"}: npx pavise study ${id}`);
    } else {
      const older = known.catalogueHash === catalogue.hash ? "" : ", on an earlier catalogue";
      say(`${known.answer} (means of ${known.draws} × ${known.replications} nights${older})`);
    }
    print();
  }
}

export function addScenarios(program: Command): void {
  program
    .command("scenarios")
    .description("the scenarios at hand: their questions, and what a small study answered")
    .option("--play", "play those that were not played yet or were changed; minutes")
    .action(async ({ play }: { play?: true }) => {
      if (play === true) await playMissing();
      list();
    });
}
