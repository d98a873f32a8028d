// Runs the unit tests; words after `npm test --` go to Vitest. Long checks run with PAVISE_LONG=1.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { buildIfNeeded, installMissing, root } from "./build.mjs";
import { longChecks } from "./long-checks.mjs";

const minutesMax = 8;

installMissing();
buildIfNeeded();
const begun = Date.now();
const vitest = join(root, "node_modules/vitest/vitest.mjs");
const result = spawnSync(process.execPath, [vitest, "run", ...process.argv.slice(2)], {
  cwd: root,
  stdio: ["ignore", "inherit", "inherit"],
});
const minutes = (Date.now() - begun) / 60_000;
if (process.env.PAVISE_LONG !== "1") {
  const checks = longChecks();
  const count = checks.reduce((sum, check) => sum + check.count, 0);
  process.stdout.write(`${count} long checks left out`);
  process.stdout.write(count > 0 ? " (PAVISE_LONG=1 npm test runs them):\n" : "\n");
  for (const { path, count, why } of checks) process.stdout.write(`  ${path}: ${count}, ${why}\n`);
  if (minutes > minutesMax) {
    // Said, not failed: a busy machine is no fault of the code.
    process.stdout.write(`took ${minutes.toFixed(1)} minutes: more than the ${minutesMax} meant\n`);
  }
}
process.exit(result.status ?? 1);
