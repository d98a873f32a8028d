/** A study written down: which scenario, which options, how much of it, and what is set otherwise. */

import {
  checkedDocument,
  type Position,
  readDocument,
  type SourceDocument,
} from "@pavise/catalogue";
import { hashText, type PublishedRange } from "@pavise/kernel";
import { z } from "zod";
import type { Goal } from "../study/least-value.ts";
import { PRECISION_FIGURES } from "../study/precision-goal.ts";
import { INDEXED_RESULTS } from "../study/subject.ts";
import { SAMPLING_KINDS } from "../study/unknown-sampling.ts";
import { block } from "./block.ts";
import type { Override } from "./override.ts";
import { idSchema, text } from "./raid-schema.ts";
import { type AskedGoal, type AskedSweep, goalFromText } from "./study-question.ts";
import { count, goalSchema, sweepSchema, valueSchema } from "./study-question-schema.ts";

/** The form of study files that this version reads. */
export const studyForm = "pavise-study/1";

const indicesSchema = block({
  samples: count(16, 1_048_576).refine((samples) => (samples & (samples - 1)) === 0, {
    error: "a power of two",
  }),
  replications: count(2, 10_000_000).default(100),
  result: z.enum(INDEXED_RESULTS).default("arrivals"),
  options: z.array(idSchema).default([]),
});

export const studyDesignSchema = block({
  schema: z.literal(studyForm),
  /** Id of a shipped scenario, or a path beside this file. */
  scenario: text,
  options: z.array(idSchema).min(1).optional(),
  seed: count(0, Number.MAX_SAFE_INTEGER).optional(),
  draws: count(1, 100_000).optional(),
  replications: count(2, 10_000_000).optional(),
  /** Stop by itself once the 90 % interval of this figure is this narrow. */
  precision: block({
    figure: z.enum(PRECISION_FIGURES),
    half: z.number().gt(0, { error: "half a width above 0" }),
  }).optional(),
  sampling: z.enum(SAMPLING_KINDS).optional(),
  /** Values and ranges in place of what is published, by path. */
  unknowns: z.record(text, valueSchema).optional(),
  indices: indicesSchema.optional(),
  /** The same for several values of the defence, of an unknown, or of the raid's size. */
  sweeps: z.array(sweepSchema).max(20).optional(),
  /** What would have to be true for each of these to hold. */
  goals: z.array(goalSchema).max(100).optional(),
});

export interface StudyDesign {
  readonly written: z.output<typeof studyDesignSchema>;
  /** Name of the file, for errors and results. */
  readonly name: string;
  /** As it was read. */
  readonly contents: string;
  /** 16 hexadecimal digits over the contents; comments and layout do not count. */
  readonly hash: string;
  /** What it sets, each with its place in the file. */
  readonly overrides: readonly Override[];
  readonly sweeps: readonly AskedSweep[];
  readonly goals: readonly AskedGoal[];
}

/** Whether a text says of itself that it is a study and not a scenario. */
export function isStudyDesign(contents: string): boolean {
  return /^(?:\s*#[^\n]*\n|\s)*(?:---\s*\n)?["']?schema["']?\s*:\s*["']?pavise-study\//.test(
    contents,
  );
}

/**
 * Reads a study from YAML or JSON text.
 *
 * @throws InputError with file, line and column of the first thing that is wrong.
 */
export function studyDesignFromText(contents: string, name: string): StudyDesign {
  const document = readDocument(contents, name);
  const { schema } = document.value;
  if (schema !== studyForm) {
    throw document.fault(["schema"], `${studyForm}, the newest form that is read here`);
  }
  const written = checkedDocument(document, studyDesignSchema);
  if (written.precision !== undefined && (written.sampling ?? "independent") !== "independent") {
    const expected = "independent beside precision, whose interval is for independent draws";
    throw document.fault(["sampling"], expected);
  }
  const overrides = Object.entries(written.unknowns ?? {}).map(([pattern, value]) => {
    const { line, column } = document.locateKey(["unknowns", pattern]);
    return { pattern, value: value as PublishedRange | string, place: `${name}:${line}:${column}` };
  });
  const hash = hashText(JSON.stringify(written));
  const asked = { sweeps: askedSweeps(written, document), goals: askedGoals(written, document) };
  return { written, name, contents, hash, overrides, ...asked };
}

type Written = StudyDesign["written"];

function placeOf({ name }: SourceDocument, { line, column }: Position): string {
  return `${name}:${line}:${column}`;
}

function askedSweeps({ sweeps = [] }: Written, document: SourceDocument): AskedSweep[] {
  return sweeps.map(({ vary, options, draws, replications }, index) => ({
    axes: Object.entries(vary).map(([path, values]) => ({
      path,
      values: values as AskedSweep["axes"][number]["values"],
      place: placeOf(document, document.locateKey(["sweeps", index, "vary", path])),
    })),
    options,
    draws,
    replications,
    place: placeOf(
      document,
      document.locate(["sweeps", index, options === undefined ? "vary" : "options"]),
    ),
  }));
}

function askedGoals({ goals = [] }: Written, document: SourceDocument): AskedGoal[] {
  return goals.map(({ goal, option, vary, range, draws, replications }, index) => {
    const place = (field: string): string =>
      placeOf(document, document.locate(["goals", index, field]));
    const places = { option: place("option"), vary: place("vary") };
    // The schema has read it already.
    return { option, goal: goalFromText(goal) as Goal, vary, range, draws, replications, places };
  });
}

/** A value of a study as `--set` takes it. */
export function overrideText({ pattern, value }: Override): string {
  return `${pattern}=${Array.isArray(value) ? value.join("..") : String(value)}`;
}
