import { expect, test } from "vitest";
import { heightRuns } from "./height-runs.ts";

const heights = [100, 500, 1000, 2000, 10_000];

test("heights are told as runs: from 100 m to 500 m and at 10 km", () => {
  expect(heightRuns(heights, [true, true, false, false, true])).toBe(
    "from 100 m to 500 m and at 10 km",
  );
  expect(heightRuns(heights, [true, true, true, true, true])).toBe("from 100 m to 10 km");
  expect(heightRuns(heights, [false, false, false, false, false])).toBeNull();
});
