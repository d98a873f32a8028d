/** What a scenario says about command: posts, their rules and their weaknesses, who obeys whom. */

import { threatClasses } from "@pavise/catalogue";
import { z } from "zod";
import { POLICY_NAMES } from "../engagement/policy.ts";
import { block } from "./block.ts";
import { quantity, quantityOr, quantityRules as rules } from "./quantity.ts";
import { idSchema } from "./raid-schema.ts";

/** A field for each class of threat, all of them optional. */
export function byClass<S extends z.ZodType>(schema: S) {
  return block(
    Object.fromEntries(threatClasses.map((name) => [name, schema.optional()])) as Record<
      (typeof threatClasses)[number],
      z.ZodOptional<S>
    >,
  );
}

/**
 * A command post. What is left out does not limit: the earliest intercept first, orders that arrive
 * at once and always, no doubt about any threat, never lost.
 */
export const commandPostSchema = block({
  id: idSchema,
  drop_time_s: quantity(rules.seconds).optional(),
  policy: z.enum(POLICY_NAMES as [string, ...string[]]).optional(),
  order_delay_s: quantity(rules.seconds).optional(),
  link_reliability: quantity(rules.probability).optional(),
  lost_at_s: quantityOr(rules.seconds, "never").optional(),
  identification_s: byClass(quantity(rules.seconds)).optional(),
  hold_fire: z.array(z.enum(threatClasses)).max(threatClasses.length).optional(),
  misjudgement: block({
    probability: quantity(rules.probability),
    halving_s: quantity({ ...rules.seconds, least: 0.001 }),
  }).optional(),
});

/** `autonomous`: each unit a post of its own; `centralised`: one post for all. */
export const controlSchema = z.enum(["autonomous", "coordinated", "centralised"]);

export type WrittenCommandPost = z.output<typeof commandPostSchema>;
export type Control = z.output<typeof controlSchema>;
