/** Why threats arrived: nights of the study, played again one draw at a time. */

import { ArrivalReasonCounter, CourseCache, type Setup, tabulate } from "@pavise/lab";
import type { StudySize } from "../state/lab-state.ts";
import type { ReasonsAsks, ToldReasons } from "./message.ts";
import { openedInPage } from "./opened.ts";

/** Pairs of threat and unit that are looked at, and threats that tables are made for, at most. */
const PAIRS_MAX = 4_000_000;
const TABLED_MAX = 40_000;

/** Nights of a study that can be played again in a few seconds: all, or the first of each draw. */
export function playedAgain({ threats, fireUnits }: Setup, size: StudySize): StudySize {
  const count = Math.max(1, threats.length);
  const draws = Math.min(size.draws, Math.max(1, Math.floor(TABLED_MAX / count)));
  const nights = Math.floor(PAIRS_MAX / (count * Math.max(1, fireUnits.length) * draws));
  return { draws, replications: Math.min(size.replications, Math.max(1, nights)) };
}

/** Draw 0 is left out, as in every pooled figure of a study. */
export async function toldReasons({ source, option, size }: ReasonsAsks): Promise<ToldReasons> {
  const { subject } = openedInPage(source);
  const first = subject.setup(option, 1);
  const counter = new ArrivalReasonCounter(
    first.assets.map(({ id }) => id),
    first.fireUnits.map(({ id }) => id),
  );
  const played = playedAgain(first, size);
  for (let draw = 1; draw <= played.draws; draw++) {
    counter.count(
      tabulate(subject.setup(option, draw), new CourseCache()),
      draw,
      played.replications,
    );
    // Whoever waits for something shorter is answered in between.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { ...counter.reasons(), played };
}
