import { valueAt } from "@pavise/catalogue";
import { degreesFromRadians } from "@pavise/kernel";
import { describe, expect, test } from "vitest";
import { realCatalogue, scenarioText } from "./real-files.test-support.ts";
import { type Scenario, scenarioFromText } from "./scenario.ts";
import { type Standing, standingsOf } from "./standing.ts";

const text = scenarioText("ain-al-asad-2020");
const opened = (written: string): Scenario => scenarioFromText(written, "raid.yaml");
const raid = opened(text);

function thing(scenario: Scenario, option: string, id: string): Standing {
  return standingsOf(scenario, realCatalogue, option).things.find((each) => each.id === id)!;
}

describe("what stands where in a scenario", () => {
  test("is two bases and two batteries at them on 8 January 2020", () => {
    const { things } = standingsOf(raid, realCatalogue, "patriot");
    expect(things.map(({ kind, id, at }) => [kind, id, at])).toEqual([
      ["asset", "ain_al_asad", null],
      ["asset", "erbil", null],
      ["unit", "patriot_asad", "ain_al_asad"],
      ["unit", "patriot_erbil", "erbil"],
    ]);
    const [latitude, longitude] = things[2]!.position.map(degreesFromRadians);
    expect(latitude).toBeCloseTo(33.785, 1);
    expect(longitude).toBeCloseTo(42.441, 1);
  });

  test("leads to the field that says so, also where another option wrote it", () => {
    const unit = thing(raid, "s400-switched-off", "s400_erbil");
    expect(unit.writtenIn).toBe("s400");
    expect(valueAt(raid.document.value, [...unit.where, "at"])).toBe("erbil");
    expect(unit.hasPost).toBe(false);
    const placed = text.replace("at: erbil", "position: {place: erbil}\n        command_post: e");
    const other = thing(opened(placed), "patriot", "patriot_erbil");
    expect([other.place, other.at, other.hasPost]).toEqual(["erbil", null, true]);
    expect(other.where).toEqual(["options", 1, "units", 1, "position"]);
  });

  test("has the lines of a raid as they were typed, and no others", () => {
    const { courses } = standingsOf(raid, realCatalogue, "none");
    expect(courses.map(({ id, lines }) => [id, lines.length])).toEqual([["strike", 2]]);
    const fly = `raid:
  - id: fly
    threat: shahed136
    aim: erbil
    count: 2
    route: [{lat_deg: 34, lon_deg: 46, height_above_ground_m: 50}, {place: erbil, height_above_ground_m: 50}]
    launch_times: {start_s: 60, spacing_s: 15}
`;
    const route = text.replace(/raid:[\s\S]*?(?=\n# How every)/, fly);
    const [flown] = standingsOf(opened(route), realCatalogue, "none").courses;
    expect(flown!.lines.map((line) => line.length)).toEqual([2]);
  });
});
