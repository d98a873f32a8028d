import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readDocument } from "./document.ts";
import { checkedDocument } from "./document-check.ts";
import { InputError } from "./input-error.ts";

function complaint(text: string): string {
  try {
    readDocument(text, "raid.yaml");
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return "";
}

describe("a document that is refused says where, what was expected and what came", () => {
  const refused: [what: string, text: string, message: string][] = [
    [
      "a duplicate key at its second place",
      "count: 1\nplace: x\ncount: 2\n",
      'raid.yaml:3:1: expected each field once, got "count" a second time',
    ],
    [
      "a duplicate key deep inside",
      "raid:\n  - count: 1\n    count: 2\n",
      'raid.yaml:3:5 raid[0]: expected each field once, got "count" a second time',
    ],
    [
      "an alias, so that no alias bomb can grow",
      "a: &a [x, x]\nb: &b [*a, *a]\n",
      "raid.yaml:2:8 b[0]: expected the value written out, got the alias *a",
    ],
    [
      "20,000 nested flow lists, without a stack overflow",
      `deep: ${"[".repeat(20_000)}`,
      "raid.yaml:1:105: expected nesting at most 100 levels deep, got something deeper",
    ],
    [
      "20,000 nested block lists on one line",
      `deep:\n  ${"- ".repeat(20_000)}x`,
      "raid.yaml:2:199: expected nesting at most 100 levels deep, got something deeper",
    ],
    [
      "a byte that no text has",
      "name: x\ncount: \u0000",
      "raid.yaml:2:8: expected readable text in UTF-8, got the control character 0",
    ],
    [
      "a control character written with an escape",
      'name: "x\\e[2J"',
      'raid.yaml:1:7 name: expected text without control characters, got "x\\u001b[2J"',
    ],
    [
      "a field name with one",
      '"x\\e": 1',
      'raid.yaml:1:1: expected a field name without control characters, got "x\\u001b"',
    ],
    [
      "bytes that are not UTF-8",
      "\ufffd\ufffdJFIF",
      "raid.yaml:1:1: expected readable text in UTF-8, got bytes that are not UTF-8",
    ],
    [
      "a number that is not one",
      "raid:\n  - count: .nan\n",
      "raid.yaml:2:12 raid[0].count: expected a finite number, got .nan",
    ],
    [
      "an infinite number",
      "range_km: -.inf",
      "raid.yaml:1:11 range_km: expected a finite number, got -.inf",
    ],
    [
      "a number too large to be finite",
      "range_km: 1e999",
      "raid.yaml:1:11 range_km: expected a finite number, got 1e999",
    ],
    [
      "prose",
      "This is a letter, not a scenario.",
      "raid.yaml:1:1: expected a mapping of fields, such as `name: value`, " +
        'got "This is a letter, not a scenario."',
    ],
    [
      "an empty file",
      "",
      "raid.yaml:1:1: expected a mapping of fields, such as `name: value`, got an empty file",
    ],
    [
      "a key that YAML takes for the number fifty-seven million",
      "57e6:\n  name: 57E6\n",
      "raid.yaml:1:1: expected a field name that is text, got 57e6 without quotes",
    ],
    [
      "a key that reaches into JavaScript",
      "__proto__: {}",
      "raid.yaml:1:1: expected a field name, got __proto__",
    ],
    [
      "a second document",
      "a: 1\n---\nb: 2\n",
      "raid.yaml:2:1: expected one document in the file, got 2 documents",
    ],
  ];
  for (const [what, text, message] of refused) {
    test(`refuses ${what}`, () => expect(complaint(text)).toBe(message));
  }

  test("asks for the indentation where a list stands one blank too far to the left", () => {
    expect(complaint("raid:\n  - id: a\n - id: b\n")).toMatch(
      /^raid\.yaml:3:\d+: expected YAML, .*\(is it indented like its neighbours\?\)$/,
    );
  });

  test("refuses text that is not YAML, with the parser's own reason", () => {
    expect(complaint("a: [1, 2\nb: }")).toMatch(
      /^raid\.yaml:2:\d+: expected YAML, got text that is not: /,
    );
  });

  test("refuses an unknown tag instead of dropping it", () => {
    expect(complaint("a: !!js/function 'x'")).toMatch(/^raid\.yaml:1:4: expected YAML, got .*tag/);
  });

  test("refuses more than 5 million characters before parsing any", () => {
    const message = complaint(`a: ${"x".repeat(6_000_000)}`);
    expect(message).toBe("raid.yaml: expected at most 5 million characters, got 6 million");
  });

  test("reads a mapping with 50,000 keys and still finds the duplicate", () => {
    const keys = Array.from({ length: 50_000 }, (_, index) => `k${index}: 1`).join("\n");
    expect(complaint(`${keys}\nk7: 2\n`)).toContain("raid.yaml:50001:1:");
  });

  test("answers any text with a document or with a complaint, never with another error", () => {
    const fragments = fc.constantFrom(
      "a",
      ":",
      "- ",
      "\n",
      " ",
      "[",
      "{",
      "}",
      "&x ",
      "*x",
      "? ",
      "|",
      "'",
      '"',
      "#",
    );
    const text = fc.array(fragments, { maxLength: 40 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (candidate) => {
        expect(typeof complaint(candidate)).toBe("string");
      }),
      { numRuns: 500 },
    );
  });
});

describe("a document that is read", () => {
  const text = "name: raid\nthreats:\n  - type: x\n    count: 5\n  - type: y\n";
  const document = readDocument(text, "raid.yaml");

  test("is plain data", () => {
    expect(document.value).toEqual({
      name: "raid",
      threats: [{ type: "x", count: 5 }, { type: "y" }],
    });
  });

  test("knows where each value starts, and each key", () => {
    expect(document.locate(["threats", 0, "count"])).toEqual({ line: 4, column: 12 });
    expect(document.locateKey(["threats", 0, "count"])).toEqual({ line: 4, column: 5 });
  });

  test("points at the nearest parent of what is missing", () => {
    expect(document.locate(["threats", 1, "count"])).toEqual({ line: 5, column: 5 });
  });

  test("may be JSON", () => {
    expect(readDocument('{"a": [1, 2]}', "a.json").value).toEqual({ a: [1, 2] });
  });
});

describe("a schema's faults", () => {
  const schema = z.strictObject({
    name: z.string().min(1),
    threats: z.array(
      z.strictObject({
        type: z.enum(["ballistic", "cruise"]),
        count: z
          .int({ error: "a positive whole number" })
          .min(1, { error: "a positive whole number" }),
      }),
    ),
  });
  const fault = (text: string): string => {
    try {
      checkedDocument(readDocument(text, "raid.yaml"), schema);
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  };

  test("are told in the words of the schema, with the value that came", () => {
    expect(fault("name: x\nthreats:\n  - type: cruise\n    count: -5\n")).toBe(
      "raid.yaml:4:12 threats[0].count: expected a positive whole number, got -5",
    );
  });

  test("name the fields that are known where an unknown one came", () => {
    expect(fault("name: x\nthreats:\n  - type: cruise\n    cuont: 5\n    count: 5\n")).toBe(
      'raid.yaml:4:5 threats[0].cuont: expected one of the fields type, count, got the field "cuont"',
    );
  });

  test("list the words that were allowed", () => {
    expect(fault("name: x\nthreats:\n  - type: balistic\n    count: 5\n")).toBe(
      'raid.yaml:3:11 threats[0].type: expected one of ballistic, cruise, got "balistic"',
    );
  });

  test("come from the top of the file first", () => {
    expect(fault("name: 7\nthreats: 3\n")).toBe("raid.yaml:1:7 name: expected text, got 7");
  });

  test("name a misspelt field by its own place before they miss the right one", () => {
    expect(fault("nmae: x\nthreats: []\n")).toBe(
      'raid.yaml:1:1 nmae: expected one of the fields name, threats, got the field "nmae"',
    );
    expect(fault("name: x\nthreats:\n  - type: cruise\n    cuont: 5\n")).toContain(
      ":4:5 threats[0].cuont:",
    );
    expect(fault("threats:\n  - cuont: 5\n    type: cruise\n")).toContain("raid.yaml:1:1 name:");
  });

  test("say that a field is missing", () => {
    expect(fault("name: x\n")).toBe("raid.yaml:1:1 threats: expected a list, got nothing");
  });
});
