import fc from "fast-check";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { embeddedJson, escaped, html } from "./markup.ts";

test("no text, whatever is in it, opens a tag, closes an attribute or starts an entity", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const safe = escaped(text);
      expect(safe).not.toMatch(/[<>"']/);
      expect(safe.replace(/&(amp|lt|gt|quot|#39);/g, "")).not.toContain("&");
    }),
  );
});

test("a text comes back as it was, from an element and from an attribute", () => {
  const hostile = `"><script>alert('1')</script>&amp; ]]> <!-- \${x}`;
  const { document } = parseHTML(html`<p title="${hostile}">${hostile}</p>`.text);
  expect(document.querySelectorAll("*").length).toBe(1);
  expect(document.querySelector("p")?.textContent).toBe(hostile);
  expect(document.querySelector("p")?.getAttribute("title")).toBe(hostile);
});

test("characters that turn or hide the text around them are shown as replaced", () => {
  expect(escaped("a\u202eb\u0000c\ud800d")).toBe("a\ufffdb\ufffdc\ufffdd");
});

test("embedded JSON reads back equal and holds nothing that could close its element", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const { text } = embeddedJson(value);
      expect(text).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("numbers in markup have a tenth of a pixel and no minus zero; what is not finite is refused", () => {
  expect(html`${1 / 3} ${-0.01} ${12}`.text).toBe("0.3 0 12");
  expect(() => html`${Number.NaN}`).toThrow(/a coordinate is finite, got NaN/);
});
