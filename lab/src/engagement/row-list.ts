/** The rows of the tables: every course as flown by threats of one type, once. */

import { invariant } from "@pavise/kernel";
import type { Path } from "@pavise/models";
import type { Setup, ThreatSetup } from "../scenario/setup.ts";
import type { CourseCache } from "./course.ts";

/** A course as flown by threats of one type; `threat` stands for all of them. */
export interface Row {
  readonly path: Path;
  readonly threat: ThreatSetup;
}

export interface RowList {
  readonly rows: readonly Row[];
  readonly rowOfThreat: Int32Array;
  /** By threat: rows of the branches that it may turn back on, in their order. */
  readonly branchRows: readonly (readonly number[])[];
}

/** Paths come from `courses`. */
export function rowList(setup: Setup, courses: CourseCache): RowList {
  // A sensor whose scan times are known looks at each launch time anew.
  const byLaunch = setup.sensors.some((sensor) => sensor.scanPhase !== "uniform");
  const known = new Map<string, number>();
  const rows: Row[] = [];
  const rowOf = (threat: ThreatSetup, course: number): number => {
    const { rcs, swerling } = threat;
    const launch = byLaunch ? threat.launchSeconds : "any";
    const key = [course, threat.class, rcs, swerling, launch].join(" ");
    const row = known.get(key) ?? rows.length;
    if (row === rows.length) {
      const flown = setup.courses[course];
      invariant(flown !== undefined, `${threat.id} flies course ${course}, which is not there`);
      rows.push({ path: courses.pathOf(setup.world, flown, setup.terrain), threat });
      known.set(key, row);
    }
    return row;
  };
  const rowOfThreat = Int32Array.from(setup.threats, (threat) => rowOf(threat, threat.course));
  const branchRows = setup.threats.map((threat) =>
    (threat.turnBack?.firedUpon?.branches ?? []).map(({ course }) => rowOf(threat, course)),
  );
  return { rows, rowOfThreat, branchRows };
}
