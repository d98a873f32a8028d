/** When a unit can launch at a threat, with what, and when the two meet. */
import type { FireUnitInPlay } from "./fire-unit.ts";
import { isMeetingAllowed, meetingSample, meetingTime } from "./meeting.ts";
import type { Pairing, ThreatInPlay } from "./picture.ts";
import type { Prepared, PreparedCourse } from "./prepared.ts";
import { turnsBack } from "./threat-in-play.ts";

/** Bisections that narrow a step of 0.1 s to less than a tick of 1/1,024 s. */
const BISECTIONS = 10;

export class Aim {
  readonly #prepared: Prepared;
  readonly #units: readonly FireUnitInPlay[];
  readonly #threats: readonly ThreatInPlay[];
  /** [unit][threat] */
  readonly #pairings: readonly (readonly Pairing[])[];

  constructor(
    prepared: Prepared,
    units: readonly FireUnitInPlay[],
    threats: readonly ThreatInPlay[],
    pairings: readonly (readonly Pairing[])[],
  ) {
    this.#prepared = prepared;
    this.#units = units;
    this.#threats = threats;
    this.#pairings = pairings;
  }

  #hasTurned(t: number, time: number): boolean {
    const threat = this.#threats[t]!;
    return time >= threat.turnsAt && turnsBack(threat);
  }

  /** What a threat flies at a moment. */
  along(t: number, time: number): PreparedCourse {
    const planned = this.#prepared.threats[t]!;
    return this.#hasTurned(t, time) ? planned.branches[this.#threats[t]!.branch]! : planned;
  }

  /**
   * The first moment of the step from `earliest` on at which a round could be launched, ready or
   * not as asked; NaN if none. What could be launched at the very beginning of the step was found
   * at the end of the one before.
   */
  firstMoment(
    u: number,
    t: number,
    earliest: number,
    from: number,
    to: number,
    isReady: boolean,
  ): number {
    if (earliest > from && this.magazineFor(u, t, earliest, isReady) >= 0) return earliest;
    if (this.magazineFor(u, t, to, isReady) < 0) return Number.NaN;
    let [before, after] = [earliest, to];
    for (let i = 0; i < BISECTIONS; i++) {
      const middle = (before + after) / 2;
      if (this.magazineFor(u, t, middle, isReady) >= 0) after = middle;
      else before = middle;
    }
    return after;
  }

  /** When a round of a magazine launched at `time` would meet the threat; NaN if it may not. */
  meeting(u: number, t: number, m: number, time: number): number {
    const chase = this.along(t, time).chases[u]!;
    if (!chase.isEverInEnvelope[m]) return Number.NaN;
    const magazine = this.#units[u]!.setup.magazines[m]!;
    const launch = time - chase.threat.launchSeconds;
    if (launch < 0) return Number.NaN;
    const pairing = this.#pairings[u]![t]!;
    const known = this.#hasTurned(t, time) ? pairing.meetingFromTurned : pairing.meetingFrom;
    // Meetings come no earlier for later launches, and no question looks back beyond one step.
    const safeLaunch = Math.max(0, launch - this.#prepared.step);
    known[m] = meetingSample(chase, magazine, safeLaunch, known[m]!);
    const meeting = meetingTime(chase, magazine, launch, known[m]!);
    if (!isMeetingAllowed(chase, magazine, launch, meeting)) return Number.NaN;
    return meeting + chase.threat.launchSeconds;
  }

  /** The first listed magazine that can meet the threat, with a ready round if asked; −1 if none. */
  magazineFor(u: number, t: number, time: number, isReady: boolean): number {
    const unit = this.#units[u]!;
    for (let m = 0; m < unit.magazines.length; m++) {
      if (isReady && !unit.hasRound(m, time)) continue;
      if (!Number.isNaN(this.meeting(u, t, m, time))) return m;
    }
    return -1;
  }

  /** Rule 22: where a round under way meets a threat that turns back before; NaN where it cannot. */
  followedMeeting(u: number, t: number, m: number, time: number, predicted: number): number {
    const threat = this.#threats[t]!;
    const { turnsAt, branch, launch: start } = threat;
    if (predicted <= turnsAt || time >= turnsAt || !turnsBack(threat)) return predicted;
    const chase = this.#prepared.threats[t]!.branches[branch]!.chases[u]!;
    const magazine = this.#units[u]!.setup.magazines[m]!;
    const meeting = meetingTime(chase, magazine, time - start, 0);
    if (!isMeetingAllowed(chase, magazine, time - start, meeting)) return Number.NaN;
    return Math.max(turnsAt, start + meeting);
  }
}
