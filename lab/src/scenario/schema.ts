/** The file a user writes: one question, one raid, several defences. */

import { z } from "zod";
import { block } from "./block.ts";
import { doctrineSchema, optionSchema, systemSchema } from "./defence-schema.ts";
import { expectationSchema } from "./expectation-schema.ts";
import { assetSchema, groupSchema, idSchema, text, threatTypeSchema } from "./raid-schema.ts";
import { environmentSchema } from "./sensor-schema.ts";

/** The form of scenario files that this version reads and writes. */
export const scenarioForm = "pavise-scenario/1";

const count = z.int({ error: "a whole number from 0" }).min(0, { error: "a whole number from 0" });

/** What was recorded, for the dotted line in the figure; total and arrivals by asset. */
const recordedSchema = block({
  launched: count.optional(),
  failed: count.optional(),
  arrivals: z
    .record(idSchema, count)
    .refine((arrivals) => Object.hasOwn(arrivals, "total"), { error: "arrivals with a total" }),
  sources: z.array(text).min(1),
  note: text.optional(),
});

/**
 * The honest check: an option played once more with parameters of other types in place of those
 * that were read off the very event, and the number recorded.
 */
const checkSchema = block({
  title: text,
  option: idSchema,
  take: z.record(text, text),
  recorded: count,
});

/** How much of it a study plays where nobody says: large raids need less. */
const studySizeSchema = block({
  draws: z.int({ error: "a whole number from 1" }).min(1).max(100_000).optional(),
  replications: z.int({ error: "a whole number from 2" }).min(2).max(10_000_000).optional(),
  /** Whether each unknown is moved by itself as well; false saves most of the time of a large raid. */
  sensitivity: z.boolean({ error: "true or false" }).optional(),
});

export const scenarioSchema = block({
  schema: z.literal(scenarioForm),
  id: idSchema,
  title: text,
  question: text,
  description: text.optional(),
  sources: z.array(text).optional(),
  world: z.enum(["wgs84", "flat"]),
  /** `coarse`: ground heights of the catalogue stand under sites and hide threats. */
  terrain: z.enum(["smooth", "coarse"]).optional(),
  environment: environmentSchema.optional(),
  assets: z.array(assetSchema).min(1, { error: "at least one asset" }).max(500),
  threats: z.record(idSchema, threatTypeSchema).optional(),
  systems: z.record(idSchema, systemSchema).optional(),
  doctrine: doctrineSchema.optional(),
  raid: z.array(groupSchema).min(1, { error: "at least one group of threats" }).max(2000),
  options: z.array(optionSchema).min(1, { error: "at least one option" }).max(100),
  recorded: recordedSchema.optional(),
  check: checkSchema.optional(),
  /** Held against every study of it, and shown with their margins. */
  expectations: z.array(expectationSchema).max(50).optional(),
  study: studySizeSchema.optional(),
});

/** A scenario as written and checked field by field. */
export type WrittenScenario = z.output<typeof scenarioSchema>;

/** JSON Schema (2020-12) of scenario files, for editors that complete and underline. */
export function scenarioJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(scenarioSchema, { io: "input", target: "draft-2020-12" });
  return { ...schema, title: "Pavise scenario", $id: "https://pavise.invalid/scenario-1.json" };
}
