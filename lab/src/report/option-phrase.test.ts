import { expect, test } from "vitest";
import { optionPhrase } from "./option-phrase.ts";

test("a title becomes part of a sentence where it is a plain noun, and is quoted where it is not", () => {
  expect(optionPhrase("One S-400 battery at each base")).toBe("one S-400 battery at each base");
  expect(optionPhrase("Patriot, twice")).toBe("Patriot, twice");
  expect(optionPhrase("As it happened")).toBe("“As it happened”");
  expect(optionPhrase("Much; too <b>bold</b>")).toBe("“Much; too <b>bold</b>”");
  expect(optionPhrase("a".repeat(81))).toBe(`“${"a".repeat(81)}”`);
});
