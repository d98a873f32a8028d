/** Leads a study: deals it to the crew and tells what is known, again and again while it plays. */
import { drawUniform } from "@pavise/kernel";
import {
  answerWords,
  type DrawResult,
  type JobResult,
  type KeepResult,
  NIGHT_SHARES,
  type NightChoice,
  nightRank,
  type OpenedStudy,
  plannedStudy,
  playStudy,
  type StudyAnswer,
  type StudyJob,
  type StudyPlan,
  studyAnswer,
} from "@pavise/lab";
import { type Crew, Stopped } from "./crew.ts";
import { drawnSections } from "./drawn-sections.ts";
import type { StudyNews, StudyTask } from "./message.ts";
import { openedInPage, withGround } from "./opened.ts";

/** The first answer is told after so many draws, the next after twice as many. */
const FIRST_NEWS_DRAWS = 4;

export interface Told {
  /** Whether anybody still waits for this study. */
  readonly isHeard: () => boolean;
  readonly news: (news: StudyNews) => void;
  readonly progress: (done: number, total: number) => void;
}

/** A study that was played whole, for the report. */
export interface PlayedStudy {
  readonly opened: OpenedStudy;
  readonly plan: StudyPlan;
  readonly answer: StudyAnswer;
}

/** The plan of a task: as on the command line. */
export function planOf({ scenario }: OpenedStudy, { size, sensitivity }: StudyTask): StudyPlan {
  const plan = plannedStudy(scenario, {
    draws: size?.draws,
    replications: size?.replications,
    precision: undefined,
    keepReplications: false,
  });
  if (sensitivity) return plan;
  const { requirements: _, ...alone } = plan;
  return { ...alone, walkReplications: 0 };
}

/** Plays a task to its end. Rejects with `Stopped` when the crew is given something else. */
export async function playTask(task: StudyTask, crew: Crew, told: Told): Promise<PlayedStudy> {
  const opened = openedInPage(task.source);
  // While the heights of the ground were fetched, another study may have taken the crew.
  if (!told.isHeard()) throw new Stopped();
  const { subject } = opened;
  const plan = planOf(opened, task);
  const uniform = (path: string, draw: number): number =>
    subject.uniform?.(path, draw) ?? drawUniform(task.source.seed, draw, path);
  const executor = crew.executor(task.source, plan);
  const growing = new GrowingAnswer(opened, task, plan, uniform, told);
  const outcome = await playStudy(
    subject,
    plan,
    { play: (jobs, progress) => executor.play(jobs, progress, growing.keep) },
    uniform,
    told.progress,
  );
  const { answer } = outcome;
  told.news(await newsOf(opened, task, outcome.plan, answer, outcome.draws, true));
  return { opened, plan: outcome.plan, answer };
}

async function newsOf(
  opened: OpenedStudy,
  task: StudyTask,
  plan: StudyPlan,
  answer: StudyAnswer,
  draws: readonly DrawResult[],
  isWhole: boolean,
): Promise<StudyNews> {
  const material = { source: task.source, plan, opened, answer };
  return {
    plan,
    answer: { ...answer, outcomesCsv: isWhole ? answer.outcomesCsv : "" },
    words: answerWords(answer),
    sections: task.drawing === "none" ? [] : await drawnSections(material, !isWhole),
    nights: nightsOf(opened, draws),
    scenarioHash: opened.scenario.hash,
    catalogueHash: opened.catalogue.hash,
    isWhole,
  };
}

function nightsOf({ subject }: OpenedStudy, draws: readonly DrawResult[]): StudyNews["nights"] {
  const entries = subject.options.map(({ id }, index) => {
    const counted = draws.map(({ draw, outcomes }) => {
      const { arrivals, replications } = outcomes[index]!;
      return { draw, arrivals, replications };
    });
    const choices = Object.keys(NIGHT_SHARES) as NightChoice[];
    const ranks = choices.map((choice) => [choice, nightRank(counted, choice)] as const);
    return [id, Object.fromEntries(ranks) as StudyNews["nights"][string]] as const;
  });
  return Object.fromEntries(entries);
}

/** Answers of the first draws, at doubling numbers of them: each is the answer of a whole study. */
class GrowingAnswer {
  readonly #opened: OpenedStudy;
  readonly #task: StudyTask;
  readonly #plan: StudyPlan;
  readonly #uniform: (path: string, draw: number) => number;
  readonly #told: Told;
  readonly #draws: DrawResult[] = [];
  #wanted = FIRST_NEWS_DRAWS;

  constructor(
    opened: OpenedStudy,
    task: StudyTask,
    plan: StudyPlan,
    uniform: (path: string, draw: number) => number,
    told: Told,
  ) {
    this.#opened = opened;
    this.#task = task;
    this.#plan = plan;
    this.#uniform = uniform;
    this.#told = told;
  }

  readonly keep: KeepResult = (_job: StudyJob, each: JobResult) => {
    if (each.kind !== "draw") return;
    this.#draws[each.result.draw] = each.result;
    if (this.#wanted >= this.#plan.draws || !this.#isComplete()) return;
    const draws = this.#draws.slice(0, this.#wanted + 1);
    const plan = { ...this.#plan, draws: this.#wanted };
    this.#wanted *= 2;
    const answer = studyAnswer(this.#opened.subject, plan, draws, [], this.#uniform);
    const news = () => newsOf(this.#opened, this.#task, plan, answer, draws, false);
    void withGround(news).then(this.#told.news);
  };

  #isComplete(): boolean {
    for (let draw = 0; draw <= this.#wanted; draw++) {
      if (this.#draws[draw] === undefined) return false;
    }
    return true;
  }
}
