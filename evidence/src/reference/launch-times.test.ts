import { ticksFromSeconds } from "@pavise/kernel";
import { tabulate } from "@pavise/lab";
import { expect, it } from "vitest";
import { certainBattery, certainRadar, type FlatCase, flatSetup } from "./flat-world.ts";
import { moveLaunches } from "./launch-times.ts";

function raid(launchTimes: readonly number[]): FlatCase {
  const sensors = [certainRadar("radar", { phase_s: "uniform" })];
  return { launchTimes, batteries: [certainBattery("battery", { sensors })] };
}

it("moves 300 launches to the very bytes of tables made for them", () => {
  const before = Array.from({ length: 300 }, (_, k) => 3 * k);
  const after = before.map((time) => 1.7 * time + (time % 7) / 10);
  const moved = tabulate(flatSetup(raid(before)));
  moveLaunches(moved, after.map(ticksFromSeconds));
  const made = tabulate(flatSetup(raid(after)));
  expect(new Uint8Array(moved.buffer)).toEqual(new Uint8Array(made.buffer));
});

it("refuses tables whose rows belong to launch times", () => {
  const setup = flatSetup({ launchTimes: [0, 1.5], batteries: [certainBattery("battery")] });
  expect(() => moveLaunches(tabulate(setup), [0, 10])).toThrow("threats of one row, got 2");
});
