import { expect, test } from "vitest";
import { ecefFromEci, eciFromEcef } from "./frame.ts";

test("inertial and Earth-fixed axes coincide at time zero and part by 15.04 degrees an hour", () => {
  const position = { x: 7e6, y: 0, z: 1e6 };
  expect(eciFromEcef(position, 0)).toEqual(position);
  const later = eciFromEcef(position, 3600);
  expect((Math.atan2(later.y, later.x) * 180) / Math.PI).toBeCloseTo(15.04107, 4);
  const back = ecefFromEci(later, 3600);
  expect(back.x).toBeCloseTo(7e6, 8);
  expect(back.y).toBeCloseTo(0, 8);
});
