/**
 * Aircraft of the flat world that release weapons and turn back: some as planned, some when they are
 * fired upon. For the comparison of engine and baseline, where branches bind.
 */
import type { CourseSetup, Position, Setup, ThreatSetup } from "@pavise/lab";
import { flatMagazine, flatSensor, flatUnit } from "./flat-raids.ts";

const SPEED = 250;
const HEIGHT = 4000;

/** Over a place so many metres north of the battery, on a line so far east of it. */
const place = (east: number, north: number): Position => [east, north, HEIGHT];

/** Straight legs from the north at one speed, with a time by waypoint. */
function route(waypoints: readonly Position[]): CourseSetup {
  return { kind: "route", waypoints, speeds: [0, ...waypoints.slice(1).map(() => SPEED)] };
}

const START = 90_000;
const RELEASE = 30_000;
const TURNS = [60_000, 50_000, 42_000, 36_000];

/** Inbound to where it releases, then round by the east and home. */
function courses(east: number): CourseSetup[] {
  const home = (north: number): Position[] => [
    place(east + 6000, north + 6000),
    place(east + 20_000, START),
  ];
  const planned = route([place(east, START), place(east, RELEASE), ...home(RELEASE)]);
  const branches = TURNS.map((north) =>
    route([place(east, START), place(east, north), ...home(north)]),
  );
  const weapon: CourseSetup = {
    kind: "route",
    waypoints: [place(east, RELEASE), [0, 0, 5]],
    speeds: [0, 280],
  };
  return [planned, ...branches, weapon];
}

/** Four aircraft with two weapons each. */
export function strikeRaid(probability = 0.7): Setup {
  const lines = [-4000, 0, 5000, 9000];
  const perLine = TURNS.length + 2;
  const threats = lines.flatMap((_, line): ThreatSetup[] => {
    const launchSeconds = 11 * line;
    const aircraft: ThreatSetup = {
      id: `aircraft-${line + 1}`,
      type: "aircraft",
      class: "cruise",
      course: line * perLine,
      launchSeconds,
      asset: 0,
      rcs: 3,
      swerling: 1,
      flightReliability: 0.95,
      failureFractions: [0, 0.2, 0.8],
      cep: 0,
      unitCostUsd: 3e7,
      turnBack: {
        homeSeconds: (START - RELEASE) / SPEED,
        firedUpon: {
          probability,
          reactionSeconds: 6,
          branches: TURNS.map((north, k) => ({
            turnSeconds: (START - north) / SPEED,
            course: line * perLine + 1 + k,
          })),
        },
      },
    };
    const carrier = line * 3;
    const weapons = [1, 2].map((number): ThreatSetup => {
      const { turnBack: _, ...flies } = aircraft;
      return {
        ...flies,
        id: `weapon-${line + 1}-${number}`,
        type: "weapon",
        course: line * perLine + perLine - 1,
        launchSeconds: launchSeconds + (START - RELEASE) / SPEED,
        rcs: 0.1,
        flightReliability: 0.9,
        failureFractions: [0.5],
        cep: 60,
        unitCostUsd: 1e6,
        carrier,
      };
    });
    return [aircraft, ...weapons];
  });
  const magazine = flatMagazine({ killProbability: { cruise: 0.45 } });
  const cruise = { ...magazine.envelopes.cruise!, rangeMax: 52_000 };
  return {
    world: "flat",
    seed: 20_261_124,
    draw: 0,
    assets: [{ id: "airfield", position: [0, 0, 0], arrivalRadius: 120 }],
    courses: lines.flatMap(courses),
    threats,
    sensors: [flatSensor()],
    commandPosts: [{ id: "post", dropSeconds: 8 }],
    fireUnits: [flatUnit({ channels: 2, magazines: [{ ...magazine, envelopes: { cruise } }] })],
  };
}
