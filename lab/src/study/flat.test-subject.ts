/** A small study on the flat world for tests: eight threats, one base, and options that differ in one thing. */
import { drawUniform } from "@pavise/kernel";
import { scene, threats } from "../engagement/flat.test-scene.ts";
import type { FireUnitSetup, MagazineSetup, Setup } from "../scenario/setup.ts";
import type { StudyPlan, StudySubject, StudyUnknown } from "./subject.ts";

const SEED = 5;

/** Each uniform on its range: what the draws of a real scenario are, without the catalogue. */
const UNKNOWNS: readonly StudyUnknown[] = [
  { path: "systems.battery.kill_probability", lower: 0.2, likely: 0.5, upper: 0.8 },
  { path: "threats.straight.flight_reliability", lower: 0.6, likely: 0.8, upper: 1 },
  { path: "systems.battery.unit_cost_usd", lower: 1e6, likely: 2e6, upper: 3e6 },
  { path: "systems.battery.cruise_range_km", lower: 10, likely: 20, upper: 30 },
  { path: "systems.other.reaction_time_s", lower: 1, likely: 2, upper: 3 },
];

type Values = Readonly<Record<string, number>>;

function values(draw: number, moved?: Values): Values {
  const entries = UNKNOWNS.map(({ path, lower, likely, upper }) => {
    if (draw === 0) return [path, likely] as const;
    return [path, lower + (upper - lower) * drawUniform(SEED, draw, path)] as const;
  });
  return { ...Object.fromEntries(entries), ...moved };
}

const UNITS: Readonly<Record<string, Partial<FireUnitSetup> | undefined>> = {
  none: undefined,
  battery: {},
  "small-battery": { channels: 2, assessmentSeconds: 30 },
  "switched-off": { switchedOffSeconds: 0 },
};

function setupOf(option: string, draw: number, of: Values): Setup {
  const raid = threats(8, 2).map((threat) => ({
    ...threat,
    flightReliability: of["threats.straight.flight_reliability"]!,
  }));
  const rangeMax = of["systems.battery.cruise_range_km"]! * 1000;
  const everywhere = {
    rangeMin: 0,
    rangeMax: 1_000_000,
    heightMin: -1,
    heightMax: 1_000_000,
    threatSpeedMax: 100_000,
  };
  const magazine: Partial<MagazineSetup> = {
    killProbability: { ballistic: of["systems.battery.kill_probability"]! },
    unitCostUsd: of["systems.battery.unit_cost_usd"]!,
    envelopes: { ballistic: everywhere, cruise: { ...everywhere, rangeMax } },
  };
  const unit = UNITS[option];
  const setup = { ...scene({ threats: raid, magazine, unit: unit ?? {} }), seed: SEED, draw };
  return unit === undefined ? { ...setup, fireUnits: [], sensors: [] } : setup;
}

export function flatSubject(options: readonly string[] = Object.keys(UNITS)): StudySubject {
  return {
    scenario: "flat-eight",
    seed: SEED,
    options: options.map((id) => ({ id, title: `Option ${id}` })),
    unknowns: UNKNOWNS,
    check: {
      title: "undefended, with a reliability that does not know the event",
      recorded: 6,
      prior: "threats.straight.flight_reliability = 0.5 in place of its own",
      setup: (draw) =>
        setupOf("none", draw, values(draw, { "threats.straight.flight_reliability": 0.5 })),
    },
    setup: (option, draw) => setupOf(option, draw, values(draw)),
    setupWith: (option, path, value) => setupOf(option, 0, values(0, { [path]: value })),
    setupVaried: (option, draw, { wishes, uniform }) => {
      const moved = UNKNOWNS.flatMap(({ path, lower, upper }) => {
        const at = uniform?.(path);
        return at === undefined ? [] : [[path, lower + (upper - lower) * at] as const];
      });
      const wished = wishes.map(({ path, value }) => [path, value as number] as const);
      return setupOf(option, draw, values(draw, Object.fromEntries([...moved, ...wished])));
    },
  };
}

/** The same subject with one value fixed in every draw. */
export function flatSubjectWith(fixed: Values): StudySubject {
  return {
    ...flatSubject(),
    setup: (option, draw) => setupOf(option, draw, values(draw, fixed)),
    setupWith: (option, path, value) => setupOf(option, 0, values(0, { [path]: value, ...fixed })),
  };
}

export const flatPlan: StudyPlan = {
  draws: 20,
  replications: 100,
  curveReplications: 20,
  walkReplications: 50,
  keepReplications: false,
};

export const flatUniform = (path: string, draw: number): number => drawUniform(SEED, draw, path);
