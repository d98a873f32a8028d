/** Rules of command, one scene each: judgement, assessment, waste, doctrine by class, launchers apart. */
import { describe, expect, it } from "vitest";
import type { CommandPostSetup, FireUnitSetup, Setup } from "../scenario/setup.ts";
import { type Scene, scene, threatAt, threats } from "./flat.test-scene.ts";
import { journalOf } from "./journal.ts";
import { withKillProbability } from "./tables.ts";
import { tabulate } from "./tabulate.ts";

function withPost(setup: Setup, post: Partial<CommandPostSetup>): Setup {
  return { ...setup, commandPosts: [{ ...setup.commandPosts[0]!, ...post }] };
}

/** What happened of these kinds, with its time. */
function told(setup: Setup, kinds: RegExp, killProbability = 1): string[] {
  const tables = withKillProbability(tabulate(setup), killProbability);
  return journalOf(tables, 0)
    .journal.records.filter(({ kind }) => kinds.test(kind))
    .map(({ kind, seconds, unit }) => `${seconds} s: ${kind}${unit < 0 ? "" : ` ${unit}`}`);
}

const orders = /engagement-ordered/;

describe("a post that judges where a threat will fall", () => {
  /** Passes the base at 20 km, where nothing is defended. */
  const passing: Scene = {
    course: [
      [60_000, 20_000, 10_000],
      [0, 20_000, 10_000],
    ],
  };
  const judging = (probability: number, halvingSeconds = 8): Partial<CommandPostSetup> => ({
    misjudgement: { probability, halvingSeconds },
  });
  const reacts = { reactionSeconds: 5 };

  it("lets a threat that threatens nothing fly on, which a post that does not judge engages", () => {
    expect(told(scene({ ...passing, unit: reacts }), orders)).toEqual([
      "5 s: engagement-ordered 0",
    ]);
    expect(told(withPost(scene({ ...passing, unit: reacts }), judging(0)), orders)).toEqual([]);
  });

  it("takes it for a threat until it knows better: engaged after 5 s, not after 9", () => {
    const late = { reactionSeconds: 9 };
    const wrong = (unit: Partial<FireUnitSetup>) =>
      withPost(scene({ ...passing, unit }), judging(1));
    expect(told(wrong(reacts), orders)).toEqual(["5 s: engagement-ordered 0"]);
    // The doubt of 1 halves every 8 s; this threat's luck leaves it after one halving: at 8 s it is let go.
    expect(told(wrong(late), orders)).toEqual([]);
  });

  it("engages a threat to the base only when it is judged rightly, later where doubt halves slowly", () => {
    const when = (halving: number) =>
      told(withPost(scene({ unit: reacts }), judging(1, halving)), orders);
    expect(when(8)).toEqual(["8 s: engagement-ordered 0"]);
    expect(when(12)).toEqual(["12 s: engagement-ordered 0"]);
  });
});

describe("a kill assessment that can be wrong", () => {
  const looks = { looksMax: 2, assessmentSeconds: 2 };

  it("wastes a round on what it killed, if kills are called misses", () => {
    const unit = { ...looks, killDeclared: { ifKilled: 0, ifMissed: 0 } };
    expect(told(scene({ unit }), /intercepted|wasted|assessed/)).toEqual([
      "10 s: threat-intercepted 0",
      "12 s: miss-assessed 0",
      "22 s: interceptor-wasted 0",
      "24 s: miss-assessed 0",
    ]);
  });

  it("leaves alone what it missed, if misses are called kills", () => {
    const unit = { ...looks, killDeclared: { ifKilled: 1, ifMissed: 1 } };
    expect(told(scene({ unit }), /assessed|ordered|arrived/, 0)).toEqual([
      "0 s: engagement-ordered 0",
      "12 s: kill-assessed 0",
      "60 s: threat-arrived",
    ]);
  });
});

/** Two batteries at the base: the first fires at once, its rounds fly 40 s; the second later, 10 s. */
function pair(posts: 1 | 2, secondReaction: number): Setup {
  const base = scene({ magazine: { flyOut: { kind: "fixed", seconds: 40 } } });
  const [unit, sensor] = [base.fireUnits[0]!, base.sensors[0]!];
  const post = posts - 1;
  const second: FireUnitSetup = {
    ...unit,
    id: "battery-2",
    commandPost: post,
    engagementSensor: 1,
    reactionSeconds: secondReaction,
    magazines: [{ ...unit.magazines[0]!, flyOut: { kind: "fixed", seconds: 10 } }],
  };
  return {
    ...base,
    commandPosts: [...base.commandPosts, { id: "other", dropSeconds: 5 }].slice(0, posts),
    sensors: [sensor, { ...sensor, id: "radar-2", fireUnit: 1, commandPost: post }],
    fireUnits: [unit, second],
  };
}

describe("two batteries that engage one threat", () => {
  const rounds = /intercepted|missed|wasted/;

  it("waste a round if neither knows of the other, and none under one post", () => {
    expect(told(pair(2, 35), rounds)).toEqual([
      "40 s: threat-intercepted 0",
      "45 s: interceptor-wasted 1",
    ]);
    expect(told(pair(1, 35), rounds)).toEqual(["40 s: threat-intercepted 0"]);
  });

  it("waste the slow round, whether it was to kill or to miss, if the fast one kills before", () => {
    const expected = ["30 s: threat-intercepted 1", "40 s: interceptor-wasted 0"];
    const setup = pair(2, 20);
    expect(told(setup, rounds)).toEqual(expected);
    const [first, second] = setup.fireUnits;
    const blunt = { ...first!.magazines[0]!, killProbability: { ballistic: 0 } };
    const tables = tabulate({ ...setup, fireUnits: [{ ...first!, magazines: [blunt] }, second!] });
    const { journal, tally } = journalOf(tables, 0);
    const ends = journal.records.filter(({ kind }) => rounds.test(kind));
    expect(ends.map(({ kind, seconds, unit }) => `${seconds} s: ${kind} ${unit}`)).toEqual(
      expected,
    );
    expect(tally.roundsWasted).toBe(1);
  });
});

it("a doctrine by class: two rounds at a ballistic threat, one at a drone", () => {
  const base = scene({ threats: [threatAt("falling", 0), threatAt("drone", 30)] });
  const [unit] = base.fireUnits;
  const [magazine] = unit!.magazines;
  const both = { ...magazine!.envelopes, drone: magazine!.envelopes.ballistic! };
  const setup: Setup = {
    ...base,
    threats: base.threats.map((threat, k) => (k === 0 ? threat : { ...threat, class: "drone" })),
    fireUnits: [
      {
        ...unit!,
        salvoPerLook: [2],
        doctrines: { drone: { salvoPerLook: [1], looksMax: 1 } },
        magazines: [{ ...magazine!, envelopes: both, killProbability: { ballistic: 1, drone: 1 } }],
      },
    ],
  };
  expect(told(setup, /interceptor-launched/)).toEqual([
    "0 s: interceptor-launched 0",
    "0 s: interceptor-launched 0",
    "30 s: interceptor-launched 0",
  ]);
});

it("launchers 40 km towards the threat reach it 40 s before those at the radar do", () => {
  const launched = (east: number) => {
    const near = { ...scene().fireUnits[0]!.magazines[0]!.envelopes.ballistic!, rangeMax: 10_000 };
    const magazine = { position: [east, 0, 0] as const, envelopes: { ballistic: near } };
    return told(scene({ flightSeconds: 100, magazine }), /intercepted/);
  };
  expect(launched(0)).toEqual(["90 s: threat-intercepted 0"]);
  expect(launched(40_000)).toEqual(["50 s: threat-intercepted 0"]);
});

it("twelve threats are missed 300 times each while a second battery waits for its window", () => {
  const flyOut = { kind: "fixed", seconds: 1 } as const;
  const base = scene({
    threats: threats(12),
    flightSeconds: 300,
    speed: 200,
    unit: { looksMax: 1000 },
    magazine: { launchers: [10_000], flyOut },
  });
  const [unit] = base.fireUnits;
  const [magazine] = unit!.magazines;
  const near = { ...magazine!.envelopes.ballistic!, rangeMax: 3_000 };
  const late = {
    ...unit!,
    id: "late",
    magazines: [{ ...magazine!, envelopes: { ballistic: near } }],
  };
  const tables = tabulate({ ...base, fireUnits: [unit!, late] });
  const { tally } = journalOf(withKillProbability(tables, 0), 0);
  expect([...tally.rounds]).toEqual([3_600, 0]);
});
