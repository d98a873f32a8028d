/**
 * Numbers within sentences that know their cell of the study. A sentence stays a text; around such a
 * number stand three characters of Unicode's private use, which no language has and which are taken out
 * before anything is shown.
 */
const OPEN = "\ue000";
const MIDDLE = "\ue001";
const CLOSE = "\ue002";
const CITED = new RegExp(`${OPEN}([^${MIDDLE}]*)${MIDDLE}([^${CLOSE}]*)${CLOSE}`, "gu");

/** A piece of a sentence, with the cell that it was rounded from, if it is a number that has one. */
export interface CitedPart {
  readonly text: string;
  readonly cell?: string;
}

/** A number as text, with the name of its cell. */
export function cited(cell: string, text: string): string {
  return OPEN + cell + MIDDLE + text + CLOSE;
}

/** The sentence alone. */
export function uncited(sentence: string): string {
  return sentence.replace(CITED, "$2");
}

/** The pieces of a sentence, in order. */
export function citedParts(sentence: string): CitedPart[] {
  const parts: CitedPart[] = [];
  let end = 0;
  for (const match of sentence.matchAll(CITED)) {
    const [whole, cell, text] = match as unknown as [string, string, string];
    if (match.index > end) parts.push({ text: sentence.slice(end, match.index) });
    parts.push({ text, cell });
    end = match.index + whole.length;
  }
  if (end < sentence.length) parts.push({ text: sentence.slice(end) });
  return parts;
}
