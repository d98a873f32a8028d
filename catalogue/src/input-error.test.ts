import { describe, expect, it } from "vitest";
import { readDocument } from "./document.ts";
import { InputError } from "./input-error.ts";

describe("an error about names that anybody may have written", () => {
  it("stays on one line and steers no terminal, wherever they stand in it", () => {
    const hostile = "\u001b[2J\r\nfaked.yaml:1:1: all is well\u009b";
    const { message } = new InputError({
      place: hostile,
      path: hostile,
      expected: hostile,
      got: hostile,
    });
    expect([...message].every((character) => character >= " " && character !== "\u009b")).toBe(
      true,
    );
    expect(message).toContain("\\u001b[2J\\u000d\\u000afaked.yaml:1:1: all is well\\u009b");
  });

  it("is as it was where they are harmless", () => {
    const fault = { place: "räid.yaml:1:1", path: "x", expected: "“a”", got: "日本" };
    expect(new InputError(fault).message).toBe("räid.yaml:1:1 x: expected “a”, got 日本");
  });
});

it("reads lines that end in CR LF as lines that end in LF", () => {
  const text = 'a: one\nb: |\n  two\n  three\nc: >-\n  four\n  five\nd: "six\n  seven"\n';
  const { value } = readDocument(text, "lf.yaml");
  expect(readDocument(text.replaceAll("\n", "\r\n"), "crlf.yaml").value).toEqual(value);
});
