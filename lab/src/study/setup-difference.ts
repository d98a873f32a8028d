/** Where two setups differ, in words: for saying why an unknown without effect has none. */
import type { Setup } from "../scenario/setup.ts";

export interface SetupChange {
  /** Path within the setup, without indices. */
  readonly field: string;
  /** The last step of the path as words: `reaction seconds`. */
  readonly words: string;
  /** Of a class of threat that the raid has none of, a price, or anything else. */
  readonly kind: "price" | "absent-class" | "other";
}

const THREAT_CLASSES = new Set(["ballistic", "cruise", "drone", "aircraft", "rocket"]);

/** Every field that differs, each once. */
export function setupDifference(a: Setup, b: Setup): SetupChange[] {
  const present = new Set<string>(a.threats.map((threat) => threat.class));
  const fields = new Set<string>();
  collect(a, b, [], fields);
  return [...fields].sort().map((field) => {
    const steps = field.split(".");
    const absent = steps.some((step) => THREAT_CLASSES.has(step) && !present.has(step));
    const last = steps.at(-1)!;
    const kind = last.endsWith("CostUsd") ? "price" : absent ? "absent-class" : "other";
    return { field, words: wordsFromName(last), kind };
  });
}

function collect(a: unknown, b: unknown, path: readonly string[], fields: Set<string>): void {
  if (Object.is(a, b)) return;
  if (isTree(a) && isTree(b)) {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const step = Array.isArray(a) ? [] : [key];
      collect(a[key], b[key], [...path, ...step], fields);
    }
    return;
  }
  fields.add(path.join("."));
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

const WORDS: Readonly<Record<string, string>> = { cep: "scatter", width: "the sector" };

/** `reactionSeconds` as `reaction seconds`, `rangeMax` as `the greatest range`. */
function wordsFromName(name: string): string {
  if (WORDS[name] !== undefined) return WORDS[name];
  const plain = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return plain.replace(/^(.+) max$/, "the greatest $1").replace(/^(.+) min$/, "the least $1");
}
