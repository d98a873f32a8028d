/** Where golden runs lie, and what becomes of one that changed. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { GoldenRun } from "./run.ts";

/** `evidence/golden`, from the sources and from the build alike. */
export const GOLDEN_FOLDER: string = fileURLToPath(new URL("../../golden/", import.meta.url));

export type GoldenVerdict = "same" | "changed" | "missing";

function pathOf(folder: string, { name }: GoldenRun, ending: string): string {
  return `${folder}/${name}.${ending}`;
}

/**
 * Compares a run with its file. What is different is written beside it as `<name>.changed`, for a
 * reviewer to compare; a leftover of that name is removed when all is the same again.
 */
export function compared(run: GoldenRun, folder: string = GOLDEN_FOLDER): GoldenVerdict {
  const kept = pathOf(folder, run, "txt");
  const changed = pathOf(folder, run, "changed");
  const text = run.text();
  if (existsSync(kept) && readFileSync(kept, "utf8") === text) {
    rmSync(changed, { force: true });
    return "same";
  }
  writeFileSync(changed, text);
  return existsSync(kept) ? "changed" : "missing";
}

/** Writes a run as it is now. */
export function keep(run: GoldenRun, folder: string = GOLDEN_FOLDER): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(pathOf(folder, run, "txt"), run.text());
  rmSync(pathOf(folder, run, "changed"), { force: true });
}
