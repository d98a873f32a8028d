import { expect, test } from "vitest";
import {
  clopperPearsonInterval,
  jeffreysInterval,
  normalQuantile,
  runsNeeded,
  studentQuantile,
  wilsonInterval,
} from "./interval.ts";

test("a standard normal variable stays below 1.959964 in 97.5 of 100 cases", () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
});

test("Student's t with 9 degrees of freedom stays below 2.262157 in 97.5 of 100 cases", () => {
  expect(studentQuantile(0.975, 9)).toBeCloseTo(2.262157162798205, 12);
  expect(studentQuantile(0.025, 9)).toBeCloseTo(-2.262157162798205, 12);
});

test("81 of 263 is 0.2553 to 0.3662 by Wilson, as Newcombe published", () => {
  const [lower, upper] = wilsonInterval(81, 263, 0.95);
  expect(lower).toBeCloseTo(0.2552885198782742, 12);
  expect(upper).toBeCloseTo(0.3662095769828, 12);
});

test("7 of 10 is 0.34755 to 0.93326 by Clopper and Pearson", () => {
  const [lower, upper] = clopperPearsonInterval(7, 10, 0.95);
  expect(lower).toBeCloseTo(0.34755, 5);
  expect(upper).toBeCloseTo(0.93326, 5);
});

test("no success in 20 leaves an upper end of 11.66 % under Jeffreys's prior, and a lower of 0", () => {
  const [lower, upper] = jeffreysInterval(0, 20, 0.95);
  expect(lower).toBe(0);
  expect(upper).toBeCloseTo(0.11663898290487539, 10);
});

test("a half-width of one per cent takes 9,604 runs at even odds", () => {
  expect(runsNeeded(0.01, 0.95, 0.5)).toBe(9604);
});
