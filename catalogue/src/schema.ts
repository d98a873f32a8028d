import { z } from "zod";
import type { Datum } from "./datum.ts";
import { confidenceSchema, datumSchema, sourcesSchema, valueSchema } from "./datum.ts";
import { threatClasses } from "./parameter-rule.ts";
import { parameterNodeSchema } from "./parameter-source.ts";
import { unitFitsName } from "./unit-name.ts";

const text = z.string().min(1);
const idSchema = z.string().regex(/^[a-z0-9][a-z0-9_]*$/, {
  error: "an id of small letters, digits and underscores",
});
const fieldNamePattern = /^[a-zA-Z][a-zA-Z0-9_]*$/;
const fieldName = z.string().regex(fieldNamePattern, {
  error: "a field name of letters, digits and underscores",
});

/** A fact is a datum; a remark beside facts is plain text. */
const factSchema = z.union([text, datumSchema]);

type RefinementContext = z.core.$RefinementCtx;

function checkUnits(facts: Readonly<Record<string, unknown>>, context: RefinementContext): void {
  for (const [name, fact] of Object.entries(facts)) {
    if (typeof fact !== "object" || fact === null || !("unit" in fact)) continue;
    const { unit } = fact as Datum;
    if (unitFitsName(name, unit)) continue;
    const message = `a unit that fits the field name ${name}`;
    context.addIssue({ code: "custom", path: [name, "unit"], message });
  }
}

const factsSchema = z.record(fieldName, factSchema).superRefine(checkUnits);

const parametersSchema = z.record(fieldName, parameterNodeSchema);

const interceptorSchema = z
  .object({ name: text, parameters: parametersSchema.optional() })
  .catchall(factSchema)
  .superRefine(checkUnits);

export const systemSchema = z.strictObject({
  id: idSchema,
  name: text,
  origin: text,
  role: text,
  /** The interceptor of its default load. */
  default_interceptor: idSchema,
  components: z.record(fieldName, text).optional(),
  parameters: parametersSchema,
  organisation: factsSchema.optional(),
  capacity: factsSchema.optional(),
  timings: factsSchema.optional(),
  radars: factsSchema.optional(),
  envelope: factsSchema.optional(),
  interceptors: z.record(idSchema, interceptorSchema),
  costs: factsSchema.optional(),
  observed_performance: factsSchema.optional(),
});

export const threatSchema = z
  .object({
    id: idSchema,
    name: text,
    class: z.enum(threatClasses),
    type: text,
    origin: text,
    parameters: parametersSchema,
  })
  .catchall(factSchema)
  .superRefine(checkUnits);

export const placeSchema = z
  .strictObject({
    id: idSchema,
    name: text,
    country: text,
    kind: text,
    lat: datumSchema,
    lon: datumSchema,
    position_accuracy_km: datumSchema,
    elevation_m: datumSchema.optional(),
  })
  .superRefine(checkUnits);

const statementSchema = z.strictObject({ by: text, metric: text, value: datumSchema });

export const engagementSchema = z.strictObject({
  id: idSchema,
  title: text,
  date: text,
  place_ids: z.array(idSchema),
  attacker: text,
  defender: text,
  bench_grade: z.enum(["A", "B", "C"]),
  bench_use: text,
  threats: z.array(
    z.strictObject({
      threat_id: idSchema,
      name: text,
      launched: datumSchema,
      failed_in_flight: datumSchema.optional(),
    }),
  ),
  defence: z.array(
    z.strictObject({ system_id: idSchema, present: z.boolean(), units: datumSchema }),
  ),
  interceptors_fired: datumSchema.optional(),
  claims: z.array(statementSchema),
  independent: z.array(statementSchema),
  outcome: factsSchema,
  recommended_prior: factsSchema.optional(),
});

export const supplySchema = z.strictObject({
  id: idSchema,
  title: text,
  date: text,
  supplier: text,
  recipient: text,
  item: text,
  status: z.enum(["documented", "reported", "claim", "hoax"]),
  lever: text,
  finding: datumSchema,
  facts: factsSchema.optional(),
  seed_relevance: text.optional(),
});

const countSchema = z.int().min(0).nullable();
const rateSchema = z.number().min(0).max(1);
const statedSchema = z.strictObject({
  value: valueSchema,
  who: text,
  sources: sourcesSchema,
  note: z.string(),
});
const counts = {
  id: idSchema,
  basis: z.enum(["test", "exercise", "combat", "combat_claim"]),
  date: text,
  trials: countSchema,
  successes: countSchema,
  trial_unit: text,
  definition: text,
  claimed_by: text,
  sources: sourcesSchema,
  confidence: confidenceSchema,
  note: z.string(),
  rate: rateSchema.optional(),
  jeffreys_90: z.tuple([rateSchema, rateSchema]).optional(),
  alternatives: z.array(statedSchema).optional(),
};
const tallySchema = z
  .object({ to: text, note: z.string().optional(), sources: sourcesSchema })
  .catchall(z.int().min(0));

type Counted = { trials: number | null; successes: number | null };

function checkCounts(record: Counted, context: RefinementContext): void {
  if (record.trials === null || record.successes === null) return;
  if (record.successes <= record.trials) return;
  const message = `at most as many successes as trials, ${record.trials}`;
  context.addIssue({ code: "custom", path: ["successes"], message });
}

const testSchema = z
  .strictObject({
    ...counts,
    system_id: idSchema,
    interceptor: text,
    target: text,
    independent_check: z.boolean(),
    rate_stated: rateSchema.optional(),
    series: z.array(tallySchema).optional(),
    later_total: tallySchema.optional(),
  })
  .superRefine(checkCounts);

export const testsSchema = z.strictObject({ records: z.array(testSchema) });

const trialSchema = z.strictObject({ ...counts, threat_id: idSchema }).superRefine(checkCounts);

export const threatTrialsSchema = z.strictObject({ trials: z.array(trialSchema) });

export const priorReadingsSchema = z.strictObject({
  readings: z.array(
    z.strictObject({
      id: idSchema,
      system_id: idSchema,
      target_class: text,
      value: valueSchema,
      unit: text,
      kind: z.literal("derived"),
      confidence: confidenceSchema,
      sources: sourcesSchema,
      records: z.array(idSchema),
      note: z.string(),
    }),
  ),
});

export const seedClaimsSchema = z.strictObject({
  checks: z.array(z.strictObject({ claim: text, verdict: datumSchema })),
});

export const distancesSchema = z.strictObject({
  distances: z.array(
    z.strictObject({ from_id: idSchema, to_id: idSchema, event: text, distance_km: datumSchema }),
  ),
});

export const rcsClassesSchema = z.strictObject({
  note: text,
  classes: z.record(idSchema, datumSchema),
});

export const assumptionsSchema = z.strictObject({
  note: text,
  rows: z
    .record(idSchema, datumSchema)
    .superRefine(checkUnits)
    .superRefine((rows, context) => {
      for (const [name, datum] of Object.entries(rows)) {
        if (datum.kind === "assumption") continue;
        const message = "assumption: what is published belongs to the file of its system";
        context.addIssue({ code: "custom", path: [name, "kind"], message });
      }
    }),
});

/** Where sources disagree, and what is missing: remarks about entries, in words. */
export const remarksSchema = z.strictObject({
  note: text,
  remarks: z.array(z.strictObject({ id: idSchema, about: z.array(text), text })),
});

export const aboutSchema = z.strictObject({
  form: z.literal("pavise-catalogue/1", {
    error: "pavise-catalogue/1, the form this version reads",
  }),
  collected: text,
  second_pass: text,
  outlines: text,
  value_form: text,
  kinds: z.record(text, text),
  bench_grades: z.record(text, text),
  status_values: z.record(text, text),
  test_basis: z.record(text, text),
  notes: z.record(text, text),
});

export const sourceSchema = z.strictObject({
  title: text,
  publisher: text,
  url: text.nullable(),
  date: text.nullable(),
  /** Whether the text was read, in an archived copy, when the catalogue was made. */
  opened: z.boolean(),
  access: text,
  summary: z.string(),
  pass: z.literal(2).optional(),
});

export const sourcesFileSchema = z.record(
  z.string().regex(/^[a-z0-9][a-z0-9_]*$/, { error: "a source key of small letters and digits" }),
  sourceSchema,
);

export type System = z.output<typeof systemSchema>;
export type Interceptor = z.output<typeof interceptorSchema>;
export type Threat = z.output<typeof threatSchema>;
export type Place = z.output<typeof placeSchema>;
export type Engagement = z.output<typeof engagementSchema>;
export type SupplyCase = z.output<typeof supplySchema>;
export type TestRecord = z.output<typeof testSchema>;
export type ThreatTrial = z.output<typeof trialSchema>;
export type PriorReading = z.output<typeof priorReadingsSchema>["readings"][number];
export type SeedClaim = z.output<typeof seedClaimsSchema>["checks"][number];
export type Distance = z.output<typeof distancesSchema>["distances"][number];
export type Remark = z.output<typeof remarksSchema>["remarks"][number];
export type About = z.output<typeof aboutSchema>;
export type Source = z.output<typeof sourceSchema>;
