import { answerWords, citedAnswerWords } from "@pavise/lab";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { REPRODUCE_ELEMENT } from "./identity.ts";
import type { ReportInput } from "./input.ts";
import { reportHtml } from "./page.ts";
import { smallInput } from "./small-input.test-scene.ts";

const page = reportHtml(smallInput);
const { document } = parseHTML(page);

/** Words of fixed lists stay; ids are poisoned wherever they stand, as texts and as keys. */
const FIXED = new Set(["kind", "confidence", "origin", "verdict", "reason", "schema"]);
const IDS = new Set(["none", "s400", "battery", "base", "pentagon", "compiler", "press"]);

/** Every text of a value, and every id in it, with poison behind it. */
function poisoned<T>(value: T, poison: string): T {
  const replaced = (each: unknown, key: string): unknown => {
    if (typeof each === "string") return FIXED.has(key) ? each : each + poison;
    if (Array.isArray(each)) return each.map((item) => replaced(item, key));
    if (typeof each !== "object" || each === null) return each;
    return Object.fromEntries(
      Object.entries(each).map(([name, item]) => [
        IDS.has(name) ? name + poison : name,
        replaced(item, name),
      ]),
    );
  };
  return replaced(value, "") as T;
}

test("the page asks the network for nothing and runs nothing", () => {
  const loaders = "link, img, iframe, object, embed, video, audio, source, base, form";
  expect(document.querySelectorAll(loaders).length).toBe(0);
  expect(document.querySelectorAll('script:not([type="application/json"])').length).toBe(0);
  expect(page).not.toMatch(/\son[a-z]+\s*=|@import|url\((?!#)|javascript:|srcset|xlink/i);
  for (const element of document.querySelectorAll("[href], [src]")) {
    expect(element.tagName).toBe("A");
    expect(element.getAttribute("href")).toMatch(/^(https?:\/\/|#(source|cell)-\d+$|[a-z]+\.csv$)/);
  }
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  expect(policy?.getAttribute("content")).toContain("default-src 'none'");
});

test("hostile text in any field of the input adds no element and no attribute", () => {
  const poison = `"'><script>alert(1)</script><img src=x onerror=alert(1)></style>`;
  const hostile = parseHTML(reportHtml(poisoned(smallInput, poison))).document;
  const clean = parseHTML(reportHtml(poisoned(smallInput, " clean"))).document;
  const tally = (of: typeof document, name: string): number => of.querySelectorAll(name).length;
  for (const name of ["script", "img", "style", "[onerror]", "a", "td", "svg", "li"]) {
    expect([name, tally(hostile, name)]).toEqual([name, tally(clean, name)]);
  }
  expect(tally(hostile, "script")).toBe(1);
});

test("an address that is not of the web never becomes a link", () => {
  const url = "javascript:alert(1)";
  const sources = { ...smallInput.sources, press: { title: "A newspaper", url } };
  const shown = parseHTML(reportHtml({ ...smallInput, sources })).document;
  const links = [...shown.querySelectorAll("a.address")].map((link) => link.getAttribute("href"));
  expect(links).toEqual(["https://example.org/statement"]);
  expect(shown.body.textContent).toContain(url);
});

test("what reproduces the page reads back equal, though it holds the end of a script element", () => {
  const block = new RegExp(
    `<script type="application/json" id="${REPRODUCE_ELEMENT}">([\\s\\S]*?)</script>`,
  ).exec(page)?.[1];
  expect(JSON.parse(block!)).toEqual(smallInput.reproduce);
});

test("the same input gives the same bytes", () => {
  expect(reportHtml(structuredClone(smallInput))).toBe(page);
});

test("each id stands once, each picture has a title and a description, each table its headings", () => {
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  expect(ids.length).toBe(new Set(ids).size);
  for (const picture of document.querySelectorAll('svg[role="img"]')) {
    const [title, description] = picture.getAttribute("aria-labelledby")!.split(" ");
    expect(document.getElementById(title!)?.textContent).not.toBe("");
    expect(document.getElementById(description!)?.textContent).not.toBe("");
  }
  for (const table of document.querySelectorAll("table")) {
    expect(table.querySelectorAll("th[scope]").length).toBeGreaterThan(1);
  }
  expect(document.querySelectorAll("h1").length).toBe(1);
  expect(document.querySelectorAll("main").length).toBe(1);
});

test("question, answer and figure come first, what ran comes last", () => {
  const order = [
    "What would one battery",
    "About 12 arrive.",
    "recorded: 12",
    "Outcomes",
    "Sources",
  ];
  const places = [...order, "Study hash", "980defc4bea08a4e"].map((text) => page.indexOf(text));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(page).toContain("with changes that are not committed");
});

test("the map says that positions are hypothetical, and has a scale and names", () => {
  const maps = [...document.querySelectorAll("svg")].filter(({ textContent }) =>
    textContent?.includes("hypothetical positions"),
  );
  expect(maps.length).toBe(3);
  for (const each of maps)
    expect(each.textContent).toMatch(/\d+ km[\s\S]*The base|The base[\s\S]*\d+ km/);
});

test("a remark begins like a sentence, and a path in front of one is left as it is written", () => {
  const notes = [...document.querySelectorAll(".values .note")].map(
    ({ textContent }) => textContent,
  );
  expect(notes).toContain("costs.implied_usd in 2020 dollars.");
  expect(notes).toContain("From track to first launch.");
});

test("only sources that are named are listed; an unknown key stays text", () => {
  expect(page).not.toContain("Never named");
  expect(page).toContain("no_such_key");
  expect(document.querySelectorAll(".sources li").length).toBe(3);
});

test("every number of the tables leads to a cell of the study, which stands on the page once", () => {
  const links = [...document.querySelectorAll("a.cell")];
  expect(links.length).toBeGreaterThan(30);
  for (const link of links) {
    const cell = document.getElementById(link.getAttribute("href")!.slice(1));
    expect(cell?.querySelector("code")?.textContent).toMatch(
      /^(options|learning|pairs|walks|curves|levers|check)\./,
    );
  }
  const tables = document.querySelectorAll(".outcome.wide-only tbody tr:not(.head, .said) td");
  const bare = [...tables].filter((cell) => {
    return /\d/.test(cell.textContent ?? "") && cell.querySelector("a.cell") === null;
  });
  expect(bare.map(({ textContent }) => textContent)).toEqual([]);
});

test("what limits, what is fielded, the check, the walk and what was expected lead to their cells", () => {
  // Of a copy, for the links are taken out of it.
  const copy = parseHTML(page).document;
  const cells = [...copy.querySelectorAll("ol.cells code")].map(({ textContent }) => textContent);
  for (const link of copy.querySelectorAll("a.cell")) link.remove();
  const said = [...copy.querySelectorAll("tr.said")].map(({ textContent }) => textContent ?? "");
  expect(said.length).toBeGreaterThan(1);
  expect(said.filter((text) => /\d/.test(text))).toEqual([]);
  expect(cells).toContain("check.arrivals");
  expect(cells).toContain("check.recordedAt");
  expect(cells.filter((cell) => cell?.startsWith("walks.")).length).toBeGreaterThan(1);
  expect(copy.body.textContent).toContain(", less than 12.1: by 7.90");
  expect(copy.body.textContent).not.toContain("4.20, less than 12.1");
});

test("every number of the answer's sentences leads to its cell, and reads as it did without", () => {
  const words = citedAnswerWords(smallInput.answer);
  const text = reportHtml({ ...smallInput, words });
  const { document: page } = parseHTML(text);
  const answer = page.querySelector(".answer")!;
  const links = [...answer.querySelectorAll("a.cell")];
  expect(links.length).toBeGreaterThan(2);
  for (const link of links) {
    const cell = page.getElementById(link.getAttribute("href")!.slice(1));
    expect(cell?.querySelector("code")?.textContent).toMatch(/^options\./);
  }
  const read = answer.textContent!.replaceAll("\u00a0", " ");
  for (const sentence of answerWords(smallInput.answer)) expect(read).toContain(sentence);
  // What marks the numbers is for nobody's eyes.
  expect(text).not.toMatch(/[\ue000-\ue002]/);
  const needs = page.querySelectorAll("main li a.cell");
  expect(needs.length).toBeGreaterThan(0);
});

test("the row that repeats the record by construction says so", () => {
  const figure = document.getElementById("arrivals-wide-title")?.parentElement;
  expect(figure?.textContent).toMatch(/Repeats the record\s*by\s*construction/);
});

test("a study that is not settled says so before its figure", () => {
  const unsettled = [{ option: "s400", figure: "arrivals", factor: 0.8 }];
  const input: ReportInput = { ...smallInput, answer: { ...smallInput.answer, unsettled } };
  const text = reportHtml(input);
  expect(text.indexOf("More replications needed")).toBeGreaterThan(0);
  expect(text.indexOf("More replications needed")).toBeLessThan(text.indexOf("arrivals-wide"));
});

test("views with nothing to show say so: flat world, one option, no check, no ranges", () => {
  const { map: _, check: __, ...rest } = { ...smallInput, check: null };
  const { check: ___, ...answer } = smallInput.answer;
  const [first] = answer.summary.options;
  const summary = { ...answer.summary, options: [first!] };
  const [still] = answer.curves;
  const text = reportHtml({
    ...rest,
    answer: { ...answer, summary, influences: [], curves: [still!] },
    values: [],
  });
  expect(text).toContain("flat world");
  expect(text).toContain("Nothing was compared");
  expect(text).toContain("no such check");
  expect(text).toContain("Nothing was drawn from a range");
  expect(text).toContain("No option has a fire unit");
  expect(text).toContain("There are none.");
});
