import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isLogarithmic, scaledValue, valueBounds } from "./datum.ts";
import { packedCatalogue } from "./packed.ts";
import { parametersOf } from "./parameter.ts";
import { matchPaths, overridden, resolveParameter } from "./parameter-path.ts";

const catalogue = packedCatalogue();
const value = (path: string): unknown => resolveParameter(catalogue, path).datum.value;

describe("the three systems of the main question", () => {
  test("carry their published loads: 8 x 4, 6 x 12 and 4 x 8 rounds", () => {
    const loads = [
      ["s400", "48n6e3", 8, 4, 32],
      ["patriot", "pac3_mse", 6, 12, 72],
      ["sampt", "aster30b1", 4, 8, 32],
    ] as const;
    for (const [id, interceptor, launchers, rounds, magazine] of loads) {
      expect(catalogue.systems.get(id)!.default_interceptor).toBe(interceptor);
      expect(value(`systems.${id}.launchers`)).toBe(launchers);
      expect(value(`systems.${id}.interceptors.${interceptor}.rounds_per_launcher`)).toBe(rounds);
      expect(value(`systems.${id}.magazine`)).toBe(magazine);
    }
  });

  test("reach 60, about 40 and 25 km against ballistic threats", () => {
    const reach = (path: string): unknown => value(`systems.${path}.ballistic.range_max_km`);
    expect(reach("s400.interceptors.48n6e3")).toBe(60);
    expect(reach("patriot.interceptors.pac3_mse")).toEqual([30, 40, 60]);
    expect(reach("sampt.interceptors.aster30b1")).toBe(25);
  });

  test("share one reaction time, because only brochures and memory tell them apart", () => {
    for (const id of ["s400", "patriot", "sampt"]) {
      const parameter = resolveParameter(catalogue, `systems.${id}.reaction_time_s`);
      expect(parameter.datum.value).toEqual([8, 12, 30]);
      expect(parameter.origin).toBe("common assumption");
      expect(parameter.drawPath).toBe("assumptions.reaction_time_s");
      expect(parameter.datum.alternatives).toHaveLength(1);
    }
  });

  test("share one kill probability against ballistic threats, 0.1 to 0.95", () => {
    const draws = matchPaths(catalogue, "systems.*.kill_probability.ballistic").map((path) => {
      return resolveParameter(catalogue, path).drawPath;
    });
    expect(new Set(draws)).toEqual(new Set(["assumptions.kill_probability_ballistic"]));
    expect(value("systems.s400.kill_probability.ballistic")).toEqual([0.1, 0.6, 0.95]);
  });

  test("only the S-400 has a least height of its own; the others carry the common one", () => {
    const least = (path: string): string =>
      resolveParameter(catalogue, `systems.${path}.ballistic.height_min_km`).origin;
    expect(least("s400.interceptors.48n6e3")).toBe("own value");
    expect(least("patriot.interceptors.pac3_mse")).toBe("common assumption");
    expect(least("sampt.interceptors.aster30b1")).toBe("common assumption");
  });
});

describe("a hole is filled alike", () => {
  test("no system takes a placeholder of its own where a common row exists", () => {
    const own = [...catalogue.parameters.values()].filter(({ path, origin, datum }) => {
      return path.startsWith("systems.") && origin === "fact" && datum.kind === "assumption";
    });
    expect(own.map(({ path }) => path)).toEqual([]);
  });

  test("the flight reliability of Fateh-313 comes from its event, that of Fateh-110 does not", () => {
    expect(resolveParameter(catalogue, "threats.fateh313.flight_reliability").origin).toBe("fact");
    expect(value("threats.fateh313.flight_reliability")).toEqual([0.7, 0.75, 0.85]);
    const other = resolveParameter(catalogue, "threats.fateh110.flight_reliability");
    expect(other.origin).toBe("common assumption");
    expect(other.datum.value).toEqual([0.7, 0.85, 0.95]);
  });

  test("an unstated cross-section is drawn on the logarithm, a reaction time is not", () => {
    expect(isLogarithmic(resolveParameter(catalogue, "systems.s400.radar_rcs_m2").datum)).toBe(
      true,
    );
    expect(isLogarithmic(resolveParameter(catalogue, "systems.s400.reaction_time_s").datum)).toBe(
      false,
    );
    expect(isLogarithmic(resolveParameter(catalogue, "threats.fateh313.unit_cost_usd").datum)).toBe(
      true,
    );
  });
});

describe("units", () => {
  test("40 minutes of reloading are 2,400 s, 10 m of height are 0.01 km", () => {
    expect(value("systems.s400.reload_time_s")).toEqual([1200, 2400, 5400]);
    expect(value("systems.s400.interceptors.48n6e3.aerodynamic.height_min_km")).toBe(0.01);
  });

  test("scaling keeps bounds in order", () => {
    const spread = fc
      .array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 3, maxLength: 3 })
      .map((items) => items.sort((a, b) => a - b) as [number, number, number]);
    fc.assert(
      fc.property(spread, fc.constantFrom(60, 1000, 0.001), (range, factor) => {
        const [lower, upper] = valueBounds(scaledValue(range, factor))!;
        expect(lower).toBeLessThanOrEqual(upper);
      }),
    );
  });
});

describe("paths promised to scripts", () => {
  test("threats.*.flight_reliability means all 31 types", () => {
    expect(matchPaths(catalogue, "threats.*.flight_reliability")).toHaveLength(31);
  });

  test("systems.*.kill_probability means five classes of threat in ten systems", () => {
    expect(matchPaths(catalogue, "systems.*.kill_probability")).toHaveLength(50);
    expect(matchPaths(catalogue, "systems.s400.kill_probability")).toHaveLength(5);
  });

  test("a system, or an envelope, is not one value", () => {
    expect(matchPaths(catalogue, "systems.s400")).toEqual([]);
    expect(matchPaths(catalogue, "systems.s400.interceptors.48n6e3.ballistic")).toEqual([]);
  });

  test("reaction time, radar range and magazine of the S-400 are there", () => {
    for (const name of ["reaction_time_s", "radar_range_km", "magazine"]) {
      expect(matchPaths(catalogue, `systems.s400.${name}`)).toHaveLength(1);
    }
  });

  test("a path that leads nowhere is an error that names near ones", () => {
    expect(() => resolveParameter(catalogue, "systems.s400.reaction_time")).toThrow(
      /near: systems\.s400\.reaction_time_s, .*got "systems\.s400\.reaction_time"$/,
    );
    expect(() => overridden(catalogue, "systems.s500.magazine", 4, "--set")).toThrow(
      /^--set: expected the path of a parameter/,
    );
  });
});

describe("a value set for one run", () => {
  test("takes the place of the catalogue's, which stays beside it, and is one draw for all it means", () => {
    const changed = overridden(catalogue, "systems.*.kill_probability", [0.2, 0.5, 0.8], "--set");
    const parameter = resolveParameter(changed, "systems.s400.kill_probability.ballistic");
    expect(parameter.datum.value).toEqual([0.2, 0.5, 0.8]);
    expect(parameter.origin).toBe("override");
    expect(parameter.drawPath).toBe("systems.*.kill_probability");
    expect(parameter.datum.alternatives?.[0]?.value).toEqual([0.1, 0.6, 0.95]);
    expect(value("systems.s400.kill_probability.ballistic")).toEqual([0.1, 0.6, 0.95]);
  });

  const refused: [path: string, value: number | [number, number, number], expected: string][] = [
    ["systems.s400.kill_probability", 1.2, "numbers from 0 to 1 fraction, got 1.2"],
    ["systems.s400.magazine", 3.5, "whole numbers from 0 to 100000 rounds, got 3.5"],
    ["systems.s400.reaction_time_s", -1, "numbers at least 0 s, got -1"],
    ["systems.s400.reaction_time_s", Number.NaN, "numbers at least 0 s, got NaN"],
    ["systems.s400.reaction_time_s", [9, 5, 12], "bounds in rising order"],
  ];
  for (const [path, wish, expected] of refused) {
    test(`is refused when it cannot be: ${path} = ${String(wish)}`, () => {
      expect(() => overridden(catalogue, path, wish, "--set")).toThrow(expected);
    });
  }
});

test("every parameter of every entry is a number or a range within its limits, with a source", () => {
  for (const parameter of catalogue.parameters.values()) {
    expect(valueBounds(parameter.datum.value), parameter.path).not.toBeNull();
    expect(parameter.datum.sources.length, parameter.path).toBeGreaterThan(0);
    expect(parameter.datum.unit, parameter.path).toBe(parameter.rule.unit);
  }
  expect(parametersOf(catalogue.parameters, "systems.s400").length).toBeGreaterThan(50);
});
