/**
 * The one table of expected fields: what the runner takes out of every case before an adapter sees
 * it, and how each answer is compared. A field in no list here is part of the question.
 */
import { engagementSubjects } from "./expected-engagement.ts";
import { flightSubjects } from "./expected-flight.ts";
import { radarSubjects } from "./expected-radar.ts";
import { closed, exact, share, within } from "./rule.ts";
import type { Subject } from "./subject.ts";
import { formula } from "./subject.ts";

const statistics: Record<string, Subject> = {
  rng_random123_kat: formula({ expected: exact() }),
  sampling_qmc: formula({ points: exact() }),
  stats_binomial_ci: formula({
    wilson: within("computed_abs"),
    clopper_pearson: within("computed_abs"),
    jeffreys: within("computed_abs"),
    published_wilson: within("published_abs", { answeredAs: ["wilson"] }),
    published_clopper_pearson: within("published_abs", { answeredAs: ["clopper_pearson"] }),
  }),
  stats_goodness_of_fit: formula({
    D: within("stat"),
    p_exact: within("p"),
    chi2: within("stat"),
    df: exact(),
    p: within("p"),
  }),
  // One entry for spread: it is named after the hardest of the four sets and holds for all.
  stats_nist_strd_univariate: formula({
    certified_mean: share("mean_rel"),
    certified_sd: share("sd_rel_NumAcc4"),
    certified_lag1: share("sd_rel_NumAcc4"),
  }),
  stats_run_length: formula({ n_normal: exact() }),
  stats_summary: formula({
    n: exact(),
    mean: share("rel"),
    sd: share("rel"),
    skew_g1: share("rel"),
    kurt_excess: share("rel"),
    t95: share("rel"),
    quantile_type7: share("rel"),
  }),
  // Asked twice: what is true, and what the study's own estimator makes of it.
  sensitivity_sobol: {
    engine: "formula",
    lists: {
      cases: { expected: { variance: closed(), S1: closed(), ST: closed(), S13: closed() } },
      estimated: {
        of: "cases",
        expected: {
          S1: within("estimator_abs_at_N_8192"),
          ST: within("estimator_abs_at_N_8192"),
        },
        aside: {
          variance: "the file states no tolerance for its estimate",
          S13: "the file states no tolerance for its estimate",
        },
      },
    },
  },
};

const operations: Record<string, Subject> = {
  hughes_salvo: formula({ dA: closed(), dB: closed() }),
  sspk_cep: formula({ sigma_m: share("rel"), p: share("rel"), p_halfpower: share("rel") }),
  wta_small: formula(
    { optimal_expected_survival: share("rel"), greedy_mmr_value: share("rel") },
    {
      lower_bound: "a bound of the other solver's, not of the problem",
      proven: "says how far the other solver got",
      assignment: "an optimum need not be the only one; its value is compared",
      brute_force_checked: "says how the case was checked",
    },
  ),
  format_dis: {
    engine: "formula",
    lists: {
      cases: {
        expected: { length: exact(), hex: exact() },
        aside: { tshark_dissection: "another program's reading of the same bytes" },
      },
      raw_open_dis: {
        expected: { length: exact() },
        aside: { tshark_dissection: "another program's reading of the same bytes" },
      },
    },
  },
};

/** Subjects by base name of their file. */
export const subjects: Record<string, Subject> = {
  ...flightSubjects,
  ...radarSubjects,
  ...engagementSubjects,
  ...statistics,
  ...operations,
};
