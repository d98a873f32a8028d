/**
 * The baseline: one replication of an engagement, played forward in equal steps of time.
 *
 * It reads docs/methods/engagement.md and nothing of the engine. Every step it resolves what met
 * what, lets every sensor scan, assesses, and then lets every command post order. What happens
 * within a step happens at its own moment (a scan, an opening, a channel that becomes free), so
 * the step bounds only which of several things within it are seen in their true order.
 */
import { TICKS_PER_SECOND } from "@pavise/kernel";
import type { Doctrine, Setup } from "@pavise/lab";
import { Aim } from "./aim.ts";
import { FireUnitInPlay } from "./fire-unit.ts";
import { allowedFrom, letGoAt, urgency } from "./judgement.ts";
import { Luck } from "./luck.ts";
import { fallsAt, Pairing, PictureRow, type ThreatInPlay } from "./picture.ts";
import type { Prepared } from "./prepared.ts";
import { RoundsInFlight } from "./rounds-in-flight.ts";
import { Sensing } from "./sensing.ts";
import { type BaselineTally, baselineTally } from "./tally.ts";
import { fireUpon, isReleased, threatInPlay, turnsBack } from "./threat-in-play.ts";

/** An order that could be given. */
interface Candidate {
  readonly unit: number;
  readonly threat: number;
  readonly at: number;
  /** What goes first at one moment, by the policy of the post. */
  readonly rank: number;
}

/** Shortest time between two orders against one threat, s. */
const RETRY_MIN = 1 / 1024;

class Play {
  readonly #setup: Setup;
  readonly #prepared: Prepared;
  readonly #luck: Luck;
  readonly #threats: ThreatInPlay[];
  readonly #units: FireUnitInPlay[];
  readonly #sensing: Sensing;
  /** [post][threat] */
  readonly #pictures: PictureRow[][];
  /** [unit][threat] */
  readonly #pairings: Pairing[][];
  /** By unit: the post it obeys, −1 when there is none left. */
  readonly #postOf: number[];
  readonly #aim: Aim;
  readonly #rounds = new RoundsInFlight();
  /** Threats whose course covers some of the present step, in id order. */
  #flying: number[] = [];

  constructor(setup: Setup, prepared: Prepared, luck: Luck) {
    this.#setup = setup;
    this.#prepared = prepared;
    this.#luck = luck;
    this.#units = setup.fireUnits.map((unit) => new FireUnitInPlay(unit, luck));
    this.#postOf = setup.fireUnits.map(({ commandPost }) => commandPost);
    this.#threats = prepared.threats.map((threat) => threatInPlay(threat, luck));
    this.#pictures = setup.commandPosts.map(() => setup.threats.map(() => new PictureRow()));
    this.#pairings = setup.fireUnits.map((unit) =>
      setup.threats.map(() => new Pairing(unit.magazines.length)),
    );
    this.#aim = new Aim(prepared, this.#units, this.#threats, this.#pairings);
    this.#sensing = new Sensing(setup, prepared, luck, {
      units: this.#units,
      threats: this.#threats,
      pictures: this.#pictures,
      aim: this.#aim,
    });
  }

  /** Plays to the end of the last course. */
  run(): BaselineTally {
    const { step } = this.#prepared;
    const start = Math.min(...this.#threats.map(({ launch }) => launch));
    const lastEnd = () => Math.max(...this.#threats.map(({ end }) => end));
    for (let index = Math.floor(start / step); index * step < lastEnd(); index++) {
      const from = index * step;
      const to = (index + 1) * step;
      this.#rounds.meet(to, this.#threats, this.#luck);
      this.#flying = this.#flyingWithin(from, to);
      this.#sensing.scanAll(this.#flying, from, to);
      this.#reopenWithRadar(from, to);
      this.#assessAll(to);
      this.#commandBetweenTurns(from, to);
      this.#losePosts(from, to);
    }
    this.#rounds.meet(Number.POSITIVE_INFINITY, this.#threats, this.#luck);
    const spent = this.#units.map((unit) => unit.spent);
    return baselineTally(this.#setup, this.#threats, spent);
  }

  /** Rule 6c: what a unit could engage when its radar came back opens anew. */
  #reopenWithRadar(from: number, to: number): void {
    this.#units.forEach(({ blindUntil }, u) => {
      if (!(from < blindUntil && blindUntil <= to)) return;
      for (const pairing of this.#pairings[u]!) pairing.close();
    });
  }

  /** Rule 22: lets every post command up to a turn, then on the course that was turned to. */
  #commandBetweenTurns(from: number, to: number): void {
    const turning = this.#flying.filter((t) => {
      const threat = this.#threats[t]!;
      return threat.turnsAt <= to && !threat.hasTurned && turnsBack(threat);
    });
    turning.sort((a, b) => this.#threats[a]!.turnsAt - this.#threats[b]!.turnsAt);
    let begin = from;
    for (const t of turning) {
      const threat = this.#threats[t]!;
      const moment = Math.max(begin, threat.turnsAt);
      this.#commandAll(begin, moment);
      begin = moment;
      threat.hasTurned = true;
      for (const pairings of this.#pairings) {
        pairings[t]!.close();
        pairings[t]!.retryAt = moment;
      }
    }
    this.#commandAll(begin, to);
  }

  #commandAll(from: number, to: number): void {
    for (let post = 0; post < this.#pictures.length; post++) {
      this.#command(post, from, Math.min(to, this.#lostAt(post)));
    }
  }

  #lostAt(post: number): number {
    return this.#setup.commandPosts[post]!.lostAtSeconds ?? Number.POSITIVE_INFINITY;
  }

  /** Rule 13b: units of a post that is lost within the step obey their fallbacks from then on. */
  #losePosts(from: number, to: number): void {
    for (let post = 0; post < this.#pictures.length; post++) {
      const lostAt = this.#lostAt(post);
      if (lostAt > to) continue;
      const heirs = new Set<number>();
      this.#units.forEach(({ setup }, u) => {
        if (this.#postOf[u] !== post) return;
        const fallback = setup.fallbackPost ?? -1;
        this.#postOf[u] = fallback;
        if (fallback >= 0) heirs.add(fallback);
        this.#pictures[post]!.forEach((row, t) => {
          this.#pairings[u]![t]!.close();
          if (row.engagedBy !== u || fallback < 0) return;
          const own = this.#pictures[fallback]![t]!;
          own.assessedAt = row.assessedAt;
          own.engagedBy = u;
        });
      });
      for (const heir of heirs) this.#command(heir, Math.max(from, lostAt), to);
    }
  }

  #flyingWithin(from: number, to: number): number[] {
    const flying: number[] = [];
    for (let t = 0; t < this.#threats.length; t++) {
      const threat = this.#threats[t]!;
      if (threat.launch > to || threat.end <= from) continue;
      if (isReleased(threat, this.#threats[this.#setup.threats[t]!.carrier ?? -1])) flying.push(t);
    }
    return flying;
  }

  #assessAll(to: number): void {
    const { commandPosts, fireUnits } = this.#setup;
    for (let post = 0; post < commandPosts.length; post++) {
      const rows = this.#pictures[post]!;
      for (let t = 0; t < rows.length; t++) {
        const row = rows[t]!;
        if (row.assessedAt > to) continue;
        const time = row.assessedAt;
        const by = row.engagedBy;
        row.assessedAt = Number.POSITIVE_INFINITY;
        row.engagedBy = -1;
        // What a lost post would be told is told to the one that took over.
        if (this.#postOf[by] !== post) continue;
        if (this.#isCalledKill(by, this.#threats[t]!.killedAt <= time)) row.isDeclaredKilled = true;
        else row.reopenedAt = time;
        for (let u = 0; u < fireUnits.length; u++) {
          if (this.#postOf[u] === post) this.#pairings[u]![t]!.close();
        }
      }
    }
  }

  /** Rule 17: right unless the setup gives chances. */
  #isCalledKill(u: number, isKilled: boolean): boolean {
    const { killDeclared } = this.#units[u]!.setup;
    if (killDeclared === undefined) return isKilled;
    return this.#luck.uniform() < (isKilled ? killDeclared.ifKilled : killDeclared.ifMissed);
  }

  /** Gives the orders of a step in the order of their moments; at one moment, units in id order. */
  #command(post: number, from: number, to: number): void {
    if (to <= from) return;
    for (;;) {
      let first: Candidate | null = null;
      for (let u = 0; u < this.#units.length; u++) {
        const unit = this.#units[u]!;
        if (this.#postOf[u] !== post || unit.isOut) continue;
        if (unit.setup.switchedOffSeconds <= from) continue;
        const candidate = this.#bestCandidate(u, from, to);
        if (candidate !== null && (first === null || candidate.at < first.at)) first = candidate;
      }
      if (first === null) return;
      if (this.#isOrderLost(first, post)) continue;
      this.#order(first);
    }
  }

  /** Rule 13a: a lost order is given again after a reaction time. */
  #isOrderLost({ unit: u, threat: t, at }: Candidate, post: number): boolean {
    const { linkReliability } = this.#setup.commandPosts[post]!;
    if (linkReliability === undefined || linkReliability >= 1) return false;
    if (this.#luck.uniform() < linkReliability) return false;
    const pairing = this.#pairings[u]![t]!;
    pairing.close();
    pairing.retryAt = at + Math.max(RETRY_MIN, this.#units[u]!.setup.reactionSeconds);
    return true;
  }

  #bestCandidate(u: number, from: number, to: number): Candidate | null {
    let best: Candidate | null = null;
    const pairings = this.#pairings[u]!;
    for (const t of this.#flying) {
      const at = this.#orderMoment(u, t, from, to);
      if (Number.isNaN(at)) continue;
      const asset = this.#setup.assets[this.#setup.threats[t]!.asset]!;
      const post = this.#setup.commandPosts[this.#postOf[u]!]!;
      const { predictedIntercept, openedAt } = pairings[t]!;
      const { end, plannedEnd, turnsAt } = this.#threats[t]!;
      const impact = at < turnsAt ? plannedEnd : end;
      const rank = urgency(post, predictedIntercept, impact, asset.value ?? 1, openedAt);
      const candidate = { unit: u, threat: t, at, rank };
      if (best === null || this.#goesFirst(candidate, best)) best = candidate;
    }
    return best;
  }

  /** The earlier order first; at one moment by the policy, then impact, then id. */
  #goesFirst(a: Candidate, b: Candidate): boolean {
    if (a.at !== b.at) return a.at < b.at;
    if (a.rank !== b.rank) return a.rank < b.rank;
    return this.#threats[a.threat]!.plannedEnd < this.#threats[b.threat]!.plannedEnd;
  }

  /** When within the step the unit could first launch at the threat under an order; NaN if not. */
  #orderMoment(u: number, t: number, from: number, to: number): number {
    const unit = this.#units[u]!;
    const threat = this.#threats[t]!;
    const post = this.#setup.commandPosts[this.#postOf[u]!]!;
    const row = this.#pictures[this.#postOf[u]!]![t]!;
    if (!(row.since <= to) || row.isDeclaredKilled || row.isEngaged()) return Number.NaN;
    const noticed = fallsAt(threat) + post.dropSeconds;
    const rowUntil = Math.min(noticed, letGoAt(post, threat.judged, row.since));
    if (rowUntil <= from) return Number.NaN;
    const pairing = this.#pairings[u]![t]!;
    if (pairing.looks >= this.#doctrine(u, t).looksMax) return Number.NaN;
    if (!this.#isOpened(u, t, from, to)) return Number.NaN;
    const earliest = unit.seesFrom(
      Math.max(
        pairing.openedAt,
        from,
        unit.channelFreeAt(),
        unit.nextLaunchAt,
        unit.setup.readyFromSeconds,
      ),
    );
    if (earliest > to) return Number.NaN;
    const moment = this.#aim.firstMoment(u, t, earliest, from, to, true);
    if (unit.isBlind(moment)) return Number.NaN;
    return moment < Math.min(rowUntil, unit.setup.switchedOffSeconds) ? moment : Number.NaN;
  }

  /** Opens the opportunity if that happens by the end of the step. */
  #isOpened(u: number, t: number, from: number, to: number): boolean {
    const pairing = this.#pairings[u]![t]!;
    if (!Number.isNaN(pairing.openedAt)) return true;
    const unit = this.#units[u]!;
    const { setup } = unit;
    const post = this.#setup.commandPosts[this.#postOf[u]!]!;
    const row = this.#pictures[this.#postOf[u]!]![t]!;
    const allowed = allowedFrom(post, this.#threats[t]!.judged, row.since);
    const given = Math.max(row.since + setup.reactionSeconds, row.reopenedAt, allowed);
    const arrives = given + (post.orderDelaySeconds ?? 0);
    const ready = Math.max(arrives, pairing.retryAt, setup.readyFromSeconds, from);
    const earliest = unit.seesFrom(ready);
    if (earliest > to) return false;
    const opened = this.#aim.firstMoment(u, t, earliest, from, to, false);
    if (Number.isNaN(opened) || unit.isBlind(opened)) return false;
    pairing.openedAt = opened;
    // Rule 12: by the round that would meet it first, ready or not.
    const meetings = unit.magazines.map((_, m) => this.#aim.meeting(u, t, m, opened));
    const first = Math.min(...meetings.filter((meeting) => !Number.isNaN(meeting)));
    // On whole ticks, as all time is: equal flight times must tie, whatever the last bits say.
    pairing.predictedIntercept = Math.round(first * TICKS_PER_SECOND) / TICKS_PER_SECOND;
    return true;
  }

  #order({ unit: u, threat: t, at }: Candidate): void {
    const unit = this.#units[u]!;
    const { launchSpacingSeconds, switchedOffSeconds } = unit.setup;
    const { salvoPerLook } = this.#doctrine(u, t);
    const pairing = this.#pairings[u]![t]!;
    const salvo = salvoPerLook[Math.min(pairing.looks, salvoPerLook.length - 1)]!;
    pairing.looks++;
    let lastMeeting = Number.NEGATIVE_INFINITY;
    const meetingFrom = [...pairing.meetingFrom];
    const meetingFromTurned = [...pairing.meetingFromTurned];
    const m = this.#aim.magazineFor(u, t, at, true);
    for (let shot = 0; shot < salvo; shot++) {
      const time = at + shot * launchSpacingSeconds;
      if (time >= switchedOffSeconds || unit.isBlind(time)) break;
      // Rule 15: what the chosen magazine has not ready, or could not meet, ends the salvo.
      if (!unit.hasRound(m, time)) break;
      const predicted = this.#aim.meeting(u, t, m, time);
      if (Number.isNaN(predicted)) break;
      unit.launchRound(m, time);
      fireUpon(this.#threats[t]!, this.#prepared.threats[t]!, time);
      const followed = this.#aim.followedMeeting(u, t, m, time, predicted);
      const meetsAt = Number.isNaN(followed) ? predicted : followed;
      const killProbability = Number.isNaN(followed) ? 0 : this.#killProbability(u, m, t);
      const lostFrom = unit.losesFrom(time);
      this.#rounds.launch({ threat: t, meetsAt, killProbability, lostFrom });
      lastMeeting = Math.max(lastMeeting, meetsAt);
    }
    // The salvo looked ahead; the next question may be about an earlier launch.
    pairing.meetingFrom.splice(0, meetingFrom.length, ...meetingFrom);
    pairing.meetingFromTurned.splice(0, meetingFromTurned.length, ...meetingFromTurned);
    const assessedAt = lastMeeting + unit.setup.assessmentSeconds;
    unit.holdChannel(assessedAt);
    const row = this.#pictures[this.#postOf[u]!]![t]!;
    row.assessedAt = assessedAt;
    row.engagedBy = u;
  }

  #doctrine(u: number, t: number): Doctrine {
    const { setup } = this.#units[u]!;
    return setup.doctrines?.[this.#setup.threats[t]!.class] ?? setup;
  }

  #killProbability(u: number, m: number, t: number): number {
    const magazine = this.#units[u]!.setup.magazines[m]!;
    const threat = this.#setup.threats[t]!;
    const probability = magazine.killProbability[threat.class];
    if (probability !== undefined) return probability;
    throw new Error(`${magazine.interceptor}: no kill probability against ${threat.class}`);
  }
}

/**
 * Plays one replication of the setup that was prepared. The fates sum to the threats.
 */
export function baselineReplication(
  setup: Setup,
  prepared: Prepared,
  replication: number,
): BaselineTally {
  const luck = new Luck(setup.seed, setup.draw);
  luck.begin(replication);
  return new Play(setup, prepared, luck).run();
}
