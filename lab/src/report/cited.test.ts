import fc from "fast-check";
import { expect, test } from "vitest";
import { cited, citedParts, uncited } from "./cited.ts";

test("a sentence is its pieces, and without its cells it is what a reader reads", () => {
  const sentence = `about ${cited("options.none.arrivals.total", "12")} of 16 arrive`;
  expect(uncited(sentence)).toBe("about 12 of 16 arrive");
  expect(citedParts(sentence)).toEqual([
    { text: "about " },
    { text: "12", cell: "options.none.arrivals.total" },
    { text: " of 16 arrive" },
  ]);
});

test("nothing is lost or added, whatever the text", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (texts) => {
      const sentence = texts.map((text, i) => (i % 2 === 0 ? text : cited("cell", text))).join("");
      expect(
        citedParts(sentence)
          .map(({ text }) => text)
          .join(""),
      ).toBe(uncited(sentence));
    }),
  );
});
