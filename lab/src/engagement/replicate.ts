/**
 * The engine: one play of an engagement over its tables. A small discrete-event loop; look-ups,
 * whole numbers and + − × ÷ only; nothing is allocated per replication: a queue alone may grow, once for
 * all that follow. The rules are numbered in docs/methods/engagement.md; comments name them.
 */

import { EventQueue } from "@pavise/kernel";
import { THREAT_CLASSES } from "../scenario/setup.ts";
import { CommandPosts } from "./command-post.ts";
import { KIND } from "./event-kind.ts";
import { FireUnits } from "./fire-unit.ts";
import { Hearsay } from "./hearsay.ts";
import { Interception } from "./interception.ts";
import { Luck } from "./luck.ts";
import { Outcome } from "./outcome.ts";
import { Picture } from "./picture.ts";
import { POLICIES, POLICY_NAMES, type Policy, type PolicyName } from "./policy.ts";
import { Prediction } from "./prediction.ts";
import { drawReadiness, scheduleLostPosts } from "./readiness.ts";
import { stateLength } from "./room.ts";
import { Search } from "./search.ts";
import { State } from "./state.ts";
import { Surveillance } from "./surveillance.ts";
import type { Tables } from "./tables.ts";
import { type Listener, RECORD, type Tally } from "./tally.ts";
import { NEVER } from "./ticks.ts";
import { Truth } from "./truth.ts";

export class Engagement {
  readonly #tables: Tables;
  readonly #queue: EventQueue;
  readonly #luck: Luck;
  readonly #state: State;
  readonly #picture: Picture;
  readonly #units: FireUnits;
  readonly #posts: CommandPosts;
  readonly #prediction: Prediction;
  readonly #surveillance: Surveillance;
  readonly #search: Search;
  readonly #outcome: Outcome;
  readonly #truth: Truth;
  readonly #interception: Interception;
  readonly #hearsay: Hearsay;
  /** By post × threat: when the network of a post with searchers will have its track. */
  readonly #tracksAt: Int32Array;
  /** By unit: when it will ask for its next engagement, so that it asks once; NEVER if not. */
  readonly #asksAt: Int32Array;
  /** By unit × threat: when its opportunity is to open, so that it is scheduled once. */
  readonly #opensAt: Int32Array;
  /** By unit: the instant at which it has something new to ask its post about. */
  readonly #isDueAt: Int32Array;
  #anyIsDue = false;
  #listener: Listener | null = null;

  /** @param policies functions to use in place of the policies of these names */
  constructor(tables: Tables, policies: Partial<Readonly<Record<PolicyName, Policy>>> = {}) {
    const { threatCount, unitCount, postCount } = tables;
    this.#tables = tables;
    this.#queue = new EventQueue(threatCount * unitCount + 1);
    this.#state = new State(stateLength(tables));
    const state = this.#state;
    this.#tracksAt = state.int32(postCount * threatCount, NEVER);
    this.#asksAt = state.int32(unitCount, NEVER);
    this.#isDueAt = state.int32(unitCount, NEVER);
    this.#opensAt = state.int32(unitCount * threatCount, NEVER);
    this.#picture = new Picture(postCount, threatCount, state);
    this.#units = new FireUnits(tables, state);
    this.#luck = new Luck(tables);
    this.#hearsay = new Hearsay(tables, this.#luck, state);
    this.#prediction = new Prediction(tables, tables.slotCount);
    this.#truth = new Truth(tables, this.#luck, this.#prediction, state);
    this.#search = new Search(tables, this.#luck, this.#truth, this.#units, this.#queue, state);
    this.#interception = new Interception(
      tables,
      this.#luck,
      this.#truth,
      this.#picture,
      this.#units,
      this.#queue,
      state,
    );
    const { row: threatRow, end: threatEnd } = this.#truth;
    const { rowClass, threatValue, threatLaunch } = tables;
    this.#posts = new CommandPosts(
      tables,
      { rowClass, threatValue, threatLaunch, threatRow, threatEnd },
      this.#picture,
      this.#prediction,
      this.#units,
      state,
      POLICY_NAMES.map((name) => policies[name] ?? POLICIES[name]),
    );
    this.#surveillance = new Surveillance(
      tables,
      this.#luck,
      this.#picture,
      this.#units,
      threatRow,
    );
    this.#outcome = new Outcome(
      tables,
      this.#luck,
      this.#truth,
      this.#picture,
      this.#units,
      this.#posts,
      this.#prediction,
    );
  }

  /**
   * Plays one replication into `tally`, which is cleared first. With a listener the same
   * replication is told as it happens; nothing else differs.
   */
  replicate(replication: number, tally: Tally, listener: Listener | null = null): void {
    this.#luck.turnTo(replication);
    this.#listener = listener;
    this.#interception.listener = listener;
    this.#anyIsDue = false;
    tally.clear();
    this.#queue.clear();
    this.#posts.reset();
    this.#state.reset();
    drawReadiness(this.#tables, this.#luck, this.#units, listener);
    this.#search.begin(listener);
    for (let threat = 0; threat < this.#tables.threatCount; threat++) this.#start(threat);
    scheduleLostPosts(this.#tables, this.#units, this.#queue);
    this.#play(tally);
    this.#outcome.close(tally, listener);
  }

  /** Rules 2, 5–7 and 10: when a threat fails, who sees it, and when it can be engaged. */
  #start(threat: number): void {
    const tables = this.#tables;
    const launch = tables.threatLaunch[threat]!;
    const failed = this.#truth.drawFailure(threat);
    if (failed > launch && this.#listener !== null) {
      const carrier = tables.threatCarrier[threat]!;
      const record = RECORD[carrier < 0 ? "threat-launched" : "threat-released"];
      this.#listener.record(record, launch, threat, -1, carrier);
    }
    const row = tables.threatRow[threat]!;
    for (let post = 0; post < tables.postCount; post++) {
      // A track that no unit of the post could use is drawn only where somebody listens.
      const isUseful = tables.postUseful[row * tables.postCount + post] === 1;
      if (!isUseful && this.#listener === null) continue;
      const since = this.#surveillance.trackedSince(threat, post);
      // Where a searcher may come first, its report and the network's meet in time.
      if (this.#surveillance.isPlayed(post)) this.#awaitTrack(post, threat, since);
      else this.#believe(post, threat, since);
    }
  }

  /** Rule 7: a post has a row for a threat from a moment on, unless the threat is gone by then. */
  #believe(post: number, threat: number, since: number): void {
    const truth = this.#truth;
    if (!truth.isThere(threat, since) || since >= truth.end[threat]!) return;
    const until = truth.noticedGone(threat, this.#tables.postDrop[post]!);
    this.#picture.initiate(post, threat, since, until);
    const isAnew = truth.hasTurned(threat) ? 1 : -1;
    this.#listener?.record(RECORD["track-formed"], since, threat, post, isAnew);
    const cleared = this.#surveillance.clearance(threat, post, since);
    if (cleared < NEVER) this.#considerAll(post, threat, 0);
  }

  /** The network of a post will have its track at a time; what was awaited before is stale. */
  #awaitTrack(post: number, threat: number, at: number): void {
    this.#tracksAt[post * this.#tables.threatCount + threat] = at;
    if (at < NEVER) this.#queue.schedule(at, KIND.networkTracked, threat, post);
  }

  /** What befalls a searcher, or a track that is reported to a post. */
  #sense(kind: number, from: number, threat: number, now: number): void {
    const { threatCount, searcherGuides } = this.#tables;
    if (kind >= KIND.networkTracked) {
      const isDue = kind === KIND.reported || this.#tracksAt[from * threatCount + threat] === now;
      if (isDue && this.#picture.trackedSince(from, threat) > now) this.#believe(from, threat, now);
      return;
    }
    this.#search.act(kind, from, threat, now);
    const unit = kind === KIND.sensorRestored ? searcherGuides[from]! : -1;
    if (unit >= 0) this.#reconsider(unit, now);
  }

  /** Opportunities of every unit that obeys a post; none waits from before. */
  #considerAll(post: number, threat: number, from: number): void {
    for (let unit = 0; unit < this.#tables.unitCount; unit++) {
      if (this.#posts.postOf(unit) === post) this.#consider(unit, post, threat, from);
    }
  }

  /** What waited or was to open against a threat is given up, for every unit that obeys a post. */
  #withdraw(post: number, threat: number): void {
    for (let unit = 0; unit < this.#tables.unitCount; unit++) {
      if (this.#posts.postOf(unit) !== post) continue;
      this.#posts.withdraw(unit, threat);
      this.#opensAt[unit * this.#tables.threatCount + threat] = NEVER;
    }
  }

  /** Opens an opportunity as soon as the rules allow, from `from` on. */
  #consider(unit: number, post: number, threat: number, from: number): void {
    if (this.#units.hasFailed(unit) || !this.#posts.mayEngageAgain(unit, threat)) return;
    const ready = this.#readyAt(unit, post, threat, from);
    if (ready !== NEVER) this.#await(unit, threat, ready);
  }

  /** When an order of a post against a threat can reach a unit that may launch; NEVER if it cannot. */
  #readyAt(unit: number, post: number, threat: number, from: number): number {
    const tables = this.#tables;
    const since = this.#picture.trackedSince(post, threat);
    const cleared = this.#picture.clearedFrom(post, threat);
    if (since === NEVER || cleared === NEVER) return NEVER;
    const given = Math.max(since + tables.unitReaction[unit]!, cleared, from);
    return Math.max(given + tables.postDelay[post]!, tables.unitReadyFrom[unit]!);
  }

  /** Schedules the opening of an opportunity at its first launch from `from` on, if it has one. */
  #await(unit: number, threat: number, from: number): void {
    const tables = this.#tables;
    const start = tables.threatLaunch[threat]!;
    const row = this.#truth.row[threat]!;
    const launch = this.#prediction.earliestLaunch(row, unit, from - start);
    if (launch === NEVER) return;
    const at = unit * tables.threatCount + threat;
    if (this.#opensAt[at]! <= start + launch) return;
    this.#opensAt[at] = start + launch;
    this.#queue.schedule(start + launch, KIND.opened, threat, unit);
  }

  #play(tally: Tally): void {
    const queue = this.#queue;
    while (queue.size > 0) {
      const unit = queue.pop();
      const { kind, ticks: now } = queue;
      if (kind === KIND.turned) this.#turn(queue.id, now);
      else if (kind <= KIND.reported) this.#sense(kind, unit, queue.id, now);
      else if (kind === KIND.assessed) this.#assess(unit, queue.id, now);
      else if (kind === KIND.postLost) this.#losePost(unit, now);
      else if (kind === KIND.opened) this.#open(unit, queue.id, now);
      else if (kind === KIND.passed) this.#interception.pass(queue.id, now, tally);
      else {
        this.#asksAt[unit] = NEVER;
        this.#comeDue(unit, now);
      }
      // All that happens at one instant is taken in, and then every unit is served (rule 12).
      if (this.#anyIsDue && !queue.awaitsBefore(now, KIND.postLost)) this.#serveDue(now, tally);
    }
  }

  /** It will ask its post when all of this instant has happened. */
  #comeDue(unit: number, now: number): void {
    this.#isDueAt[unit] = now;
    this.#anyIsDue = true;
  }

  #serveDue(now: number, tally: Tally): void {
    this.#anyIsDue = false;
    for (let unit = 0; unit < this.#tables.unitCount; unit++) {
      if (this.#isDueAt[unit] === now) this.#serve(unit, now, tally);
    }
  }

  /** The post of a unit is lost: what its own radar sees is all that is left to it. */
  #losePost(unit: number, now: number): void {
    this.#listener?.record(RECORD["post-lost"], now, -1, unit, -1);
    this.#posts.lose(unit);
    const { threatCount } = this.#tables;
    this.#opensAt.fill(NEVER, unit * threatCount, (unit + 1) * threatCount);
    this.#reconsider(unit, now);
  }

  /** Opportunities of one unit against every threat. */
  #reconsider(unit: number, now: number): void {
    const post = this.#posts.postOf(unit);
    if (post < 0) return;
    for (let threat = 0; threat < this.#tables.threatCount; threat++) {
      this.#consider(unit, post, threat, now);
    }
  }

  #open(unit: number, threat: number, now: number): void {
    // Scheduled before a miss, a turn or the loss of a post set another time.
    const at = unit * this.#tables.threatCount + threat;
    if (this.#opensAt[at] !== now) return;
    this.#opensAt[at] = NEVER;
    if (!this.#units.isInService(unit, now) || this.#posts.postOf(unit) < 0) return;
    this.#posts.openOpportunity(unit, threat, now);
    this.#comeDue(unit, now);
  }

  /** Gives a unit engagements until it has nothing to do, no channel, or must wait. */
  #serve(unit: number, now: number, tally: Tally): void {
    const posts = this.#posts;
    if (!this.#units.isInService(unit, now) || posts.postOf(unit) < 0) return;
    for (;;) {
      const threat = posts.choose(unit, now);
      if (threat >= 0) {
        if (this.#hearsay.losesOrder(unit, posts.postOf(unit))) {
          posts.noteLostOrder(unit, threat);
          // It is given again after a reaction time, and never at the same instant.
          this.#await(unit, threat, now + Math.max(1, this.#tables.unitReaction[unit]!));
        } else this.#engage(unit, threat, now, tally);
      } else if (posts.deferredThreat >= 0) {
        this.#await(unit, posts.deferredThreat, posts.deferredUntil);
      } else {
        const again = posts.askAgain;
        if (again > 0 && this.#asksAt[unit] !== again) {
          this.#asksAt[unit] = again;
          this.#queue.schedule(again, KIND.freed, 0, unit);
        }
        return;
      }
    }
  }

  /** Rules 15 and 16: an order and its salvo. */
  #engage(unit: number, threat: number, now: number, tally: Tally): void {
    const tables = this.#tables;
    const units = this.#units;
    const { slot } = this.#posts;
    const look = this.#posts.looks(unit, threat);
    const doctrine = unit * THREAT_CLASSES.length + tables.rowClass[tables.threatRow[threat]!]!;
    const lastLook = tables.salvoCount[doctrine]! - 1;
    const rounds = tables.salvo[tables.salvoFirst[doctrine]! + Math.min(look, lastLook)]!;
    const start = tables.threatLaunch[threat]!;
    this.#posts.order(unit, threat);
    this.#listener?.record(RECORD["engagement-ordered"], now, threat, unit, look);
    let launch = now;
    let last = now;
    for (let round = 0; round < rounds; round++) {
      const row = this.#truth.rowAt(threat, launch);
      const window = this.#prediction.windowAt(row, slot, launch - start);
      if (window < 0 || !units.isInService(unit, launch)) break;
      const launcher = units.launcherReady(slot, launch);
      if (launcher < 0) break;
      units.launch(unit, slot, launcher, launch);
      tally.rounds[slot]!++;
      const turn = tables.branchCount[threat]! > 0 ? this.#truth.provoke(threat, launch) : NEVER;
      if (turn < NEVER) this.#queue.schedule(turn, KIND.turned, threat, 0);
      const predicted = start + this.#prediction.intercept(window, launch - start);
      const ended = this.#interception.shoot(unit, slot, threat, launch, predicted, tally);
      if (ended > last) last = ended;
      if (tables.searcherCount > 0) this.#search.lose(threat);
      launch = units.nextLaunch(unit);
    }
    this.#queue.schedule(last + tables.unitAssessment[unit]!, KIND.assessed, threat, unit);
    if (units.freeChannels(unit) === 0) this.#posts.noteWaiting(unit, now);
  }

  /** Rule 22: a threat turns back. What was not tracked is looked for anew, all is predicted anew. */
  #turn(threat: number, now: number): void {
    const truth = this.#truth;
    if (!truth.isThere(threat, now)) return;
    const row = truth.row[threat]!;
    const branch = truth.turn(threat);
    this.#search.turn(threat, row, now);
    this.#listener?.record(RECORD["threat-turned-back"], now, threat, -1, branch);
    this.#interception.withholdWeapons(threat, now);
    for (let post = 0; post < this.#tables.postCount; post++) {
      this.#withdraw(post, threat);
      if (this.#picture.trackedSince(post, threat) > now) this.#trackAnew(post, threat, now);
      if (this.#picture.clearedFrom(post, threat) < NEVER) this.#considerAll(post, threat, now);
    }
  }

  /** A track that had not formed when a threat turned back forms on the other course, if at all. */
  #trackAnew(post: number, threat: number, now: number): void {
    const truth = this.#truth;
    const since = Math.max(now, this.#surveillance.trackedSince(threat, post));
    if (this.#surveillance.isPlayed(post)) {
      this.#awaitTrack(post, threat, since);
      return;
    }
    const isTracked = truth.isThere(threat, since) && since < truth.end[threat]!;
    const until = truth.noticedGone(threat, this.#tables.postDrop[post]!);
    this.#picture.initiate(post, threat, isTracked ? since : NEVER, until);
    if (!isTracked) return;
    this.#listener?.record(RECORD["track-formed"], since, threat, post, 1);
    this.#surveillance.clearance(threat, post, since);
  }

  /** Rule 17: the channel is free; what still flies is a new opportunity for every unit of the post. */
  #assess(unit: number, threat: number, now: number): void {
    const post = this.#posts.postOf(unit);
    this.#units.releaseChannel(unit);
    this.#picture.release(this.#tables.unitPost[unit]!, threat);
    if (post >= 0) this.#picture.release(post, threat);
    const isKilled = this.#hearsay.declaresKill(unit, threat, this.#truth.killedAt[threat]! <= now);
    const record = isKilled ? RECORD["kill-assessed"] : RECORD["miss-assessed"];
    this.#listener?.record(record, now, threat, unit, -1);
    if (post < 0) return;
    this.#comeDue(unit, now);
    if (isKilled) this.#picture.declareKilled(post, threat);
    else {
      this.#withdraw(post, threat);
      this.#considerAll(post, threat, now);
    }
  }
}
