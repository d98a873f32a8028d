/** What a post makes of a track before it gives an order (rule 13a). Read apart from the engine. */
import type { CommandPostSetup, ThreatSetup } from "@pavise/lab";

/** A threat as posts must judge it. */
export interface Judged {
  readonly threat: ThreatSetup;
  /** Its course ends where nothing is defended. */
  readonly isHarmless: boolean;
  /** Uniform in [0, 1): how easily this threat is mistaken. One for all posts. */
  readonly ease: number;
}

/** When a first judgement that may be wrong has become right: at the track itself if it was right. */
function judgedRightlyAt(post: CommandPostSetup, ease: number, since: number): number {
  if (post.misjudgement === undefined) return since;
  const { probability, halvingSeconds } = post.misjudgement;
  let moment = since;
  for (let doubt = probability; ease < doubt; doubt /= 2) moment += halvingSeconds;
  return moment;
}

/** From when on the post allows an engagement; Infinity if never. */
export function allowedFrom(post: CommandPostSetup, judged: Judged, since: number): number {
  const { threat, isHarmless, ease } = judged;
  if (post.holdFire?.includes(threat.class)) return Number.POSITIVE_INFINITY;
  const identified = since + (post.identificationSeconds?.[threat.class] ?? 0);
  if (post.misjudgement === undefined) return identified;
  const right = judgedRightlyAt(post, ease, since);
  if (!isHarmless) return Math.max(identified, right);
  return right > since ? identified : Number.POSITIVE_INFINITY;
}

/** When the post lets go what it took for a threat; Infinity if it does not. */
export function letGoAt(post: CommandPostSetup, judged: Judged, since: number): number {
  if (!judged.isHarmless || post.misjudgement === undefined) return Number.POSITIVE_INFINITY;
  return judgedRightlyAt(post, judged.ease, since);
}

/** What goes first under the policy of a post: the smaller number. */
export function urgency(
  post: CommandPostSetup,
  intercept: number,
  impact: number,
  value: number,
  opened: number,
): number {
  if (post.policy === "earliest-impact") return impact;
  if (post.policy === "value-weighted") return opened + (intercept - opened) / value;
  return intercept;
}
