import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { HeapGrowth } from "./heap-growth.ts";

const REPLICATIONS = 50_000;

/**
 * Bytes over all replications. The engine takes 6 kB (reading the heap itself does), or 220 kB when the
 * compiler happens to replace code on the way, whether 50,000 or 150,000 nights are played; the
 * smallest object a replication would be 800 kB.
 */
const ALLOCATED_MAX = 400_000;

const compiled = fileURLToPath(new URL("../../dist/allocation/main.js", import.meta.url));

interface Answer {
  readonly idle: HeapGrowth;
  readonly engine: HeapGrowth;
  readonly changing: HeapGrowth;
  readonly sinned: HeapGrowth;
}

describe("the heap over 50,000 replications of the raid of 2020 after as many to warm up", () => {
  let answer: Answer;

  beforeAll(() => {
    if (!existsSync(compiled)) throw new Error("expected a build: run `npm run build` first");
    const words = ["--expose-gc", compiled, String(REPLICATIONS)];
    answer = JSON.parse(execFileSync(process.execPath, words, { encoding: "utf8" })) as Answer;
  }, 120_000);

  test("does not grow while nothing is played", () => {
    expect(answer.idle.allocatedBytes).toBeLessThan(ALLOCATED_MAX);
  });

  test("does not grow while the engine plays", () => {
    expect(answer.engine.allocatedBytes).toBeLessThan(ALLOCATED_MAX);
    expect(answer.engine.heldBytes).toBeLessThan(ALLOCATED_MAX);
  });

  // Some 5 bytes a night remain until the last rare path is compiled; then a sampling profile shows none.
  test("does not grow while radars fill up, are lost and cue each other", () => {
    expect(answer.changing.allocatedBytes).toBeLessThan(ALLOCATED_MAX);
    expect(answer.changing.heldBytes).toBeLessThan(ALLOCATED_MAX);
  });

  test("grows when a single object a replication is planted beside the engine", () => {
    expect(answer.sinned.allocatedBytes).toBeGreaterThan(ALLOCATED_MAX);
  });
});
