/** The lab with its catalogue as one classic script, and a page that runs it. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const COMPILED_ENTRY = fileURLToPath(
  new URL("../../dist/determinism/browser-entry.js", import.meta.url),
);
const SCENARIO = fileURLToPath(
  new URL("../../../scenarios/ain-al-asad-2020.yaml", import.meta.url),
);

/** Bundles what was compiled; nothing is written to disk. */
export async function bundledScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      target: "es2023",
      lib: { entry: COMPILED_ENTRY, formats: ["iife"], name: "paviseEvidence" },
    },
  });
  const output = Array.isArray(built) ? built[0]! : built;
  if (!("output" in output)) throw new Error("bundle: expected an output, got a watcher");
  return output.output[0].code;
}

/** A page that runs the bundle; with an address, it posts its answer there. */
export function pageHtml(script: string, postTo?: string): string {
  const scenario = JSON.stringify(readFileSync(SCENARIO, "utf8")).replaceAll("<", "\\u003c");
  const post =
    postTo === undefined
      ? ""
      : `<script>fetch("${postTo}", {method: "POST", body: paviseFingerprint})</script>`;
  return [
    '<!doctype html><meta charset="utf-8"><title>Pavise</title>',
    `<script>globalThis.paviseScenario = ${scenario};</script>`,
    `<script>${script.replaceAll("</script", "<\\/script")}</script>`,
    post,
  ].join("\n");
}
