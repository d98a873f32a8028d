/** One draw of one cell of a sweep. */
import { CourseCache } from "../engagement/course.ts";
import { tabulate } from "../engagement/tabulate.ts";
import { playNights } from "./draw.ts";
import { type OptionOutcome, optionFrame } from "./outcomes.ts";
import type { Wish } from "./question-plan.ts";
import { type Clock, noTime, type PhaseTimes, type StudySubject, variedSetup } from "./subject.ts";

/** One draw of one cell. Crosses threads. */
export interface CellProbe {
  readonly wishes: readonly Wish[];
  readonly options: readonly string[];
  readonly draw: number;
  readonly replications: number;
}

export interface CellResult {
  /** By option. */
  readonly outcomes: readonly OptionOutcome[];
  readonly times: PhaseTimes;
}

/** Plays one draw of one cell. */
export function playCell(
  subject: StudySubject,
  { wishes, options, draw, replications }: CellProbe,
  clock: Clock,
): CellResult {
  const times = noTime();
  const courses = new CourseCache();
  const outcomes = options.map((option) => {
    const setup = variedSetup(subject, option, draw, { wishes });
    const start = clock();
    const tables = tabulate(setup, courses);
    const tabulated = clock();
    const { outcome } = playNights(tables, optionFrame(option, setup), replications, undefined);
    times.windows += tabulated - start;
    times.replications += clock() - tabulated;
    return outcome;
  });
  return { outcomes, times };
}
