/** Long: 145,000 replications of the baseline take 35 minutes of one core; `npm run agreement` plays 205,000. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { Agreement } from "../baseline/agreement.ts";

const compiled = fileURLToPath(new URL("../../dist/agreement/main.js", import.meta.url));

interface Answer {
  readonly verdict: Agreement;
  readonly sins: readonly (Agreement & { readonly where: string; readonly title: string })[];
}

describe("20,000 baseline nights of three options, 5,000 of five raids of the flat world, 1,000 in each of 20 draws", () => {
  let answer: Answer;

  beforeAll(() => {
    if (!existsSync(compiled)) throw new Error("expected a build: run `npm run build` first");
    const words = [compiled, "--json", "--brief"];
    const { stdout } = spawnSync(process.execPath, words, { encoding: "utf8", maxBuffer: 1e9 });
    answer = JSON.parse(stdout) as Answer;
  }, 3_000_000);

  test("agree with the engine on arrivals by asset and rounds by unit, p > 0.001", () => {
    expect(answer.verdict.count).toBeGreaterThan(200);
    expect(answer.verdict.leastAdjusted, answer.verdict.worst.quantity).toBeGreaterThan(1e-3);
  });

  test("see every planted sin: 0.03 in kill probability, 2 s in reaction, a channel, a lost or cued sensor", () => {
    const seen = answer.sins.map(({ title, where, agrees }) => ({ title, where, agrees }));
    expect(seen.length).toBe(14);
    expect(seen.filter(({ agrees }) => agrees)).toEqual([]);
  });
});
