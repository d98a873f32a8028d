/**
 * Policies against the exact assignment: 200 small raids that come all at once, one shot at each
 * threat, and then it is over. What an engagement leaves of the value at stake is computed from its
 * orders; the least that any assignment could leave, from an exact search.
 */

import {
  type FireUnitSetup,
  journalOf,
  POLICY_NAMES,
  type PolicyName,
  type Setup,
  THREAT_CLASSES,
  tabulate,
} from "@pavise/lab";
import {
  type AssignmentQuestion,
  exactAssignment,
  greedyAssignment,
  valueSurviving,
} from "@pavise/models";
import { expect, it } from "vitest";
import { Luck } from "../baseline/luck.ts";
import { flatMagazine, flatSensor, flatUnit } from "../setups/flat-raids.ts";

const RAIDS = 200;

interface Raid {
  readonly question: AssignmentQuestion;
  /** By interceptor of the question: its fire unit. */
  readonly unitOf: readonly number[];
  setup(policy: PolicyName): Setup;
}

const envelope = {
  rangeMin: 0,
  rangeMax: 1e6,
  heightMin: 0,
  heightMax: 1e6,
  threatSpeedMax: 1e5,
};

/** Two or three batteries of one to three rounds against four to seven threats at three places. */
function raid(index: number): Raid {
  const luck = new Luck(4, 0);
  luck.begin(index);
  const whole = (least: number, greatest: number): number =>
    least + Math.floor(luck.uniform() * (greatest - least + 1));
  const values = Array.from({ length: 3 }, () => whole(1, 5));
  const threats = Array.from({ length: whole(4, 7) }, (_, k) => ({
    id: `t${k + 1}`,
    type: "any",
    class: THREAT_CLASSES[whole(0, THREAT_CLASSES.length - 1)]!,
    course: k,
    launchSeconds: 0,
    asset: whole(0, 2),
    rcs: 1,
    swerling: 1 as const,
    flightReliability: 1,
    failureFractions: [0],
    cep: 0,
    unitCostUsd: 0,
  }));
  const courses = threats.map(({ asset }): Setup["courses"][number] => {
    const from = [whole(-80, 80) * 1000, whole(60, 100) * 1000, 8000] as const;
    return {
      kind: "route",
      waypoints: [from, [20_000 * (asset - 1), 0, 0]],
      speeds: [0, whole(200, 900)],
    };
  });
  const kills = Array.from({ length: whole(2, 3) }, () =>
    Object.fromEntries(THREAT_CLASSES.map((name) => [name, whole(2, 9) / 10])),
  );
  const rounds = kills.map(() => whole(1, 3));
  const fireUnits = kills.map(
    (killProbability, unit): FireUnitSetup =>
      flatUnit({
        id: `battery-${unit + 1}`,
        position: [30_000 * (unit - 1), 0, 0],
        engagementSensor: -1,
        channels: 10,
        reactionSeconds: 5,
        launchSpacingSeconds: 0,
        // Nobody learns anything in time for a second shot.
        assessmentSeconds: 10_000,
        salvoPerLook: [1],
        looksMax: 1,
        commonModeFailure: 0,
        availabilities: [],
        magazines: [
          flatMagazine({
            launchers: [rounds[unit]!],
            stock: 0,
            envelopes: Object.fromEntries(THREAT_CLASSES.map((name) => [name, envelope])),
            killProbability,
          }),
        ],
      }),
  );
  const unitOf = rounds.flatMap((count, unit) => Array.from({ length: count }, () => unit));
  const question = {
    values: threats.map(({ asset }) => values[asset]!),
    killProbabilities: unitOf.map((unit) => threats.map((threat) => kills[unit]![threat.class]!)),
  };
  const radar = flatSensor({
    fireUnit: -1,
    mastHeight: 1e6,
    detection: { kind: "step", range: 1e6, probability: 1 },
    scanPeriod: 1,
    scanPhase: 0,
    initiationM: 1,
    initiationN: 1,
    elevationMin: -2,
    elevationMax: 2,
  });
  const assets = values.map((value, k) => {
    const position = [20_000 * (k - 1), 0, 0] as const;
    return { id: `place-${k + 1}`, position, arrivalRadius: 5000, value };
  });
  return {
    question,
    unitOf,
    setup: (policy) => ({
      world: "flat",
      seed: 1,
      draw: 0,
      assets,
      courses,
      threats,
      sensors: [radar],
      commandPosts: [{ id: "post", dropSeconds: 10_000, policy }],
      fireUnits,
    }),
  };
}

/** Value that the orders of an engagement leave, in the mean. */
function leftByPolicy({ question, unitOf, setup }: Raid, policy: PolicyName): number {
  const free = unitOf.map(() => true);
  const threatOf = unitOf.map((): number | null => null);
  for (const { kind, unit, threat } of journalOf(tabulate(setup(policy)), 0).journal.records) {
    if (kind !== "engagement-ordered") continue;
    const round = unitOf.findIndex((owner, k) => owner === unit && free[k]);
    free[round] = false;
    threatOf[round] = threat;
  }
  return valueSurviving(question, threatOf);
}

/** Mean and greatest of what is left beyond the least, as shares of the value at stake. */
function gap(left: (raid: Raid) => number): { mean: number; greatest: number } {
  let [sum, greatest] = [0, 0];
  for (let index = 0; index < RAIDS; index++) {
    const each = raid(index);
    const stake = each.question.values.reduce((total, value) => total + value, 0);
    const share = (left(each) - exactAssignment(each.question).valueSurviving) / stake;
    expect(share).toBeGreaterThan(-1e-12);
    sum += share;
    greatest = Math.max(greatest, share);
  }
  return { mean: Number((sum / RAIDS).toFixed(3)), greatest: Number(greatest.toFixed(3)) };
}

// The figures stand in docs/methods/engagement.md.
it.each<[PolicyName | "maximum marginal return", number, number]>([
  ["earliest-intercept", 0.169, 0.522],
  ["earliest-impact", 0.173, 0.567],
  ["value-weighted", 0.151, 0.597],
  ["maximum marginal return", 0.008, 0.152],
])(
  "%s leaves %d of the value at stake more than need be in the mean, %d at worst",
  (name, mean, greatest) => {
    const isPolicy = POLICY_NAMES.includes(name as PolicyName);
    const left = (each: Raid): number =>
      isPolicy
        ? leftByPolicy(each, name as PolicyName)
        : greedyAssignment(each.question).valueSurviving;
    expect(gap(left)).toEqual({ mean, greatest });
  },
);
