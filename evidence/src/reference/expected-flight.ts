import type { Case, NumberRule } from "./rule.ts";
import { each, exact, share, within } from "./rule.ts";
import type { Subject } from "./subject.ts";
import { formula } from "./subject.ts";

const degreesPerMetre = 360 / (2 * Math.PI * 6_371_000);

/** A tolerance of d metres on the ground allows d/√2 in each of the two directions. */
function degreesNorth(entry: string): NumberRule {
  return within(entry, { scale: () => Math.SQRT1_2 * degreesPerMetre });
}

function degreesEast(entry: string, latitude: string): NumberRule {
  return within(entry, {
    circular: true,
    scale: (given: Case) =>
      (Math.SQRT1_2 * degreesPerMetre) / Math.cos((Number(given[latitude]) * Math.PI) / 180),
  });
}

const azimuth = (entry: string): NumberRule => within(entry, { circular: true });

const geodesicExtras = {
  a12_deg: "arc on the auxiliary sphere: no part of a path",
  m12_m: "reduced length: not used",
  M12: "geodesic scale: not used",
  M21: "geodesic scale: not used",
  S12_m2: "area: not used",
};

const geodesy: Record<string, Subject> = {
  geodesy_aer: formula({
    east_m: within("m"),
    north_m: within("m"),
    up_m: within("m"),
    slant_m: within("m"),
    az_deg: azimuth("deg"),
    el_deg: within("deg"),
  }),
  geodesy_direct: formula({
    lat2: within("deg"),
    lon2: azimuth("deg"),
    azi2: azimuth("deg"),
  }),
  geodesy_ecef: {
    engine: "formula",
    lists: {
      cases: { expected: { x_m: within("m"), y_m: within("m"), z_m: within("m") } },
      // The file's tolerance has an entry for the way back.
      inverse: {
        of: "cases",
        expected: { lat: within("inverse_deg"), lon: azimuth("inverse_deg"), h_m: within("m") },
      },
    },
  },
  geodesy_ecef_vallado: formula(
    { lat: within("deg"), lon: azimuth("deg"), h_km: within("h_km") },
    { cartconvert: "the same answer from a second program" },
  ),
  geodesy_inverse_regional: formula({
    s12_m: within("s12_m"),
    azi1: azimuth("azi_deg"),
    azi2: azimuth("azi_deg"),
  }),
  geodesy_karney_geodtest_a: formula(
    { s12_m: within("s12_m"), azi1: azimuth("azi_deg"), azi2: azimuth("azi_deg") },
    geodesicExtras,
  ),
  // This file has an entry for the length alone; 1e-9 degrees is the measure of its sister above.
  geodesy_karney_geodtest_line2874: formula(
    {
      s12_m: within("s12_m"),
      azi1: within("s12_m", { circular: true, scale: () => 1e-3 }),
      azi2: within("s12_m", { circular: true, scale: () => 1e-3 }),
    },
    geodesicExtras,
  ),
  los_horizon_43: formula(
    { ground_arc_km: share("rel"), slant_km: share("rel") },
    {
      approx_sqrt2kRh_km: "an approximation the file shows beside the answer",
      rule_4p12_km: "an approximation the file shows beside the answer",
    },
  ),
  terrain_etopo5: formula(
    {
      nearest_post: within("bilinear_m", { scale: () => 1e-6 }),
      etopo5_nearest_m: within("nearest"),
      etopo5_bilinear_m: within("bilinear_m"),
    },
    { known_elevation_m: "the file has no tolerance against it" },
  ),
  terrain_hgt: formula({
    nearest_gdal: within("nearest"),
    bilinear: within("bilinear_m"),
    row_col: within("bilinear_m"),
  }),
  terrain_mask_ridge: formula({
    ridge_elev_deg: share("h_rel"),
    min_visible_target_h_m: within("h_m"),
    limited_by: exact(),
  }),
};

const atmosphere: Record<string, Subject> = {
  atmosphere_ussa76: formula({
    H_m: share("rel"),
    T_K: share("rel"),
    p_Pa: share("rel"),
    rho: share("rel"),
    a_m_s: share("rel"),
  }),
  atmosphere_ussa76_nasa: formula({
    T_K: within("T_K"),
    p_Pa: share("p_rel"),
    rho: share("rho_rel"),
  }),
};

const flight: Record<string, Subject> = {
  ballistic_kepler_loft: formula({
    range_km: share("range_rel"),
    apogee_alt_km: share("apogee_rel"),
    tof_s: within("tof_s"),
  }),
  // Speed and angle have no entry of their own; a share of a ten-thousandth is the file's measure.
  ballistic_min_energy: formula({
    v_launch_km_s: share("range_rel"),
    gamma_deg: share("range_rel"),
    apogee_alt_km: share("apogee_rel"),
    tof_s: within("tof_s"),
  }),
  ballistic_rotating_earth: formula(
    {
      impact_lat: degreesNorth("impact_m"),
      impact_lon: degreesEast("impact_m", "impact_lat"),
      tof_s: within("tof_s"),
      apogee_alt_m: within("apogee_m"),
    },
    { crosscheck_m: "how far apart the two programs were that made the case" },
  ),
  flyout_table: formula({ time_s: within("t_s") }),
  // Space has no entry of its own: it is the tolerance in time at the interceptor's speed.
  intercept_geometry: formula({
    t_intercept_s: within("t_s"),
    point_m: within("t_s", { scale: (given) => Number(given.interceptor_speed_m_s) }),
    fly_range_m: within("t_s", { scale: (given) => Number(given.interceptor_speed_m_s) }),
  }),
  reentry_allen_eggers: formula({
    max_decel_m_s2: share("rel"),
    alt_max_decel_m: share("rel"),
    V_at_max_decel_m_s: share("rel"),
    V_at_alt: share("rel"),
  }),
  reentry_drag: formula({
    states: each({
      t_s: within("t_s"),
      v_m_s: share("v_rel"),
      // An error of a share v_rel in velocity, all of it sideways, is this angle in degrees.
      gamma_down_deg: within("v_rel", { scale: () => 180 / Math.PI }),
      downrange_m: within("downrange_m"),
    }),
    max_drag_decel_m_s2: share("v_rel"),
    alt_max_drag_m: within("downrange_m"),
  }),
};

/** Subjects of place, air and flight. */
export const flightSubjects: Record<string, Subject> = {
  ...geodesy,
  ...atmosphere,
  ...flight,
};
