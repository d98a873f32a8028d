/**
 * A calculator: a model's formula with the inputs it asks for, what it answers with, where the
 * formula comes from and where it ends. One definition serves the command line and any other page.
 */
import { InputError } from "@pavise/catalogue";
import type { CalculatorInput } from "./input.ts";

/** One number of an answer, or several. Null where there is none, with the reason. */
export interface Finding {
  /** Unit last, as `rangeKm`. */
  readonly name: string;
  readonly meaning: string;
  readonly unit: string;
  readonly value: number | null | readonly number[];
  /** Why there is no number. */
  readonly whyNone?: string;
  /** What each number of several stands for: `after scan 1`. */
  readonly labels?: readonly string[];
  /** Between several on one line; a comma otherwise. */
  readonly separator?: string;
}

/** One number of an answer, or several. */
export function finding(
  name: string,
  meaning: string,
  unit: string,
  value: Finding["value"],
  more: Pick<Finding, "whyNone" | "labels" | "separator"> = {},
): Finding {
  return { name, meaning, unit, value, ...more };
}

/** An input as it was used. */
export interface UsedInput {
  readonly name: string;
  readonly meaning: string;
  readonly unit: string;
  /** As given, or the standard. */
  readonly text: string;
  readonly value: unknown;
  readonly isStandard: boolean;
}

export interface CalculatorAnswer {
  readonly calculator: string;
  readonly inputs: readonly UsedInput[];
  readonly findings: readonly Finding[];
}

type Inputs = Readonly<Record<string, CalculatorInput<unknown>>>;

type ValuesOf<I extends Inputs> = {
  readonly [K in keyof I]: I[K] extends CalculatorInput<infer V> ? V : never;
};

interface Definition<I extends Inputs> {
  /** The word on the command line. */
  readonly name: string;
  /** One line: what it answers. */
  readonly title: string;
  readonly inputs: I;
  /** Options as typed, each a whole example. */
  readonly examples: readonly string[];
  readonly source: string;
  readonly limits: readonly string[];
  compute(values: ValuesOf<I>): readonly Finding[];
}

/** A calculator, ready to be asked by texts. */
export interface Calculator extends Omit<Definition<Inputs>, "compute"> {
  /**
   * Answers from the texts of the inputs by name; throws an InputError that names the option and
   * what it accepts.
   */
  answer(texts: Readonly<Record<string, string | undefined>>): CalculatorAnswer;
}

/** `rangeKm` as it is typed: `--range-km`. */
export function optionFromName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** `rangeKm` as it stands in a file: `range_km`. */
export function fieldFromName(name: string): string {
  return optionFromName(name).slice(2).replaceAll("-", "_");
}

/** Makes a calculator of its definition. */
export function calculator<const I extends Inputs>(definition: Definition<I>): Calculator {
  const { name, title, inputs, examples, source, limits } = definition;
  return {
    name,
    title,
    inputs,
    examples,
    source,
    limits,
    answer: (texts) => {
      for (const given of Object.keys(texts)) {
        if (inputs[given] === undefined) throw unknownInput(name, inputs, given);
      }
      const used = Object.entries(inputs).flatMap(([input, about]) =>
        usedInput(input, about, texts[input]),
      );
      const values = Object.fromEntries(used.map((each) => [each.name, each.value]));
      return {
        calculator: name,
        inputs: used,
        findings: computed(definition, values as ValuesOf<I>),
      };
    },
  };
}

function unknownInput(calculator: string, inputs: Inputs, got: string): InputError {
  const known = Object.keys(inputs).map(optionFromName).join(", ");
  return new InputError({ place: `calc ${calculator}`, path: "", expected: known, got });
}

function usedInput(
  name: string,
  input: CalculatorInput<unknown>,
  given: string | undefined,
): UsedInput[] {
  const { meaning, unit, standard, isOptional, expected } = input;
  const text = given ?? standard;
  const place = optionFromName(name);
  if (text === undefined) {
    if (isOptional) return [];
    throw new InputError({ place, path: "", expected: `${meaning}: ${expected}`, got: "nothing" });
  }
  const isStandard = given === undefined;
  return [{ name, meaning, unit, text, value: input.read(text, place), isStandard }];
}

/** Models refuse with a RangeError what no single input could tell: it is the asker's still. */
function computed<I extends Inputs>(
  { name, compute }: Definition<I>,
  values: ValuesOf<I>,
): readonly Finding[] {
  try {
    return compute(values);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const [, expected, got] = /: expected (.*), got (.*)$/s.exec(error.message) ?? [];
    throw new InputError({
      place: `calc ${name}`,
      path: "",
      expected: expected ?? "inputs that have an answer",
      got: got ?? error.message,
    });
  }
}

/** Where inputs come in sets of which at least one must be whole. */
export type InputSet = Readonly<Record<string, unknown>>;

type Complete<S extends InputSet> = S & { readonly [K in keyof S]-?: NonNullable<S[K]> };

/** Whether a set is given; refuses half a set. */
export function isGiven<S extends InputSet>(place: string, set: S): set is Complete<S> {
  const given = Object.keys(set).filter((name) => set[name] !== undefined);
  const missing = Object.keys(set).filter((name) => set[name] === undefined);
  if (given.length === 0 || missing.length === 0) return given.length > 0;
  throw new InputError({
    place: `calc ${place}`,
    path: "",
    expected: `${missing.map(optionFromName).join(", ")} together with ${given.map(optionFromName).join(", ")}`,
    got: "nothing",
  });
}

/** The error for a calculator that was given none of its sets. */
export function noSetGiven(place: string, sets: readonly InputSet[]): InputError {
  const words = sets.map((set) => Object.keys(set).map(optionFromName).join(" "));
  return new InputError({
    place: `calc ${place}`,
    path: "",
    expected: words.join(", or "),
    got: "neither",
  });
}
