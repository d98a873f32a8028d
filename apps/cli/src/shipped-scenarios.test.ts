/** What every shipped scenario says of itself; its expectations are judged by `pavise study --expect`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packedCatalogue } from "@pavise/catalogue/packed";
import { scenarioFromText } from "@pavise/lab";
import { describe, expect, test } from "vitest";
import { root } from "./repository.ts";

const names = readdirSync(join(root, "scenarios")).filter((name) => name.endsWith(".yaml"));
const { sources: known } = packedCatalogue();
const kept = readFileSync(join(root, "scenarios/answers.json"), "utf8");
const answers = JSON.parse(kept) as Readonly<Record<string, { scenarioHash: string }>>;

/** Fewer letters than these give no reason that stands by itself. */
const REASON_LETTERS = 50;
/** A reason that leans on another line is none in a report that shows one line of it. */
const LEANING = /\bas above\b|\bsee (?:above|below)\b|\bditto\b/i;

type Written = ReturnType<typeof scenarioFromText>["written"];

/** What a question that is shipped lacks: sources, options to compare, expectations with reasons. */
function lacks({ question, sources = [], options, expectations = [] }: Written): string[] {
  const said: string[] = [];
  if (!question.endsWith("?")) said.push("asks no question");
  if (sources.length === 0) said.push("names no sources");
  if (options.length < 2) said.push("has nothing to compare");
  const { length } = expectations;
  if (length < 3 || length > 6) said.push(`has ${length} expectations, not three to six`);
  for (const { id, because } of expectations) {
    const isReason = because.length >= REASON_LETTERS && !LEANING.test(because);
    if (!isReason) said.push(`${id} gives no reason of its own: ${because}`);
  }
  const cited = [...sources, ...expectations.flatMap((each) => each.sources ?? [])];
  for (const key of cited) if (!known.has(key)) said.push(`cites ${key}, unknown`);
  return said;
}

describe.each(names)("the shipped scenario %s", (name) => {
  const text = readFileSync(join(root, "scenarios", name), "utf8");
  const { written, hash } = scenarioFromText(text, name);

  test("has a one-line answer of itself as it stands (`pavise scenarios --play` writes it)", () => {
    expect(answers[written.id]?.scenarioHash).toBe(hash);
  });

  test("asks a question, names known sources, and gives each of three to six expectations its reason", () => {
    expect(lacks(written)).toEqual([]);
  });
});

test("planted: no question, no sources, one option, a leaning reason, an unknown source are all found", () => {
  const name = "command-post-lost.yaml";
  const text = readFileSync(join(root, "scenarios", name), "utf8");
  const { written } = scenarioFromText(text, name);
  const [first, ...others] = written.expectations!;
  const leaning = {
    ...first!,
    because: "As above, and for the same reasons as those that were given there.",
  };
  const sinful = {
    ...written,
    question: "Drones against a base",
    sources: [],
    options: written.options.slice(0, 1),
    expectations: [leaning, { ...others[0]!, because: "Obvious.", sources: ["nobody_2020"] }],
  };
  expect(lacks(sinful)).toEqual([
    "asks no question",
    "names no sources",
    "has nothing to compare",
    "has 2 expectations, not three to six",
    expect.stringContaining(`${first!.id} gives no reason of its own: As above`),
    expect.stringContaining("gives no reason of its own: Obvious."),
    "cites nobody_2020, unknown",
  ]);
});
