/** How long the scripts of a page work for each frame that it draws. */
import type { Page } from "playwright-core";

/** Put into a page before its own scripts: counts the frames in which something was drawn. */
const METER = `(() => {
  const own = window.requestAnimationFrame.bind(window);
  let last = -1;
  window.paviseFrames = 0;
  window.requestAnimationFrame = (draw) => own((now) => {
    if (now !== last) window.paviseFrames += 1;
    last = now;
    draw(now);
  });
})()`;

export async function meterFrames(page: Page): Promise<void> {
  await page.addInitScript(METER);
}

export interface FrameTimes {
  readonly frames: number;
  /** Processor time of the page's own thread spent in scripts, per frame. */
  readonly scriptMs: number;
}

/**
 * Script time of the frames of so many seconds, from now on. It is processor time of one thread, not
 * time on a clock: graphics in software and other work on the machine would be counted otherwise.
 */
export async function frameTimes(page: Page, seconds: number): Promise<FrameTimes> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const scripts = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * metrics.find(({ name }) => name === "ScriptDuration")!.value;
  };
  const before = await scripts();
  await page.evaluate("paviseFrames = 0");
  await page.waitForTimeout(1000 * seconds);
  const frames = (await page.evaluate("paviseFrames")) as number;
  return { frames, scriptMs: ((await scripts()) - before) / frames };
}
