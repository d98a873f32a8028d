import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { utf8FromText } from "./utf8.ts";

describe("utf8FromText", () => {
  it("writes one to four bytes a character, as the host's own encoder does", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect([...utf8FromText(text)]).toEqual([...new TextEncoder().encode(text)]);
      }),
    );
    expect(utf8FromText("aé€😀").length).toBe(1 + 2 + 3 + 4);
  });

  it("tells half a surrogate pair from the replacement character", () => {
    expect([...utf8FromText("\ud800")]).toEqual([0xed, 0xa0, 0x80]);
  });
});
