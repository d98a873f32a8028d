import { describe, expect, test } from "vitest";
import { Playback } from "./playback.ts";

const night = () => new Playback([0, 400], [60, 75, 75, 120.5, 400]);

describe("the clock of a replay", () => {
  test("plays a night of 400 s at 10 times first: within a minute", () => {
    expect(night().state()).toEqual({ isPlaying: false, speed: 10 });
  });

  test("steps from record to record, each moment once, and stops playing for it", () => {
    const clock = night();
    clock.play();
    const seen = [1, 1, 1, 1, 1, -1, -1, -1, -1].map((direction) => {
      clock.step(direction as 1 | -1);
      return clock.seconds;
    });
    expect(seen).toEqual([60, 75, 120.5, 400, 400, 120.5, 75, 60, 0]);
    expect(clock.state().isPlaying).toBe(false);
  });

  test("runs 10 s of the night in a second, never past the end, and begins anew from there", () => {
    const clock = night();
    const heard: number[] = [];
    clock.watch((seconds) => heard.push(seconds));
    clock.play();
    for (let frame = 0; frame < 10; frame++) clock.advance(0.1);
    expect(clock.seconds).toBeCloseTo(10, 9);
    // A page that slept for an hour goes on where it was.
    clock.advance(3600);
    expect(clock.seconds).toBeCloseTo(12.5, 9);
    clock.seek(399);
    clock.advance(0.2);
    expect(clock.seconds).toBe(400);
    expect(clock.state().isPlaying).toBe(false);
    clock.play();
    expect(clock.seconds).toBe(0);
    expect(heard.length).toBe(15);
  });

  test("keeps its speed within the list", () => {
    const clock = night();
    for (let k = 0; k < 20; k++) clock.shift(1);
    expect(clock.state().speed).toBe(500);
    for (let k = 0; k < 20; k++) clock.shift(-1);
    expect(clock.state().speed).toBe(1);
  });
});
