/** Engine answers to cases about salvoes of either side and about assessments that can be wrong. */
import type { Adapter, Answer } from "../adapter.ts";
import { numberOf, type Question } from "../fields.ts";
import { certainBattery, certainRounds, played, type Totals, together } from "../flat-world.ts";

function proportion(successes: number, { replications }: Totals): Answer {
  return { kind: "proportion", successes, trials: replications };
}

/** Later than any end of a course: no sensor tells command that a threat is gone. */
const UNNOTICED = 1_000;

/** One threat, one round a look, an assessment after each that may be wrong either way. */
function answerAssessment(question: Question): Record<string, Answer> {
  const totals = played({
    launchTimes: [0],
    option: { command_posts: [{ id: "post", drop_time_s: UNNOTICED }] },
    batteries: [
      certainBattery("battery", {
        doctrine: { salvo_per_look: [1], looks_max: numberOf(question, "max_shots") },
        kill_declared: {
          if_killed: numberOf(question, "p_declare_kill_given_kill"),
          if_missed: numberOf(question, "p_declare_kill_given_miss"),
        },
        magazines: [
          certainRounds({
            single_shot_kill_probability: { ballistic: numberOf(question, "p_kill") },
          }),
        ],
      }),
    ],
  });
  return {
    p_leak: proportion(totals.leaked.sum, totals),
    expected_shots: { ...totals.rounds.estimate(totals.replications) },
  };
}

/** Shots that are no good never fly; each of the others draws one round while there are any. */
function answerSalvo(question: Question): Record<string, Answer> {
  const totals = played({
    launchTimes: together(numberOf(question, "shots")),
    threat: {
      flight_reliability: numberOf(question, "p_shot_good"),
      failure_fractions: [0],
    },
    batteries: [
      certainBattery("battery", {
        magazines: [
          certainRounds({
            rounds_per_launcher: numberOf(question, "interceptors"),
            single_shot_kill_probability: { ballistic: numberOf(question, "p_intercept") },
          }),
        ],
      }),
    ],
  });
  return {
    net_hits_pmf: { kind: "histogram", counts: totals.arrivals },
    mean_net_hits: { ...totals.arrived.estimate(totals.replications) },
    p_zero: proportion(totals.arrivals[0]!, totals),
  };
}

function engine(answer: (question: Question) => Record<string, Answer>): Adapter {
  return { engine: "engine", answer };
}

export const adapters: Record<string, Adapter> = {
  sls_imperfect_assessment: engine(answerAssessment),
  stochastic_salvo: engine(answerSalvo),
};
