/** Scan-by-scan detection of one threat by one sensor, until M of the last N scans detected. */
import { detectionProbabilityAtRange } from "@pavise/models";
import type { Luck } from "./luck.ts";
import { samplePosition, valueAt } from "./sighting.ts";
import { isInView, type Watch } from "./watch.ts";

export class ScanHistory {
  #watch: Watch;
  /** Time of the next scan, s; Infinity when there is none. */
  nextScan: number;
  /** One bit for each of the last N scans, the newest lowest. */
  #detections = 0;
  /** Scans after this moment are as the cue says, and the first of them. */
  #cuedAfter = Number.POSITIVE_INFINITY;
  #firstCued = Number.POSITIVE_INFINITY;

  /** The first scan falls at or after `from`; the phase is drawn where nobody knows it. */
  constructor(watch: Watch, from: number, luck: Luck) {
    this.#watch = watch;
    const { scanPeriod, scanPhase } = watch.sensor;
    const phase = scanPhase === "uniform" ? luck.uniform() * scanPeriod : scanPhase;
    this.nextScan = phase + Math.ceil((from - phase) / scanPeriod) * scanPeriod;
  }

  /** The threat flies another course from now on; what was detected counts. */
  follow(watch: Watch): void {
    this.#watch = watch;
  }

  /** There is a track: it scans for this threat no more. */
  end(): void {
    this.nextScan = Number.POSITIVE_INFINITY;
  }

  /** Another sensor has told where to look, from a moment on; the first that tells is heard. */
  cue(after: number, luck: Luck): void {
    const { cue, scanPhase } = this.#watch.sensor;
    if (cue === undefined || after >= this.#cuedAfter) return;
    this.#cuedAfter = after;
    this.#firstCued =
      scanPhase === "uniform"
        ? after + luck.uniform() * cue.scanPeriod
        : scanPhase + (Math.floor((after - scanPhase) / cue.scanPeriod) + 1) * cue.scanPeriod;
    if (this.nextScan > after && this.nextScan < Number.POSITIVE_INFINITY) {
      this.nextScan = this.#firstCued;
    }
  }

  /** A scan that does not count, for the sensor is away or full: one of the N without a detection. */
  pass(): void {
    this.#remember(false);
  }

  /** Scans once, `seconds` into the course; answers whether that completes a track. */
  scan(seconds: number, luck: Luck): boolean {
    const position = samplePosition(this.#watch.seen.course, seconds);
    const isDetected = isInView(this.#watch, position) && luck.uniform() < this.#chance(position);
    return this.#remember(isDetected);
  }

  /** Notes what the scan that is due found, and when the next one is; answers as `scan`. */
  #remember(isDetected: boolean): boolean {
    const { sensor } = this.#watch;
    const isCued = this.nextScan > this.#cuedAfter;
    const rule = isCued ? sensor.cue! : sensor;
    const window = 2 ** rule.initiationN - 1;
    this.#detections = ((this.#detections << 1) | (isDetected ? 1 : 0)) & window;
    const next = this.nextScan + rule.scanPeriod;
    this.nextScan = !isCued && next > this.#cuedAfter ? this.#firstCued : next;
    let count = 0;
    for (let bits = this.#detections; bits > 0; bits >>= 1) count += bits & 1;
    return count >= rule.initiationM;
  }

  #chance(position: number): number {
    const { detector, constant, rcs, seen, sensor } = this.#watch;
    if (sensor.detection.kind === "step") return sensor.detection.probability;
    const range = valueAt(seen.slantRange, position);
    return detectionProbabilityAtRange(detector!, constant, range, rcs);
  }
}
