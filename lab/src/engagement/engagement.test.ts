import { describe, expect, it } from "vitest";
import { type Scene, scene, threats } from "./flat.test-scene.ts";
import { journalOf, tallyFromJournal } from "./journal.ts";
import { ENGAGED, FATE, LIMITS, PAIR_STATES, REASON, SHOTS_MISSED } from "./refusal.ts";
import { Engagement } from "./replicate.ts";
import { tabulate } from "./tabulate.ts";
import { Tally } from "./tally.ts";

function played(options: Scene, replications = 1) {
  const tables = tabulate(scene(options));
  const engagement = new Engagement(tables);
  const tally = new Tally(1, 1, 1);
  const sums = {
    arrived: 0,
    intercepted: 0,
    failed: 0,
    rounds: 0,
    pairs: new Map<number, number>(),
  };
  for (let n = 0; n < replications; n++) {
    engagement.replicate(n, tally);
    sums.arrived += tally.fates[FATE.arrived]!;
    sums.intercepted += tally.fates[FATE.intercepted]!;
    sums.failed += tally.fates[FATE.failed]!;
    sums.rounds += tally.rounds[0]!;
    PAIR_STATES.forEach((_, state) => {
      sums.pairs.set(state, (sums.pairs.get(state) ?? 0) + tally.pairs[state]!);
    });
  }
  return sums;
}

describe("an engagement on the flat world", () => {
  it("stops a threat that is seen, reached and surely killed", () => {
    expect(played({})).toMatchObject({ intercepted: 1, arrived: 0, rounds: 1 });
  });

  it("lets 3 of 10 through a battery with 7 rounds", () => {
    const result = played({ threats: threats(10), magazine: { launchers: [7] } });
    expect(result).toMatchObject({ intercepted: 7, arrived: 3, rounds: 7 });
    expect(result.pairs.get(REASON["no-interceptor"])).toBe(3);
  });

  it("engages 8 of 20 with 2 channels, 15 s each, in a window of 60 s", () => {
    const result = played({
      threats: threats(20),
      unit: { channels: 2 },
      magazine: { flyOut: { kind: "fixed", seconds: 15 } },
    });
    expect(result.pairs.get(ENGAGED)).toBe(8);
    expect(result.pairs.get(REASON["no-channel"])).toBe(12);
  });

  it("looks again while time allows: six shots of 10 s in 60 s", () => {
    const result = played({
      unit: { looksMax: 100 },
      magazine: { killProbability: { ballistic: 0 } },
    });
    expect(result).toMatchObject({ rounds: 6, arrived: 1 });
  });

  it("names what stood in the way", () => {
    const reason = (options: Scene): string => {
      const { pairs } = played(options);
      return PAIR_STATES[[...pairs].find(([, count]) => count === 1)![0]]!;
    };
    expect(reason({ unit: { switchedOffSeconds: 0 } })).toBe("switched-off");
    expect(reason({ unit: { commonModeFailure: 1 } })).toBe("failed-or-no-power");
    expect(reason({ unit: { availabilities: [0] } })).toBe("failed-or-no-power");
    expect(reason({ unit: { readyFromSeconds: 100 } })).toBe("not-ready");
    expect(reason({ unit: { sector: { centre: 3, width: 1 } } })).toBe("outside-sector");
    expect(reason({ sensor: { mastHeight: 0 }, speed: 10_000 })).not.toBe("outside-range");
    expect(reason({ sensor: { detection: { kind: "step", range: 1, probability: 1 } } })).toBe(
      "not-detected-in-time",
    );
    const envelope = {
      rangeMin: 0,
      rangeMax: 1e6,
      heightMin: 0,
      heightMax: 1e6,
      threatSpeedMax: 1e5,
    };
    const enveloped = (change: Partial<typeof envelope>): Scene => ({
      magazine: { envelopes: { ballistic: { ...envelope, ...change } } },
    });
    expect(reason(enveloped({ rangeMin: 1e5, rangeMax: 2e5 }))).toBe("outside-range");
    expect(reason(enveloped({ heightMin: 20_000 }))).toBe("outside-height");
    expect(reason(enveloped({ threatSpeedMax: 999 }))).toBe("too-fast");
    expect(reason({ unit: { channels: 0 } })).toBe("no-channel");
    expect(reason({ magazine: { launchers: [0] } })).toBe("no-interceptor");
    expect(reason({ unit: { reactionSeconds: 55 } })).toBe("no-time-left");
  });

  it("kills 7 in 10 with a single shot of 0.7", () => {
    const { intercepted } = played({ magazine: { killProbability: { ballistic: 0.7 } } }, 20_000);
    // 4 standard errors of a proportion of 20,000.
    expect(Math.abs(intercepted / 20_000 - 0.7)).toBeLessThan(4 * Math.sqrt(0.21 / 20_000));
  });

  it("counts the same tally from the journal as the engine does", () => {
    const tables = tabulate(
      scene({
        threats: threats(12, 2).map((threat) => ({
          ...threat,
          flightReliability: 0.7,
          failureFractions: [0, 0.5],
        })),
        unit: {
          channels: 3,
          looksMax: 9,
          launchSpacingSeconds: 1,
          salvoPerLook: [2],
          commonModeFailure: 0.1,
        },
        magazine: { killProbability: { ballistic: 0.4 }, launchers: [4, 4, 4] },
      }),
    );
    const engagement = new Engagement(tables);
    const seen = new Set<number>();
    for (let n = 0; n < 300; n++) {
      const { journal, tally } = journalOf(tables, n, engagement);
      expect(tallyFromJournal(tables, journal)).toEqual(tally);
      tally.limits.forEach((count, limit) => {
        if (count > 0) seen.add(limit);
      });
    }
    expect([...seen].map((limit) => LIMITS[limit])).toContain("shots-missed");
    expect(seen.has(SHOTS_MISSED)).toBe(true);
  });
});
