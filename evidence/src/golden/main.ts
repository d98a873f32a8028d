/**
 * Compares golden runs with their files, or writes them anew on purpose.
 *
 *     npm run golden [-- --write]
 */
import { parseArgs } from "node:util";
import { compared, keep } from "./folder.ts";
import { GOLDEN_RUNS } from "./run.ts";

const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });

let different = 0;
for (const run of GOLDEN_RUNS) {
  if (values.write) {
    keep(run);
    process.stdout.write(`${run.name}: written\n`);
    continue;
  }
  const verdict = compared(run);
  if (verdict !== "same") different++;
  process.stdout.write(`${run.name}: ${verdict}\n`);
}
process.exitCode = different === 0 ? 0 : 1;
