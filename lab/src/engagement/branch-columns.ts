/** What threats may do on their way, as columns: what they carry, and where they can turn back. */

import { invariant, thresholdFromProbability, ticksFromSeconds } from "@pavise/kernel";
import { type Path, pathPosition } from "@pavise/models";
import type { Setup, ThreatSetup } from "../scenario/setup.ts";
import { Column } from "./column.ts";
import type { RowList } from "./row-list.ts";
import type { Columns } from "./tables.ts";
import { NEVER } from "./ticks.ts";

export type BranchColumns = Pick<
  Columns,
  | "threatCarrier"
  | "weaponFirst"
  | "weaponCount"
  | "weapons"
  | "threatHome"
  | "turnThreshold"
  | "turnReaction"
  | "branchFirst"
  | "branchCount"
  | "branchTurn"
  | "branchEnd"
  | "branchRow"
>;

/** A branch and the course it leaves are this near to each other at the turn, metres. */
const PARTING_MAX = 5;

export function branchColumns(setup: Setup, list: RowList): BranchColumns {
  const { threats } = setup;
  const weapons = weaponsOf(threats);
  const weaponFirst = new Column();
  const allWeapons = new Column();
  for (const carried of weapons) {
    weaponFirst.push(allWeapons.length);
    allWeapons.pushAll(carried);
  }
  const branchFirst = new Column();
  const turns = new Column();
  const ends = new Column();
  const rows = new Column();
  threats.forEach((threat, index) => {
    branchFirst.push(turns.length);
    const planned = list.rows[list.rowOfThreat[index]!]!.path;
    let before = -1;
    for (const [k, { turnSeconds }] of (threat.turnBack?.firedUpon?.branches ?? []).entries()) {
      const row = list.branchRows[index]![k]!;
      const flown = list.rows[row]!.path;
      checkParting(threat, turnSeconds, planned, flown);
      const turn = ticksFromSeconds(turnSeconds);
      invariant(turn > before, `${threat.id}: turns back at times that do not rise`);
      before = turn;
      turns.push(turn);
      ends.push(ticksFromSeconds(flown.flightSeconds));
      rows.push(row);
    }
  });
  return {
    threatCarrier: Int32Array.from(threats, ({ carrier }) => carrier ?? -1),
    weaponFirst: weaponFirst.int32(),
    weaponCount: Int32Array.from(weapons, (carried) => carried.length),
    weapons: allWeapons.int32(),
    threatHome: Int32Array.from(threats, ({ turnBack }) =>
      turnBack?.homeSeconds === undefined ? NEVER : ticksFromSeconds(turnBack.homeSeconds),
    ),
    turnThreshold: Float64Array.from(threats, ({ turnBack }) =>
      thresholdFromProbability(turnBack?.firedUpon?.probability ?? 0),
    ),
    turnReaction: Int32Array.from(threats, ({ turnBack }) =>
      ticksFromSeconds(turnBack?.firedUpon?.reactionSeconds ?? 0),
    ),
    branchFirst: branchFirst.int32(),
    branchCount: Int32Array.from(list.branchRows, (branches) => branches.length),
    branchTurn: turns.int32(),
    branchEnd: ends.int32(),
    branchRow: rows.int32(),
  };
}

/** By threat: what it carries. */
function weaponsOf(threats: readonly ThreatSetup[]): number[][] {
  const weapons: number[][] = threats.map(() => []);
  threats.forEach(({ id, carrier, launchSeconds }, index) => {
    if (carrier === undefined) return;
    invariant(carrier >= 0 && carrier < index, `${id} comes before what carries it`);
    const { carrier: second, launchSeconds: start } = threats[carrier]!;
    invariant(second === undefined, `${id} is carried by what is carried itself`);
    invariant(launchSeconds >= start, `${id} is released before its carrier starts`);
    weapons[carrier]!.push(index);
  });
  return weapons;
}

const [here, there] = [new Float64Array(3), new Float64Array(3)];

function checkParting({ id }: ThreatSetup, turnSeconds: number, planned: Path, flown: Path): void {
  invariant(
    turnSeconds <= Math.min(planned.flightSeconds, flown.flightSeconds),
    `${id}: turns back at ${turnSeconds} s, after its course`,
  );
  pathPosition(planned, turnSeconds, here);
  pathPosition(flown, turnSeconds, there);
  const squares = here.map((value, axis) => (value - there[axis]!) * (value - there[axis]!));
  const apart = Math.sqrt(squares[0]! + squares[1]! + squares[2]!);
  invariant(
    apart <= PARTING_MAX,
    `${id}: a way back that is ${apart.toFixed(1)} m from its course at the turn`,
  );
}
