/** Names of fields as people say them: `reaction time` for `reaction_time_s`. */

import type { ThreatClass } from "./parameter-rule.ts";

/** The unit at the end of a name, which is shown beside the value anyway. */
const UNIT = /_(?:kg_m2|m_s|m2|km|kg|deg|usd|eur|krw|rpm|min|s|m|h|k)$/;

/** What its letters alone do not say. */
const SAID: Readonly<Record<string, string>> = {
  acquisition_91N6E_max_range_km: "greatest range of the 91N6E acquisition radar",
  acquisition_91N6E_range_ballistic_0p4m2_km:
    "range of the 91N6E acquisition radar against ballistic threats at 0.4 m²",
  acquisition_instrumented_km: "instrumented range of the acquisition radar",
  acquisition_period_s: "scan period of the acquisition radar",
  acquisition_range_km: "range of the acquisition radar",
  acquisition_rcs_m2: "cross-section at the range of the acquisition radar",
  arabel_range_km: "range of the Arabel",
  ballistic_coefficient_kg_m2: "ballistic coefficient",
  ballistic_coefficient_separated_kg_m2: "ballistic coefficient of a separated warhead",
  ballistic_coefficient_unseparated_kg_m2: "ballistic coefficient of a missile in one piece",
  battery_usd: "price of a battery",
  cep_guided_m: "scatter (CEP) of guided threats",
  common_mode_failure: "chance that a whole fire unit fails",
  channels: "number of fire-control channels",
  elevation_max_deg: "greatest elevation of the engagement radar",
  engagement_92N6E_range_km: "range of the 92N6E engagement radar",
  initiation_hits: "number of hits that make a track",
  initiation_looks: "number of looks among which the hits must be",
  initiation_m: "number of hits that make a track",
  initiation_n: "number of looks among which the hits must be",
  interceptor_unit_cost_usd: "price of a round",
  interceptor_usd: "price of a round",
  lat: "latitude",
  launchers: "number of launchers",
  lon: "longitude",
  magazine: "number of ready rounds",
  max_target_speed_m_s: "greatest threat speed",
  missiles_per_launcher_gem_t: "number of GEM-T rounds per launcher",
  missiles_per_launcher_pac3_cri: "number of PAC-3 CRI rounds per launcher",
  missiles_per_launcher_pac3_mse: "number of PAC-3 MSE rounds per launcher",
  missiles_per_launcher: "number of rounds per launcher",
  missiles_per_vehicle: "number of rounds per vehicle",
  mpq53_65_range_km: "range of the AN/MPQ-53/65",
  radar_instrumented_km: "instrumented range of the engagement radar",
  radar_period_s: "scan period of the engagement radar",
  radar_range_km: "range of the engagement radar",
  radar_rcs_m2: "cross-section at the range of the engagement radar",
  ready_missiles: "number of ready rounds",
  ready_missiles_per_fire_unit: "number of ready rounds of a fire unit",
  rounds_per_launcher: "number of rounds per launcher",
  search_range_km: "range of the search radar",
  sector_deg: "sector of the engagement radar",
  sentinel_range_km: "range of the Sentinel",
  shots_per_threat: "number of shots per threat",
  small_missiles_per_launcher: "number of small rounds per launcher",
  speed_average_fraction: "average speed as a share of the greatest",
  system_cost_usd: "price of a fire unit without rounds",
  tamir_usd: "price of a Tamir",
  targets_engaged: "number of threats engaged at once",
  targets_engaged_per_fire_unit: "number of threats engaged at once by a fire unit",
  threat_cost_aircraft_usd: "unit price of aircraft",
  threat_cost_ballistic_usd: "unit price of ballistic missiles",
  threat_cost_cruise_usd: "unit price of cruise missiles",
  threat_cost_drone_usd: "unit price of drones",
  threat_cost_rocket_usd: "unit price of rockets",
  tpy2_range_km: "range of the AN/TPY-2",
  unit_cost_usd: "unit price",
  vehicle_usd: "price of a vehicle",
};

/** Short words that files use, written out. */
const LONG: Readonly<Record<string, string>> = {
  cep: "scatter (CEP)",
  rcs: "cross-section",
  vs: "against",
};

/** What an envelope or an assumption is for, where its name begins with it. */
const FIRST = /^(?:ballistic|aerodynamic|rocket)_(?=range_|height_|threat_speed_)/;

/** Classes of threat in the plural. */
const THREATS: Readonly<Record<ThreatClass | "aerodynamic", string>> = {
  aerodynamic: "aerodynamic threats",
  aircraft: "aircraft",
  ballistic: "ballistic threats",
  cruise: "cruise missiles",
  drone: "drones",
  rocket: "rockets",
};

/** Quantities that a defence has against a class; others are quantities of the class itself. */
const AGAINST = /^(?:kill_probability|range|altitude|height)_/;

/**
 * The name of a field in words, without its unit, to follow "the"; the field itself where nothing
 * better is known.
 *
 * @example
 * fieldName("reaction_time_s"); // reaction time
 * fieldName("mpq53_65_range_km"); // range of the AN/MPQ-53/65
 * fieldName("ballistic_range_max_km"); // greatest range against ballistic threats
 */
export function fieldName(field: string): string {
  if (Object.hasOwn(SAID, field)) return SAID[field]!;
  const first = FIRST.exec(field)?.[0];
  const words = field
    .slice(first?.length ?? 0)
    .replace(UNIT, "")
    .split("_")
    .map(withUnit);
  const ofClass = words.length > 1 && Object.hasOwn(THREATS, words.at(-1)!) ? words.pop()! : "";
  if (words.at(-1) === "vs") words.pop();
  const against = first === undefined ? ofClass : first.slice(0, -1);
  const limit = limitOf(words);
  const name = limit + words.map((word) => LONG[word] ?? word).join(" ");
  if (against === "") return name === "" ? field : name;
  const relation = first !== undefined || AGAINST.test(field) ? "against" : "of";
  return `${name} ${relation} ${threatsOf(against)}`;
}

/** A class of threat in the plural: `drones` for `drone`. */
export function threatsOf(threatClass: string): string {
  return THREATS[threatClass as ThreatClass] ?? `${threatClass} threats`;
}

/** Takes `max` or `min` out of the words, and names it. */
function limitOf(words: string[]): string {
  for (const [short, long] of [
    ["max", "greatest "],
    ["min", "least "],
  ] as const) {
    const at = words.lastIndexOf(short);
    if (at < 0 || words.length === 1) continue;
    words.splice(at, 1);
    return long;
  }
  return "";
}

/** A cross-section within a name: `0p4m2` as `at 0.4 m²`. */
function withUnit(word: string): string {
  return word.replace(/^(\d+)(?:p(\d+))?m2$/, (_, whole: string, part?: string) => {
    return `at ${whole}${part === undefined ? "" : `.${part}`} m²`;
  });
}
