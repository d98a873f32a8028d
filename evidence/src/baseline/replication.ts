/**
 * The baseline: one replication of an engagement, played forward in equal steps of time.
 *
 * It reads docs/methods/engagement.md and nothing of the engine. Every step it resolves what met
 * what, lets every sensor scan, assesses, and then lets every command post order. What happens
 * within a step happens at its own moment (a scan, an opening, a channel that becomes free), so
 * the step bounds only which of several things within it are seen in their true order.
 */
import type { Setup } from "@pavise/lab";
import { FireUnitInPlay } from "./fire-unit.ts";
import { Luck } from "./luck.ts";
import { isMeetingAllowed, meetingSample, meetingTime } from "./meeting.ts";
import { fallsAt, Pairing, PictureRow, type ThreatInPlay } from "./picture.ts";
import type { Prepared, PreparedThreat } from "./prepared.ts";
import { ScanHistory } from "./scan.ts";
import type { BaselineTally } from "./tally.ts";

/** A round on its way. */
interface Round {
  readonly threat: number;
  readonly unit: number;
  readonly meetsAt: number;
  readonly killProbability: number;
}

/** An order that could be given. */
interface Candidate {
  readonly unit: number;
  readonly threat: number;
  readonly at: number;
  readonly predictedIntercept: number;
}

/** Bisections that narrow a step of 0.1 s to less than a tick of 1/1,024 s. */
const BISECTIONS = 10;

/** Distance from the asset at which scatter ends a course: a circular normal error, by its CEP. */
function missDistance({ threat, offset }: PreparedThreat, luck: Luck): number {
  const radius = threat.cep * Math.sqrt(-Math.log2(1 - luck.uniform()));
  const angle = 2 * Math.PI * luck.uniform();
  const along = offset + radius * Math.cos(angle);
  const across = radius * Math.sin(angle);
  return Math.sqrt(along * along + across * across);
}

function threatInPlay(prepared: PreparedThreat, luck: Luck): ThreatInPlay {
  const { threat, course } = prepared;
  const launch = threat.launchSeconds;
  let failsAt = Number.POSITIVE_INFINITY;
  if (luck.uniform() >= threat.flightReliability) {
    const { failureFractions } = threat;
    const fraction = failureFractions[Math.floor(luck.uniform() * failureFractions.length)]!;
    failsAt = fraction === 0 ? Number.NEGATIVE_INFINITY : launch + fraction * course.flightSeconds;
  }
  const wouldArrive = missDistance(prepared, luck) <= prepared.arrivalRadius;
  const end = launch + course.flightSeconds;
  return { launch, end, failsAt, killedAt: Number.POSITIVE_INFINITY, wouldArrive };
}

class Play {
  readonly #setup: Setup;
  readonly #prepared: Prepared;
  readonly #luck: Luck;
  readonly #threats: ThreatInPlay[];
  readonly #units: FireUnitInPlay[];
  /** [threat][sensor] */
  readonly #scans: ScanHistory[][];
  /** [post][threat] */
  readonly #pictures: PictureRow[][];
  /** [unit][threat] */
  readonly #pairings: Pairing[][];
  #rounds: Round[] = [];
  /** Threats whose course covers some of the present step, in id order. */
  #flying: number[] = [];

  constructor(setup: Setup, prepared: Prepared, luck: Luck) {
    this.#setup = setup;
    this.#prepared = prepared;
    this.#luck = luck;
    this.#units = setup.fireUnits.map((unit) => new FireUnitInPlay(unit, luck));
    this.#threats = prepared.threats.map((threat) => threatInPlay(threat, luck));
    this.#scans = prepared.threats.map(({ threat, watches }) =>
      watches.map((watch) => new ScanHistory(watch, threat.launchSeconds, luck)),
    );
    this.#pictures = setup.commandPosts.map(() => setup.threats.map(() => new PictureRow()));
    this.#pairings = setup.fireUnits.map((unit) =>
      setup.threats.map(() => new Pairing(unit.magazines.length)),
    );
  }

  /** Plays to the end of the last course. */
  run(): BaselineTally {
    const { step } = this.#prepared;
    const start = Math.min(...this.#threats.map(({ launch }) => launch));
    const end = Math.max(...this.#threats.map((threat) => threat.end));
    const first = Math.floor(start / step);
    const last = Math.ceil(end / step);
    for (let index = first; index < last; index++) {
      const from = index * step;
      const to = (index + 1) * step;
      this.#flying = this.#flyingWithin(from, to);
      this.#resolveMeetings(to);
      this.#scanAll(from, to);
      this.#assessAll(to);
      for (let post = 0; post < this.#pictures.length; post++) this.#command(post, from, to);
    }
    this.#resolveMeetings(Number.POSITIVE_INFINITY);
    return this.#tally();
  }

  #flyingWithin(from: number, to: number): number[] {
    const flying: number[] = [];
    for (let t = 0; t < this.#threats.length; t++) {
      const { launch, end } = this.#threats[t]!;
      if (launch <= to && end > from) flying.push(t);
    }
    return flying;
  }

  #resolveMeetings(to: number): void {
    if (this.#rounds.length === 0) return;
    const due = this.#rounds.filter((round) => round.meetsAt <= to);
    if (due.length === 0) return;
    this.#rounds = this.#rounds.filter((round) => round.meetsAt > to);
    due.sort((a, b) => a.meetsAt - b.meetsAt);
    for (const round of due) {
      const threat = this.#threats[round.threat]!;
      const { switchedOffSeconds } = this.#units[round.unit]!.setup;
      if (round.meetsAt > switchedOffSeconds || round.meetsAt >= fallsAt(threat)) continue;
      if (this.#luck.uniform() < round.killProbability) threat.killedAt = round.meetsAt;
    }
  }

  #scanAll(from: number, to: number): void {
    const { sensors } = this.#setup;
    for (const t of this.#flying) {
      const threat = this.#threats[t]!;
      const lastMoment = Math.min(threat.end, fallsAt(threat));
      if (lastMoment < from) continue;
      for (let s = 0; s < sensors.length; s++) {
        const sensor = sensors[s]!;
        const row = this.#pictures[sensor.commandPost]![t]!;
        const history = this.#scans[t]![s]!;
        if (row.since <= from || history.nextScan > to) continue;
        const unit = sensor.fireUnit < 0 ? null : this.#units[sensor.fireUnit]!;
        if (unit?.isOut) continue;
        const dark = unit === null ? Number.POSITIVE_INFINITY : unit.setup.switchedOffSeconds;
        while (history.nextScan <= to) {
          const time = history.nextScan;
          if (time > lastMoment || time >= dark) break;
          if (!history.scan(time - threat.launch, this.#luck)) continue;
          row.since = Math.min(row.since, time);
          break;
        }
      }
    }
  }

  #assessAll(to: number): void {
    const { commandPosts, fireUnits } = this.#setup;
    for (let post = 0; post < commandPosts.length; post++) {
      const rows = this.#pictures[post]!;
      for (let t = 0; t < rows.length; t++) {
        const row = rows[t]!;
        if (row.assessedAt > to) continue;
        const time = row.assessedAt;
        row.assessedAt = Number.POSITIVE_INFINITY;
        if (this.#threats[t]!.killedAt <= time) row.isDeclaredKilled = true;
        else row.reopenedAt = time;
        for (let u = 0; u < fireUnits.length; u++) {
          if (fireUnits[u]!.commandPost === post) this.#pairings[u]![t]!.close();
        }
      }
    }
  }

  /** Gives the orders of a step in the order of their moments; at one moment, units in id order. */
  #command(post: number, from: number, to: number): void {
    for (;;) {
      let first: Candidate | null = null;
      for (let u = 0; u < this.#units.length; u++) {
        const unit = this.#units[u]!;
        if (unit.setup.commandPost !== post || unit.isOut) continue;
        if (unit.setup.switchedOffSeconds <= from) continue;
        const candidate = this.#bestCandidate(u, from, to);
        if (candidate !== null && (first === null || candidate.at < first.at)) first = candidate;
      }
      if (first === null) return;
      this.#order(first);
    }
  }

  #bestCandidate(u: number, from: number, to: number): Candidate | null {
    let best: Candidate | null = null;
    const pairings = this.#pairings[u]!;
    for (const t of this.#flying) {
      const at = this.#orderMoment(u, t, from, to);
      if (Number.isNaN(at)) continue;
      const { predictedIntercept } = pairings[t]!;
      const candidate = { unit: u, threat: t, at, predictedIntercept };
      if (best === null || this.#goesFirst(candidate, best)) best = candidate;
    }
    return best;
  }

  /** The earlier order first; at one moment the earlier intercept, then impact, then id. */
  #goesFirst(a: Candidate, b: Candidate): boolean {
    if (a.at !== b.at) return a.at < b.at;
    if (a.predictedIntercept !== b.predictedIntercept) {
      return a.predictedIntercept < b.predictedIntercept;
    }
    return this.#threats[a.threat]!.end < this.#threats[b.threat]!.end;
  }

  /** When within the step the unit could first launch at the threat under an order; NaN if not. */
  #orderMoment(u: number, t: number, from: number, to: number): number {
    const unit = this.#units[u]!;
    const threat = this.#threats[t]!;
    const row = this.#pictures[unit.setup.commandPost]![t]!;
    if (!(row.since <= to) || row.isDeclaredKilled || row.isEngaged()) return Number.NaN;
    const { dropSeconds } = this.#setup.commandPosts[unit.setup.commandPost]!;
    const rowUntil = fallsAt(threat) + dropSeconds;
    if (rowUntil <= from) return Number.NaN;
    const pairing = this.#pairings[u]![t]!;
    if (pairing.looks >= unit.setup.looksMax) return Number.NaN;
    if (!this.#isOpened(u, t, from, to)) return Number.NaN;
    const earliest = Math.max(
      pairing.openedAt,
      from,
      unit.channelFreeAt(),
      unit.nextLaunchAt,
      unit.setup.readyFromSeconds,
    );
    if (earliest > to) return Number.NaN;
    const moment = this.#firstMoment(u, t, earliest, from, to, true);
    return moment < Math.min(rowUntil, unit.setup.switchedOffSeconds) ? moment : Number.NaN;
  }

  /** Opens the opportunity if that happens by the end of the step. */
  #isOpened(u: number, t: number, from: number, to: number): boolean {
    const pairing = this.#pairings[u]![t]!;
    if (!Number.isNaN(pairing.openedAt)) return true;
    const { setup } = this.#units[u]!;
    const row = this.#pictures[setup.commandPost]![t]!;
    const earliest = Math.max(row.since + setup.reactionSeconds, row.reopenedAt, from);
    if (earliest > to) return false;
    const opened = this.#firstMoment(u, t, earliest, from, to, false);
    if (Number.isNaN(opened)) return false;
    pairing.openedAt = opened;
    pairing.predictedIntercept = this.#meeting(
      u,
      t,
      this.#magazineFor(u, t, opened, false),
      opened,
    );
    return true;
  }

  /**
   * The first moment of the step from `earliest` on at which a round could be launched, ready or
   * not as asked; NaN if none. What could be launched at the very beginning of the step was found
   * at the end of the one before.
   */
  #firstMoment(
    u: number,
    t: number,
    earliest: number,
    from: number,
    to: number,
    isReady: boolean,
  ): number {
    if (earliest > from && this.#magazineFor(u, t, earliest, isReady) >= 0) return earliest;
    if (this.#magazineFor(u, t, to, isReady) < 0) return Number.NaN;
    let [before, after] = [earliest, to];
    for (let i = 0; i < BISECTIONS; i++) {
      const middle = (before + after) / 2;
      if (this.#magazineFor(u, t, middle, isReady) >= 0) after = middle;
      else before = middle;
    }
    return after;
  }

  /** When a round of a magazine launched at `time` would meet the threat; NaN if it may not. */
  #meeting(u: number, t: number, m: number, time: number): number {
    const chase = this.#prepared.threats[t]!.chases[u]!;
    if (!chase.isEverInEnvelope[m]) return Number.NaN;
    const magazine = this.#units[u]!.setup.magazines[m]!;
    const launch = time - chase.threat.launchSeconds;
    if (launch < 0) return Number.NaN;
    const known = this.#pairings[u]![t]!.meetingFrom;
    // Meetings come no earlier for later launches, and no question looks back beyond one step.
    const safeLaunch = Math.max(0, launch - this.#prepared.step);
    known[m] = meetingSample(chase, magazine, safeLaunch, known[m]!);
    const meeting = meetingTime(chase, magazine, launch, known[m]!);
    if (!isMeetingAllowed(chase, magazine, launch, meeting)) return Number.NaN;
    return meeting + chase.threat.launchSeconds;
  }

  /** The first listed magazine that can meet the threat, with a ready round if asked; −1 if none. */
  #magazineFor(u: number, t: number, time: number, isReady: boolean): number {
    const unit = this.#units[u]!;
    for (let m = 0; m < unit.magazines.length; m++) {
      if (isReady && !unit.hasRound(m, time)) continue;
      if (!Number.isNaN(this.#meeting(u, t, m, time))) return m;
    }
    return -1;
  }

  #order({ unit: u, threat: t, at }: Candidate): void {
    const unit = this.#units[u]!;
    const { salvoPerLook, launchSpacingSeconds, switchedOffSeconds, commandPost } = unit.setup;
    const pairing = this.#pairings[u]![t]!;
    const salvo = salvoPerLook[Math.min(pairing.looks, salvoPerLook.length - 1)]!;
    pairing.looks++;
    let lastMeeting = Number.NEGATIVE_INFINITY;
    const meetingFrom = [...pairing.meetingFrom];
    for (let shot = 0; shot < salvo; shot++) {
      const time = at + shot * launchSpacingSeconds;
      if (time >= switchedOffSeconds) break;
      const m = this.#magazineFor(u, t, time, true);
      if (m < 0) continue;
      const meetsAt = this.#meeting(u, t, m, time);
      const killProbability = this.#killProbability(u, m, t);
      unit.launchRound(m, time);
      this.#rounds.push({ threat: t, unit: u, meetsAt, killProbability });
      lastMeeting = Math.max(lastMeeting, meetsAt);
    }
    // The salvo looked ahead; the next question may be about an earlier launch.
    pairing.meetingFrom.splice(0, meetingFrom.length, ...meetingFrom);
    const assessedAt = lastMeeting + unit.setup.assessmentSeconds;
    unit.holdChannel(assessedAt);
    this.#pictures[commandPost]![t]!.assessedAt = assessedAt;
  }

  #killProbability(u: number, m: number, t: number): number {
    const magazine = this.#units[u]!.setup.magazines[m]!;
    const threat = this.#setup.threats[t]!;
    const probability = magazine.killProbability[threat.class];
    if (probability !== undefined) return probability;
    throw new Error(`${magazine.interceptor}: no kill probability against ${threat.class}`);
  }

  #tally(): BaselineTally {
    const tally: BaselineTally = {
      arrivals: this.#setup.assets.map(() => 0),
      rounds: this.#units.map((unit) => unit.spent),
      fates: [0, 0, 0, 0, 0],
    };
    this.#threats.forEach((threat, t) => {
      if (threat.killedAt <= threat.failsAt && threat.killedAt < Number.POSITIVE_INFINITY) {
        tally.fates[1]!++;
      } else if (threat.failsAt < Number.POSITIVE_INFINITY) tally.fates[0]!++;
      else if (threat.wouldArrive) {
        tally.fates[3]!++;
        tally.arrivals[this.#setup.threats[t]!.asset]!++;
      } else tally.fates[4]!++;
    });
    return tally;
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
