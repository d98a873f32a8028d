/** What a scenario says about places, assets, types of threat and the raid. */

import { type ParameterRules, threatClasses, threatRules } from "@pavise/catalogue";
import { z } from "zod";
import { block } from "./block.ts";
import { quantity, quantityRules as rules, type WrittenQuantity } from "./quantity.ts";

export const idSchema = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, {
  error: "an id of small letters, digits, underscores and hyphens",
});
export const text = z.string().min(1, { error: "text that is not empty" });
const finite = (least: number, greatest: number) => {
  const error = `a number from ${least} to ${greatest}`;
  return z.number({ error }).min(least, { error }).max(greatest, { error });
};

/**
 * A position: a place of the catalogue, degrees on WGS-84, or metres on the flat world. Beside a
 * place, `altitude_m` takes the place of the height that the catalogue gives.
 */
export const positionFields = {
  place: idSchema.optional(),
  lat_deg: finite(-90, 90).optional(),
  lon_deg: finite(-180, 180).optional(),
  east_m: finite(-1e8, 1e8).optional(),
  north_m: finite(-1e8, 1e8).optional(),
  altitude_m: finite(-500, 2_000_000).optional(),
};
export const positionSchema = block(positionFields);
export type WrittenPosition = z.output<typeof positionSchema>;

export const assetSchema = block({
  id: idSchema,
  title: text.optional(),
  ...positionFields,
  arrival_radius_km: quantity(rules.kilometres).optional(),
  /** Weight for the policy `value-weighted`; 1 where nothing is written. */
  value: quantity(rules.weight).optional(),
});

/** Parameters of a set of rules, as optional fields; a dotted name is a field of a group. */
export function parameterFields(parameters: ParameterRules): Record<string, z.ZodType> {
  const fields: Record<string, z.ZodType> = {};
  const groups: Record<string, Record<string, z.ZodType>> = {};
  for (const [name, rule] of Object.entries(parameters)) {
    const [head, tail] = name.split(".") as [string, string | undefined];
    if (tail === undefined) fields[head] = quantity(rule).optional();
    else {
      groups[head] ??= {};
      groups[head][tail] = quantity(rule).optional();
    }
  }
  for (const [name, inner] of Object.entries(groups)) fields[name] = block(inner).optional();
  return fields;
}

const threatParameters: ParameterRules = Object.assign({}, ...Object.values(threatRules));

/**
 * A type of threat: changes to one of the catalogue, or, with a class, a type of the scenario's
 * own. Of an own type nothing is assumed: it does not fail, does not scatter, costs nothing, has no
 * greatest range and fluctuates as Swerling case 1 unless it says otherwise.
 */
export const threatTypeSchema = block({
  class: z.enum(threatClasses).optional(),
  title: text.optional(),
  swerling: z
    .union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)], {
      error: "a Swerling case from 0 to 4",
    })
    .optional(),
  failure_fractions: z.array(finite(0, 1)).min(1).max(16).optional(),
  ...(parameterFields(threatParameters) as Record<string, z.ZodType<WrittenQuantity | undefined>>),
});

/** Counts by type or by asset; exactly one of them takes the rest. */
const splitSchema = z.record(
  idSchema,
  z.union([quantity(rules.splitCount), z.literal("rest")], {
    error: "a whole number, a range of them, or rest",
  }),
  { error: "a mapping from an id to a count" },
);

/** How high something falls from: see `ballistic-flight.md`. */
const apogeeFields = {
  apogee: z.enum(["minimum-energy", "lofted", "depressed"]).optional(),
  apogee_km: finite(1, 5000).optional(),
  launch_angle_deg: finite(1, 89).optional(),
};

const waypointSchema = block({
  /** By which releases and turning back mean this waypoint. */
  id: idSchema.optional(),
  ...positionFields,
  /**
   * In place of `altitude_m`: height above the terrain, or above the height of the last waypoint's
   * place where the Earth is smooth. Between two such waypoints the ground is followed.
   */
  height_above_ground_m: finite(0, 100_000).optional(),
  /** Ground speed on the leg that ends here; the group's speed where nothing is written. */
  speed_m_s: finite(0.001, 20_000).optional(),
});

/** What the threats of a group can do on their route; what is left out has no limit. */
const routeLimitsSchema = block({
  turn_radius_m: finite(1, 1_000_000).optional(),
  bank_max_deg: finite(1, 85).optional(),
  climb_rate_max_m_s: finite(0.01, 2000).optional(),
  descent_rate_max_m_s: finite(0.01, 2000).optional(),
  acceleration_max_m_s2: finite(0.001, 500).optional(),
});
export type WrittenRouteLimits = z.output<typeof routeLimitsSchema>;

/**
 * Weapons that every threat of a group releases at one waypoint. Each flies as a threat of its own,
 * from there over the waypoints of its own route, or falls from there to its aim.
 */
const releaseSchema = block({
  id: idSchema,
  title: text.optional(),
  at_waypoint: idSchema,
  threat: idSchema,
  aim: idSchema,
  count: z
    .int({ error: "a whole number from 1 to 100" })
    .min(1, { error: "a whole number from 1 to 100" })
    .max(100, { error: "a whole number from 1 to 100" })
    .optional(),
  /** Between two of them; all at once where nothing is written. */
  spacing_s: finite(0, 3600).optional(),
  /** After the place of the release. */
  route: z.array(waypointSchema).min(1, { error: "at least one waypoint" }).max(200).optional(),
  speed_m_s: finite(0.001, 20_000).optional(),
  limits: routeLimitsSchema.optional(),
  ...apogeeFields,
});

/**
 * How a group gives up its errand. `route-flown`: at the end of its route it flies home.
 * `fired-upon`: once a round is launched at it, it may turn back at the next of some waypoints.
 */
const turnBackSchema = block({
  when: z.enum(["route-flown", "fired-upon"]),
  at_waypoints: z.array(idSchema).min(1, { error: "at least one waypoint" }).max(64).optional(),
  probability: quantity(rules.probability).optional(),
  reaction_s: quantity(rules.seconds).optional(),
  /** After the waypoint where it turns. */
  return_route: z.array(waypointSchema).min(1, { error: "at least one waypoint" }).max(200),
  speed_m_s: finite(0.001, 20_000).optional(),
});

/**
 * A group of threats that start alike. Either `launch` and `apogee` (ballistic flight) or `route`.
 * Positions, times, heights and speeds are plain numbers: the attack is written down, not drawn.
 */
export const groupSchema = block({
  id: idSchema,
  title: text.optional(),
  threat: idSchema.optional(),
  aim: idSchema.optional(),
  split: block({ types: splitSchema.optional(), assets: splitSchema.optional() }).optional(),
  count: quantity(rules.threats).optional(),
  /** Threats are called by this and a number: `t` gives t01, t02, … */
  threat_prefix: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,40}$/)
    .optional(),
  launch: positionSchema.optional(),
  ...apogeeFields,
  route: z.array(waypointSchema).min(2, { error: "at least two waypoints" }).max(200).optional(),
  speed_m_s: finite(0.001, 20_000).optional(),
  limits: routeLimitsSchema.optional(),
  releases: z.array(releaseSchema).min(1).max(20).optional(),
  turns_back: z.array(turnBackSchema).min(1).max(2).optional(),
  /** From `start_s` on: one every `spacing_s` (0: all at once), or all within `within_s`. */
  launch_times: block({
    start_s: finite(0, 400_000),
    spacing_s: finite(0, 100_000).optional(),
    within_s: finite(0.001, 100_000).optional(),
    /** Where the times come from, for the list of assumptions. */
    note: text.optional(),
  }).optional(),
  launch_times_s: z.array(finite(0, 400_000)).min(1).max(10_000).optional(),
});

export type WrittenAsset = z.output<typeof assetSchema>;
export type WrittenThreatType = z.output<typeof threatTypeSchema>;
export type WrittenGroup = z.output<typeof groupSchema>;
export type WrittenWaypoint = z.output<typeof waypointSchema>;
export type WrittenRelease = z.output<typeof releaseSchema>;
export type WrittenTurnBack = z.output<typeof turnBackSchema>;
export type WrittenSplit = z.output<typeof splitSchema>;
