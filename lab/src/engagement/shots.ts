/** The shots of a journal: every launch of an interceptor with where and when it ended, and how. */

import { invariant } from "@pavise/kernel";
import type { Journal, JournalRecord } from "./journal.ts";
import { Prediction } from "./prediction.ts";
import type { Tables } from "./tables.ts";

export type ShotResult = "threat-intercepted" | "interceptor-missed" | "interceptor-wasted";

export interface Shot {
  readonly threat: number;
  readonly unit: number;
  /** Magazine slot, numbered over all units. */
  readonly slot: number;
  readonly launchTicks: number;
  readonly interceptTicks: number;
  readonly result: ShotResult;
}

const RESULTS: ReadonlySet<string> = new Set<ShotResult>([
  "threat-intercepted",
  "interceptor-missed",
  "interceptor-wasted",
]);

/**
 * Every launch of a journal in its order, with its end as the tables have it. `tables` are those the
 * journal was played with; a launch without an end, or an end without a launch, is a fault.
 */
export function shotsOf(tables: Tables, journal: Journal): Shot[] {
  const prediction = new Prediction(tables, tables.slotCount);
  const ends = endsOf(journal.records);
  const shots = journal.records.flatMap((record): Shot[] => {
    const { kind, threat, unit, detail: slot, ticks } = record;
    if (kind !== "interceptor-launched") return [];
    const start = tables.threatLaunch[threat]!;
    const window = prediction.windowAt(tables.threatRow[threat]!, slot, ticks - start);
    const interceptTicks = start + prediction.intercept(window, ticks - start);
    const result = ends.get(keyOf(threat, unit, slot, interceptTicks))?.shift();
    invariant(result !== undefined, `the shot of ${ticks} ticks at threat ${threat} has no end`);
    return [{ threat, unit, slot, launchTicks: ticks, interceptTicks, result }];
  });
  for (const [key, left] of ends) invariant(left.length === 0, `the end ${key} has no launch`);
  return shots;
}

function keyOf(threat: number, unit: number, slot: number, ticks: number): string {
  return `${threat} ${unit} ${slot} ${ticks}`;
}

/** Ends by threat, unit, slot and time; several of one instant in the order of the journal. */
function endsOf(records: readonly JournalRecord[]): Map<string, ShotResult[]> {
  const ends = new Map<string, ShotResult[]>();
  for (const { kind, threat, unit, detail, ticks } of records) {
    if (!RESULTS.has(kind)) continue;
    const key = keyOf(threat, unit, detail, ticks);
    const known = ends.get(key);
    if (known === undefined) ends.set(key, [kind as ShotResult]);
    else known.push(kind as ShotResult);
  }
  return ends;
}
