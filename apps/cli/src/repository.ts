/** Where this clone lies, and which state of it runs. */
import { execFileSync } from "node:child_process";
import { readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Root of the clone: this file is compiled to `apps/cli/dist`. */
export const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

export interface BuildIdentity {
  readonly version: string;
  /** Full hash of the commit, or null where the clone is no repository. */
  readonly commit: string | null;
  /** The tree differed from the commit. */
  readonly modified: boolean;
}

function git(...args: string[]): string {
  return execFileSync("git", ["-C", root, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    timeout: 10_000,
  }).trim();
}

export function packageVersion(): string {
  const text = readFileSync(join(root, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

/** Version and commit. A clone inside another repository is not taken for it. */
export function buildIdentity(): BuildIdentity {
  const version = packageVersion();
  try {
    if (realpathSync(git("rev-parse", "--show-toplevel")) !== realpathSync(root)) throw new Error();
    const commit = git("rev-parse", "HEAD");
    return { version, commit, modified: git("status", "--porcelain") !== "" };
  } catch {
    return { version, commit: null, modified: false };
  }
}

/** One line: `0.1.0, commit 1a2b3c4 with changes`. */
export function identityText({ version, commit, modified }: BuildIdentity): string {
  if (commit === null) return version;
  return `${version}, commit ${commit.slice(0, 12)}${modified ? " with changes" : ""}`;
}
