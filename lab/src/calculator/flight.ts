/** Calculators of flight and place: ballistic flight, re-entry, geodesic, intercept point. */
import {
  bearingFromRadians,
  degreesFromRadians,
  kilometresFromMetres,
  metresFromKilometres,
  radiansFromDegrees,
  STANDARD_GRAVITY,
  vector3,
} from "@pavise/kernel";
import {
  allenEggersPeak,
  apogeeArc,
  ballisticPath,
  geodesic,
  geodesicEnd,
  interceptPoint,
  type KeplerArc,
  minimumEnergyArc,
  reentry,
  SPHERE_RADIUS,
  type SurfacePoint,
} from "@pavise/models";
import {
  type Calculator,
  calculator,
  type Finding,
  finding,
  isGiven,
  noSetGiven,
} from "./calculator.ts";
import { optional, quantities, quantity, surfacePoint } from "./input.ts";

const pointFromDegrees = ([latitude, longitude]: readonly [number, number]): SurfacePoint => ({
  latitude: radiansFromDegrees(latitude),
  longitude: radiansFromDegrees(longitude),
});

const bearingDeg = (azimuth: number) => degreesFromRadians(bearingFromRadians(azimuth));

/** A drag-free body, where no ballistic coefficient is given. */
const NO_DRAG = Number.POSITIVE_INFINITY;

function arcFindings(arc: KeplerArc): Finding[] {
  return [
    finding("launchSpeedMS", "speed at launch and at impact", "m/s", arc.speed),
    finding("elevationDeg", "elevation at launch", "°", degreesFromRadians(arc.elevation)),
    finding("apogeeKm", "greatest height", "km", kilometresFromMetres(arc.apogeeHeight)),
    finding("flightS", "time of flight", "s", arc.flightSeconds),
  ];
}

function pathFindings(
  from: SurfacePoint,
  to: SurfacePoint,
  apogeeKm: number | undefined,
  ballisticCoefficient: number,
): Finding[] {
  const path = ballisticPath({
    launch: { ...from, height: 0 },
    aim: { ...to, height: 0 },
    apogeeHeight: apogeeKm === undefined ? "minimum-energy" : metresFromKilometres(apogeeKm),
    ballisticCoefficient,
    stepSeconds: 1,
  });
  const ground = kilometresFromMetres(geodesic(from, to).distance);
  return [
    finding("rangeKm", "distance along the ground", "km", ground),
    finding("launchSpeedMS", "speed at launch, seen from the ground", "m/s", path.launchSpeed),
    finding("impactSpeedMS", "speed at impact, seen from the ground", "m/s", path.impactSpeed),
    finding("apogeeKm", "greatest height", "km", kilometresFromMetres(path.apogeeHeight)),
    finding("apogeeS", "time of greatest height", "s", path.apogeeSeconds),
    finding("flightS", "time of flight", "s", path.flightSeconds),
  ];
}

export const ballisticCalculator: Calculator = calculator({
  name: "ballistic",
  title: "Ballistic flight over a range, or between two places of the turning Earth",
  inputs: {
    rangeKm: optional(
      quantity({
        unit: "km",
        meaning: "range over a sphere that does not turn",
        range: { above: 0, to: 20_000 },
      }),
    ),
    fromDeg: optional(surfacePoint("launch point, latitude and longitude")),
    toDeg: optional(surfacePoint("aim point, latitude and longitude")),
    apogeeKm: optional(
      quantity({
        unit: "km",
        meaning: "greatest height; without it, the arc that needs the least energy",
        range: { above: 0, to: 5000 },
      }),
    ),
    ballisticCoefficientKgM2: optional(
      quantity({
        unit: "kg/m²",
        meaning: "mass over drag area, β; without it, no drag (two places only)",
        range: { from: 100, to: 100_000 },
      }),
    ),
  },
  examples: [
    "--range-km 450",
    "--from-deg 34.35,47.16 --to-deg 33.79,42.44 --apogee-km 120 --ballistic-coefficient-kg-m2 5000",
  ],
  source:
    "Kepler arcs over a sphere of 6,371 km (Bate, Mueller and White 1971; Wheelon, ARS Journal 29, 1959); between places: integrated on WGS-84 with J₂, rotation and the US Standard Atmosphere 1976",
  limits: [
    "one impulse at launch stands for a powered ascent that nobody published",
    "drag, where asked for, acts from the greatest height down; the body does not steer",
  ],
  compute: ({ rangeKm, fromDeg, toDeg, apogeeKm, ballisticCoefficientKgM2 }) => {
    const places = { fromDeg, toDeg };
    if (isGiven("ballistic", places)) {
      const from = pointFromDegrees(places.fromDeg);
      const to = pointFromDegrees(places.toDeg);
      return pathFindings(from, to, apogeeKm, ballisticCoefficientKgM2 ?? NO_DRAG);
    }
    if (rangeKm === undefined) throw noSetGiven("ballistic", [{ rangeKm }, places]);
    if (ballisticCoefficientKgM2 !== undefined) {
      throw new RangeError(
        "ballistic: expected --from-deg and --to-deg with --ballistic-coefficient-kg-m2, got --range-km",
      );
    }
    const angle = metresFromKilometres(rangeKm) / SPHERE_RADIUS;
    return arcFindings(
      apogeeKm === undefined
        ? minimumEnergyArc(angle)
        : apogeeArc(angle, metresFromKilometres(apogeeKm)),
    );
  },
});

export const reentryCalculator: Calculator = calculator({
  name: "reentry",
  title: "How a falling body slows down in the atmosphere",
  inputs: {
    speedMS: quantity({
      unit: "m/s",
      meaning: "speed at the start",
      range: { above: 0, to: 8000 },
    }),
    descentAngleDeg: quantity({
      unit: "°",
      meaning: "angle below the horizontal at the start",
      range: { above: 0, below: 90 },
    }),
    ballisticCoefficientKgM2: quantity({
      unit: "kg/m²",
      meaning: "mass over drag area, β",
      range: { from: 100, to: 100_000 },
    }),
    altitudeKm: quantity({
      unit: "km",
      meaning: "altitude at the start",
      range: { above: 0, to: 1000 },
      standard: "100",
    }),
    atAltitudeKm: quantities(
      {
        unit: "km",
        meaning: "altitudes to ask about, falling",
        range: { from: 0, to: 1000 },
        standard: "60,40,20,10,0",
      },
      1,
      50,
    ),
    scaleHeightM: optional(
      quantity({
        unit: "m",
        meaning: "scale height for the closed form of Allen and Eggers",
        range: { from: 1000, to: 20_000 },
      }),
    ),
  },
  examples: ["--speed-m-s 2000 --descent-angle-deg 45 --ballistic-coefficient-kg-m2 2000"],
  source:
    "point mass with constant β, inverse-square gravity, US Standard Atmosphere 1976; H. J. Allen and A. J. Eggers, NACA TR 1381 (1958)",
  limits: [
    "sphere of 6,371 km at rest; no lift, no mass lost, no tumbling; no air above 86 km",
    "Allen and Eggers: a straight line, no gravity, density 1.225 kg/m³ at altitude zero",
  ],
  compute: (values) => {
    const { speedMS, ballisticCoefficientKgM2: ballisticCoefficient, scaleHeightM } = values;
    const descentAngle = radiansFromDegrees(values.descentAngleDeg);
    const fall = reentry({
      speed: speedMS,
      descentAngle,
      ballisticCoefficient,
      altitude: metresFromKilometres(values.altitudeKm),
      altitudes: values.atAltitudeKm.map(metresFromKilometres),
    });
    const labels = values.atAltitudeKm.map((altitude) => `at ${altitude} km`);
    const gravities = (deceleration: number) => deceleration / STANDARD_GRAVITY;
    const findings: Finding[] = [
      {
        ...finding(
          "speedMS",
          "speed",
          "m/s",
          fall.states.map(({ speed }) => speed),
        ),
        labels,
      },
      {
        ...finding(
          "fallS",
          "time since the start",
          "s",
          fall.states.map(({ seconds }) => seconds),
        ),
        labels,
      },
      finding("decelerationMaxG", "greatest braking", "g", gravities(fall.decelerationMax)),
      finding(
        "decelerationMaxAltitudeKm",
        "at altitude",
        "km",
        kilometresFromMetres(fall.decelerationMaxAltitude),
      ),
    ];
    if (scaleHeightM === undefined) return findings;
    const peak = allenEggersPeak({
      entrySpeed: speedMS,
      descentAngle,
      ballisticCoefficient,
      scaleHeight: scaleHeightM,
      surfaceDensity: 1.225,
    });
    const closed = gravities(peak.deceleration);
    const altitude = kilometresFromMetres(peak.altitude);
    return [
      ...findings,
      finding("allenEggersMaxG", "greatest braking by Allen and Eggers", "g", closed),
      finding(
        "allenEggersAltitudeKm",
        "at altitude (below 0: the ground is first)",
        "km",
        altitude,
      ),
    ];
  },
});

export const geodesicCalculator: Calculator = calculator({
  name: "geodesic",
  title: "Distance and directions between two places, or the end of a line",
  inputs: {
    fromDeg: surfacePoint("first place, latitude and longitude"),
    toDeg: optional(surfacePoint("second place, latitude and longitude")),
    azimuthDeg: optional(
      quantity({
        unit: "°",
        meaning: "direction of departure, from north over east",
        range: { from: -360, to: 360 },
      }),
    ),
    distanceKm: optional(
      quantity({
        unit: "km",
        meaning: "distance along the line",
        range: { from: 0, to: 40_000 },
      }),
    ),
  },
  examples: [
    "--from-deg 33.31,44.37 --to-deg 33.79,42.44",
    "--from-deg 33.31,44.37 --azimuth-deg 285 --distance-km 150",
  ],
  source: "C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87 (2013), on WGS-84",
  limits: ["along the ellipsoid: heights and terrain do not count"],
  compute: ({ fromDeg, toDeg, azimuthDeg, distanceKm }) => {
    const from = pointFromDegrees(fromDeg);
    const line = { azimuthDeg, distanceKm };
    if (toDeg !== undefined) {
      const { distance, azimuthStart, azimuthEnd } = geodesic(from, pointFromDegrees(toDeg));
      return [
        finding("distanceKm", "distance", "km", kilometresFromMetres(distance)),
        finding("azimuthStartDeg", "direction at the first place", "°", bearingDeg(azimuthStart)),
        finding("azimuthEndDeg", "onward direction at the second", "°", bearingDeg(azimuthEnd)),
      ];
    }
    if (!isGiven("geodesic", line)) throw noSetGiven("geodesic", [{ toDeg }, line]);
    const end = geodesicEnd(
      from,
      radiansFromDegrees(line.azimuthDeg),
      metresFromKilometres(line.distanceKm),
    );
    return [
      finding("latitudeDeg", "latitude of the end", "°", degreesFromRadians(end.latitude)),
      finding("longitudeDeg", "longitude of the end", "°", degreesFromRadians(end.longitude)),
      finding("azimuthEndDeg", "onward direction there", "°", bearingDeg(end.azimuth)),
    ];
  },
});

const metres = { from: -2_000_000, to: 2_000_000 };

export const interceptCalculator: Calculator = calculator({
  name: "intercept",
  title: "Where an interceptor of constant speed meets a threat in straight flight",
  inputs: {
    threatPositionM: quantities(
      { unit: "m", meaning: "where the threat is at time 0: east, north, up", range: metres },
      3,
      3,
    ),
    threatVelocityMS: quantities(
      {
        unit: "m/s",
        meaning: "velocity of the threat: east, north, up",
        range: { from: -10_000, to: 10_000 },
      },
      3,
      3,
    ),
    launcherPositionM: quantities(
      {
        unit: "m",
        meaning: "where the launcher is: east, north, up",
        range: metres,
        standard: "0,0,0",
      },
      3,
      3,
    ),
    interceptorSpeedMS: quantity({
      unit: "m/s",
      meaning: "mean speed of the interceptor",
      range: { above: 0, to: 10_000 },
    }),
    launchTimeS: quantity({
      unit: "s",
      meaning: "when the interceptor leaves",
      range: { from: 0, to: 10_000 },
      standard: "0",
    }),
  },
  examples: [
    "--threat-position-m 0,60000,10000 --threat-velocity-m-s 0,-300,0 --interceptor-speed-m-s 1000 --launch-time-s 20",
  ],
  source: "smaller root of |P + V·t − S| = v·(t − t₀): closed form",
  limits: [
    "flat world, straight lines, constant speeds: no boost, no turn, no envelope",
    "a real interceptor is slow at first and at the end; its mean speed falls with range",
  ],
  compute: (values) => {
    const [px, py, pz] = values.threatPositionM;
    const [vx, vy, vz] = values.threatVelocityMS;
    const [sx, sy, sz] = values.launcherPositionM;
    const met = interceptPoint({
      threatPosition: vector3<"flat">(px!, py!, pz!),
      threatVelocity: vector3<"flat">(vx!, vy!, vz!),
      launcherPosition: vector3<"flat">(sx!, sy!, sz!),
      interceptorSpeed: values.interceptorSpeedMS,
      launchTime: values.launchTimeS,
    });
    const none = { whyNone: "the interceptor never catches it" };
    return [
      finding("meetingS", "they meet at time", "s", met?.time ?? null, none),
      finding("eastM", "east of the origin", "m", met?.position.x ?? null, none),
      finding("northM", "north of the origin", "m", met?.position.y ?? null, none),
      finding("upM", "above the ground", "m", met?.position.z ?? null, none),
      finding("flownM", "distance flown by the interceptor", "m", met?.distance ?? null, none),
    ];
  },
});
