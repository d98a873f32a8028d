/** What a parameter is measured in, and which values can make sense at all. */
export interface ParameterRule {
  readonly unit: string;
  readonly least: number;
  readonly greatest: number;
  /** Counted in whole numbers. */
  readonly isCount: boolean;
  /** Parameters of one optional group are given together or not at all. */
  readonly group?: string;
  /** What it means, in one line. */
  readonly meaning: string;
}

export type ParameterRules = Readonly<Record<string, ParameterRule>>;

/** Classes of threat that defences are judged against. */
export const threatClasses = ["ballistic", "cruise", "drone", "aircraft", "rocket"] as const;
export type ThreatClass = (typeof threatClasses)[number];

/** Greatest value of a quantity that has no natural one. */
export const unlimited = 1e12;

function quantity(unit: string, meaning: string, least = 0, greatest = unlimited): ParameterRule {
  return { unit, least, greatest, isCount: false, meaning };
}

function count(unit: string, meaning: string, least = 0, greatest = 100_000): ParameterRule {
  return { unit, least, greatest, isCount: true, meaning };
}

function probability(meaning: string): ParameterRule {
  return quantity("fraction", meaning, 0, 1);
}

function grouped(group: string, rule: ParameterRule): ParameterRule {
  return { ...rule, group };
}

function killProbabilities(): ParameterRules {
  const rules: Record<string, ParameterRule> = {};
  for (const threatClass of threatClasses) {
    const meaning = `chance that an engaged threat is stopped: ${threatClass}`;
    rules[`kill_probability.${threatClass}`] = probability(meaning);
  }
  return rules;
}

/** Parameters of one fire unit of a system. */
export const systemRules: ParameterRules = {
  launchers: count("launchers", "launchers of one fire unit", 1),
  magazine: count("rounds", "ready rounds of the fire unit in its default load"),
  channels: count("threats", "threats engaged at once", 1),
  reaction_time_s: quantity("s", "from track to first launch"),
  launch_spacing_s: quantity("s", "between two launches of the fire unit"),
  assessment_time_s: quantity("s", "from intercept to knowing its outcome"),
  reload_time_s: quantity("s", "to reload one launcher"),
  sector_deg: quantity("deg", "width of the sector of the engagement radar", 1, 360),
  elevation_max_deg: quantity("deg", "greatest elevation of the engagement radar", 1, 90),
  common_mode_failure: probability("chance that the whole fire unit fails for a raid"),
  radar_range_km: quantity("km", "engagement radar: reference detection range", 1, 10_000),
  radar_rcs_m2: quantity("m2", "engagement radar: cross-section at that range", 1e-6, 1e4),
  radar_period_s: quantity("s", "engagement radar: time between two looks", 0.01, 600),
  radar_instrumented_km: quantity("km", "engagement radar: never beyond this", 1, 10_000),
  acquisition_range_km: grouped(
    "acquisition",
    quantity("km", "acquisition radar: reference detection range", 1, 10_000),
  ),
  acquisition_rcs_m2: grouped(
    "acquisition",
    quantity("m2", "acquisition radar: cross-section at that range", 1e-6, 1e4),
  ),
  acquisition_period_s: grouped(
    "acquisition",
    quantity("s", "acquisition radar: time between two looks", 0.01, 600),
  ),
  acquisition_instrumented_km: grouped(
    "acquisition",
    quantity("km", "acquisition radar: never beyond this", 1, 10_000),
  ),
  antenna_height_m: quantity("m", "height of the antennas above ground", 0, 1000),
  initiation_m: count("scans", "hits that make a track", 1, 16),
  initiation_n: count("scans", "out of so many looks", 1, 16),
  system_cost_usd: quantity("USD", "price of one fire unit without rounds, 2020 dollars"),
  shots_per_threat: count("rounds", "shots behind one engagement of the record", 1, 8),
  ...killProbabilities(),
};

/** Groups of an envelope: which threats an interceptor can be used against. */
export const envelopeClasses = ["ballistic", "aerodynamic", "rocket"] as const;
export type EnvelopeClass = (typeof envelopeClasses)[number];

function envelopeRules(name: EnvelopeClass): ParameterRules {
  const of = (rule: ParameterRule): ParameterRule => grouped(name, rule);
  return {
    [`${name}.range_min_km`]: of(quantity("km", "least ground range of an intercept", 0, 10_000)),
    [`${name}.range_max_km`]: of(
      quantity("km", "greatest ground range of an intercept", 0.1, 10_000),
    ),
    [`${name}.height_min_km`]: of(quantity("km", "least height of an intercept", 0, 2000)),
    [`${name}.height_max_km`]: of(quantity("km", "greatest height of an intercept", 0.01, 2000)),
    [`${name}.threat_speed_max_m_s`]: of(
      quantity("m/s", "greatest speed of the threat", 1, 20_000),
    ),
  };
}

/** Parameters of one interceptor type; an absent envelope means: not used against that class. */
export const interceptorRules: ParameterRules = {
  rounds_per_launcher: count("rounds", "rounds on one launcher", 1, 1000),
  speed_max_m_s: quantity("m/s", "greatest speed", 1, 20_000),
  speed_average_fraction: quantity("fraction", "average over greatest speed", 0.01, 1),
  unit_cost_usd: quantity("USD", "price of one round, 2020 dollars"),
  ...envelopeRules("ballistic"),
  ...envelopeRules("aerodynamic"),
  ...envelopeRules("rocket"),
};

const everyThreat: ParameterRules = {
  rcs_m2: quantity("m2", "radar cross-section", 1e-6, 1e4),
  flight_reliability: probability("chance that it does not fail by itself"),
  range_km: quantity("km", "greatest range of the type", 0.1, 25_000),
  unit_cost_usd: quantity("USD", "price of one, 2020 dollars"),
};
const scatter = { cep_m: quantity("m", "circular error probable", 0, 100_000) };
const falling = {
  ballistic_coefficient_kg_m2: quantity("kg/m2", "mass over drag area", 10, 100_000),
};
const flying = {
  speed_m_s: quantity("m/s", "cruising speed", 1, 2000),
  cruise_altitude_m: quantity("m", "height above ground in cruise", 1, 30_000),
};

/** Parameters of one type of threat, by class. */
export const threatRules: Readonly<Record<ThreatClass, ParameterRules>> = {
  ballistic: { ...everyThreat, ...scatter, ...falling },
  rocket: { ...everyThreat, ...scatter, ...falling },
  cruise: { ...everyThreat, ...scatter, ...flying },
  drone: { ...everyThreat, ...scatter, ...flying },
  aircraft: { ...everyThreat, ...flying },
};

/** Values of one place. */
export const placeRules: ParameterRules = {
  lat: quantity("deg (WGS-84)", "latitude", -90, 90),
  lon: quantity("deg (WGS-84)", "longitude", -180, 180),
  position_accuracy_km: quantity("km", "how far off the point may be", 0, 1000),
  elevation_m: grouped("elevation", quantity("m", "ground above the sea", -500, 9000)),
};
