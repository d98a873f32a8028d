/** Places on the Earth, lines between them, horizons: answered by functions of `models`. */
import { degreesFromRadians, radiansFromDegrees, vector3 } from "@pavise/kernel";
import {
  bearingFromEnu,
  ecefFromGeodetic,
  enuFromEcef,
  type Geodetic,
  geodesic,
  geodesicEnd,
  geodeticFromEcef,
  HORIZON_EARTH_RADIUS,
  horizonSlantRange,
  lineOfSightArc,
  REFRACTION_FACTOR,
} from "@pavise/models";
import type { Adapter, Answer } from "../adapter.ts";

type Numbers = Record<string, number>;

function formula(answer: (question: Numbers) => Record<string, Answer>): Adapter {
  return { engine: "formula", answer: (question) => answer(question as Numbers) };
}

function geodetic(latitudeDeg: number, longitudeDeg: number, height: number): Geodetic {
  return {
    latitude: radiansFromDegrees(latitudeDeg),
    longitude: radiansFromDegrees(longitudeDeg),
    height,
  };
}

const inverse = formula(({ lat1, lon1, lat2, lon2 }) => {
  const line = geodesic(geodetic(lat1!, lon1!, 0), geodetic(lat2!, lon2!, 0));
  return {
    s12_m: line.distance,
    azi1: degreesFromRadians(line.azimuthStart),
    azi2: degreesFromRadians(line.azimuthEnd),
  };
});

const direct = formula(({ lat1, lon1, azi1, s12_m }) => {
  const end = geodesicEnd(geodetic(lat1!, lon1!, 0), radiansFromDegrees(azi1!), s12_m!);
  return {
    lat2: degreesFromRadians(end.latitude),
    lon2: degreesFromRadians(end.longitude),
    azi2: degreesFromRadians(end.azimuth),
  };
});

function geodeticAnswer({ x_m, y_m, z_m }: Numbers): Record<string, number> {
  const place = geodeticFromEcef(vector3(x_m!, y_m!, z_m!));
  return {
    lat: degreesFromRadians(place.latitude),
    lon: degreesFromRadians(place.longitude),
    h_m: place.height,
    h_km: place.height / 1000,
  };
}

function only(answer: Record<string, number>, ...fields: string[]): Record<string, Answer> {
  return Object.fromEntries(fields.map((field) => [field, answer[field]!]));
}

const ecef: Adapter = {
  engine: "formula",
  answer: (question) => {
    const given = question as Numbers;
    if (question.list === "inverse") return only(geodeticAnswer(given), "lat", "lon", "h_m");
    const { latitude, longitude, height } = geodetic(given.lat!, given.lon!, given.h_m!);
    const { x, y, z } = ecefFromGeodetic(latitude, longitude, height);
    return { x_m: x, y_m: y, z_m: z };
  },
};

const bearing = formula(({ lat0, lon0, h0_m, lat, lon, h_m }) => {
  const point = geodetic(lat!, lon!, h_m!);
  const local = enuFromEcef(
    geodetic(lat0!, lon0!, h0_m!),
    ecefFromGeodetic(point.latitude, point.longitude, point.height),
  );
  const seen = bearingFromEnu(local);
  return {
    east_m: local.x,
    north_m: local.y,
    up_m: local.z,
    az_deg: degreesFromRadians(seen.azimuth),
    el_deg: degreesFromRadians(seen.elevation),
    slant_m: seen.slantRange,
  };
});

const horizon = formula(({ h_radar_m, h_target_m, R_m, k }) => {
  if (R_m !== HORIZON_EARTH_RADIUS || Math.abs(k! - REFRACTION_FACTOR) > 1e-12) {
    throw new RangeError(`horizon: expected 4/3 of ${HORIZON_EARTH_RADIUS} m, got ${k} of ${R_m}`);
  }
  return {
    ground_arc_km: lineOfSightArc(h_radar_m!, h_target_m!) / 1000,
    slant_km: (horizonSlantRange(h_radar_m!) + horizonSlantRange(h_target_m!)) / 1000,
  };
});

export const adapters: Record<string, Adapter> = {
  geodesy_aer: bearing,
  geodesy_direct: direct,
  geodesy_ecef: ecef,
  geodesy_ecef_vallado: formula((question) => only(geodeticAnswer(question), "lat", "lon", "h_km")),
  geodesy_inverse_regional: inverse,
  geodesy_karney_geodtest_a: inverse,
  geodesy_karney_geodtest_line2874: inverse,
  los_horizon_43: horizon,
};
