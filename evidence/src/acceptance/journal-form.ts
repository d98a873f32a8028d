/**
 * What makes a journal well-formed, checked from its records alone, in the order in which it tells
 * them: nothing happens before what it needs. Rules by number are those of docs/methods/engagement.md.
 */
import { ticksFromSeconds } from "@pavise/kernel";
import {
  type FireUnitSetup,
  type Journal,
  type JournalRecord,
  REASONS,
  type RecordKind,
  type Setup,
} from "@pavise/lab";

interface Engagement {
  readonly salvo: number;
  launched: number;
  resolved: number;
  lastResolved: number;
}

interface UnitState {
  unit: FireUnitSetup;
  isUp: boolean;
  channelsTaken: number;
  lastLaunch: number;
  /** By threat: engagements ordered so far, and the one that is open. */
  readonly looks: Map<number, number>;
  readonly open: Map<number, Engagement>;
}

interface ThreatState {
  launchedAt: number;
  readonly fates: RecordKind[];
  goneAt: number;
  killedAt: number;
  hasTurned: boolean;
}

const neverTicks = Number.POSITIVE_INFINITY;

/** Reads the records of one replication one by one; `faults` says what it found. */
class Reader {
  readonly faults: string[] = [];
  private readonly units: readonly UnitState[];
  private readonly threats: readonly ThreatState[];
  private readonly rounds: number[] = [];
  private readonly unitOfSlot: number[] = [];
  /** By post and threat: when the track formed. */
  private readonly tracks = new Map<string, number>();
  private readonly engagedOf = new Map<string, number>();
  private readonly knownKilled = new Set<string>();
  private readonly inFlight = new Map<string, number>();
  private readonly refused = new Set<string>();
  private now = -neverTicks;

  constructor(setup: Setup) {
    this.units = setup.fireUnits.map((unit, index) => {
      for (const { launchers, stock } of unit.magazines) {
        this.rounds.push(launchers.reduce((sum, rounds) => sum + rounds, 0) + stock);
        this.unitOfSlot.push(index);
      }
      return {
        unit,
        isUp: true,
        channelsTaken: 0,
        lastLaunch: -neverTicks,
        looks: new Map(),
        open: new Map(),
      };
    });
    this.threats = setup.threats.map(() => ({
      launchedAt: neverTicks,
      fates: [],
      goneAt: neverTicks,
      killedAt: neverTicks,
      hasTurned: false,
    }));
  }

  private expect(isSo: boolean, record: JournalRecord, expected: string): void {
    if (isSo) return;
    const { seconds, kind, threat, unit, detail } = record;
    this.faults.push(
      `${seconds.toFixed(2)} s ${kind} (threat ${threat}, unit ${unit}, ${detail}): ${expected}`,
    );
  }

  read(record: JournalRecord): void {
    this.expect(record.ticks >= this.now, record, "records in the order of time");
    this.now = record.ticks;
    const readers: Readonly<Record<RecordKind, (record: JournalRecord) => void>> = {
      "threat-launched": this.threatLaunched,
      "threat-released": this.threatLaunched,
      "threat-not-released": this.notReleased,
      "threat-turned-back": this.turnedBack,
      "threat-fell": this.fate,
      "threat-arrived": this.fate,
      "threat-fell-short": this.fate,
      "track-formed": this.trackFormed,
      "engagement-ordered": this.ordered,
      "interceptor-launched": this.interceptorLaunched,
      "threat-intercepted": this.shotResolved,
      "interceptor-missed": this.shotResolved,
      "interceptor-wasted": this.shotResolved,
      "kill-assessed": this.assessed,
      "miss-assessed": this.assessed,
      "engagement-refused": this.refusedOnce,
      "unit-switched-off": this.unitDown,
      "unit-failed": this.unitDown,
      "post-lost": this.postLost,
      "sensor-failed": this.sensorNamed,
      "sensor-lost": this.sensorNamed,
      "sensor-restored": this.sensorNamed,
      "sensor-full": this.sensorNamed,
      "sensor-cued": this.sensorNamed,
    };
    readers[record.kind].call(this, record);
  }

  private threatLaunched(record: JournalRecord): void {
    const threat = this.threats[record.threat]!;
    this.expect(threat.launchedAt === neverTicks, record, "one launch of each threat");
    threat.launchedAt = record.ticks;
  }

  /** Rule 20: it is never in the air, and ends as its carrier does. */
  private notReleased(record: JournalRecord): void {
    const threat = this.threats[record.threat]!;
    threat.launchedAt = record.ticks;
    this.fate(record);
  }

  /** Rules 21 and 22: its fate, unless it is killed or falls on its way home. */
  private turnedBack(record: JournalRecord): void {
    const threat = this.threats[record.threat]!;
    this.expect(threat.launchedAt <= record.ticks, record, "a threat in the air");
    this.expect(threat.goneAt > record.ticks, record, "a threat that is not gone");
    this.expect(!threat.hasTurned, record, "one turn of each threat");
    threat.hasTurned = true;
  }

  /** Rule 13b: the unit obeys its fallback from now on. */
  private postLost(record: JournalRecord): void {
    const state = this.units[record.unit]!;
    const { fallbackPost = -1 } = state.unit;
    state.unit = { ...state.unit, commandPost: fallbackPost };
  }

  private trackFormed(record: JournalRecord): void {
    const threat = this.threats[record.threat]!;
    const key = `${record.unit} ${record.threat}`;
    this.expect(threat.launchedAt <= record.ticks, record, "a threat in the air");
    this.expect(threat.goneAt > record.ticks, record, "a threat that is not gone");
    this.expect(!this.tracks.has(key), record, "one track of a threat by each post");
    this.tracks.set(key, record.ticks);
  }

  /** Rules 7, 10, 11 and 13. */
  private ordered(record: JournalRecord): void {
    const state = this.units[record.unit]!;
    const { unit, looks, open } = state;
    const key = `${unit.commandPost} ${record.threat}`;
    const reacted = (this.tracks.get(key) ?? neverTicks) + ticksFromSeconds(unit.reactionSeconds);
    const look = looks.get(record.threat) ?? 0;
    this.expect(state.isUp, record, "a unit that is in service");
    this.expect(this.tracks.has(key), record, "a track by the post of the unit");
    this.expect(record.ticks >= reacted, record, "the reaction time after the track");
    this.expect(!this.engagedOf.has(key), record, "a threat that no unit of the post engages");
    this.expect(!this.knownKilled.has(key), record, "a threat not declared killed");
    this.expect(state.channelsTaken < unit.channels, record, "a free channel");
    this.expect(record.detail === look && look < unit.looksMax, record, `look ${look}`);
    state.channelsTaken += 1;
    looks.set(record.threat, look + 1);
    this.engagedOf.set(key, record.unit);
    const salvo = unit.salvoPerLook[Math.min(look, unit.salvoPerLook.length - 1)]!;
    open.set(record.threat, { salvo, launched: 0, resolved: 0, lastResolved: record.ticks });
  }

  /** Rule 15. */
  private interceptorLaunched(record: JournalRecord): void {
    const { unit: index, threat, ticks, detail: slot } = record;
    const state = this.units[index]!;
    const engagement = state.open.get(threat);
    const spaced = state.lastLaunch + ticksFromSeconds(state.unit.launchSpacingSeconds);
    this.expect(state.isUp, record, "a unit that is in service");
    this.expect(engagement !== undefined, record, "an order");
    this.expect(this.unitOfSlot[slot] === index, record, "a magazine of the unit");
    this.expect(this.rounds[slot]! > 0, record, "a round");
    this.expect(ticks >= spaced, record, "the launch spacing since the last launch");
    this.rounds[slot]! -= 1;
    state.lastLaunch = ticks;
    const key = `${index} ${threat} ${slot}`;
    this.inFlight.set(key, (this.inFlight.get(key) ?? 0) + 1);
    if (engagement === undefined) return;
    engagement.launched += 1;
    this.expect(engagement.launched <= engagement.salvo, record, `a salvo of ${engagement.salvo}`);
  }

  private shotResolved(record: JournalRecord): void {
    const { unit, threat, ticks, detail: slot } = record;
    const key = `${unit} ${threat} ${slot}`;
    const flying = this.inFlight.get(key) ?? 0;
    this.expect(flying > 0, record, "a launch before it");
    this.inFlight.set(key, flying - 1);
    const engagement = this.units[unit]!.open.get(threat);
    if (engagement !== undefined) {
      engagement.resolved += 1;
      engagement.lastResolved = ticks;
    }
    if (record.kind !== "threat-intercepted") return;
    const { launchedAt, goneAt } = this.threats[threat]!;
    this.expect(launchedAt <= ticks && ticks <= goneAt, record, "a threat that is there");
    this.threats[threat]!.killedAt = ticks;
    this.fate(record);
  }

  /** Rule 17. */
  private assessed(record: JournalRecord): void {
    const { unit: index, threat, ticks } = record;
    const state = this.units[index]!;
    const engagement = state.open.get(threat);
    this.expect(engagement !== undefined, record, "an engagement to assess");
    if (engagement === undefined) return;
    const { launched, resolved, lastResolved } = engagement;
    const due = lastResolved + ticksFromSeconds(state.unit.assessmentSeconds);
    this.expect(launched > 0, record, "an order that launched");
    this.expect(resolved === launched, record, "all rounds of the salvo resolved");
    this.expect(ticks === due, record, "the assessment time after the last intercept");
    const isKilled = record.kind === "kill-assessed";
    const isRight = isKilled === this.threats[threat]!.killedAt <= ticks;
    const { killDeclared } = state.unit;
    this.expect(isRight || killDeclared !== undefined, record, "a perfect assessment");
    state.channelsTaken -= 1;
    state.open.delete(threat);
    const key = `${state.unit.commandPost} ${threat}`;
    this.engagedOf.delete(key);
    if (isKilled) this.knownKilled.add(key);
  }

  private fate(record: JournalRecord): void {
    const threat = this.threats[record.threat]!;
    threat.fates.push(record.kind);
    threat.goneAt = Math.min(threat.goneAt, record.ticks);
    if (record.kind === "threat-fell") return;
    this.expect(threat.launchedAt <= record.ticks, record, "a threat in the air");
  }

  private sensorNamed(record: JournalRecord): void {
    this.expect(record.unit >= 0, record, "a sensor");
    if (record.kind !== "sensor-cued") return;
    const { launchedAt, goneAt } = this.threats[record.threat]!;
    this.expect(launchedAt <= record.ticks && record.ticks < goneAt, record, "a threat in the air");
  }

  private refusedOnce(record: JournalRecord): void {
    const { unit, threat, detail } = record;
    const key = `${unit} ${threat}`;
    this.expect(!this.refused.has(key), record, "one refusal of a pair");
    this.expect(REASONS[detail] !== undefined, record, "a reason");
    this.expect(!this.units[unit]!.looks.has(threat), record, "a pair that was not engaged");
    this.refused.add(key);
  }

  private unitDown(record: JournalRecord): void {
    this.units[record.unit]!.isUp = false;
  }

  /** What must hold when all is told. */
  close(): void {
    for (const [index, { launchedAt, fates, hasTurned }] of this.threats.entries()) {
      if (fates.length !== 1 && !(hasTurned && fates.length === 0)) {
        this.faults.push(`threat ${index} has ${fates.length} fates: ${fates.join(", ")}`);
      }
      if (launchedAt === neverTicks && fates[0] !== "threat-fell") {
        this.faults.push(`threat ${index} was never launched and is ${fates[0]}`);
      }
    }
    for (const { unit, open, channelsTaken } of this.units) {
      if (open.size > 0) this.faults.push(`${unit.id} leaves ${open.size} engagements open`);
      if (channelsTaken !== 0)
        this.faults.push(`${unit.id} leaves ${channelsTaken} channels taken`);
    }
    for (const [key, count] of this.inFlight) {
      if (count !== 0) this.faults.push(`${count} rounds of ${key} never come down`);
    }
  }
}

/** What is wrong with a journal, one line each; nothing, if it is well-formed. */
export function journalFaults(setup: Setup, journal: Journal): readonly string[] {
  const reader = new Reader(setup);
  for (const record of journal.records) reader.read(record);
  reader.close();
  return reader.faults;
}
