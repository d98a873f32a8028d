/** What a wrong name may have meant. */

import { type DocumentPath, type SourceDocument, shownValue } from "@pavise/catalogue";

/** Fewest single-letter insertions, removals and replacements that turn one text into the other. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

/** Letters from which on the beginning of a name, or the rest of a longer one, says which is meant. */
const BEGINNING = 4;

/** Whether one name begins with the other: `shahed` of `shahed136`. */
function isBeginning(wrong: string, name: string): boolean {
  const [short, long] = wrong.length < name.length ? [wrong, name] : [name, wrong];
  return short.length >= BEGINNING && long.startsWith(short);
}

/** Up to `count` known names that look like a wrong one or begin as it does, the nearest first. */
export function nearNames(wrong: string, known: Iterable<string>, count = 3): string[] {
  const limit = Math.max(2, Math.floor(wrong.length / 3));
  return [...new Set(known)]
    .map((name) => ({ name, distance: editDistance(wrong.slice(0, 80), name) }))
    .filter(({ name, distance }) => distance <= limit || isBeginning(wrong, name))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, count)
    .map(({ name }) => name);
}

/** "the id of a system (near: s400)", or without the bracket where nothing looks like it. */
export function withNearNames(expected: string, wrong: string, known: Iterable<string>): string {
  const near = nearNames(wrong, known);
  return near.length === 0 ? expected : `${expected} (near: ${near.join(", ")})`;
}

/** @throws InputError unless an id is one of those known. */
export function refuseUnknown(
  document: SourceDocument,
  path: DocumentPath,
  id: string,
  known: readonly string[],
  noun: string,
): void {
  if (known.includes(id)) return;
  throw document.fault(path, withNearNames(`the id of ${noun}`, id, known), shownValue(id));
}
