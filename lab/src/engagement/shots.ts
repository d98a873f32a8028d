/** The shots of a journal: every launch of an interceptor with where and when it ended, and how. */

import { invariant } from "@pavise/kernel";
import type { Journal, JournalRecord } from "./journal.ts";
import { Prediction } from "./prediction.ts";
import type { Tables } from "./tables.ts";
import { NEVER } from "./ticks.ts";

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

/** A threat that turned back before its time: when, and the row it flew from then on. */
interface Turn {
  readonly ticks: number;
  readonly row: number;
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
  const turns = new Map<number, Turn>();
  for (const { kind, threat, ticks, detail } of journal.records) {
    if (kind !== "threat-turned-back" || detail < 0) continue;
    turns.set(threat, { ticks, row: tables.branchRow[tables.branchFirst[threat]! + detail]! });
  }
  const shots = journal.records.flatMap((record): Shot[] => {
    const { kind, threat, unit, detail: slot, ticks } = record;
    if (kind !== "interceptor-launched") return [];
    const start = tables.threatLaunch[threat]!;
    const meets = (row: number): number => {
      const window = prediction.windowAt(row, slot, ticks - start);
      return window < 0 ? NEVER : start + prediction.intercept(window, ticks - start);
    };
    const turn = turns.get(threat);
    const isLate = turn !== undefined && ticks >= turn.ticks;
    let interceptTicks = meets(isLate ? turn.row : tables.threatRow[threat]!);
    // A round that was on its way follows the turn where it can.
    if (turn !== undefined && !isLate && interceptTicks > turn.ticks) {
      const followed = meets(turn.row);
      if (followed < NEVER) interceptTicks = Math.max(turn.ticks, followed);
    }
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
