/**
 * Salvo exchanges between two forces: Hughes's deterministic equations and the stochastic net hits
 * of one salvo. Calculators; see `shot-doctrine`.
 */
import { binomialProbabilities, meanOfCount } from "./binomial.ts";

/** One of two forces of like ships. */
export interface SalvoForce {
  readonly ships: number;
  /** Well-aimed threats each ship fires in a salvo. */
  readonly striking: number;
  /** Threats each ship destroys of the salvo against it. */
  readonly defending: number;
  /** Hits that put a ship out of action, > 0. */
  readonly staying: number;
}

/**
 * Ships of `defender` put out of action by one salvo of `attacker`: (α·A − b₃·B) / b₁ within [0, B].
 * Source: W. Hughes, Naval Research Logistics 42 (1995).
 */
export function salvoLosses(attacker: SalvoForce, defender: SalvoForce): number {
  const hits = attacker.striking * attacker.ships - defender.defending * defender.ships;
  return Math.min(defender.ships, Math.max(0, hits / defender.staying));
}

/** One salvo against a defence with a number of interceptors. */
export interface SalvoQuestion {
  readonly shots: number;
  /** Chance that a shot would hit if left alone. */
  readonly goodProbability: number;
  /** Interceptors, one at each good shot as long as they last. */
  readonly interceptors: number;
  readonly interceptProbability: number;
}

/** Net hits of one salvo. */
export interface SalvoOutcome {
  /** Chance of 0, 1, … hits. */
  readonly hits: Float64Array;
  readonly hitsMean: number;
}

/**
 * Exact law of the hits that get through: binomial good shots less binomial intercepts. After
 * M. Armstrong, A Stochastic Salvo Model for Naval Surface Combat, Operations Research 53:5 (2005).
 */
export function stochasticSalvoOutcome(question: SalvoQuestion): SalvoOutcome {
  const { shots, goodProbability, interceptors, interceptProbability } = question;
  const good = binomialProbabilities(shots, goodProbability);
  const hits = new Float64Array(shots + 1);
  for (let arriving = 0; arriving <= shots; arriving++) {
    const engaged = Math.min(arriving, interceptors);
    const intercepts = binomialProbabilities(engaged, interceptProbability);
    for (let stopped = 0; stopped <= engaged; stopped++) {
      hits[arriving - stopped]! += good[arriving]! * intercepts[stopped]!;
    }
  }
  return { hits, hitsMean: meanOfCount(hits) };
}
