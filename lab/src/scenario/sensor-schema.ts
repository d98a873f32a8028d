/** What a scenario says about a sensor: what it can see, and what can change it during the raid. */

import { z } from "zod";
import { block } from "./block.ts";
import { quantity, quantityOr, quantityRules as rules } from "./quantity.ts";
import { idSchema, positionSchema } from "./raid-schema.ts";

/** The id of a sensor: as written, or `unit.engagement` and `unit.acquisition` of a system. */
const sensorIdSchema = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}(\.(engagement|acquisition))?$/, {
  error: "the id of a sensor, or of a unit with .engagement or .acquisition behind it",
});

/** Other sensors tell it where to look, and it then needs less for a track. */
const cueSchema = block({
  from: z.array(sensorIdSchema).min(1, { error: "at least one sensor" }).max(200),
  /** From the track of the one that tells to the first cued scan. */
  delay_s: quantity(rules.seconds).optional(),
  /** As it scans by itself, where nothing is written. */
  period_s: quantity({ ...rules.seconds, least: 0.001 }).optional(),
  initiation_m: quantity(rules.scans),
  initiation_n: quantity(rules.scans).optional(),
});

/** What can change a sensor, and what surrounds it. What is left out changes nothing. */
const changeFields = {
  /** Word of a track reaches the command post so much later. */
  delay_s: quantity(rules.seconds).optional(),
  /** Chance that it works when the raid begins. */
  availability: quantity(rules.probability).optional(),
  lost_at_s: quantityOr(rules.seconds, "never").optional(),
  /** Chance that it is lost then; certain where nothing is written. */
  lost_probability: quantity(rules.probability).optional(),
  restored_at_s: quantityOr(rules.seconds, "never").optional(),
  /** How many threats it follows at once. */
  track_capacity: quantityOr(rules.tracks, "unlimited").optional(),
  cue: cueSchema.optional(),
  /** In place of those of the scenario's environment. */
  burn_through_factor: quantity(rules.rangeFactor).optional(),
  clutter_height_m: quantity(rules.metres).optional(),
};

/** Changes to a radar of a system. */
export const radarChangesSchema = block(changeFields);

/**
 * A sensor written out. What is left out limits nothing: no mast, all-round, any elevation, scans
 * at an unknown moment of each period, one detection makes a track.
 */
const sensorFields = {
  id: idSchema,
  role: z.enum(["acquisition", "engagement", "early-warning", "all-altitude"]),
  /** A track of a command post, or word to other sensors alone. */
  gives: z.enum(["track", "cue"]).optional(),
  mast_height_m: quantity(rules.metres).optional(),
  step: block({
    range_km: quantity(rules.kilometres),
    detection_probability: quantity(rules.probability),
  }).optional(),
  radar: block({
    range_km: quantity(rules.kilometres),
    rcs_m2: quantity(rules.crossSection),
    detection_probability: quantity(rules.probability),
    false_alarm_probability: quantity(rules.probability),
    instrumented_km: quantity(rules.kilometres),
  }).optional(),
  period_s: quantity(rules.seconds),
  phase_s: quantityOr(rules.seconds, "uniform").optional(),
  initiation_m: quantity(rules.scans).optional(),
  initiation_n: quantity(rules.scans).optional(),
  elevation_min_deg: quantity(rules.elevation).optional(),
  elevation_max_deg: quantity(rules.elevation).optional(),
  sector_deg: quantity(rules.sector).optional(),
  sector_centre_deg: quantity(rules.bearing).optional(),
  ...changeFields,
};
export const unitSensorSchema = block(sensorFields);
export const optionSensorSchema = block({
  ...sensorFields,
  command_post: idSchema,
  position: positionSchema,
});

/** What surrounds every sensor of the scenario. */
export const environmentSchema = block({
  /** Detection range in the noise that surrounds a sensor, over its range without it. */
  burn_through_factor: quantity(rules.rangeFactor).optional(),
  /** Height above the ground of a sensor below which it sees nothing. */
  clutter_height_m: quantity(rules.metres).optional(),
});

export type WrittenSensor = z.output<typeof unitSensorSchema>;
export type WrittenOptionSensor = z.output<typeof optionSensorSchema>;
export type WrittenRadarChanges = z.output<typeof radarChangesSchema>;
export type WrittenCue = z.output<typeof cueSchema>;
