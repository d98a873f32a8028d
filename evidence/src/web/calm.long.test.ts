/** Long: plays a study of millions of nights in the page and watches what holds the page up. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fragmentOf } from "./built-site.ts";
import { BUILD_MS, type Laboratory, openLaboratory } from "./visitor.ts";

const BLOCKED_MS_MAX = 100;
const SECONDS = 12;

interface TraceRecord {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Time that the thread itself was given, microseconds: what other processes took is not in it. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

describe("while six million nights are played", () => {
  let laboratory: Laboratory;

  beforeAll(async () => {
    laboratory = await openLaboratory();
  }, BUILD_MS);

  afterAll(() => laboratory?.close());

  test(`no task holds the page up for ${BLOCKED_MS_MAX} ms, and answers keep coming`, async () => {
    const { page, sins } = await laboratory.visit();
    await page.goto(laboratory.address);
    await page.locator(".card").first().waitFor();
    await laboratory.browser.startTracing(page, { categories: ["toplevel"] });
    const size = [200, 5000];
    const fragment = fragmentOf({ name: "ain-al-asad-2020.yaml", size });
    await page.evaluate(`location.hash = ${JSON.stringify(fragment)}`);
    await page.locator(".drawn svg").first().waitFor({ timeout: 90_000 });
    await page.waitForTimeout(SECONDS * 1000);
    const trace = JSON.parse((await laboratory.browser.stopTracing()).toString()) as {
      traceEvents: TraceRecord[];
    };
    const main = new Set(
      trace.traceEvents
        .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
        .map(({ pid, tid }) => `${pid} ${tid}`),
    );
    const tasks = trace.traceEvents.filter(
      ({ name, pid, tid }) => name.endsWith("RunTask") && main.has(`${pid} ${tid}`),
    );
    const longest = Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
    process.stdout.write(`longest of ${tasks.length} tasks: ${longest.toFixed(0)} ms\n`);
    expect(tasks.length).toBeGreaterThan(100);
    expect(longest).toBeLessThan(BLOCKED_MS_MAX);
    expect(await page.locator(".status").textContent()).toMatch(/of \d+ parts played/);
    expect(sins).toEqual([]);
  }, 300_000);
});
