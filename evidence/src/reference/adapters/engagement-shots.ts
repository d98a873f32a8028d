/** Engine answers to cases about shots, layers and magazines. No closed form stands here. */
import type { Adapter, Answer } from "../adapter.ts";
import { numberOf, numbersOf, type Question } from "../fields.ts";
import {
  certainBattery,
  certainRadar,
  certainRounds,
  type FlatCase,
  type Moments,
  played,
  REPLICATIONS,
  type Totals,
  together,
} from "../flat-world.ts";

function proportion(successes: number, trials: number): Answer {
  return { kind: "proportion", successes, trials };
}

function noLeak(totals: Totals): Answer {
  return proportion(totals.leakers[0]!, totals.replications);
}

function mean(moments: Moments, totals: Totals): Answer {
  return { ...moments.estimate(totals.replications) };
}

/** A radar with one scan while the threat flies: tracked with its chance, or never. */
function onlyScan(id: string, probability: number): Record<string, unknown> {
  return certainRadar(id, {
    step: { range_km: 2_000, detection_probability: probability },
    period_s: 10_000,
    phase_s: 1,
  });
}

function barrage(question: Question, shots: number, commonModeFailure: number): FlatCase {
  return {
    launchTimes: together(numberOf(question, "W")),
    batteries: [
      certainBattery("battery", {
        common_mode_failure: commonModeFailure,
        doctrine: { salvo_per_look: [shots], looks_max: 1 },
        sensors: [onlyScan("radar", numberOf(question, "p_track"))],
        magazines: [
          certainRounds({
            single_shot_kill_probability: { ballistic: numberOf(question, "sspk") },
          }),
        ],
      }),
    ],
  };
}

/** Chance that no warhead leaks, seen to be safely above a goal, below it, or too near to tell. */
const DECIDED_ERRORS = 5;
const SHOTS_MAX = 16;

function required(question: Question): Record<string, Answer> {
  const goal = numberOf(question, "goal_p_no_leak");
  for (let shots = 1; shots <= SHOTS_MAX; shots++) {
    const totals = played(barrage(question, shots, 0), REPLICATIONS / 10);
    const share = totals.leakers[0]! / totals.replications;
    const error = Math.sqrt((share * (1 - share)) / totals.replications);
    if (Math.abs(share - goal) < DECIDED_ERRORS * error) {
      throw new Error(`${shots} shots: ${share} is too near the goal ${goal} to decide by playing`);
    }
    if (share > goal) {
      const interceptors = totals.threats * shots;
      return { shots_per_warhead: shots, interceptors, reachable: true };
    }
  }
  return { shots_per_warhead: null, interceptors: null, reachable: false };
}

function answerBarrage(question: Question): Record<string, Answer> {
  if (question.list === "required") return required(question);
  const shots = numberOf(question, "shots_per_warhead");
  const failure = 1 - numberOf(question, "p_common_mode");
  const totals = played(barrage(question, shots, failure));
  const working = failure === 0 ? totals : played(barrage(question, shots, 0));
  const warheads = working.replications * working.threats;
  const certain = played(barrage({ ...question, p_track: 1 }, shots, 0), 1);
  return {
    K_w: proportion(warheads - working.leaked.sum, warheads),
    p_no_leak: noLeak(totals),
    p_leak_distribution: { kind: "histogram", counts: totals.leakers },
    expected_leakers: mean(totals.leaked, totals),
    interceptors: certain.rounds.sum,
  };
}

/** First stage a common-mode draw, second a single scan, last a kill; those between are parts. */
function answerChain(question: Question): Record<string, Answer> {
  const [unit, track, ...rest] = numbersOf(question, "p");
  const kill = rest.pop();
  if (unit === undefined || track === undefined || kill === undefined) {
    throw new Error("p: expected at least three stages");
  }
  const totals = played({
    launchTimes: [0],
    batteries: [
      certainBattery("battery", {
        common_mode_failure: 1 - unit,
        components: rest.map((availability, k) => ({ id: `part-${k + 1}`, availability })),
        sensors: [onlyScan("radar", track)],
        magazines: [certainRounds({ single_shot_kill_probability: { ballistic: kill } })],
      }),
    ],
  });
  return { product: noLeak(totals) };
}

/** Layers one behind the other, 20 km deep each, under one command post. */
function answerLayers(question: Question): Record<string, Answer> {
  const kills = numbersOf(question, "layer_kill");
  const flightSeconds = 30 + 20 * kills.length;
  const totals = played({
    launchTimes: together(numberOf(question, "W")),
    flightSeconds,
    batteries: kills.map((kill, layer) =>
      certainBattery(`layer-${layer + 1}`, {
        magazines: [
          certainRounds({
            envelopes: {
              ballistic: {
                range_min_km: flightSeconds - 20 * (layer + 1) - 5,
                range_max_km: flightSeconds - 20 * layer - 10,
              },
            },
            single_shot_kill_probability: { ballistic: kill },
          }),
        ],
      }),
    ),
  });
  // A layer fires one round at everything that the layers before it let through.
  const all = totals.replications * totals.threats;
  const after = [...totals.roundsBySlot.slice(1), totals.leaked.sum];
  return {
    leak_fraction_after_layer: after.map((leaked) => proportion(leaked, all)),
    expected_leakers: mean(totals.leaked, totals),
    p_no_leak: noLeak(totals),
  };
}

const UNLIMITED = 10_000;

/** Threats far apart, one launcher, perfect assessment. */
function answerMagazine(question: Question): Record<string, Answer> {
  const isUnlimited = question.list === "unlimited";
  const targets = isUnlimited ? 1 : numberOf(question, "targets");
  const magazine = isUnlimited ? UNLIMITED : numberOf(question, "magazine");
  const salvos = isUnlimited
    ? Array.from({ length: numberOf(question, "max_shots") }, () => 1)
    : numbersOf(question, "salvo_per_look");
  const totals = played({
    launchTimes: Array.from({ length: targets }, (_, k) => 1_000 * k),
    batteries: [
      certainBattery("battery", {
        doctrine: { salvo_per_look: salvos, looks_max: salvos.length },
        magazines: [
          certainRounds({
            rounds_per_launcher: magazine,
            single_shot_kill_probability: { ballistic: numberOf(question, "p_kill") },
          }),
        ],
      }),
    ],
  });
  if (isUnlimited) {
    return {
      p_leak: proportion(totals.leaked.sum, totals.replications),
      expected_shots: mean(totals.rounds, totals),
    };
  }
  return {
    p_no_leak: noLeak(totals),
    expected_leakers: mean(totals.leaked, totals),
    expected_shots: mean(totals.rounds, totals),
    p_magazine_empty: proportion(totals.roundCounts.get(magazine) ?? 0, totals.replications),
    leaker_pmf: { kind: "histogram", counts: totals.leakers },
  };
}

/** A part with failures and repairs, and a battery that stops every threat if the part works. */
function answerAvailability(question: Question): Record<string, Answer> {
  const chance = (fields: Record<string, number>): Answer =>
    noLeak(
      played({
        launchTimes: [0],
        batteries: [certainBattery("battery", { components: [{ id: "part", ...fields }] })],
      }),
    );
  const mtbf_h = numberOf(question, "mtbf_h");
  const mttr_h = numberOf(question, "mttr_h");
  const hours_since_check_h = numberOf(question, "t_h");
  return {
    steady: chance({ mtbf_h, mttr_h }),
    at_t_from_up: chance({ mtbf_h, mttr_h, hours_since_check_h }),
    reliability_t: chance({ mtbf_h, hours_since_check_h }),
  };
}

function engine(answer: (question: Question) => Record<string, Answer>): Adapter {
  return { engine: "engine", answer };
}

export const adapters: Record<string, Adapter> = {
  wilkening_barrage: engine(answerBarrage),
  kill_chain_product: engine(answerChain),
  layered_defence: engine(answerLayers),
  sls_finite_magazine: engine(answerMagazine),
  availability: engine(answerAvailability),
};
