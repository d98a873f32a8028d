import { chance, closed, each, exact, histogram, mean, within } from "./rule.ts";
import type { CaseList, Subject } from "./subject.ts";

function engine(lists: Record<string, CaseList>, more: Partial<Subject> = {}): Subject {
  return { engine: "engine", lists, ...more };
}

const shot = {
  launch_s: within("t_s"),
  intercept_s: within("t_s"),
  ground_range_m: within("range_m"),
  slant_m: within("range_m"),
};

/** Subjects that the engine answers: `replicate` on a scenario of the flat world. */
export const engagementSubjects: Record<string, Subject> = {
  availability: engine({
    cases: { expected: { steady: chance(), at_t_from_up: chance(), reliability_t: chance() } },
  }),
  // A run of 5,000 s is one trial: arrivals within a run are not independent of each other.
  erlang_fire_channels: engine(
    {
      cases: {
        expected: {
          offered_erlang: mean(),
          p_blocked_ErlangB: mean(),
          carried_erlang: mean(),
          // Erlang C is a queue; the recipe of this file is a loss system.
          p_wait_ErlangC: closed("closed_form", { byCalculator: true }),
        },
      },
    },
    { trialsMin: 2000 },
  ),
  kill_chain_product: engine({ cases: { expected: { product: chance() } } }),
  launcher_cadence: engine({ cases: { expected: { launch_times_s: exact() } } }),
  layered_defence: engine({
    cases: {
      expected: {
        leak_fraction_after_layer: chance(),
        expected_leakers: mean(),
        p_no_leak: chance(),
      },
    },
  }),
  saturation_deterministic: engine({
    cases: {
      expected: { max_engagements_by_time: exact(), engaged: exact(), unengaged: exact() },
    },
  }),
  sls_finite_magazine: engine({
    cases: {
      expected: {
        p_no_leak: chance(),
        expected_leakers: mean(),
        expected_shots: mean(),
        p_magazine_empty: chance(),
        leaker_pmf: histogram(),
      },
    },
    unlimited: { expected: { p_leak: chance(), expected_shots: mean() } },
  }),
  sls_imperfect_assessment: engine({
    cases: { expected: { p_leak: chance(), expected_shots: mean() } },
  }),
  stochastic_salvo: engine({
    cases: {
      expected: { net_hits_pmf: histogram(), mean_net_hits: mean(), p_zero: chance() },
    },
  }),
  system_timeline: engine({
    cases: {
      expected: {
        expected: each({
          first_detection_s: within("t_s"),
          confirm_s: within("t_s"),
          confirm_range_m: within("range_m"),
          horizon_ground_range_m: within("range_m"),
          n_opportunities: exact(),
          shots: each(shot),
        }),
      },
    },
  }),
  wilkening_barrage: engine({
    cases: {
      expected: {
        K_w: chance(),
        p_no_leak: chance(),
        p_leak_distribution: histogram(),
        expected_leakers: mean(),
        interceptors: exact(),
      },
    },
    required: {
      expected: {
        // A number of shots that is no whole number cannot be fired.
        shots_per_warhead_real: closed("closed_form", { byCalculator: true }),
        shots_per_warhead: exact(),
        interceptors: exact(),
        reachable: exact(),
      },
    },
  }),
};
