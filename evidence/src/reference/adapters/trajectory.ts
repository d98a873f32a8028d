/** Ballistic flight and re-entry: answered by the pure functions of `models`. */
import { degreesFromRadians, radiansFromDegrees } from "@pavise/kernel";
import {
  allenEggersPeak,
  allenEggersSpeed,
  freeFlight,
  type GravityModel,
  keplerArc,
  minimumEnergyArc,
  reentry,
  SPHERE_RADIUS,
} from "@pavise/models";
import type { Adapter, Answer } from "../adapter.ts";

type Question = Record<string, unknown>;

function formula(answer: (question: Question) => Record<string, Answer>): Adapter {
  return { engine: "formula", answer };
}

const minimumEnergy = formula((question) => {
  const arc = minimumEnergyArc(((question.range_km as number) * 1000) / SPHERE_RADIUS);
  return {
    v_launch_km_s: arc.speed / 1000,
    gamma_deg: degreesFromRadians(arc.elevation),
    apogee_alt_km: arc.apogeeHeight / 1000,
    tof_s: arc.flightSeconds,
  };
});

const loft = formula((question) => {
  const { v_launch_km_s, gamma_deg } = question as Record<string, number>;
  const arc = keplerArc(v_launch_km_s! * 1000, radiansFromDegrees(gamma_deg!));
  return {
    range_km: (arc.rangeAngle * SPHERE_RADIUS) / 1000,
    apogee_alt_km: arc.apogeeHeight / 1000,
    tof_s: arc.flightSeconds,
  };
});

const rotatingEarth = formula((question) => {
  const given = question as Record<string, number>;
  const flight = freeFlight({
    launch: {
      latitude: radiansFromDegrees(given.lat0!),
      longitude: radiansFromDegrees(given.lon0!),
      height: given.h0_m!,
    },
    speed: given.v_rel_m_s!,
    elevation: radiansFromDegrees(given.elev_deg!),
    azimuth: radiansFromDegrees(given.az_deg!),
    gravity: question.gravity as GravityModel,
    impactHeight: 0,
  });
  return {
    impact_lat: degreesFromRadians(flight.impact.latitude),
    impact_lon: degreesFromRadians(flight.impact.longitude),
    tof_s: flight.flightSeconds,
    apogee_alt_m: flight.apogeeHeight,
  };
});

const drag = formula((question) => {
  const given = question as Record<string, number>;
  const asked = question.states as { alt_m: number }[];
  const descent = reentry({
    speed: given.V0_m_s!,
    descentAngle: radiansFromDegrees(given.gamma0_down_deg!),
    ballisticCoefficient: given.beta_kg_m2!,
    altitude: given.h0_m!,
    altitudes: asked.map((state) => state.alt_m),
  });
  return {
    states: descent.states.map((state) => ({
      t_s: state.seconds,
      v_m_s: state.speed,
      gamma_down_deg: degreesFromRadians(state.descentAngle),
      downrange_m: state.downrange,
    })),
    max_drag_decel_m_s2: descent.decelerationMax,
    alt_max_drag_m: descent.decelerationMaxAltitude,
  };
});

const allenEggers = formula((question) => {
  const given = question as Record<string, number>;
  const entry = {
    entrySpeed: given.V_entry_m_s!,
    descentAngle: radiansFromDegrees(given.gamma_deg!),
    ballisticCoefficient: given.beta_kg_m2!,
    scaleHeight: given.scale_height_m!,
    surfaceDensity: given.rho0!,
  };
  const peak = allenEggersPeak(entry);
  const altitudes = Object.keys(question.V_at_alt as object);
  return {
    max_decel_m_s2: peak.deceleration,
    alt_max_decel_m: peak.altitude,
    V_at_max_decel_m_s: peak.speed,
    V_at_alt: Object.fromEntries(
      altitudes.map((altitude) => [altitude, allenEggersSpeed(entry, Number(altitude))]),
    ),
  };
});

export const adapters: Record<string, Adapter> = {
  ballistic_min_energy: minimumEnergy,
  ballistic_kepler_loft: loft,
  ballistic_rotating_earth: rotatingEarth,
  reentry_allen_eggers: allenEggers,
  reentry_drag: drag,
};
