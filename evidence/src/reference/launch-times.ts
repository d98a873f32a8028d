import type { Tables } from "@pavise/lab";

/**
 * Gives the threats of tables other launch times, in place: the same numbers as those of a scenario
 * that is written, dressed and tabulated with these times, at a thousandth of the work. The threats
 * must fly one course and launch in order; no scan phase may be stated, for then a row of the tables
 * belongs to its launch time.
 *
 * @param launches ticks, rising, one a threat
 */
export function moveLaunches(tables: Tables, launches: ArrayLike<number>): void {
  const { threatCount, threatLaunch, threatEnd, rowCount } = tables;
  if (rowCount !== 1) throw new Error(`expected threats of one row, got ${rowCount}`);
  if (launches.length !== threatCount) {
    throw new Error(`expected ${threatCount} launches, got ${launches.length}`);
  }
  const flight = threatEnd[0]! - threatLaunch[0]!;
  for (let threat = 0; threat < threatCount; threat++) {
    const launch = launches[threat]!;
    if (threat > 0 && launch < launches[threat - 1]!) {
      throw new Error(`launch ${threat}: expected ${launches[threat - 1]} or later, got ${launch}`);
    }
    threatLaunch[threat] = launch;
    threatEnd[threat] = launch + flight;
  }
}
