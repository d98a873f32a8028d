/** Whether an answer is what its scenario expects, and by what margin. */

import {
  RELATIONS,
  type Relation,
  type WrittenExpectation,
  type WrittenTerm,
} from "../scenario/expectation-schema.ts";
import type { StudyAnswer } from "./answer.ts";
import { type Figure, figure, optionsOfFigure } from "./figure.ts";

export interface JudgedExpectation {
  readonly id: string;
  readonly says: string;
  readonly because: string;
  readonly sources: readonly string[];
  readonly relation: Relation;
  /** Name of the figure it is about, where that is one and no sum or product. */
  readonly about?: string;
  /** Absent where an option it speaks of was not played. */
  readonly figures?: {
    readonly quantity: number;
    readonly other: number;
    /** How far the figure is on the right side; negative where the expectation fails. */
    readonly margin: number;
    /** Standard error: paired for arrivals under two options, else as of independent sides. */
    readonly precision: number;
  };
  readonly verdict: "holds" | "fails" | "not-played";
}

/** Standard errors within which two figures count as equal, where no `within` is written. */
const EQUAL_WITHIN = 3;

/** The relation that is written and its other side; the scenario's check saw that there is one. */
export function relationOf(written: WrittenExpectation): readonly [Relation, WrittenTerm] {
  const relation = RELATIONS.find((name) => written[name] !== undefined)!;
  return [relation, written[relation]!];
}

/** Paths of figures in a term. */
export function pathsOfTerm(term: WrittenTerm): string[] {
  if (typeof term === "object") {
    return ("sum" in term ? term.sum : term.product).filter((each) => typeof each === "string");
  }
  return typeof term === "string" ? [term] : [];
}

/** Judges each expectation by the figures of the answer. */
export function judgedExpectations(
  expectations: readonly WrittenExpectation[],
  answer: StudyAnswer,
): JudgedExpectation[] {
  const played = new Set(answer.summary.options.map(({ id }) => id));
  return expectations.map((written) => {
    const [relation, other] = relationOf(written);
    const { id, says, because, sources = [] } = written;
    const about = typeof written.quantity === "string" ? { about: written.quantity } : {};
    const told = { id, says, because, sources, relation, ...about };
    const options = [...pathsOfTerm(written.quantity), ...pathsOfTerm(other)].flatMap(
      optionsOfFigure,
    );
    if (!options.every((option) => played.has(option))) return { ...told, verdict: "not-played" };
    const left = valueOfTerm(written.quantity, answer);
    const right = valueOfTerm(other, answer);
    const precision = pairedPrecision(written.quantity, other, answer) ?? hypotenuse(left, right);
    const allowed = written.within ?? EQUAL_WITHIN * precision;
    const margin = marginOf(relation, left.value - right.value, allowed);
    const figures = { quantity: left.value, other: right.value, margin, precision };
    // NaN, a figure of nothing, holds nothing.
    const isStrict = relation === "less_than" || relation === "greater_than";
    const holds = isStrict ? margin > 0 : margin >= 0;
    return { ...told, figures, verdict: holds ? "holds" : "fails" };
  });
}

function hypotenuse(left: Figure, right: Figure): number {
  return Math.sqrt(left.precision * left.precision + right.precision * right.precision);
}

/** Of mean arrivals under two options, which share their luck. */
function pairedPrecision(
  left: WrittenTerm,
  right: WrittenTerm,
  answer: StudyAnswer,
): number | undefined {
  const pattern = /^options\.([^.]+)\.arrivals\.total\.mean$/;
  const [option, against] = [left, right].map((term) =>
    typeof term === "string" ? pattern.exec(term)?.[1] : undefined,
  );
  if (option === undefined || against === undefined || option === against) return undefined;
  return figure(answer, `options.${option}.difference.${against}.arrivals.mean`).precision;
}

function marginOf(relation: Relation, difference: number, allowed: number): number {
  if (relation === "equals") return allowed - Math.abs(difference);
  const isLess = relation === "less_than" || relation === "at_most";
  return isLess ? -difference : difference;
}

function valueOfOperand(operand: number | string, answer: StudyAnswer): Figure {
  return typeof operand === "number" ? { value: operand, precision: 0 } : figure(answer, operand);
}

function valueOfTerm(term: WrittenTerm, answer: StudyAnswer): Figure {
  if (typeof term !== "object") return valueOfOperand(term, answer);
  if ("sum" in term) {
    const figures = term.sum.map((each) => valueOfOperand(each, answer));
    const variance = figures.reduce((sum, { precision }) => sum + precision * precision, 0);
    return {
      value: figures.reduce((sum, { value }) => sum + value, 0),
      precision: Math.sqrt(variance),
    };
  }
  return term.product
    .map((each) => valueOfOperand(each, answer))
    .reduce((a, b) => {
      const ofA = a.precision * b.value;
      const ofB = b.precision * a.value;
      return { value: a.value * b.value, precision: Math.sqrt(ofA * ofA + ofB * ofB) };
    });
}
