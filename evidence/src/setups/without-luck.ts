/** Setups in which nothing is left to luck, so that two engines must tell the same story. */
import { TICKS_PER_SECOND, threefry2x32 } from "@pavise/kernel";
import type { Setup } from "@pavise/lab";

/** Numbers in [0, 1) for one night, one after the other. */
function numbersOf(night: number): () => number {
  const block = new Uint32Array(2);
  let count = 0;
  return () => {
    threefry2x32(0x10c4, 0, night, count++, block);
    return block[0]! / 4294967296;
  };
}

/**
 * A time on the engine's clock. Launch and track are rounded apart there, so what one scan sees may
 * come a tick apart and lose its tie; on whole ticks it does not.
 */
function onTick(seconds: number): number {
  return Math.round(seconds * TICKS_PER_SECOND) / TICKS_PER_SECOND;
}

/** Of the radars' reference ranges: within it they detect with certainty here. */
const REACH = 0.7;

/** Who searched and stood still goes on by a ratio of survivals, which certainty would not leave. */
const ALMOST_SURE = 1 - 1e-9;

/**
 * A setup with its luck settled beforehand, otherwise night by night: launch times, who fails and
 * when, the phases of the scans, and which rounds kill which class of threat. A post that judges
 * wrongly or a link that loses orders would still be luck: both are taken away.
 */
export function withoutLuck(setup: Setup, night: number): Setup {
  const next = numbersOf(night);
  return {
    ...setup,
    threats: setup.threats.map((threat) => ({
      ...threat,
      launchSeconds: onTick(threat.launchSeconds + 3 * next()),
      flightReliability: next() < 0.9 ? 1 : 0,
      failureFractions: [next()],
      cep: 0,
    })),
    sensors: setup.sensors.map(({ availability: _readiness, ...sensor }) => ({
      ...sensor,
      ...(sensor.loss === undefined
        ? {}
        : { loss: { ...sensor.loss, probability: next() < 0.5 ? 1 : 0 } }),
      scanPhase: onTick(next() * sensor.scanPeriod),
      detection: {
        kind: "step",
        probability: sensor.trackCapacity === undefined ? 1 : ALMOST_SURE,
        range:
          sensor.detection.kind === "radar"
            ? REACH * sensor.detection.referenceRange
            : sensor.detection.range,
      },
    })),
    commandPosts: setup.commandPosts.map(({ misjudgement: _doubt, ...post }) => ({
      ...post,
      linkReliability: 1,
    })),
    fireUnits: setup.fireUnits.map((unit) => ({
      ...unit,
      commonModeFailure: 0,
      availabilities: [],
      killDeclared: { ifKilled: next() < 0.9 ? 1 : 0, ifMissed: 0 },
      magazines: unit.magazines.map((magazine) => ({
        ...magazine,
        killProbability: Object.fromEntries(
          Object.keys(magazine.killProbability).map((name) => [name, next() < 0.3 ? 1 : 0]),
        ),
      })),
    })),
  };
}
