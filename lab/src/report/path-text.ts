/** Paths of values in words: `systems.s400.reaction_time_s` as `reaction time of s400`. */

const UNITS = /_(?:kg_m2|m_s|m2|km|deg|usd|eur|min|s|m|h|k)$/;

/**
 * A path in words, big word first and its owners after it: `kill probability, ballistic (s400)`.
 * The path itself is what a `--set` takes; the words are for a sentence.
 */
export function pathText(path: string): string {
  const steps = path.split(".");
  if (steps.length < 3) return wordsOf(steps.at(-1)!);
  const [, owner, ...rest] = steps as [string, string, ...string[]];
  return `the ${rest.map(wordsOf).join(", ")} of ${owner === "*" ? "all" : owner}`;
}

function wordsOf(step: string): string {
  return step.replace(UNITS, "").replaceAll("_", " ").trim();
}
