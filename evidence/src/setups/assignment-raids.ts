/** Small raids that come all at once, for who-fires-at-whom: one shot at each threat, then it is over. */
import {
  type FireUnitSetup,
  type PolicyName,
  type Setup,
  THREAT_CLASSES,
  type ThreatClass,
} from "@pavise/lab";
import type { AssignmentQuestion } from "@pavise/models";
import { Luck } from "../baseline/luck.ts";
import { flatMagazine, flatSensor, flatUnit } from "./flat-raids.ts";

export interface AssignmentRaid {
  readonly question: AssignmentQuestion;
  /** By interceptor of the question: its fire unit. */
  readonly unitOf: readonly number[];
  setup(policy: PolicyName): Setup;
}

type Whole = (least: number, greatest: number) => number;
type KillProbability = Readonly<Record<ThreatClass, number>>;

const envelope = {
  rangeMin: 0,
  rangeMax: 1e6,
  heightMin: 0,
  heightMax: 1e6,
  threatSpeedMax: 1e5,
};

/** Sees everything on its first scan. */
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

function battery(index: number, rounds: number, killProbability: KillProbability): FireUnitSetup {
  return flatUnit({
    id: `battery-${index + 1}`,
    position: [30_000 * (index - 1), 0, 0],
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
        launchers: [rounds],
        stock: 0,
        envelopes: Object.fromEntries(THREAT_CLASSES.map((name) => [name, envelope])),
        killProbability,
      }),
    ],
  });
}

function attack(whole: Whole): Pick<Setup, "threats" | "courses"> {
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
    const to = [20_000 * (asset - 1), 0, 0] as const;
    return { kind: "route", waypoints: [from, to], speeds: [0, whole(200, 900)] };
  });
  return { threats, courses };
}

/** Two or three batteries of one to three rounds against four to seven threats at three places. */
export function assignmentRaid(index: number): AssignmentRaid {
  const luck = new Luck(4, 0);
  luck.begin(index);
  const whole: Whole = (least, greatest) =>
    least + Math.floor(luck.uniform() * (greatest - least + 1));
  const values = Array.from({ length: 3 }, () => whole(1, 5));
  const { threats, courses } = attack(whole);
  const kills = Array.from({ length: whole(2, 3) }, () => {
    const chances = THREAT_CLASSES.map((name) => [name, whole(2, 9) / 10]);
    return Object.fromEntries(chances) as KillProbability;
  });
  const rounds = kills.map(() => whole(1, 3));
  const fireUnits = kills.map((kill, unit) => battery(unit, rounds[unit]!, kill));
  const unitOf = rounds.flatMap((count, unit) => Array.from({ length: count }, () => unit));
  const assets = values.map((value, k) => {
    const position = [20_000 * (k - 1), 0, 0] as const;
    return { id: `place-${k + 1}`, position, arrivalRadius: 5000, value };
  });
  return {
    question: {
      values: threats.map(({ asset }) => values[asset]!),
      killProbabilities: unitOf.map((unit) => threats.map((threat) => kills[unit]![threat.class])),
    },
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
