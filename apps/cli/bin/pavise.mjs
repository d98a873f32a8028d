#!/usr/bin/env node
// Builds what is missing in a fresh clone, then hands over to the compiled command line.
import { buildIfNeeded, installMissing } from "../../../tools/build.mjs";

installMissing();
buildIfNeeded();
const { main } = await import("../dist/main.js");
process.exitCode = await main(process.argv.slice(2));
