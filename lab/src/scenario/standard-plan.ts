/** How much of a study is played where nobody says: the same on the command line and in the page. */

import type { StudyPlan } from "../study/subject.ts";
import type { Scenario } from "./scenario.ts";

/** Replications at each point of the kill curve and at each end of an unknown, at most. */
const CURVE_REPLICATIONS_MAX = 25;
const WALK_REPLICATIONS_MAX = 500;

/** What is played where neither the user nor the scenario says. */
export const STANDARD_DRAWS = 200;
export const STANDARD_REPLICATIONS = 2000;
/** The most draws of a study that stops by itself, where nothing is said. */
export const PRECISE_DRAWS_MAX = 8192;

export type PlanSize = Pick<StudyPlan, "draws" | "replications" | "keepReplications" | "precision">;

/** What a user asks for; what is not given is the scenario's, or else the standard. */
export interface AskedSize extends Pick<StudyPlan, "keepReplications"> {
  readonly draws: number | undefined;
  readonly replications: number | undefined;
  readonly precision: StudyPlan["precision"] | undefined;
}

/** Draws and nights of each, for every value of a lever that is tried. */
const LEVER_SIZE = { draws: 24, replications: 60 };

/** The plan of a study; without sensitivity no unknown is moved by itself. */
export function studyPlan(size: PlanSize, sensitivity = true): StudyPlan {
  const { replications } = size;
  return {
    ...size,
    curveReplications: Math.min(replications, CURVE_REPLICATIONS_MAX),
    walkReplications: sensitivity ? Math.min(replications, WALK_REPLICATIONS_MAX) : 0,
  };
}

/** The plan of a study: as asked, else as the scenario says, else the standard. */
export function plannedStudy({ written }: Scenario, size: AskedSize): StudyPlan {
  const own = written.study ?? {};
  const standard = size.precision === undefined ? (own.draws ?? STANDARD_DRAWS) : PRECISE_DRAWS_MAX;
  const planned = {
    draws: size.draws ?? standard,
    replications: size.replications ?? own.replications ?? STANDARD_REPLICATIONS,
    keepReplications: size.keepReplications,
    ...(size.precision === undefined ? {} : { precision: size.precision }),
  };
  const plan = { ...studyPlan(planned, own.sensitivity), otherGround: true };
  return own.sensitivity === false ? plan : { ...plan, requirements: LEVER_SIZE };
}
