import { expect, test } from "vitest";
import { fieldName } from "./field-name.ts";
import { packedCatalogue } from "./packed.ts";

const { parameters, assumptions } = packedCatalogue();

/** Letters that a file writes and nobody says. */
const UNSAID = /_|\b(?:max|min|vs|rcs|cep|lat|lon|mpq\d*|\d+p\d+m2|initiation)\b/;

function unsaid(fields: Iterable<string>): string[] {
  return [...fields].filter((field) => UNSAID.test(fieldName(field)));
}

test("says every field that a draw can carry without an underscore or an abbreviation", () => {
  const paths = [...parameters.values()].flatMap(({ path, drawPath }) => [path, drawPath]);
  const fields = new Set([...paths.map((path) => path.split(".").at(-1)!), ...assumptions.keys()]);
  expect(fields.size).toBeGreaterThan(100);
  expect(unsaid(fields)).toEqual([]);
});

test("planted: a radar's designation that nobody named is found", () => {
  expect(unsaid(["reaction_time_s", "mpq99_range_km"])).toEqual(["mpq99_range_km"]);
});

test("names a quantity first, then what it is against or whose it is", () => {
  const said = {
    reaction_time_s: "reaction time",
    reload_time_min: "reload time",
    mpq53_65_range_km: "range of the AN/MPQ-53/65",
    range_vs_ballistic_km: "range against ballistic threats",
    ballistic_range_max_km: "greatest range against ballistic threats",
    aerodynamic_height_min_km: "least height against aerodynamic threats",
    kill_probability_cruise: "kill probability against cruise missiles",
    flight_reliability_aircraft: "flight reliability of aircraft",
    rcs_drone_m2: "cross-section of drones",
    altitude_max_km: "greatest altitude",
    order_delay_s: "order delay",
  };
  for (const [field, words] of Object.entries(said)) expect(fieldName(field)).toBe(words);
});
