/** What a scenario says about the supplier of a defence: one event each, with its case if it has one. */

import { z } from "zod";
import { block } from "./block.ts";
import { quantity, quantityRules as rules } from "./quantity.ts";
import { idSchema } from "./raid-schema.ts";

const fields = {
  id: idSchema,
  /** The supply case of the catalogue that it follows. */
  case: idSchema.optional(),
};
/** Units that it befalls; all where nothing is written. */
const units = z.array(idSchema).min(1).max(200).optional();

export const supplySchema = z.discriminatedUnion(
  "event",
  [
    /** Switched off from afar: no order and no launch from then on. */
    block({ ...fields, event: z.literal("switch-off"), units, at_s: quantity(rules.seconds) }),
    /** The feed of early warning is withheld: the sensors named, or all of that role, are not heard. */
    block({
      ...fields,
      event: z.literal("no-early-warning"),
      sensors: z.array(idSchema).min(1).max(200).optional(),
    }),
    /** No spare parts for so many months: what fails is not repaired. */
    block({
      ...fields,
      event: z.literal("no-spares"),
      units,
      months: quantity(rules.months),
      /** Time between failures of the unit as a whole, beside those of its components. */
      mtbf_h: quantity({ ...rules.hours, least: 1 }).optional(),
    }),
    /** No rounds beyond so many of each interceptor, on launchers and in store together. */
    block({
      ...fields,
      event: z.literal("no-resupply"),
      units,
      rounds_left: quantity(rules.rounds),
    }),
    /** Delivered later than promised: there at the raid, or not. Months count from the order. */
    block({
      ...fields,
      event: z.literal("late-delivery"),
      units,
      promised_months: quantity(rules.months),
      delay_months: quantity(rules.months).optional(),
      raid_months: quantity(rules.months),
    }),
    /** No power from the grid: what remains is the chance that the unit makes its own. */
    block({
      ...fields,
      event: z.literal("no-power"),
      units,
      own_power_probability: quantity(rules.probability),
    }),
  ],
  {
    error:
      "an event: switch-off, no-early-warning, no-spares, no-resupply, late-delivery or no-power",
  },
);

export type WrittenSupply = z.output<typeof supplySchema>;
export type SupplyEvent<E extends WrittenSupply["event"]> = Extract<WrittenSupply, { event: E }>;
