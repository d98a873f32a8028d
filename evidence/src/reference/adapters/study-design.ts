/** Sampling designs, indices of variance, and the assignment of interceptors to threats. */
import { haltonPoints, SobolSequence, sensitivityIndices } from "@pavise/lab";
import { exactAssignment, greedyAssignment } from "@pavise/models";
import type { Adapter, Answer } from "../adapter.ts";

type Question = Record<string, unknown>;

function points(question: Question): Record<string, Answer> {
  const { name, count, dimensions } = question as {
    name: string;
    count: number;
    dimensions: number;
  };
  if (name === "halton") {
    return { points: haltonPoints(count, dimensions).map((point) => [...point]) };
  }
  if (name !== "sobol") throw new Error(`expected halton or sobol, got ${name}`);
  const sequence = new SobolSequence(dimensions);
  return { points: Array.from({ length: count }, (_, index) => [...sequence.point(index)]) };
}

interface Ishigami {
  readonly name: "ishigami";
  readonly a: number;
  readonly b: number;
}

interface GFunction {
  readonly name: "g";
  readonly a: readonly number[];
}

/** Variances of sin x₁ + a sin² x₂ + b x₃⁴ sin x₁ by factor, Ishigami and Homma (1990). */
function ishigamiExactly({ a, b }: Ishigami): Record<string, Answer> {
  const pi4 = Math.PI ** 4;
  const first = 0.5 * (1 + (b * pi4) / 5) ** 2;
  const second = (a * a) / 8;
  const together = b * b * pi4 * pi4 * (1 / 18 - 1 / 50);
  const variance = first + second + together;
  return {
    variance,
    S1: [first / variance, second / variance, 0],
    ST: [(first + together) / variance, second / variance, together / variance],
    S13: together / variance,
  };
}

/** The product of (|4x − 2| + a)/(1 + a): the variances of the factors multiply, plus one each. */
function gExactly({ a }: GFunction): Record<string, Answer> {
  const alone = a.map((weight) => 1 / (3 * (1 + weight) ** 2));
  const product = alone.reduce((all, each) => all * (1 + each), 1);
  const variance = product - 1;
  return {
    variance,
    S1: alone.map((each) => each / variance),
    ST: alone.map((each) => (each * product) / (1 + each) / variance),
  };
}

const SAMPLES = 8192;

/** The study's own estimator at the number of samples that the file speaks of. */
function estimated(question: Ishigami | GFunction): Record<string, Answer> {
  const isIshigami = question.name === "ishigami";
  const dimensions = isIshigami ? 3 : question.a.length;
  const answer = isIshigami
    ? ishigamiAt(question)
    : (point: Float64Array) =>
        point.reduce((product, x, i) => {
          const weight = question.a[i]!;
          return (product * (Math.abs(4 * x - 2) + weight)) / (1 + weight);
        }, 1);
  const plan = { dimensions, samples: SAMPLES, batches: 8, seed: 1 };
  const { first, total } = sensitivityIndices(answer, plan);
  return { S1: first.map(({ value }) => value), ST: total.map(({ value }) => value) };
}

function ishigamiAt({ a, b }: Ishigami): (point: Float64Array) => number {
  return (point) => {
    const [x1, x2, x3] = Array.from(point, (share) => Math.PI * (2 * share - 1));
    return Math.sin(x1!) + a * Math.sin(x2!) ** 2 + b * x3! ** 4 * Math.sin(x1!);
  };
}

function indices(asked: Question): Record<string, Answer> {
  const question = asked as unknown as Ishigami | GFunction;
  if (asked.list === "estimated") return estimated(question);
  return question.name === "ishigami" ? ishigamiExactly(question) : gExactly(question);
}

function assignment(question: Question): Record<string, Answer> {
  const raid = {
    values: question.value as number[],
    killProbabilities: question.p_kill as number[][],
  };
  return {
    optimal_expected_survival: exactAssignment(raid).valueSurviving,
    greedy_mmr_value: greedyAssignment(raid).valueSurviving,
  };
}

export const adapters: Record<string, Adapter> = {
  sampling_qmc: { engine: "formula", answer: points },
  sensitivity_sobol: { engine: "formula", answer: indices },
  wta_small: { engine: "formula", answer: assignment },
};
