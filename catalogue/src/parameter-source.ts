import { z } from "zod";
import { datumSchema } from "./datum.ts";
import { expectation } from "./expectation.ts";

const text = z.string().min(1);

/** A parameter taken from a fact of the same file: `{ from: timings.reaction_time_s }`. */
const fromFactSchema = z.strictObject({ from: text, note: text.optional() });

/** A parameter taken from the assumptions all share: `{ common: reaction_time_s }`. */
const fromAssumptionSchema = z.strictObject({
  common: text,
  /** The fact of the same file that the assumption stands in for: shown as an alternative. */
  instead_of: text.optional(),
  note: text.optional(),
});

export type FromFact = z.output<typeof fromFactSchema>;
export type FromAssumption = z.output<typeof fromAssumptionSchema>;
/** Where one parameter comes from: a fact, a shared assumption, or a value of its own. */
export type ParameterSource = FromFact | FromAssumption | z.output<typeof datumSchema>;
/** One parameter, or a group of them. */
export type ParameterNode = ParameterSource | { readonly [name: string]: ParameterSource };

/** Whether a node is one parameter and not a group. */
export function isParameterSource(node: ParameterNode): node is ParameterSource {
  return "from" in node || "common" in node || "value" in node;
}

const groupSchema = z.record(
  text,
  z.custom<ParameterSource>().superRefine((source, context) => refine(source, context, false)),
);

function formOf(node: object, allowsGroup: boolean): z.ZodType {
  if ("from" in node) return fromFactSchema;
  if ("common" in node) return fromAssumptionSchema;
  return "value" in node || !allowsGroup ? datumSchema : groupSchema;
}

/** The form is told by its fields, so that an error speaks of the form that was meant. */
function refine(node: unknown, context: z.core.$RefinementCtx, allowsGroup: boolean): void {
  if (typeof node !== "object" || node === null || Array.isArray(node)) {
    const message = "{from: …}, {common: …} or a value with unit, sources and grade";
    context.addIssue({ code: "custom", message });
    return;
  }
  const result = formOf(node, allowsGroup).safeParse(node, { error: expectation });
  for (const { code, message, path, ...rest } of result.error?.issues ?? []) {
    if (code === "unrecognized_keys") {
      const { keys } = rest as { keys: string[] };
      context.addIssue({ code, keys, message, path, input: { ...node } });
    } else context.addIssue({ code: "custom", message, path });
  }
}

/** Schema of one entry of a `parameters:` section. */
export const parameterNodeSchema = z
  .custom<ParameterNode>()
  .superRefine((node, context) => refine(node, context, true));
