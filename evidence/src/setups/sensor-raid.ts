/**
 * The low raid of the flat world against sensors that change: one that only gives cues and may be lost, one
 * that it cues, with few places and late word, and an engagement radar that finds little by itself and
 * may be out, or away for a time. One detection makes a track, so that what a table forgets at a change
 * plays no part.
 */
import type { SensorSetup, Setup } from "@pavise/lab";
import { flatLowRaid, flatSensor } from "./flat-raids.ts";

const single = { initiationM: 1, initiationN: 1 };
const forGood = Number.POSITIVE_INFINITY;

const engagement: Partial<SensorSetup> = {
  ...single,
  detection: { kind: "step", range: 30_000, probability: 0.06 },
  availability: 0.95,
  loss: { atSeconds: 190, probability: 0.6, restoredSeconds: 214 },
};

const warning: Partial<SensorSetup> = {
  ...single,
  id: "warning-radar",
  role: "early-warning",
  fireUnit: -1,
  position: [9000, 14_000, 0],
  detection: { kind: "step", range: 34_000, probability: 0.3 },
  scanPeriod: 10,
  isCueOnly: true,
  loss: { atSeconds: 70, probability: 0.5, restoredSeconds: forGood },
};

const search: Partial<SensorSetup> = {
  ...single,
  id: "search-radar",
  role: "acquisition",
  fireUnit: -1,
  position: [3000, 2000, 0],
  detection: { kind: "step", range: 40_000, probability: 0.07 },
  scanPeriod: 8,
  clutterHeight: 70,
  delaySeconds: 4,
  availability: 0.9,
  trackCapacity: 3,
  cue: { from: ["warning-radar"], delaySeconds: 10, scanPeriod: 2, ...single },
};

/** Twelve cruise missiles against a battery whose three sensors are lost, cued, full and late. */
export function sensorRaid(): Setup {
  return {
    ...flatLowRaid(),
    sensors: [flatSensor(engagement), flatSensor(warning), flatSensor(search)],
  };
}
