import { readFileSync } from "node:fs";
import { packedCatalogue } from "@pavise/catalogue/packed";
import {
  CourseCache,
  journalOf,
  playDraw,
  type Setup,
  scenarioFromText,
  scenarioSubject,
  storyLines,
  tabulate,
} from "@pavise/lab";
import { geodeticFromEcef, pathPosition } from "@pavise/models";
import { describe, expect, test } from "vitest";
import { PATH_TOLERANCE, thinned, writePlaceAt } from "./path-line.ts";
import type { Replay } from "./replay.ts";
import { replayOf } from "./tell-replay.ts";

const SEED = 1;
const DEGREE = Math.PI / 180;

function subjectOf(id: string) {
  const file = new URL(`../../../../scenarios/${id}.yaml`, import.meta.url);
  const scenario = scenarioFromText(readFileSync(file, "utf8"), `${id}.yaml`);
  return scenarioSubject(scenario, packedCatalogue(), { seed: SEED, overrides: [] });
}

function played(id: string, option: string, draw: number, replication: number) {
  const setup = subjectOf(id).setup(option, draw);
  const address = { scenario: id, option, seed: SEED, draw, replication };
  return { setup, replay: replayOf(setup, address) };
}

/** Greatest distance in metres between the replay's lines and the engine's paths, every 0.7 s. */
function farthest({ setup, replay }: { setup: Setup; replay: Replay }): number {
  const courses = new CourseCache();
  const exact = new Float64Array(3);
  const drawn = new Float64Array(3);
  let most = 0;
  for (const [index, course] of setup.courses.entries()) {
    const path = courses.pathOf(setup.world, course, setup.terrain);
    for (let seconds = 0; seconds < path.flightSeconds; seconds += 0.7) {
      pathPosition(path, seconds, exact);
      const [x, y, z] = exact;
      const { latitude, longitude, height } = geodeticFromEcef({ x: x!, y: y!, z: z! });
      writePlaceAt(replay.paths[index]!, seconds, drawn, 0);
      const east = (drawn[0]! * DEGREE - longitude) * Math.cos(latitude) * 6.378e6;
      const north = (drawn[1]! * DEGREE - latitude) * 6.378e6;
      most = Math.max(most, Math.hypot(east, north, drawn[2]! - height));
    }
  }
  return most;
}

describe("the replay of a night", () => {
  test("keeps within 30 m of the engine's paths, ballistic and flown low, at any moment", () => {
    const raids = [
      played("ain-al-asad-2020", "s400", 3, 7),
      played("industrial-site-2019", "none", 1, 0),
    ];
    for (const raid of raids) {
      // 25 m at the samples; between them the path bends at most 5 m away from straight flight.
      expect(farthest(raid)).toBeLessThan(PATH_TOLERANCE + 5);
      const points = raid.replay.paths.map(({ seconds }) => seconds.length);
      expect(Math.max(...points)).toBeLessThan(400);
    }
  });

  test("counts what the study counted, in 60 nights of three defences", () => {
    const subject = subjectOf("ain-al-asad-2020");
    const plan = {
      draws: 2,
      replications: 10,
      curveReplications: 1,
      walkReplications: 0,
      keepReplications: true,
    };
    for (const draw of [1, 2]) {
      const rows = playDraw(subject, plan, draw, () => 0)
        .rows!.trimEnd()
        .split("\n");
      for (const option of ["none", "patriot", "s400"]) {
        const setup = subject.setup(option, draw);
        for (let replication = 0; replication < 10; replication++) {
          const address = { scenario: "x", option, seed: SEED, draw, replication };
          const { counted, shots } = replayOf(setup, address);
          const row = rows.find((each) => each.startsWith(`${option},${draw},${replication},`));
          const columns = row!.split(",");
          const fates = ["failed", "intercepted", "turned-back", "arrived", "fell-short"] as const;
          expect(fates.map((fate) => counted.fates[fate])).toEqual(columns.slice(3, 8).map(Number));
          expect(shots.length).toBe(Number(columns[11]));
        }
      }
    }
  });

  test("tells the story of the command line, word for word, and the hash of its journal", () => {
    const { setup, replay } = played("ain-al-asad-2020", "s400", 3, 7);
    const { journal } = journalOf(tabulate(setup), 7);
    const lines = storyLines(setup, journal);
    const told = lines.map((line) => line.slice(11).trim()).join(" ");
    expect(replay.story.map((each) => each.told).join(" ")).toBe(told);
    expect(replay.hash).toBe(journal.hash);
  });

  test("has every threat launched, seen, tracked, ordered, shot and ended in this order", () => {
    const { replay } = played("ain-al-asad-2020", "s400", 3, 7);
    let tracked = 0;
    for (const threat of replay.threats) {
      const { launchSeconds, sightSeconds, trackSeconds, endSeconds, orders, shots } = threat;
      if (trackSeconds !== null) {
        tracked += 1;
        expect(sightSeconds).toBeGreaterThanOrEqual(launchSeconds);
        expect(trackSeconds).toBeGreaterThanOrEqual(sightSeconds!);
        expect(trackSeconds).toBeLessThan(endSeconds);
      }
      for (const { seconds } of orders) expect(seconds).toBeGreaterThanOrEqual(trackSeconds!);
      for (const index of shots) {
        const shot = replay.shots[index]!;
        expect(shot.launchSeconds).toBeGreaterThanOrEqual(orders[0]!.seconds);
        expect(shot.interceptSeconds).toBeGreaterThan(shot.launchSeconds);
      }
      if (threat.fate === "intercepted") {
        const kill = shots.map((index) => replay.shots[index]!).find(isKill)!;
        expect(kill.interceptSeconds).toBe(endSeconds);
        expect(kill.to).toEqual(threat.end);
      }
    }
    expect(tracked).toBeGreaterThan(5);
  });

  test("leaves out points of a line only within the tolerance that is asked for", () => {
    const { replay } = played("ain-al-asad-2020", "none", 0, 0);
    const line = replay.paths[0]!;
    const coarse = thinned(line, 2_000);
    expect(coarse.seconds.length).toBeLessThan(line.seconds.length / 3);
    const out = new Float64Array(3);
    for (const [k, seconds] of line.seconds.entries()) {
      writePlaceAt(coarse, seconds, out, 0);
      expect(Math.abs(out[2]! - line.places[3 * k + 2]!)).toBeLessThan(2_000);
    }
  });
});

function isKill({ result }: Replay["shots"][number]): boolean {
  return result === "threat-intercepted";
}
