import { guardReport } from "./guards.ts";
import { projectRepository } from "./repository.ts";

const { lines, isGood } = guardReport(projectRepository());
process.stdout.write(`${lines.join("\n")}\n`);
process.exitCode = isGood ? 0 : 1;
