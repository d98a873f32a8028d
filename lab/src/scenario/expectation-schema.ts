/** What a scenario expects of its own answer: inequalities between figures, each with a reason. */

import { z } from "zod";
import { block } from "./block.ts";
import { idSchema, text } from "./raid-schema.ts";

const number = z.number({ error: "a number" });
const operand = z.union([number, text], { error: "a number or the path of a figure" });
const operands = z.array(operand).min(2, { error: "at least two" }).max(20);

/** A number, the path of a figure of the summary, or a sum or product of such. */
const termSchema = z.union([operand, block({ sum: operands }), block({ product: operands })], {
  error: "a number, the path of a figure, {sum: […]} or {product: […]}",
});

/** How the figure stands to the other side; exactly one of them is written. */
export const RELATIONS = ["less_than", "at_most", "greater_than", "at_least", "equals"] as const;

/**
 * One inequality. It is no wish: it follows from a source or from the definitions, and a study in
 * which it fails has a fault in the model, in the scenario or in the reason.
 */
export const expectationSchema = block({
  id: idSchema,
  /** In a sentence, for readers. */
  says: text,
  quantity: termSchema,
  less_than: termSchema.optional(),
  at_most: termSchema.optional(),
  greater_than: termSchema.optional(),
  at_least: termSchema.optional(),
  /** Equal to within the runs' noise, or to `within`. */
  equals: termSchema.optional(),
  within: z.number({ error: "a number from 0" }).min(0, { error: "a number from 0" }).optional(),
  because: text,
  sources: z.array(text).min(1).optional(),
});

export type Relation = (typeof RELATIONS)[number];
export type WrittenTerm = z.output<typeof termSchema>;
export type WrittenExpectation = z.output<typeof expectationSchema>;
