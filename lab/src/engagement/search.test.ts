/** Sensors that something changes during the raid: lost, restored, full, cued, late. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SensorSetup, Setup } from "../scenario/setup.ts";
import { type Scene, scene, threatAt } from "./flat.test-scene.ts";
import { generalSetup, generals } from "./general.test-scene.ts";
import { type JournalRecord, journalOf } from "./journal.ts";
import { REASONS } from "./refusal.ts";
import { tabulate } from "./tabulate.ts";
import type { RecordKind } from "./tally.ts";

function records(setup: Setup, replication = 0): readonly JournalRecord[] {
  return journalOf(tabulate(setup), replication).journal.records;
}

/** Seconds and threats of the records of a kind. */
function told(setup: Setup, kind: RecordKind): [seconds: number, threat: number][] {
  return records(setup)
    .filter((record) => record.kind === kind)
    .map(({ seconds, threat }) => [seconds, threat]);
}

function reasons(setup: Setup): string[] {
  return records(setup)
    .filter(({ kind }) => kind === "engagement-refused")
    .map(({ detail }) => REASONS[detail]!);
}

/** The one sensor of the scene belongs to no unit, and the unit needs no radar of its own. */
function withSensor(sensor: Partial<SensorSetup>, options: Scene = {}): Setup {
  return scene({
    ...options,
    sensor: { fireUnit: -1, ...sensor },
    unit: { engagementSensor: -1, ...options.unit },
  });
}

const forGood = Number.POSITIVE_INFINITY;

describe("a sensor that is lost", () => {
  it("at 30 s has no track of what it first scans at 30 s", () => {
    const loss = { atSeconds: 30, probability: 1, restoredSeconds: forGood };
    const setup = withSensor(
      { scanPeriod: 30, scanPhase: 30, loss },
      {
        threats: [threatAt("t1", 10)],
      },
    );
    expect(told(setup, "track-formed")).toEqual([]);
    expect(reasons(setup)).toEqual(["not-detected-in-time"]);
  });

  it("at 31 s keeps the track that it formed at 30 s", () => {
    const loss = { atSeconds: 31, probability: 1, restoredSeconds: forGood };
    const setup = withSensor(
      { scanPeriod: 30, scanPhase: 30, loss },
      {
        threats: [threatAt("t1", 10)],
      },
    );
    expect(told(setup, "track-formed")).toEqual([[30, 0]]);
    expect(told(setup, "threat-intercepted")).toHaveLength(1);
  });

  it("and works again at 41 s has its track at the next scan, at 44 s", () => {
    const loss = { atSeconds: 5, probability: 1, restoredSeconds: 41 };
    const chance = { kind: "step", range: 1_000_000, probability: 0.999999 } as const;
    const setup = withSensor(
      { scanPeriod: 4, detection: chance, loss },
      {
        threats: [threatAt("t1", 10)],
      },
    );
    expect(told(setup, "track-formed")).toEqual([[44, 0]]);
    expect(told(setup, "sensor-lost").map(([seconds]) => seconds)).toEqual([5]);
    expect(told(setup, "sensor-restored").map(([seconds]) => seconds)).toEqual([41]);
  });

  it("with a chance of 0.3 is lost in 3 nights of 10, and out for the raid likewise", () => {
    const loss = { atSeconds: 0, probability: 0.3, restoredSeconds: forGood };
    for (const change of [{ loss }, { availability: 0.7 }]) {
      const tables = tabulate(withSensor(change));
      let tracks = 0;
      for (let replication = 0; replication < 2000; replication++) {
        const { records } = journalOf(tables, replication).journal;
        if (records.some(({ kind }) => kind === "track-formed")) tracks++;
      }
      // Five standard deviations of 2,000 draws: 0.051.
      expect(Math.abs(tracks / 2000 - 0.7)).toBeLessThan(0.051);
    }
  });
});

describe("a unit whose engagement radar is lost", () => {
  const lost = (atSeconds: number, restoredSeconds = forGood): Partial<SensorSetup> => {
    return { loss: { atSeconds, probability: 1, restoredSeconds } };
  };

  it("before the launch of a threat refuses it: failed or no power", () => {
    const setup = scene({ sensor: lost(5), threats: [threatAt("t1", 10)] });
    expect(reasons(setup)).toEqual(["failed-or-no-power"]);
  });

  it("at 15 s loses the round launched at 10 s, which would have met at 20 s", () => {
    const threats = [threatAt("t1", 10)];
    expect(told(scene({ threats }), "threat-intercepted")).toEqual([[20, 0]]);
    const setup = scene({ sensor: lost(15), threats });
    expect(told(setup, "interceptor-launched")).toEqual([[10, 0]]);
    expect(told(setup, "interceptor-missed")).toEqual([[20, 0]]);
  });

  it("and comes back at 40 s launches then at what others track", () => {
    const setup = scene({ sensor: lost(5, 40), threats: [threatAt("t1", 10)] });
    const other = { ...setup.sensors[0]!, id: "other", fireUnit: -1 };
    const { loss: _, ...kept } = other;
    expect(told({ ...setup, sensors: [...setup.sensors, kept] }, "interceptor-launched")).toEqual([
      [40, 0],
    ]);
  });
});

describe("a sensor with one place for tracks", () => {
  const near = { kind: "step", range: 1_000_000, probability: 0.999999 } as const;

  it("follows the second threat when the loss of the first is noticed, 5 s after its kill", () => {
    const setup = withSensor(
      { trackCapacity: 1, detection: near },
      {
        threats: [threatAt("t1", 10), threatAt("t2", 10)],
      },
    );
    expect(told(setup, "threat-intercepted")[0]).toEqual([20, 0]);
    expect(told(setup, "track-formed")).toEqual([
      [10, 0],
      [25, 1],
    ]);
    expect(told(setup, "sensor-full").map(([seconds]) => seconds)).toEqual([10, 25]);
  });

  it("never sees the second where the first flies to its end at 70 s and both are over then", () => {
    const setup = withSensor(
      { trackCapacity: 1, detection: near },
      {
        threats: [threatAt("t1", 10), threatAt("t2", 10)],
        magazine: { killProbability: { ballistic: 0 } },
      },
    );
    expect(told(setup, "track-formed")).toEqual([[10, 0]]);
    expect(reasons(setup)).toEqual(["not-detected-in-time"]);
  });

  it("gives the place back 5 s after the first has left its sight", () => {
    // It looks up by 0.2 rad: what flies at 10 km leaves its sight 49.3 km on, after 49.3 s.
    const setup = withSensor(
      { trackCapacity: 1, detection: near, position: [60_000, 0, 0], elevationMin: 0.2 },
      {
        threats: [threatAt("t1", 10), threatAt("t2", 20)],
        magazine: { killProbability: { ballistic: 0 } },
      },
    );
    const [first, second] = told(setup, "track-formed");
    expect(first).toEqual([10, 0]);
    expect(second![1]).toBe(1);
    expect(second![0]).toBeCloseTo(10 + 10 / Math.tan(0.2) + 5, 1);
  });

  it("with as many places as threats is one of a network again, without a word in the journal", () => {
    const roomy = tabulate(withSensor({ trackCapacity: 1 }));
    expect(roomy.searcherCount).toBe(0);
    expect(roomy.hash).toBe(tabulate(withSensor({})).hash);
  });
});

describe("a cue", () => {
  /** Needs five scans of 4 s by itself, one of 1 s when it is told where to look. */
  const slow: Partial<SensorSetup> = {
    id: "slow",
    fireUnit: -1,
    scanPeriod: 4,
    initiationM: 5,
    initiationN: 5,
  };
  const warning: Partial<SensorSetup> = { id: "warning", role: "early-warning", isCueOnly: true };
  const cue = { from: ["warning"], delaySeconds: 3, scanPeriod: 1, initiationM: 1, initiationN: 1 };

  function cued(own: Partial<SensorSetup>, from: Partial<SensorSetup> = {}): Setup {
    const setup = withSensor({ ...slow, ...own }, { threats: [threatAt("t1", 10)] });
    const other = { ...setup.sensors[0]!, initiationM: 1, initiationN: 1, scanPeriod: 1 };
    const { cue: _, ...plain } = other;
    return { ...setup, sensors: [...setup.sensors, { ...plain, ...warning, ...from }] };
  }

  it("of 3 s after the first sight brings the track from 28 s to 13 s", () => {
    expect(told(cued({}), "track-formed")).toEqual([[28, 0]]);
    const setup = cued({ cue });
    expect(told(setup, "sensor-cued")).toEqual([[13, 0]]);
    expect(told(setup, "track-formed")).toEqual([[13, 0]]);
  });

  it("from a sensor that is not there changes nothing", () => {
    const setup = cued({ cue: { ...cue, from: ["other"] } });
    expect(told(setup, "track-formed")).toEqual([[28, 0]]);
  });

  it("is no track: with the slow sensor gone, nobody fires", () => {
    const { sensors, ...rest } = cued({ cue });
    expect(told({ ...rest, sensors: sensors.slice(1) }, "track-formed")).toEqual([]);
  });

  it("comes too late from a warning that is lost before", () => {
    const loss = { atSeconds: 9, probability: 1, restoredSeconds: forGood };
    expect(told(cued({ cue }, { loss }), "track-formed")).toEqual([[28, 0]]);
  });
});

describe("word of a track", () => {
  it("that takes 7 s to arrive puts the track into the picture 7 s later", () => {
    const threats = [threatAt("t1", 10)];
    expect(told(withSensor({ delaySeconds: 7 }, { threats }), "track-formed")).toEqual([[17, 0]]);
    const loss = { atSeconds: 11, probability: 1, restoredSeconds: forGood };
    const played = withSensor({ delaySeconds: 7, loss }, { threats });
    expect(told(played, "track-formed")).toEqual([[17, 0]]);
  });

  it("of a threat that has fallen by then puts nothing there", () => {
    const falling = { flightReliability: 0, failureFractions: [0.1] };
    const threats = [{ ...threatAt("t1", 10), ...falling }];
    expect(told(withSensor({ delaySeconds: 5 }, { threats }), "track-formed")).toHaveLength(1);
    expect(told(withSensor({ delaySeconds: 7 }, { threats }), "track-formed")).toEqual([]);
  });
});

describe("a sensor out of reach of every threat", () => {
  it("changes no fate, whatever else can change: lost, full or cued by it", () => {
    fc.assert(
      fc.property(generals, fc.integer({ min: 1, max: 4 }), (chosen, places) => {
        const setup = generalSetup(chosen);
        const loss = { atSeconds: 12, probability: 0.5, restoredSeconds: 30 };
        const cue = {
          from: ["far"],
          delaySeconds: 1,
          scanPeriod: 1,
          initiationM: 1,
          initiationN: 1,
        };
        const [north, ...others] = setup.sensors;
        const sensors = [{ ...north!, trackCapacity: places, loss, cue }, ...others];
        const far: SensorSetup = {
          ...north!,
          id: "far",
          fireUnit: -1,
          position: [0, 5_000_000, 0],
          loss,
        };
        const hashes = [sensors, [...sensors, far]].map((each) => {
          const tables = tabulate({ ...setup, sensors: each });
          return [0, 1, 2].map((night) => journalOf(tables, night).tally.fateHash);
        });
        expect(hashes[1]).toEqual(hashes[0]);
      }),
      { numRuns: 60 },
    );
  });
});
