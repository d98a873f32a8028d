import { describe, expect, it } from "vitest";
import { realCatalogue } from "./real-files.test-support.ts";
import { scenarioFromValue } from "./scenario.ts";
import { valuesOf } from "./scenario-value.ts";
import { type Changes, dressedUnits, type Fields, twoUnits } from "./two-units.test-support.ts";

const feed = {
  id: "feed",
  role: "early-warning",
  command_post: "town",
  position: { east_m: 0, north_m: 9000, altitude_m: 0 },
  step: { range_km: 100, detection_probability: 0.5 },
  period_s: 10,
};

function withSupply(event: Fields, changes: Changes = {}, wishes: string[] = []) {
  const option = { ...changes.option, supply: [{ id: "case", ...event }] };
  return dressedUnits({ ...changes, option }, realCatalogue, wishes);
}

describe("supply", () => {
  it("switches units off at a time, and only those named", () => {
    const all = withSupply({ event: "switch-off", case: "kari_1991", at_s: 12 });
    expect(all.fireUnits.map((unit) => unit.switchedOffSeconds)).toEqual([12, 12]);
    const one = withSupply({ event: "switch-off", units: ["south"], at_s: 12 });
    const never = Number.POSITIVE_INFINITY;
    expect(one.fireUnits.map((unit) => unit.switchedOffSeconds)).toEqual([never, 12]);
  });

  it("follows a wish: --set options.one.supply.case.at_s=40", () => {
    const wish = "options.one.supply.case.at_s=40";
    const setup = withSupply({ event: "switch-off", at_s: 12 }, {}, [wish]);
    expect(setup.fireUnits[0]!.switchedOffSeconds).toBe(40);
  });

  it("withholds the feed of early warning, and no other sensor", () => {
    const other = { ...feed, id: "other", role: "acquisition" };
    const option = { sensors: [feed, other] };
    expect(withSupply({ event: "no-early-warning" }, { option }).sensors).toMatchObject([
      { id: "other" },
    ]);
  });

  it("lets availability fall with months: e⁻¹ after one time between failures", () => {
    const month = 730.5;
    const components = [
      { id: "radar", availability: 0.9 },
      { id: "generator", mtbf_h: 2 * month, mttr_h: 0.000001 },
    ];
    const event = { event: "no-spares", units: ["north"], months: 1, mtbf_h: month };
    const { availabilities } = withSupply(event, { north: { components } }).fireUnits[0]!;
    // A plain availability has no rate of failure; the others are exponential.
    expect(availabilities[0]).toBe(0.9);
    expect(availabilities[1]).toBeCloseTo(Math.exp(-1 / 2), 6);
    expect(availabilities[2]).toBeCloseTo(Math.exp(-1), 12);
  });

  it("leaves 5 rounds of 8 and 6 in store: 4 and 1 on launchers, none in store", () => {
    const magazine = { stock: 6, reload_time_s: 60 };
    const capped = withSupply({ event: "no-resupply", rounds_left: 5 }, { magazine });
    expect(capped.fireUnits[0]!.magazines[0]).toMatchObject({ launchers: [4, 1], stock: 0 });
    const ample = withSupply({ event: "no-resupply", rounds_left: 10 }, { magazine });
    expect(ample.fireUnits[0]!.magazines[0]).toMatchObject({ launchers: [4, 4], stock: 2 });
  });

  it("has a unit at the raid only if promised time and delay have passed", () => {
    const late = (raid: number, more: Fields) =>
      withSupply({ event: "late-delivery", promised_months: 60, raid_months: raid, ...more })
        .fireUnits[0]!.readyFromSeconds;
    // India waited three years longer, says the catalogue: 60 + 36 months.
    expect(late(95, { case: "india_delay" })).toBe(Number.POSITIVE_INFINITY);
    expect(late(96, { case: "india_delay" })).toBe(0);
    expect(late(70, { delay_months: 12 })).toBe(Number.POSITIVE_INFINITY);
  });

  it("leaves the unit's own power where the grid fails", () => {
    const setup = withSupply({ event: "no-power", own_power_probability: 0.8 });
    expect(setup.fireUnits[1]!.availabilities).toEqual([0.8]);
  });

  it("lists the case behind a number, and how well it is known", () => {
    const supply = [{ id: "off", event: "switch-off", case: "kari_1991", at_s: 5 }];
    const values = valuesOf(scenarioFromValue(twoUnits({ option: { supply } })), realCatalogue);
    const value = values.find(({ path }) => path === "options.one.supply.off.at_s");
    expect(value!.note).toMatch(/After the case "Iraqi KARI network.*\(hoax\)/);
  });

  it.each<[string, Fields, RegExp]>([
    ["a case that is none", { event: "switch-off", at_s: 1, case: "kari_1990" }, /kari_1991/],
    ["a unit that is none", { event: "switch-off", at_s: 1, units: ["west"] }, /north, south/],
    ["an event that is none", { event: "bad-luck" }, /switch-off, no-early-warning/],
    ["no feed to withhold", { event: "no-early-warning" }, /role early-warning/],
    ["nothing that fails", { event: "no-spares", months: 3 }, /mtbf_h/],
    [
      "a case that tells no delay",
      { event: "late-delivery", promised_months: 1, raid_months: 2, case: "kari_1991" },
      /delay_months/,
    ],
  ])("refuses %s", (_what, event, message) => {
    expect(() => withSupply(event)).toThrow(message);
  });
});
