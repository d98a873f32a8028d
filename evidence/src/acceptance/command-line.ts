/** The real command line in a process of its own, in a folder of its own. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../../../apps/cli/bin/pavise.mjs", import.meta.url));

export interface Answered {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** By the clock; a process that takes longer than a minute is ended. */
  readonly seconds: number;
}

/** Runs `pavise …words` in a folder. */
export function pavise(words: readonly string[], folder: string): Answered {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], {
    cwd: folder,
    encoding: "utf8",
    timeout: 60_000,
    maxBuffer: 64_000_000,
  });
  return { status, stdout, stderr, seconds: (performance.now() - begun) / 1000 };
}

/** Runs an action in a new folder, which is gone afterwards with all that is in it. */
export function inFolder<T>(action: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "pavise-acceptance-"));
  try {
    return action(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything in a folder, by path. */
export function contentsOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
}

const escapeCharacter = String.fromCharCode(27);

/** What is wrong with the answer to wrong input, in words; nothing, if it is as it should be. */
export function refusalFaults({ status, stdout, stderr, seconds }: Answered): string[] {
  const faults: string[] = [];
  const expect = (isSo: boolean, fault: string): void => {
    if (!isSo) faults.push(fault);
  };
  const lines = stderr.trimEnd().split("\n");
  expect(status === 2, `exit ${status} instead of 2`);
  expect(stdout === "", `something on stdout: ${stdout.slice(0, 200)}`);
  expect(lines.length === 1, `${lines.length} lines on stderr: ${stderr.slice(0, 500)}`);
  expect(!/^\s+at /m.test(stderr), "a stack trace");
  expect(stderr.length < 1000, `an error of ${stderr.length} characters`);
  expect(!stderr.includes(escapeCharacter), "an escape sequence");
  expect(/: expected .*, got ./.test(stderr), `no expected and got: ${stderr.slice(0, 500)}`);
  expect(seconds < 5, `${seconds.toFixed(1)} s`);
  return faults;
}
