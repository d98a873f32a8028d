/** The title of an option as a part of a sentence. */

/** Words that stand small within a sentence and that a noun may begin with. */
const SMALL = new Set([
  ...["a", "an", "the", "no", "nothing", "none", "some", "all", "any", "both", "each", "every"],
  ...["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
  ...["eleven", "twelve"],
  ...["another", "more", "fewer", "half", "twice", "only", "our", "their", "its", "these", "those"],
]);
/** Titles that begin so are no nouns: `As it happened`. */
const NOT_A_NOUN = new Set([
  "as",
  "if",
  "when",
  "with",
  "without",
  "what",
  "how",
  "at",
  "in",
  "on",
]);
const LENGTH_MAX = 80;

/**
 * A title to be read after "with": `One battery` as `one battery`. What would break the sentence (a
 * title that is no noun, or is long, or has marks of its own) is quoted as it is.
 *
 * @example
 * optionPhrase("No missile defence, as it happened"); // no missile defence, as it happened
 */
export function optionPhrase(title: string): string {
  const [first = "", ...rest] = title.split(" ");
  const small = first.toLowerCase();
  const isPlain = title.length <= LENGTH_MAX && /^[^.;:!?<>“”"()\n]+$/.test(title);
  if (!isPlain || NOT_A_NOUN.has(small)) return `“${title}”`;
  return SMALL.has(small) ? [small, ...rest].join(" ") : title;
}
