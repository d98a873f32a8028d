import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const lock = new URL("../../../tools/lock.mjs", import.meta.url).href;

/** Enters the locked part, says so, stays a while, says that it leaves. */
const script = `
  import { appendFileSync } from "node:fs";
  import { alone } from ${JSON.stringify(lock)};
  const [folder, log] = process.argv.slice(1);
  alone(folder, () => {
    appendFileSync(log, "in\\n");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30);
    appendFileSync(log, "out\\n");
  });
`;

describe("the lock of the build", () => {
  let place = "";
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), "lock-"));
  });
  afterEach(() => rmSync(place, { recursive: true }));

  function entered(folder: string, log: string): Promise<number | null> {
    const words = ["--input-type=module", "-e", script, folder, log];
    const child = spawn(process.execPath, words, { stdio: "inherit" });
    return new Promise((resolve) => child.on("close", resolve));
  }

  it("lets six processes in one after another, never two at once", async () => {
    const [folder, log] = [join(place, "locked"), join(place, "log")];
    const codes = await Promise.all(Array.from({ length: 6 }, () => entered(folder, log)));
    expect(codes).toEqual([0, 0, 0, 0, 0, 0]);
    expect(readFileSync(log, "utf8")).toBe("in\nout\n".repeat(6));
  });

  it("does not wait for a process that died inside", async () => {
    const [folder, log] = [join(place, "locked"), join(place, "log")];
    mkdirSync(folder);
    writeFileSync(join(folder, "pid"), "2147483646");
    expect(await entered(folder, log)).toBe(0);
    expect(readFileSync(log, "utf8")).toBe("in\nout\n");
  });
});
