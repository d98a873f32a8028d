/** Fields of a study file that ask for more than the study itself, and what its values look like. */

import { z } from "zod";
import { block } from "./block.ts";
import { idSchema, text } from "./raid-schema.ts";
import { GOAL_EXPECTED, goalFromText } from "./study-question.ts";

/** A whole number within bounds. */
export const count = (least: number, most: number) =>
  z
    .int({ error: `a whole number from ${least} to ${most}` })
    .min(least, { error: `a whole number from ${least} to ${most}` })
    .max(most, { error: `a whole number from ${least} to ${most}` });

const figure = z.number({
  error: "a number, or a range [least, greatest] or [least, likely, greatest]",
});
const isRising = (range: readonly number[]): boolean =>
  range.every((each, index) => index === 0 || each >= range[index - 1]!);
const rising = { error: "a rising range" };
/** A figure, a range, or a word such as `never`. */
export const valueSchema = z.union(
  [
    figure,
    z.tuple([figure, figure]).refine(isRising, rising),
    z.tuple([figure, figure, figure]).refine(isRising, rising),
    z.string().regex(/^[a-z][a-z-]*$/),
  ],
  { error: "a number, a rising range [least, greatest] or [least, likely, greatest], or a word" },
);

/** One sweep: every combination of these values. */
export const sweepSchema = block({
  vary: z
    .record(text, z.array(valueSchema).min(1))
    .refine((vary) => Object.keys(vary).length > 0, { error: "at least one path with its values" }),
  options: z.array(idSchema).min(1).optional(),
  draws: count(1, 100_000).default(100),
  replications: count(2, 10_000_000).default(500),
});

/** One goal, and what may be moved to meet it. */
export const goalSchema = block({
  goal: z.string().refine((written) => goalFromText(written) !== null, { error: GOAL_EXPECTED }),
  option: idSchema,
  /** A path, or `kill-probability`, `warning`, `batteries`, `rounds`. */
  vary: text,
  range: z.tuple([figure, figure]).refine(([least, most]) => least < most, {
    error: "a range [least, greatest] to search",
  }),
  draws: count(2, 100_000).default(40),
  replications: count(2, 10_000_000).default(200),
});
