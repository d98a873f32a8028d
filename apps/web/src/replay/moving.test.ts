import { readFileSync } from "node:fs";
import { packedCatalogue } from "@pavise/catalogue/packed";
import { scenarioFromText, scenarioSubject } from "@pavise/lab";
import { describe, expect, test } from "vitest";
import { Moving } from "./moving.ts";
import { writePlaceAt } from "./path-line.ts";
import { replayOf } from "./tell-replay.ts";

const id = "ain-al-asad-2020";
const file = new URL(`../../../../scenarios/${id}.yaml`, import.meta.url);
const scenario = scenarioFromText(readFileSync(file, "utf8"), id);
const subject = scenarioSubject(scenario, packedCatalogue(), { seed: 1, overrides: [] });
const address = { scenario: id, option: "s400", seed: 1, draw: 3, replication: 7 };
const replay = replayOf(subject.setup("s400", 3), address);

describe("what is in the air", () => {
  test("is every threat between its launch and its end, where its line is, forwards and back", () => {
    const moving = new Moving(replay);
    const [first, last] = replay.span;
    const place = new Float32Array(3);
    let seen = 0;
    for (const part of [0.1, 0.5, 0.9, 0.3, 0.7, 0.2, 0.4]) {
      const now = first + part * (last - first);
      moving.moveTo(now);
      const aloft = replay.threats.filter(
        ({ flew, launchSeconds, endSeconds }) => flew && launchSeconds <= now && now < endSeconds,
      );
      expect(moving.threatsAloft).toBe(aloft.length);
      for (const { tracked, untracked } of moving.classes) {
        for (const set of [tracked, untracked]) {
          for (let k = 0; k < set.count; k++) {
            const threat = replay.threats[set.ids[k]!]!;
            const isTracked = threat.trackSeconds !== null && threat.trackSeconds <= now;
            expect(isTracked).toBe(set === tracked);
            writePlaceAt(replay.paths[threat.path]!, now - threat.launchSeconds, place, 0);
            expect([...set.places.subarray(3 * k, 3 * k + 3)]).toEqual([...place]);
            seen += 1;
          }
        }
      }
    }
    expect(seen).toBeGreaterThan(20);
  });

  test("has an interceptor on the straight line from launch to intercept, half way at half time", () => {
    const moving = new Moving(replay);
    const shot = replay.shots[0]!;
    moving.moveTo((shot.launchSeconds + shot.interceptSeconds) / 2);
    const at = [...moving.interceptors.ids.subarray(0, moving.interceptors.count)].indexOf(0);
    const [longitude, latitude, height] = moving.interceptors.places.subarray(3 * at, 3 * at + 3);
    expect(longitude).toBeCloseTo((shot.from[0] + shot.to[0]) / 2, 4);
    expect(latitude).toBeCloseTo((shot.from[1] + shot.to[1]) / 2, 4);
    expect(height).toBeCloseTo((shot.from[2] + shot.to[2]) / 2, 0);
    moving.moveTo(shot.interceptSeconds);
    const ids = moving.interceptors.ids.subarray(0, moving.interceptors.count);
    expect([...ids]).not.toContain(0);
  });
});
