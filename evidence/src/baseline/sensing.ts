/**
 * All sensors of one night, scan by scan, and what posts are told (rules 4 to 7). Sensors that nothing
 * can change scan each threat by itself; of the others every scan is taken in the order of its moment,
 * because one may fill the last place or tell another where to look.
 */
import type { Setup } from "@pavise/lab";
import type { Aim } from "./aim.ts";
import type { FireUnitInPlay } from "./fire-unit.ts";
import type { Luck } from "./luck.ts";
import { fallsAt, type PictureRow, type ThreatInPlay } from "./picture.ts";
import type { Prepared } from "./prepared.ts";
import { ScanHistory } from "./scan.ts";
import { SensorInPlay } from "./sensor-in-play.ts";
import { sightEndSeconds } from "./watch.ts";

/** Word of a track on its way to a post. */
interface Report {
  readonly threat: number;
  readonly at: number;
  readonly rows: readonly PictureRow[];
}

/** Who is in play besides. */
export interface Company {
  readonly units: readonly FireUnitInPlay[];
  readonly threats: readonly ThreatInPlay[];
  /** [post][threat] */
  readonly pictures: readonly (readonly PictureRow[])[];
  readonly aim: Aim;
}

export class Sensing {
  readonly #setup: Setup;
  readonly #luck: Luck;
  readonly #company: Company;
  readonly #sensors: readonly SensorInPlay[];
  /** [threat][sensor] */
  readonly #scans: readonly (readonly ScanHistory[])[];
  #reports: Report[] = [];

  constructor(setup: Setup, prepared: Prepared, luck: Luck, company: Company) {
    this.#setup = setup;
    this.#luck = luck;
    this.#company = company;
    this.#scans = prepared.threats.map(({ threat, watches }) =>
      watches.map((watch) => new ScanHistory(watch, threat.launchSeconds, luck)),
    );
    const { sensors } = setup;
    this.#sensors = sensors.map((sensor) => new SensorInPlay(sensor, sensors, luck));
    // Rule 6c: without its radar a unit neither launches nor guides.
    for (const unit of company.units) {
      const radar = this.#sensors[unit.setup.engagementSensor];
      if (radar === undefined) continue;
      unit.blindFrom = radar.awayFrom;
      unit.blindUntil = radar.awayUntil;
    }
  }

  /** Every scan of a step of what flies in it, and what posts have been told by its end. */
  scanAll(flying: readonly number[], from: number, to: number): void {
    for (const t of flying) {
      this.#sensors.forEach(({ isChangeable }, s) => {
        if (!isChangeable) this.#scanSteadily(t, s, from, to);
      });
    }
    this.#scanInTurn(flying, from, to);
    this.#deliver(to);
  }

  /** When a threat is no longer there to be seen. */
  #lastMoment(t: number): number {
    const threat = this.#company.threats[t]!;
    return Math.min(threat.end, fallsAt(threat));
  }

  /** From when on a sensor sees nothing new because its unit is out or switched off. */
  #darkFrom(s: number): number {
    const unit = this.#company.units[this.#setup.sensors[s]!.fireUnit];
    if (unit === undefined) return Number.POSITIVE_INFINITY;
    return unit.isOut ? Number.NEGATIVE_INFINITY : unit.setup.switchedOffSeconds;
  }

  /** Who is told: a fallback by the sensors of its unit alone, whatever others have seen. */
  #rowsTold(t: number, s: number): PictureRow[] {
    const { units, pictures } = this.#company;
    const { commandPost, fireUnit } = this.#setup.sensors[s]!;
    const fallback = units[fireUnit]?.setup.fallbackPost;
    const told = [pictures[commandPost]![t]!];
    if (fallback !== undefined) told.push(pictures[fallback]![t]!);
    return told;
  }

  #scanSteadily(t: number, s: number, from: number, to: number): void {
    const history = this.#scans[t]![s]!;
    if (history.nextScan > to) return;
    const lastMoment = this.#lastMoment(t);
    if (lastMoment < from) return;
    const dark = this.#darkFrom(s);
    const told = this.#rowsTold(t, s);
    if (dark <= from || told.every(({ since }) => since <= from)) return;
    while (history.nextScan <= to) {
      const time = history.nextScan;
      if (time > lastMoment || time >= dark) return;
      if (!this.#scan(history, t, s, time)) continue;
      this.#report(t, s, time);
      return;
    }
  }

  #scan(history: ScanHistory, t: number, s: number, time: number): boolean {
    const threat = this.#company.threats[t]!;
    if (time >= threat.turnsAt) history.follow(this.#company.aim.along(t, time).watches[s]!);
    return history.scan(time - threat.launch, this.#luck);
  }

  /** Sensors that something can change, scan after scan in the order of their moments. */
  #scanInTurn(flying: readonly number[], from: number, to: number): void {
    for (;;) {
      let next: readonly [t: number, s: number] | null = null;
      let time = Number.POSITIVE_INFINITY;
      for (const t of flying) {
        for (let s = 0; s < this.#sensors.length; s++) {
          const at = this.#scans[t]![s]!.nextScan;
          if (!this.#sensors[s]!.isChangeable || at > to || at >= time) continue;
          if (this.#lastMoment(t) < Math.max(from, at) || at >= this.#darkFrom(s)) continue;
          next = [t, s];
          time = at;
        }
      }
      if (next === null) return;
      const [t, s] = next;
      const sensor = this.#sensors[s]!;
      const history = this.#scans[t]![s]!;
      if (sensor.isAway(time) || sensor.isFull(time)) history.pass();
      else if (this.#scan(history, t, s, time)) this.#follow(t, s, time);
    }
  }

  /** A track takes a place, is reported, and tells others where to look. */
  #follow(t: number, s: number, time: number): void {
    const sensor = this.#sensors[s]!;
    this.#scans[t]![s]!.end();
    const { dropSeconds } = this.#setup.commandPosts[sensor.setup.commandPost]!;
    sensor.takePlace(t, (now) => {
      const gone = Math.min(this.#lastMoment(t), this.#sightEnd(t, s, now));
      return Math.max(time, gone) + dropSeconds;
    });
    if (sensor.setup.isCueOnly !== true) this.#report(t, s, time);
    for (const hearer of sensor.hearers) {
      const told = time + this.#setup.sensors[hearer]!.cue!.delaySeconds;
      this.#scans[t]![hearer]!.cue(told, this.#luck);
    }
  }

  #sightEnd(t: number, s: number, time: number): number {
    const watch = this.#company.aim.along(t, time).watches[s]!;
    return this.#company.threats[t]!.launch + sightEndSeconds(watch);
  }

  #report(t: number, s: number, time: number): void {
    const at = time + (this.#setup.sensors[s]!.delaySeconds ?? 0);
    this.#reports.push({ threat: t, at, rows: this.#rowsTold(t, s) });
  }

  /** Rule 6b: a post has the track when word of it comes, if the threat is still there. */
  #deliver(to: number): void {
    if (this.#reports.length === 0) return;
    for (const { threat, at, rows } of this.#reports) {
      if (at > to || at > this.#lastMoment(threat)) continue;
      for (const row of rows) row.since = Math.min(row.since, at);
    }
    this.#reports = this.#reports.filter(({ at }) => at > to);
  }
}
