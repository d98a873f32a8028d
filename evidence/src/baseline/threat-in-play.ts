/** One threat as luck has it: whether it fails, where it ends, how easily it is mistaken. */
import type { Luck } from "./luck.ts";
import { fallsAt, type ThreatInPlay } from "./picture.ts";
import type { PreparedThreat } from "./prepared.ts";

/** Distance from the asset at which scatter ends a course: a circular normal error, by its CEP. */
function missDistance({ threat, offset }: PreparedThreat, luck: Luck): number {
  const radius = threat.cep * Math.sqrt(-Math.log2(1 - luck.uniform()));
  const angle = 2 * Math.PI * luck.uniform();
  const along = offset + radius * Math.cos(angle);
  const across = radius * Math.sin(angle);
  return Math.sqrt(along * along + across * across);
}

export function threatInPlay(prepared: PreparedThreat, luck: Luck): ThreatInPlay {
  const { threat, course, isHarmless } = prepared;
  const launch = threat.launchSeconds;
  let failsAt = Number.POSITIVE_INFINITY;
  if (luck.uniform() >= threat.flightReliability) {
    const { failureFractions } = threat;
    const fraction = failureFractions[Math.floor(luck.uniform() * failureFractions.length)]!;
    failsAt = fraction === 0 ? Number.NEGATIVE_INFINITY : launch + fraction * course.flightSeconds;
  }
  const wouldArrive = missDistance(prepared, luck) <= prepared.arrivalRadius;
  const end = launch + course.flightSeconds;
  const judged = { threat, isHarmless, ease: luck.uniform() };
  const firedUpon = threat.turnBack?.firedUpon;
  return {
    launch,
    plannedEnd: end,
    end,
    failsAt,
    killedAt: Number.POSITIVE_INFINITY,
    wouldArrive,
    judged,
    wouldTurn: firedUpon !== undefined && luck.uniform() < firedUpon.probability,
    isFiredUpon: false,
    turnsAt: Number.POSITIVE_INFINITY,
    branch: -1,
    hasTurned: false,
  };
}

/** Rule 22: the first round was launched at a threat. It turns at the first place that it can. */
export function fireUpon(threat: ThreatInPlay, prepared: PreparedThreat, launch: number): void {
  if (threat.isFiredUpon) return;
  threat.isFiredUpon = true;
  const firedUpon = prepared.threat.turnBack?.firedUpon;
  if (!threat.wouldTurn || firedUpon === undefined) return;
  const from = launch + firedUpon.reactionSeconds - threat.launch;
  const branch = firedUpon.branches.findIndex(({ turnSeconds }) => turnSeconds >= from);
  if (branch < 0) return;
  threat.branch = branch;
  threat.turnsAt = threat.launch + firedUpon.branches[branch]!.turnSeconds;
  threat.end = threat.launch + prepared.branches[branch]!.course.flightSeconds;
}

/** Rule 22: does it live to turn back? */
export function turnsBack(threat: ThreatInPlay): boolean {
  return threat.turnsAt < fallsAt(threat);
}

/** Rule 20: is a weapon released, as far as its carrier's end is known? */
export function isReleased(weapon: ThreatInPlay, carrier: ThreatInPlay | undefined): boolean {
  if (carrier === undefined) return true;
  if (turnsBack(carrier) && carrier.turnsAt <= weapon.launch) return false;
  return fallsAt(carrier) > weapon.launch;
}
