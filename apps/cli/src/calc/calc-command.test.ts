import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { main } from "../main.ts";

let out = "";
let err = "";

beforeEach(() => {
  out = "";
  err = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    err += text;
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

test("calc horizon answers with units, source and limits, and ends well", async () => {
  expect(await main(["calc", "horizon", "--height-m", "20", "--threat-height-m", "50"])).toBe(0);
  expect(out).toMatch(/in view out to +47\.579 km/);
  expect(out).toMatch(/Source: .*Blake/);
  expect(out).toMatch(/Limit: smooth Earth/);
});

test("calc horizon --json prints nothing but fields with their units", async () => {
  const words = ["--height-m", "20", "--threat-height-m", "50", "--json"];
  expect(await main(["calc", "horizon", ...words])).toBe(0);
  const { inputs, answer } = JSON.parse(out);
  expect(inputs).toEqual({ height_m: 20, threat_height_m: 50 });
  expect(answer.line_of_sight_km).toBeCloseTo(47.579, 3);
});

test("a negative height ends with exit code 2 and one line that says what is accepted", async () => {
  expect(await main(["calc", "horizon", "--height-m", "-1", "--threat-height-m", "50"])).toBe(2);
  expect(err).toBe('--height-m: expected a number from 0 to 50,000 m, got "-1"\n');
});

test("velocities to the south are read, minus sign and all", async () => {
  const threat = ["--threat-position-m", "0,60000,0", "--threat-velocity-m-s", "-0,-300,0"];
  expect(await main(["calc", "intercept", ...threat, "--interceptor-speed-m-s", "900"])).toBe(0);
  expect(out).toMatch(/they meet at time +50 s/);
});

test("calc --help lists fourteen calculators, and calc horizon --help shows an example", async () => {
  expect(await main(["calc", "--help"])).toBe(0);
  const names = out.split("\n").flatMap((line) => /^ {2}(\w+) \[options\]/.exec(line)?.[1] ?? []);
  expect(names).toHaveLength(14);
  out = "";
  expect(await main(["calc", "horizon", "--help"])).toBe(0);
  expect(out).toContain("pavise calc horizon --height-m 20 --threat-height-m 50");
  expect(out).toContain("from 0 to 50,000 m");
});

test("an unknown calculator ends with exit code 2", async () => {
  expect(await main(["calc", "horizons"])).toBe(2);
  expect(err).toContain("Did you mean horizon?");
});
