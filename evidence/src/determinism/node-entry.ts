/** Prints the fingerprint of this Node as JSON. */
import { readFileSync } from "node:fs";
import { packedCatalogue } from "@pavise/catalogue/packed";
import { fingerprint } from "./fingerprint.ts";

const scenario = new URL("../../../scenarios/ain-al-asad-2020.yaml", import.meta.url);
const text = readFileSync(scenario, "utf8");
process.stdout.write(JSON.stringify(fingerprint(text, packedCatalogue())));
