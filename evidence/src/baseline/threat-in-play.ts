/** One threat as luck has it: whether it fails, where it ends, how easily it is mistaken. */
import type { Luck } from "./luck.ts";
import type { ThreatInPlay } from "./picture.ts";
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
  return { launch, end, failsAt, killedAt: Number.POSITIVE_INFINITY, wouldArrive, judged };
}
