import { describe, expect, test } from "vitest";
import { scenarioFromText } from "../scenario/scenario.ts";
import { scenarioSubject } from "../scenario/scenario-subject.ts";
import { executorHere } from "./executor.ts";
import { judgedExpectations } from "./expectation.ts";
import { playStudy } from "./study.ts";

const scenario = (expectations: string): string => `
schema: pavise-scenario/1
id: two-arrive
title: Two threats, one launcher
question: What does a launcher that never misses leave?
world: flat
assets: [{id: camp, east_m: 0, north_m: 0, altitude_m: 0, arrival_radius_km: 1}]
threats: {dart: {class: drone, rcs_m2: 1}}
raid:
  - id: darts
    threat: dart
    aim: camp
    count: 2
    speed_m_s: 200
    route: [{east_m: 50000, north_m: 0, altitude_m: 3000}, {east_m: 0, north_m: 0, altitude_m: 0}]
    launch_times: {start_s: 0, spacing_s: 10}
doctrine: {salvo_per_look: [1], looks_max: 1}
options:
  - {id: none, units: []}
  - id: sure
    units:
      - id: launcher
        at: camp
        channels: 2
        reaction_time_s: 1
        launch_spacing_s: 1
        assessment_time_s: 1
        sensors: [{id: eye, role: acquisition, step: {range_km: 60, detection_probability: 1}, period_s: 1}]
        magazines:
          - interceptor: arrow
            launchers: 1
            rounds_per_launcher: 1
            speed_m_s: 1000
            envelopes: {drone: {}}
            single_shot_kill_probability: {drone: 1}
expectations:
${expectations}`;

const one = (fields: string): string =>
  `  - {id: e, says: It says so., because: a reason, quantity: options.sure.arrivals.total.mean, ${fields}}\n`;

async function judged(expectations: string, options?: string[]) {
  const read = scenarioFromText(scenario(expectations), "two.yaml");
  const subject = scenarioSubject(read, null, {
    seed: 1,
    ...(options === undefined ? {} : { options }),
  });
  const plan = {
    draws: 2,
    replications: 4,
    curveReplications: 2,
    walkReplications: 2,
    keepReplications: false,
  };
  const { answer } = await playStudy(
    subject,
    plan,
    executorHere(subject, plan, () => 0),
    () => 0.5,
  );
  return judgedExpectations(read.written.expectations!, answer);
}

describe("an expectation of a scenario", () => {
  test("holds by 1 where one of two threats is stopped and both arrive without a defence", async () => {
    const [found] = await judged(one("less_than: options.none.arrivals.total.mean"));
    expect(found).toMatchObject({
      verdict: "holds",
      figures: { quantity: 1, other: 2, margin: 1 },
    });
  });

  test("fails by 0.5 where one arrives and at most a half was expected", async () => {
    const [found] = await judged(one("at_most: {sum: [0.75, -0.25]}"));
    expect(found).toMatchObject({ verdict: "fails", figures: { margin: -0.5 } });
  });

  test("takes products, refusals of a unit and equality within a stated amount", async () => {
    const found = await judged(
      one("equals: {product: [0.5, options.none.arrivals.total.mean]}") +
        "  - {id: f, says: s, because: b, quantity: options.sure.refusals.launcher.no-interceptor, equals: 1}\n" +
        "  - {id: g, says: s, because: b, quantity: options.sure.roundsSpent.mean, equals: 1.5, within: 0.6}\n",
    );
    expect(found.map(({ verdict }) => verdict)).toEqual(["holds", "holds", "holds"]);
  });

  test("is not judged where an option it speaks of was not played", async () => {
    const [found] = await judged(one("less_than: options.none.arrivals.total.mean"), ["sure"]);
    expect(found).toMatchObject({ verdict: "not-played" });
  });

  test.each([
    ["two relations", one("less_than: 1, at_most: 2"), "exactly one of less_than, at_most"],
    ["no relation", "  - {id: e, says: s, because: b, quantity: 1}\n", "got none of them"],
    ["an unknown option", one("less_than: options.nine.arrivals.total.mean"), "near: options.none"],
    [
      "an unknown asset",
      one("less_than: options.none.arrivals.cmp.mean"),
      "options.none.arrivals.camp.mean",
    ],
    ["within without equals", one("less_than: 2, within: 1"), "equals beside within"],
  ])("is refused with its place for %s", (_, expectations, said) => {
    expect(() => scenarioFromText(scenario(expectations), "two.yaml")).toThrow(said);
  });
});
