import { expect, it } from "vitest";
import { arrivalsOf, nightsOf, pairedDifference, setupOf } from "./event.ts";

const before = nightsOf(setupOf("s400", 0), 500).map(arrivalsOf);

/** The same with a reaction of 120 s, which needs many draws, is a long check. */
it.each([
  ["one channel", ["systems.s400.channels=1"]],
  ["two rounds", ["systems.s400.magazine=2"]],
  ["a launch a minute", ["systems.s400.launch_spacing_s=60"]],
  ["its sectors turned away", ["options.s400.units.*.sector_centre_deg=270"]],
  ["a reaction of 240 s", ["systems.s400.reaction_time_s=240"]],
])("at likely values, an S-400 with %s lets more through: above 20 standard errors", (_, sets) => {
  const after = nightsOf(setupOf("s400", 0, sets), 500).map(arrivalsOf);
  const { mean, standardError } = pairedDifference(after, before);
  expect(mean).toBeGreaterThan(1);
  expect(mean / standardError).toBeGreaterThan(20);
});
