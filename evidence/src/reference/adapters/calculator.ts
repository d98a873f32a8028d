/**
 * The students' calculators of `models/command` answer engagement files a second time; the first
 * answer is the engine's, and no adapter of the engine may look in here.
 */
import {
  availabilityFromUp,
  availabilitySteady,
  barrageOutcome,
  blockedProbability,
  finiteMagazineOutcome,
  imperfectAssessmentOutcome,
  killChainProbability,
  launchTimes,
  layeredDefenceOutcome,
  reliability,
  saturationOutcome,
  shootLookShootOutcome,
  shotsPerThreatRequired,
  stochasticSalvoOutcome,
  waitingProbability,
} from "@pavise/models";
import type { Adapter, Answer } from "../adapter.ts";

type Numbers = Record<string, number>;

function calculator(answer: (numbers: Numbers) => Record<string, Answer>): Adapter {
  return { engine: "formula", answer: (question) => answer(question as Numbers) };
}

function barrage(numbers: Numbers): Record<string, Answer> {
  const outcome = barrageOutcome({
    threats: numbers.W!,
    sspk: numbers.sspk!,
    shotsPerThreat: numbers.shots_per_warhead!,
    trackProbability: numbers.p_track!,
    commonModeProbability: numbers.p_common_mode!,
  });
  return {
    K_w: outcome.killProbability,
    p_no_leak: outcome.leakers[0]!,
    // The file lists no more than five leakers.
    p_leak_distribution: [...outcome.leakers.slice(0, 6)],
    expected_leakers: outcome.leakersMean,
    interceptors: outcome.interceptors,
  };
}

function barrageRequired(numbers: Numbers): Record<string, Answer> {
  const threats = numbers.W!;
  const real = shotsPerThreatRequired(
    threats,
    numbers.sspk!,
    numbers.p_track!,
    numbers.goal_p_no_leak!,
  );
  const shots = real === null ? null : Math.ceil(real);
  return {
    shots_per_warhead_real: real,
    shots_per_warhead: shots,
    interceptors: shots === null ? null : shots * threats,
    reachable: real !== null,
  };
}

function layered(question: Record<string, unknown>): Record<string, Answer> {
  const { W, layer_kill } = question as { W: number; layer_kill: number[] };
  const outcome = layeredDefenceOutcome(W, layer_kill);
  return {
    leak_fraction_after_layer: [...outcome.leakFractions],
    expected_leakers: outcome.leakersMean,
    p_no_leak: outcome.noLeakProbability,
  };
}

function finiteMagazine(question: Record<string, unknown>): Record<string, Answer> {
  const fields = question as {
    targets: number;
    magazine: number;
    p_kill: number;
    salvo_per_look: number[];
  };
  const outcome = finiteMagazineOutcome({
    threats: fields.targets,
    magazine: fields.magazine,
    sspk: fields.p_kill,
    salvoPerLook: fields.salvo_per_look,
  });
  return {
    p_no_leak: outcome.leakers[0]!,
    expected_leakers: outcome.leakersMean,
    expected_shots: outcome.shotsMean,
    p_magazine_empty: outcome.magazineEmptyProbability,
    leaker_pmf: [...outcome.leakers],
  };
}

function unlimitedMagazine(numbers: Numbers): Record<string, Answer> {
  const outcome = shootLookShootOutcome(numbers.p_kill!, numbers.max_shots!);
  return { p_leak: outcome.leakProbability, expected_shots: outcome.shotsMean };
}

function assessment(numbers: Numbers): Record<string, Answer> {
  const outcome = imperfectAssessmentOutcome({
    sspk: numbers.p_kill!,
    shotsMax: numbers.max_shots!,
    declaredIfKilled: numbers.p_declare_kill_given_kill!,
    declaredIfAlive: numbers.p_declare_kill_given_miss!,
  });
  return { p_leak: outcome.leakProbability, expected_shots: outcome.shotsMean };
}

function cadence(numbers: Numbers): Record<string, Answer> {
  const times = launchTimes({
    readyRounds: numbers.ready_rounds!,
    spacing: numbers.interval_s!,
    reload: numbers.reload_s!,
    demands: numbers.demands_at_t0!,
  });
  return { launch_times_s: [...times] };
}

function availability(numbers: Numbers): Record<string, Answer> {
  const component = {
    meanTimeToFailure: numbers.mtbf_h!,
    meanTimeToRepair: numbers.mttr_h!,
  };
  const time = numbers.t_h!;
  return {
    steady: availabilitySteady(component),
    at_t_from_up: availabilityFromUp(component, time),
    reliability_t: reliability(component, time),
  };
}

function saturation(numbers: Numbers): Record<string, Answer> {
  const outcome = saturationOutcome({
    threats: numbers.raid!,
    channels: numbers.channels!,
    engagementDuration: numbers.engagement_s!,
    windowDuration: numbers.window_s!,
    shotsPerEngagement: numbers.shots_per_engagement!,
    magazine: numbers.magazine!,
  });
  return {
    max_engagements_by_time: outcome.engagementsByTime,
    engaged: outcome.engaged,
    unengaged: outcome.unengaged,
  };
}

function erlang(numbers: Numbers): Record<string, Answer> {
  const offered = numbers.arrivals_per_s! * numbers.engagement_s!;
  const channels = numbers.channels!;
  const blocked = blockedProbability(offered, channels);
  return {
    offered_erlang: offered,
    p_blocked_ErlangB: blocked,
    carried_erlang: offered * (1 - blocked),
    p_wait_ErlangC: waitingProbability(offered, channels),
  };
}

function salvo(numbers: Numbers): Record<string, Answer> {
  const outcome = stochasticSalvoOutcome({
    shots: numbers.shots!,
    goodProbability: numbers.p_shot_good!,
    interceptors: numbers.interceptors!,
    interceptProbability: numbers.p_intercept!,
  });
  return {
    net_hits_pmf: [...outcome.hits],
    mean_net_hits: outcome.hitsMean,
    p_zero: outcome.hits[0]!,
  };
}

export const calculators: Record<string, Adapter> = {
  availability: calculator(availability),
  erlang_fire_channels: calculator(erlang),
  kill_chain_product: {
    engine: "formula",
    answer: (question) => ({ product: killChainProbability(question.p as number[]) }),
  },
  launcher_cadence: calculator(cadence),
  layered_defence: { engine: "formula", answer: layered },
  saturation_deterministic: calculator(saturation),
  sls_finite_magazine: {
    engine: "formula",
    answer: (question) =>
      question.list === "unlimited"
        ? unlimitedMagazine(question as Numbers)
        : finiteMagazine(question),
  },
  sls_imperfect_assessment: calculator(assessment),
  stochastic_salvo: calculator(salvo),
  wilkening_barrage: {
    engine: "formula",
    answer: (question) =>
      question.list === "required"
        ? barrageRequired(question as Numbers)
        : barrage(question as Numbers),
  },
};
