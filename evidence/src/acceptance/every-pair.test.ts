import { valueBounds } from "@pavise/catalogue";
import { packedCatalogue } from "@pavise/catalogue/packed";
import {
  dress,
  journalOf,
  namedTally,
  PAIR_STATES,
  scenarioFromValue,
  tabulate,
} from "@pavise/lab";
import { describe, expect, test } from "vitest";

const catalogue = packedCatalogue();
const systems = [...catalogue.systems.values()];
const threats = [...catalogue.threats.values()];
type System = (typeof systems)[number];
type Threat = (typeof threats)[number];

/** Kilometres per degree of latitude, near enough for a launch point. */
const KILOMETRES_PER_DEGREE = 111;

/** One of these at one unit of that system, from half of the least published range or 150 km. */
function pairScenario(system: System, threat: Threat) {
  const range = catalogue.parameters.get(`threats.${threat.id}.range_km`)!.datum.value;
  const [least] = valueBounds(range)!;
  const degrees = Math.min(150, least / 2) / KILOMETRES_PER_DEGREE;
  const load = { [system.default_interceptor]: 4 };
  const start = { lat_deg: 33.7856 + degrees, lon_deg: 42.4412 };
  const falls = threat.class === "ballistic" || threat.class === "rocket";
  const motion = falls
    ? { launch: { ...start, altitude_m: 200 }, apogee: "minimum-energy" }
    : {
        speed_m_s: 40,
        route: [
          { ...start, altitude_m: 1000 },
          { place: "ain_al_asad", altitude_m: 1000 },
        ],
      };
  return scenarioFromValue({
    schema: "pavise-scenario/1",
    id: "pair",
    title: `${threat.id} at ${system.id}`,
    question: "Does it play?",
    world: "wgs84",
    assets: [{ id: "base", place: "ain_al_asad" }],
    raid: [
      {
        id: "one",
        threat: threat.id,
        aim: "base",
        ...motion,
        launch_times: { start_s: 60, spacing_s: 0 },
      },
    ],
    doctrine: { salvo_per_look: [1], looks_max: "unlimited" },
    options: [
      {
        id: "battery",
        units: [{ id: "unit", system: system.id, at: "base", load, sector_centre_deg: 0 }],
      },
    ],
  });
}

/** Paths of numbers that are none. */
function notNumbers(value: unknown, path = ""): string[] {
  if (typeof value === "number") return Number.isNaN(value) ? [path] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => notNumbers(inner, `${path}.${key}`));
}

describe.each(systems)("the system $id, by name, loaded and turned to the threat", (system) => {
  test(`meets each of the ${threats.length} threats of the catalogue or says why not, in draw 0 and in draw 3`, () => {
    for (const threat of threats) {
      for (const draw of [0, 3]) {
        const scenario = pairScenario(system, threat);
        const setup = dress(scenario, catalogue, { option: "battery", seed: 1, draw });
        const where = `${system.id} × ${threat.id}, draw ${draw}`;
        expect(notNumbers(setup), where).toEqual([]);
        const tables = tabulate(setup);
        const { tally } = journalOf(tables, 0);
        expect(
          tally.pairs.reduce((sum, count) => sum + count, 0),
          where,
        ).toBe(1);
        expect(tally.pairs.length, where).toBe(PAIR_STATES.length);
        expect(notNumbers(namedTally(setup, tally)), where).toEqual([]);
      }
    }
  });
});
