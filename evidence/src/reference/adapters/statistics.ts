/** Statistics: the interval, moment and fit functions of the study code. */
import {
  chiSquareFit,
  clopperPearsonInterval,
  countedFromList,
  jeffreysInterval,
  kurtosisExcess,
  lagOneCorrelation,
  mean,
  quantile,
  runsNeeded,
  skewness,
  standardDeviation,
  studentInterval,
  twoSampleFit,
  uniformFit,
  wilsonInterval,
} from "@pavise/lab";
import type { Adapter } from "../adapter.ts";

type Question = Record<string, unknown>;

function numbers(question: Question, field: string): number[] {
  return question[field] as number[];
}

const binomial: Adapter = {
  engine: "formula",
  answer(question) {
    const { x, n, conf } = question as { x: number; n: number; conf: number };
    return {
      wilson: [...wilsonInterval(x, n, conf)],
      clopper_pearson: [...clopperPearsonInterval(x, n, conf)],
      jeffreys: [...jeffreysInterval(x, n, conf)],
    };
  },
};

const summary: Adapter = {
  engine: "formula",
  answer(question) {
    const data = numbers(question, "data");
    const counted = countedFromList(data);
    const asked = Object.keys(question.quantile_type7 as object);
    return {
      n: data.length,
      mean: mean(data),
      sd: standardDeviation(data),
      skew_g1: skewness(data),
      kurt_excess: kurtosisExcess(data),
      t95: [...studentInterval(data, 0.95)],
      quantile_type7: Object.fromEntries(asked.map((p) => [p, quantile(counted, Number(p))])),
    };
  },
};

const goodnessOfFit: Adapter = {
  engine: "formula",
  answer(question) {
    if (question.sample !== undefined) {
      const { statistic, probability } = uniformFit(numbers(question, "sample"));
      return { D: statistic, p_exact: probability };
    }
    if (question.a !== undefined) {
      const { statistic, probability } = twoSampleFit(
        numbers(question, "a"),
        numbers(question, "b"),
      );
      return { D: statistic, p_exact: probability };
    }
    const fit = chiSquareFit(numbers(question, "observed"), numbers(question, "expected"));
    return { chi2: fit.statistic, df: fit.freedom, p: fit.probability };
  },
};

/** The data of a case, or what its sentence says: "1.2 then (1.1,1.3) repeated 500 times". */
function series(question: Question): number[] {
  if (question.data !== undefined) return numbers(question, "data");
  const text = String(question.generate);
  const found = /^([\d.]+) then \(([\d.]+),([\d.]+)\) repeated (\d+) times/.exec(text);
  if (found === null) throw new Error(`expected "A then (B,C) repeated N times", got "${text}"`);
  const [first, second, third, times] = found.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
  ];
  return [first, ...Array.from({ length: times }, () => [second, third]).flat()];
}

const univariate: Adapter = {
  engine: "formula",
  answer(question) {
    const data = series(question);
    return {
      certified_mean: mean(data),
      certified_sd: standardDeviation(data),
      certified_lag1: lagOneCorrelation(data),
    };
  },
};

const runLength: Adapter = {
  engine: "formula",
  answer(question) {
    const { half_width, conf, p } = question as { half_width: number; conf: number; p: number };
    return { n_normal: runsNeeded(half_width, conf, p) };
  },
};

export const adapters: Record<string, Adapter> = {
  stats_binomial_ci: binomial,
  stats_summary: summary,
  stats_goodness_of_fit: goodnessOfFit,
  stats_nist_strd_univariate: univariate,
  stats_run_length: runLength,
};
