import { expect, test } from "vitest";
import { valueName, valueTitle } from "./value-name.ts";

test("the last step of a path names a value, without its unit and without shorthand", () => {
  expect(valueName("systems.s400.reaction_time_s")).toBe("reaction time");
  expect(valueName("assumptions.radar_rcs_m2")).toBe(
    "cross-section at the range of the engagement radar",
  );
  expect(valueTitle("systems.s400.envelope.range_vs_ballistic_km")).toBe(
    "Range against ballistic threats",
  );
  expect(valueTitle("places.erbil.lat")).toBe("Latitude");
});

test("a step that says nothing alone is named with the step before it", () => {
  expect(valueName("raid.strike.split.assets.erbil")).toBe("threats sent at erbil");
  expect(valueTitle("options.s400.units.a.load.48n6e3")).toBe("Rounds loaded, 48n6e3");
});

test("a path that is nothing but a unit is shown as it is", () => {
  expect(valueName("_km")).toBe("_km");
});
