/** Releases and turning back: who ends how, who knows it when, and what it changes. */
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Setup } from "../scenario/setup.ts";
import {
  type AnyStrike,
  releaseSeconds,
  type Strike,
  strike,
  strikeOf,
  strikes,
  turnSeconds,
} from "./branches.test-scene.ts";
import { type JournalRecord, journalOf, tallyFromJournal } from "./journal.ts";
import { FATE } from "./refusal.ts";
import { Engagement } from "./replicate.ts";
import { shotsOf } from "./shots.ts";
import { tabulate } from "./tabulate.ts";
import { Tally } from "./tally.ts";
import { Truth } from "./truth.ts";

const none = { fireUnits: [], sensors: [] };
const sum = (values: Int32Array): number => values.reduce((total, value) => total + value, 0);

function played(setup: Setup): {
  readonly records: readonly JournalRecord[];
  readonly tally: Tally;
} {
  const { journal, tally } = journalOf(tabulate(setup), 0);
  return { records: journal.records, tally };
}

function times(records: readonly JournalRecord[], kind: string): number[] {
  return records.filter((record) => record.kind === kind).map(({ seconds }) => seconds);
}

/** Fates in the order of FATES: failed, intercepted, turned-back, arrived, fell-short. */
const fates = (options: Strike): number[] => [...played(strike(options)).tally.fates];

describe("an aircraft with two weapons", () => {
  it("releases both at 280 s and flies home; both arrive where nobody defends", () => {
    const { records, tally } = played({ ...strike(), ...none });
    expect([...tally.fates]).toEqual([0, 0, 1, 2, 0]);
    expect(times(records, "threat-released")).toEqual([releaseSeconds, releaseSeconds]);
    expect(times(records, "threat-turned-back")).toEqual([releaseSeconds]);
  });

  it("takes both with it if it is killed before, and neither if it is killed after", () => {
    const magazine = (seconds: number) => ({ flyOut: { kind: "fixed" as const, seconds } });
    const before = played(strike({ magazine: magazine(100) }));
    expect([...before.tally.fates]).toEqual([0, 3, 0, 0, 0]);
    expect(times(before.records, "threat-not-released")).toEqual([releaseSeconds, releaseSeconds]);
    expect(before.records.filter(({ threat }) => threat > 0)).toHaveLength(2);
    const after = played(
      strike({ magazine: { ...magazine(300), killProbability: { ballistic: 1 } } }),
    );
    expect(times(after.records, "threat-released")).toEqual([releaseSeconds, releaseSeconds]);
  });

  it("takes both with it if it fails before, at 30 % of its flight, and neither at 90 %", () => {
    const aircraft = { flightReliability: 0 };
    const unarmed = { magazine: { launchers: [0] } };
    expect(fates({ ...unarmed, aircraft: { ...aircraft, failureFractions: [0.3] } })).toEqual([
      3, 0, 0, 0, 0,
    ]);
    expect(fates({ ...unarmed, aircraft: { ...aircraft, failureFractions: [0.9] } })).toEqual([
      1, 0, 0, 2, 0,
    ]);
  });

  it("turns back at the first place 5 s after the first launch at it, and releases nothing", () => {
    // Seen at once, fired upon at 0 s with a round that needs 500 s: turns at the first place.
    const slow = { flyOut: { kind: "fixed" as const, seconds: 190 } };
    const { records, tally } = played(strike({ turns: 1, magazine: slow }));
    expect(times(records, "threat-turned-back")).toEqual([turnSeconds[0]]);
    expect(times(records, "interceptor-launched")).toEqual([0]);
    expect([...tally.fates]).toEqual([0, 3, 0, 0, 0]);
    const missed = played(
      strike({ turns: 1, magazine: { ...slow, killProbability: { ballistic: 0 } } }),
    );
    expect([...missed.tally.fates]).toEqual([0, 0, 3, 0, 0]);
  });

  it("that falls at 250 s on its way home is let go by a post that saw it on that way alone", () => {
    // Fired upon in vain at 0 s, it turns at 120 s; the second radar stands where it goes home to.
    const setup = strike({
      turns: 1,
      aircraft: { flightReliability: 0, failureFractions: [250 / 584.6] },
      magazine: { killProbability: { ballistic: 0 } },
    });
    const [unit, sensor] = [setup.fireUnits[0]!, setup.sensors[0]!];
    const home = [30_000, 90_000, 0] as const;
    const orders = (reactionSeconds: number): number[] => {
      const second = { id: "second", commandPost: 1, engagementSensor: 1, position: home };
      const step = { kind: "step", range: 20_000, probability: 1 } as const;
      const { records } = played({
        ...setup,
        commandPosts: [...setup.commandPosts, { id: "second-post", dropSeconds: 5 }],
        sensors: [
          sensor,
          { ...sensor, id: "far", fireUnit: 1, commandPost: 1, position: home, detection: step },
        ],
        fireUnits: [unit, { ...unit, ...second, reactionSeconds }],
      });
      expect(times(records, "threat-fell")[0]).toBeCloseTo(250, 1);
      const byTheSecond = records.filter((record) => record.unit === 1);
      return times(byTheSecond, "engagement-ordered");
    };
    expect(orders(20)).toHaveLength(1);
    expect(orders(20)[0]).toBeLessThan(250);
    expect(orders(55)).toEqual([]);
  });

  it("flies on if the first launch comes 5 s before no place that is left", () => {
    const late = {
      sensor: { detection: { kind: "step", range: 24_000, probability: 1 } },
    } as const;
    const { records, tally } = played(
      strike({ turns: 1, ...late, magazine: { killProbability: { ballistic: 0 } } }),
    );
    expect(times(records, "interceptor-launched").length).toBeGreaterThan(0);
    expect(times(records, "threat-released")).toHaveLength(2);
    expect([...tally.fates]).toEqual([0, 0, 1, 2, 0]);
  });

  it("is missed by a round that cannot follow it out of the reach of its battery", () => {
    const reach = {
      rangeMin: 0,
      rangeMax: 59_000,
      heightMin: 0,
      heightMax: 1e5,
      threatSpeedMax: 1e4,
    };
    const magazine = {
      flyOut: { kind: "speed" as const, speed: 900 },
      envelopes: { ballistic: reach },
      killProbability: { ballistic: 1 },
    };
    // It turns 60 km away, just outside: the round under way meets nothing and is wasted.
    const { records, tally } = played(strike({ turns: 1, reactionSeconds: 1, magazine }));
    expect(times(records, "threat-turned-back")).toEqual([turnSeconds[0]]);
    expect(tally.roundsWasted).toBe(1);
    expect([...tally.fates]).toEqual([0, 0, 3, 0, 0]);
  });

  it("turns back with the chance that was written: 0.3 in 3,000 nights, within 4 standard errors", () => {
    const setup = strike({ turns: 0.3, magazine: { killProbability: { ballistic: 0 } } });
    const tables = tabulate(setup);
    const engagement = new Engagement(tables);
    const tally = new Tally(1, 1, tables.slotCount);
    let turned = 0;
    for (let night = 0; night < 3000; night++) {
      engagement.replicate(night, tally);
      if (tally.fates[FATE["turned-back"]] === 3) turned += 1;
    }
    expect(Math.abs(turned / 3000 - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / 3000));
  });
});

describe("laws of releases and turning back", () => {
  it("tells in the journal the tally of the engine; fates sum, every shot has its end", () => {
    fc.assert(
      fc.property(strikes, fc.integer({ min: 0, max: 1e5 }), (chosen, replication) => {
        const setup = strikeOf(chosen);
        const tables = tabulate(setup);
        const { journal, tally } = journalOf(tables, replication);
        expect(tallyFromJournal(tables, journal)).toEqual(tally);
        expect(sum(tally.fates)).toBe(3 * chosen.launches.length);
        expect(sum(tally.pairs)).toBe(3 * chosen.launches.length);
        expect(sum(tally.limits)).toBe(tally.fates[FATE.arrived]);
        expect(shotsOf(tables, journal)).toHaveLength(sum(tally.rounds));
        const quiet = new Tally(1, 1, tables.slotCount);
        new Engagement(tables).replicate(replication, quiet);
        expect(quiet).toEqual(tally);
      }),
      { numRuns: 200 },
    );
  });

  it("ends no weapon in the air whose aircraft was gone or had turned at its release", () => {
    fc.assert(
      fc.property(strikes, (chosen) => {
        const { records } = played(strikeOf(chosen));
        const gone = new Map<number, number>();
        for (const { kind, threat, ticks, detail } of records) {
          const ends = kind === "threat-fell" || kind === "threat-intercepted";
          const turns = kind === "threat-turned-back" && detail >= 0;
          if ((ends || turns) && !gone.has(threat)) gone.set(threat, ticks);
          if (kind !== "threat-released") continue;
          expect(gone.get(detail) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(ticks);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** Orders before anything can have turned, if everything turns that is fired upon and if nothing does. */
function ordersUntilTurn(chosen: AnyStrike): readonly [string, string] {
  const orders = (turns: number): readonly JournalRecord[] =>
    played(strikeOf({ ...chosen, turns })).records;
  const [turning, flyingOn] = [orders(1), orders(0)];
  const first = times(turning, "threat-turned-back").find(
    (seconds) => !times(flyingOn, "threat-turned-back").includes(seconds),
  );
  const before = (records: readonly JournalRecord[]): string =>
    records
      .filter(({ kind, seconds }) => kind === "engagement-ordered" && seconds < (first ?? 0))
      .map(({ seconds, threat }) => `${seconds} ${threat}`)
      .join();
  return [before(turning), before(flyingOn)];
}

describe("command", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("gives the same orders until the first turn, whether anything will turn or not", () => {
    fc.assert(
      fc.property(strikes, (chosen) => {
        const [turning, flyingOn] = ordersUntilTurn(chosen);
        expect(turning).toBe(flyingOn);
      }),
      { numRuns: 200 },
    );
  });

  it("would betray that it knew of a turn when the first round was launched", () => {
    const { provoke } = Truth.prototype;
    vi.spyOn(Truth.prototype, "provoke").mockImplementation(function (this: Truth, ...shot) {
      const turn = provoke.apply(this, shot);
      if (this.turnsAt[shot[0]]! === turn) this.turn(shot[0]);
      return turn;
    });
    const betrayed = fc.sample(strikes, { seed: 3, numRuns: 200 }).filter((chosen) => {
      const [turning, flyingOn] = ordersUntilTurn(chosen);
      return turning !== flyingOn;
    });
    expect(betrayed.length).toBeGreaterThan(0);
  });
});
