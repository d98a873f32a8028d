/** Scan-by-scan detection of one threat by one sensor, until M of the last N scans detected. */
import { detectionProbabilityAtRange } from "@pavise/models";
import type { Luck } from "./luck.ts";
import { samplePosition, valueAt } from "./sighting.ts";
import { isInView, type Watch } from "./watch.ts";

export class ScanHistory {
  #watch: Watch;
  /** Time of the next scan, s. */
  nextScan: number;
  /** One bit for each of the last N scans, the newest lowest. */
  #detections = 0;

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

  /** Scans once, `seconds` into the course; answers whether that completes a track. */
  scan(seconds: number, luck: Luck): boolean {
    const { sensor } = this.#watch;
    this.nextScan += sensor.scanPeriod;
    const position = samplePosition(this.#watch.seen.course, seconds);
    const isDetected = isInView(this.#watch, position) && luck.uniform() < this.#chance(position);
    const window = 2 ** sensor.initiationN - 1;
    this.#detections = ((this.#detections << 1) | (isDetected ? 1 : 0)) & window;
    let count = 0;
    for (let bits = this.#detections; bits > 0; bits >>= 1) count += bits & 1;
    return count >= sensor.initiationM;
  }

  #chance(position: number): number {
    const { detector, constant, rcs, seen, sensor } = this.#watch;
    if (sensor.detection.kind === "step") return sensor.detection.probability;
    const range = valueAt(seen.slantRange, position);
    return detectionProbabilityAtRange(detector!, constant, range, rcs);
  }
}
