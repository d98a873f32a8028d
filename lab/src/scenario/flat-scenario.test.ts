import { describe, expect, it } from "vitest";
import { journalOf } from "../engagement/journal.ts";
import { tabulate } from "../engagement/tabulate.ts";
import { dress } from "./dress.ts";
import { scenarioFromValue } from "./scenario.ts";

/** The first case of the published timeline exercise: a low flier over a single launcher. */
export const timeline = {
  schema: "pavise-scenario/1",
  id: "timeline",
  title: "One low flier against one launcher",
  question: "When does each shot leave and meet?",
  world: "flat",
  assets: [{ id: "site", east_m: 0, north_m: 0, altitude_m: 0, arrival_radius_km: 1 }],
  threats: { flier: { class: "cruise" } },
  raid: [
    {
      id: "target",
      threat: "flier",
      aim: "site",
      route: [
        { east_m: 80_000, north_m: 0, altitude_m: 100 },
        { east_m: 0, north_m: 0, altitude_m: 100, speed_m_s: 250 },
      ],
      launch_times: { start_s: 0, spacing_s: 0 },
    },
  ],
  doctrine: { salvo_per_look: [1], looks_max: 10 },
  options: [
    {
      id: "launcher",
      units: [
        {
          id: "battery",
          at: "site",
          channels: 1,
          reaction_time_s: 8,
          launch_spacing_s: 0,
          assessment_time_s: 4,
          sensors: [
            {
              id: "radar",
              role: "acquisition",
              mast_height_m: 15,
              step: { range_km: 150, detection_probability: 1 },
              period_s: 5,
              phase_s: 0,
              initiation_m: 3,
              initiation_n: 3,
            },
          ],
          magazines: [
            {
              interceptor: "round",
              launchers: 1,
              rounds_per_launcher: 100,
              speed_m_s: 900,
              envelopes: { cruise: { range_min_km: 2 } },
              single_shot_kill_probability: { cruise: 0 },
            },
          ],
        },
      ],
    },
  ],
};

describe("a flat scenario from plain values", () => {
  const setup = dress(scenarioFromValue(timeline), null, { option: "launcher", seed: 1, draw: 0 });

  it("holds every number of the case in SI", () => {
    expect(setup.world).toBe("flat");
    expect(setup.threats).toMatchObject([{ id: "target", class: "cruise", launchSeconds: 0 }]);
    expect(setup.courses).toEqual([
      {
        kind: "route",
        waypoints: [
          [80_000, 0, 100],
          [0, 0, 100],
        ],
        speeds: [250, 250],
      },
    ]);
    expect(setup.sensors[0]).toMatchObject({
      fireUnit: 0,
      mastHeight: 15,
      detection: { kind: "step", range: 150_000, probability: 1 },
      scanPhase: 0,
    });
    expect(setup.fireUnits[0]).toMatchObject({
      engagementSensor: -1,
      reactionSeconds: 8,
      switchedOffSeconds: Number.POSITIVE_INFINITY,
      commonModeFailure: 0,
      magazines: [{ launchers: [100], stock: 0, killProbability: { cruise: 0 } }],
    });
    expect(setup.commandPosts).toEqual([{ id: "site", dropSeconds: 0 }]);
  });

  it("is the same after a second reading", () => {
    const again = dress(scenarioFromValue(structuredClone(timeline)), null, {
      option: "launcher",
      seed: 1,
      draw: 0,
    });
    expect(again).toEqual(setup);
  });

  it("is played by the engine: the first shot leaves at 113 s and meets at 158 s", () => {
    const { journal } = journalOf(tabulate(setup), 0);
    const times = (kind: string): number[] =>
      journal.records.filter((record) => record.kind === kind).map(({ seconds }) => seconds);
    expect(times("interceptor-launched")[0]).toBeCloseTo(113, 1);
    expect(times("interceptor-missed")[0]).toBeCloseTo(158, 1);
  });
});
