/** What a scenario says about a defence: options, fire units, sensors, command posts. */

import { interceptorRules, systemRules } from "@pavise/catalogue";
import { z } from "zod";
import { block } from "./block.ts";
import { byClass, commandPostSchema, controlSchema } from "./command-schema.ts";
import { quantity, quantityOr, quantityRules as rules, type WrittenQuantity } from "./quantity.ts";
import { idSchema, parameterFields, positionSchema, text } from "./raid-schema.ts";
import { optionSensorSchema, radarChangesSchema, unitSensorSchema } from "./sensor-schema.ts";
import { supplySchema } from "./supply-schema.ts";

type ParameterFields = Record<string, z.ZodType<WrittenQuantity | undefined>>;

/** Rounds before each look; the last entry of `salvo_per_look` stands for all later looks. */
export const doctrineSchema = block({
  salvo_per_look: z.array(quantity(rules.salvo)).min(1).max(16),
  looks_max: quantityOr(rules.looks, "unlimited"),
});

const interceptorChanges = block(parameterFields(interceptorRules) as ParameterFields);

/** Changes to a system of the catalogue, for every unit of it in every option. */
export const systemSchema = block({
  ...(parameterFields(systemRules) as ParameterFields),
  interceptors: z.record(idSchema, interceptorChanges).optional(),
});

/** Where an interceptor can meet a threat; what is left out has no limit. */
const envelopeSchema = block({
  range_min_km: quantity(rules.kilometres).optional(),
  range_max_km: quantityOr(rules.kilometres, "unlimited").optional(),
  height_min_km: quantity(rules.kilometres).optional(),
  height_max_km: quantityOr(rules.kilometres, "unlimited").optional(),
  threat_speed_max_m_s: quantityOr(rules.speed, "unlimited").optional(),
});

/** A magazine written out: launchers of one kind with rounds of one type. */
export const magazineSchema = block({
  interceptor: idSchema,
  launchers: quantity(rules.launchers),
  rounds_per_launcher: quantity(rules.rounds),
  reload_time_s: quantity(rules.seconds).optional(),
  /** Rounds in store for reloads; none where nothing is written. */
  stock: quantityOr(rules.rounds, "unlimited").optional(),
  speed_m_s: quantity(rules.speed).optional(),
  flight_time_s: quantity(rules.seconds).optional(),
  envelopes: byClass(envelopeSchema),
  single_shot_kill_probability: byClass(quantity(rules.probability)),
  unit_cost_usd: quantity(rules.price).optional(),
  /** Where the launchers stand, if not with the unit. */
  position: positionSchema.optional(),
});

/** Launchers of a system that stand apart from its radar, with rounds beside those of the load. */
const remoteLaunchersSchema = block({
  interceptor: idSchema,
  rounds: quantity(rules.rounds),
  position: positionSchema,
});

/** A part that must work: a plain chance, or times between failures and to repair. */
export const componentSchema = block({
  id: idSchema,
  availability: quantity(rules.probability).optional(),
  mtbf_h: quantity({ ...rules.hours, least: 1e-6 }).optional(),
  /** Mean time to repair; without it nothing is repaired before the raid. */
  mttr_h: quantity({ ...rules.hours, least: 1e-6 }).optional(),
  /** Time since it last was known to work; without it, long ago. */
  hours_since_check_h: quantity(rules.hours).optional(),
});

/**
 * A fire unit: one of a system of the catalogue with a load, or one that carries everything itself
 * (`magazines`, `sensors`). Any parameter of a system may stand here in its place.
 */
const unitFields = {
  title: text.optional(),
  system: idSchema.optional(),
  at: idSchema.optional(),
  position: positionSchema.optional(),
  command_post: idSchema.optional(),
  load: z.record(idSchema, quantity(rules.rounds)).optional(),
  /** Rounds in store beside the load, by interceptor; none where nothing is written. */
  reserve: z.record(idSchema, quantity(rules.rounds)).optional(),
  remote_launchers: z.array(remoteLaunchersSchema).min(1).max(16).optional(),
  doctrine: doctrineSchema.optional(),
  /** Against some classes of threat, in place of `doctrine`. */
  doctrines: byClass(doctrineSchema).optional(),
  /** Rounds that one channel guides at once: no salvo may be larger. */
  interceptors_per_channel: quantity(rules.salvo).optional(),
  /** Chance that a kill is called a kill, and that a miss is. */
  kill_declared: block({
    if_killed: quantity(rules.probability),
    if_missed: quantity(rules.probability),
  }).optional(),
  /** The post that the unit obeys when its own is lost. */
  fallback_post: idSchema.optional(),
  ready_from_s: quantity(rules.seconds).optional(),
  switched_off_at_s: quantityOr(rules.seconds, "never").optional(),
  sector_centre_deg: quantity(rules.bearing).optional(),
  components: z.array(componentSchema).max(64).optional(),
  sensors: z.array(unitSensorSchema).max(16).optional(),
  /** What can change the radars of a system, and what surrounds them. */
  radars: block({
    engagement: radarChangesSchema.optional(),
    acquisition: radarChangesSchema.optional(),
  }).optional(),
  magazines: z.array(magazineSchema).min(1).max(16).optional(),
  interceptors: z.record(idSchema, interceptorChanges).optional(),
  ...(parameterFields(systemRules) as ParameterFields),
};
export const unitSchema = block({ id: idSchema, ...unitFields });
const eachUnitSchema = block(unitFields);

/** One defence: its own list, or another option with changes. */
export const optionSchema = block({
  id: idSchema,
  title: text.optional(),
  note: text.optional(),
  units: z.array(unitSchema).max(200).optional(),
  sensors: z.array(optionSensorSchema).max(200).optional(),
  command_posts: z.array(commandPostSchema).max(200).optional(),
  /** Who commands whom: as written, each unit by itself, or one post over all. */
  control: controlSchema.optional(),
  /** What the supplier does, or fails to do. */
  supply: z.array(supplySchema).max(50).optional(),
  /** Everything as in that option, then: */
  same_as: idSchema.optional(),
  /** fields laid over every unit of it; fields of `units` are laid over the unit of that id. */
  each_unit: eachUnitSchema.optional(),
});

export type WrittenDoctrine = z.output<typeof doctrineSchema>;
export type WrittenUnit = z.output<typeof unitSchema>;
export type WrittenRemoteLaunchers = z.output<typeof remoteLaunchersSchema>;
export type WrittenMagazine = z.output<typeof magazineSchema>;
export type WrittenComponent = z.output<typeof componentSchema>;
export type WrittenOption = z.output<typeof optionSchema>;
