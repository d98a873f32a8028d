/** Long: starts Firefox on the built page. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { firefoxPath } from "../determinism/browser.ts";
import { fragmentOf, openedSite } from "./built-site.ts";
import { ownStudy } from "./own-hash.ts";

const RAID = "ain-al-asad-2020.yaml";
const SIZE = { draws: 4, replications: 30 };

/** A page beside the site that opens it in a frame, walks the smoke path and posts what it saw. */
const walker = (fragment: string): string => `<!doctype html><html lang="en"><title>Walk</title>
<iframe src="/" width="1400" height="900"></iframe><script type="module">
const frame = document.querySelector("iframe");
const until = async (find) => {
  for (let i = 0; i < 1200; i++) {
    const found = find(frame.contentDocument);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("waited in vain for " + find);
};
const seen = {};
try {
  seen.card = (await until((page) => page?.querySelector(".card-figure"))).textContent;
  (await until((page) => page.querySelector(".question"))).click();
  seen.answer = (await until((page) => page.querySelector(".answer-head .lead"))).textContent;
  frame.contentWindow.location.hash = ${JSON.stringify(fragment)};
  const isSmall = (page) => page.querySelector(".status")?.textContent.startsWith("${SIZE.draws} draws");
  await until(isSmall);
  seen.hash = (await until((page) => page.querySelector("[data-hash]"))).dataset.hash;
} catch (error) {
  seen.error = String(error);
}
await fetch("/told", { method: "POST", body: JSON.stringify(seen) });
</script></html>`;

describe("Firefox", () => {
  test("opens the gallery, a raid, and computes the hash that Node computes", async () => {
    const executable = firefoxPath();
    if (executable === null) throw new Error("expected Firefox: apt-get install firefox-esr");
    const own = await ownStudy(RAID, 1, SIZE);
    let told: (text: string) => void = () => {};
    const seen = new Promise<string>((resolve) => {
      told = resolve;
    });
    const site = await openedSite((text) => told(text));
    const profile = mkdtempSync(join(tmpdir(), "pavise-firefox-"));
    const size = [SIZE.draws, SIZE.replications];
    site.beside.set("/walk.html", walker(fragmentOf({ name: RAID, size })));
    const words = ["--headless", "--no-remote", "--profile", profile, `${site.address}walk.html`];
    const firefox = spawn(executable, words, { stdio: "ignore", detached: true });
    const ended = new Promise<void>((resolve) => firefox.once("exit", () => resolve()));
    try {
      const { error, card, answer, hash } = JSON.parse(await seen) as Record<string, string>;
      expect(error).toBeUndefined();
      expect(card).toMatch(/^No missile defence, as it happened1\d/);
      expect(answer).toMatch(/of the 16 threats arrive/);
      expect(hash).toBe(own.studyHash);
    } finally {
      // Its children share its process group, which is ended by its own id.
      if (firefox.pid !== undefined && firefox.exitCode === null) {
        process.kill(-firefox.pid, "SIGKILL");
        await ended;
      }
      await site.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  }, 240_000);
});
