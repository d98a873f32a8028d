import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { overlay } from "@pavise/catalogue";
import { packedCatalogue } from "@pavise/catalogue/packed";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pavise } from "./command-line.ts";

const figure = (value: string, unit: string): string =>
  `{value: ${value}, unit: ${unit}, sources: [own_reading], confidence: low, kind: assumption, note: Of one's own.}`;

const common = (...names: string[]): string =>
  names.map((name) => `  ${name}: {common: ${name}}\n`).join("");

/** A system that nobody makes, with one round that reaches 30 km. */
const hedgehog = `
id: hedgehog
name: Hedgehog
origin: nowhere
role: short-range air defence
default_interceptor: quill
parameters:
  launchers: ${figure("2", "launchers")}
  magazine: ${figure("8", "rounds")}
  channels: ${figure("4", "threats")}
  reload_time_s: {common: reload_time_min}
  initiation_m: {common: initiation_hits}
  initiation_n: {common: initiation_looks}
${common("reaction_time_s", "launch_spacing_s", "assessment_time_s", "sector_deg", "elevation_max_deg")}\
${common("common_mode_failure", "radar_range_km", "radar_rcs_m2", "radar_period_s")}\
${common("radar_instrumented_km", "antenna_height_m", "system_cost_usd", "shots_per_threat")}\
  kill_probability:
    ballistic: {common: kill_probability_ballistic}
    cruise: {common: kill_probability_cruise}
    drone: {common: kill_probability_drone}
    aircraft: {common: kill_probability_aircraft}
    rocket: {common: kill_probability_rocket}
interceptors:
  quill:
    name: Quill
    parameters:
      rounds_per_launcher: ${figure("4", "rounds")}
      speed_max_m_s: {common: interceptor_speed_max_m_s}
      speed_average_fraction: {common: speed_average_fraction}
      unit_cost_usd: {common: interceptor_unit_cost_usd}
      aerodynamic:
        range_min_km: {common: aerodynamic_range_min_km}
        range_max_km: ${figure("30", "km")}
        height_min_km: {common: aerodynamic_height_min_km}
        height_max_km: ${figure("10", "km")}
        threat_speed_max_m_s: {common: aerodynamic_threat_speed_max_m_s}
`;

const moth = `
id: moth
name: Moth
class: drone
type: one-way drone
origin: nowhere
parameters:
  rcs_m2: ${figure("[0.01, 0.02, 0.05]", "m2")}
  range_km: ${figure("300", "km")}
  speed_m_s: ${figure("[40, 50, 60]", "m/s")}
  flight_reliability: {common: flight_reliability}
  unit_cost_usd: {common: threat_cost_drone_usd}
  cep_m: {common: cep_guided_m}
  cruise_altitude_m: {common: cruise_altitude_drone_m}
`;

const sources = `
own_reading: {title: A reading of one's own, publisher: nobody, date: null, url: null, opened: false, access: none, summary: ""}
`;

const scenario = `
schema: pavise-scenario/1
id: moths
title: Moths and a hedgehog
question: What does a hedgehog change?
world: wgs84
assets: [{id: base, place: ain_al_asad}]
raid:
  - id: moths
    threat: moth
    aim: base
    count: 6
    route: [{lat_deg: 34.5, lon_deg: 42.4412, altitude_m: 1500}, {place: ain_al_asad, altitude_m: 1500}]
    launch_times: {start_s: 60, spacing_s: 20}
doctrine: {salvo_per_look: [1], looks_max: unlimited}
options:
  - {id: none, units: []}
  - id: hedgehog
    units: [{id: hedgehog_1, system: hedgehog, at: base, load: {quill: 8}, sector_centre_deg: 0}]
expectations:
  - id: helps
    says: A hedgehog lets fewer through.
    quantity: options.hedgehog.arrivals.total.mean
    less_than: options.none.arrivals.total.mean
    because: A round that hits leaves less to arrive.
`;

const files = [
  { name: "systems/hedgehog.yaml", text: hedgehog },
  { name: "threats/moth.yaml", text: moth },
  { name: "sources/own.yaml", text: sources },
];

const folder = mkdtempSync(join(tmpdir(), "pavise-overlay-"));
const own = join(folder, "own");
const file = join(folder, "moths.yaml");
beforeAll(() => {
  for (const { name, text } of files) {
    mkdirSync(join(own, name, ".."), { recursive: true });
    writeFileSync(join(own, name), text);
  }
  writeFileSync(file, scenario);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a folder laid over the catalogue", () => {
  test.each([
    ["validate", "moths.yaml: valid, 2 options"],
    ["run --option hedgehog --replication 1", "hedgehog_1 ordered to engage moths_"],
    ["study --expect --draws 4 --replications 10", "1 of 1 expectation holds"],
    ["coverage --option hedgehog", "reach: cruise, drone, aircraft"],
  ])("adds a system and a threat that `pavise %s` plays", (typed, said) => {
    const [command, ...flags] = typed.split(" ") as [string, ...string[]];
    const out = command === "study" ? ["--out", join(folder, "out")] : [];
    const words = ["--catalogue", own, command, file, ...flags, ...out];
    const { status, stdout, stderr } = pavise(words, folder);
    expect(stderr).not.toContain("expected");
    expect(status).toBe(0);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(said);
  });

  test("stands in calculators, which take the likely values of both by their paths", () => {
    const sees = ["--height-m", "systems.hedgehog.antenna_height_m"];
    const flies = ["--threat-height-m", "threats.moth.cruise_altitude_m"];
    const words = ["--catalogue", own, "calc", "horizon", ...sees, ...flies];
    const { status, stdout } = pavise(words, folder);
    expect(status).toBe(0);
    // The shared assumptions: an antenna 7 m high and a drone 500 m high see each other 103 km away.
    expect(stdout).toMatch(/in view out to +103\.\d+ km/);
    expect(stdout).toContain(
      "--height-m 7 is the likely value of systems.hedgehog.antenna_height_m",
    );
    const without = pavise(["calc", "horizon", ...sees, ...flies], folder);
    expect(without.status).toBe(2);
    expect(without.stderr).toContain("systems.hedgehog.antenna_height_m");
  });

  test("stands in the report, which is played again without the folder", () => {
    const { status, stdout } = pavise(["reproduce", join(folder, "out", "report.html")], folder);
    expect(stdout).toContain("identical");
    expect(status).toBe(0);
  });

  test("is read and counted with the rest by `pavise catalogue check`", () => {
    const { stdout } = pavise(["--catalogue", own, "catalogue", "check"], folder);
    expect(stdout).toMatch(/systems +11\n/);
    expect(stdout).toMatch(/threats +32\n/);
  });

  test("shows both as pages, with where each value comes from", () => {
    for (const id of ["hedgehog", "moth"]) {
      const { status, stdout } = pavise(["--catalogue", own, "catalogue", "show", id], folder);
      expect(status).toBe(0);
      expect(stdout).toContain("own_reading");
    }
  });

  test.each([
    ["a value's source", "sources: [own_reading]", "sources: []", /sources/],
    ["an interceptor's envelope", "range_max_km", "range_most_km", /range_m/],
    ["a parameter", "  channels:", "  chanels:", /channels/],
    ["a known row", "{common: sector_deg}", "{common: sector}", /near: sector_deg|sector_deg/],
    ["the default interceptor", "default_interceptor: quill", "default_interceptor: quil", /quil/],
  ])("is refused with file, line and field where %s is missing or wrong", (_, from, to, said) => {
    const text = hedgehog.replace(from, to);
    const wrong = [{ name: "systems/hedgehog.yaml", text }, ...files.slice(1)];
    expect(() => overlay(packedCatalogue(), wrong)).toThrow(/^systems\/hedgehog\.yaml:\d+:\d+ /);
    expect(() => overlay(packedCatalogue(), wrong)).toThrow(said);
  });
});
