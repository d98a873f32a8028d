/** Long: studies are played and reports of 60 MB are read in processes of their own. */
import {
  closeSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { contentsOf, inFolder, pavise, refusalFaults } from "./command-line.ts";
import { scenarioText } from "./event.ts";

const hostileTitle = "</title></script><script>alert(1)</script><img src=x onerror=alert(2)>";
const hostileText = "\u001b[2J\nfaked.yaml:1:1: all is well";
const opener = '<script type="application/json" id="pavise-reproduce">';
const size = ["--draws", "1", "--replications", "2", "--option", "none", "--option", "patriot"];

/** A report of a small study of a scenario whose every name is hostile; made once. */
let report = "";
let summary = "";

function hostileScenario(): string {
  const quoted = JSON.stringify(hostileTitle);
  return scenarioText()
    .replace(/^title: .*$/m, () => `title: ${quoted}`)
    .replace(/^question: .*$/m, () => `question: ${quoted}`)
    .replace("title: Erbil", () => `title: ${quoted}`)
    .replace("title: One Patriot battery at each base", () => `title: ${quoted}`)
    .replace("note: One came down", () => `note: ${hostileTitle} One came down`);
}

beforeAll(() => {
  inFolder((folder) => {
    writeFileSync(join(folder, "hostile.yaml"), hostileScenario());
    const answered = pavise(["study", "hostile.yaml", ...size, "--out", "out"], folder);
    expect(answered.status, answered.stderr).toBe(0);
    report = readFileSync(join(folder, "out/report.html"), "utf8");
    summary = readFileSync(join(folder, "out/summary.json"), "utf8");
  });
}, 600_000);

/** The block of the report, changed and put back as any program may write it. */
function withBlock(change: (fields: Record<string, unknown>) => void): string {
  const start = report.indexOf(opener) + opener.length;
  const end = report.indexOf("</script>", start);
  const fields = JSON.parse(report.slice(start, end)) as Record<string, unknown>;
  change(fields);
  const text = JSON.stringify(fields).replaceAll("<", "\\u003c");
  return report.slice(0, start) + text + report.slice(end);
}

describe("the report of a scenario with scripts in its names", () => {
  it("holds them as text only", () => {
    expect(summary).toContain("onerror");
    expect(report).toContain(opener);
    expect(report).not.toMatch(/<script>alert/i);
    expect(report).not.toMatch(/<img src=x/i);
    expect(report).toMatch(/&lt;script(>|&gt;)alert/);
  });

  it("is reproduced: identical", () => {
    inFolder((folder) => {
      writeFileSync(join(folder, "report.html"), report);
      const { status, stdout } = pavise(["reproduce", "report.html"], folder);
      expect(stdout.trim()).toBe("identical");
      expect(status).toBe(0);
      expect(contentsOf(folder)).toEqual(["report.html"]);
    });
  });

  it("with one digit changed names the first difference, exit 1", () => {
    inFolder((folder) => {
      const changed = withBlock((fields) => {
        const { options } = fields.summary as {
          options: { arrivals: { total: { mean: number } } }[];
        };
        options[1]!.arrivals.total.mean += 1;
      });
      writeFileSync(join(folder, "report.html"), changed);
      const { status, stdout } = pavise(["reproduce", "report.html"], folder);
      expect(stdout).toMatch(/^different: summary\.options\[1\]\.arrivals\.total\.mean: /);
      expect(status).toBe(1);
    });
  });

  it.each<[string, (fields: Record<string, unknown>) => void]>([
    [
      "a field of its summary",
      (fields) => Object.assign(fields, { summary: { [hostileText]: 1 } }),
    ],
    ["its hash", (fields) => Object.assign(fields, { studyHash: hostileText })],
    [
      "the hash of its catalogue",
      (fields) => Object.assign(fields, { catalogueHash: hostileText }),
    ],
  ])("forges no line by %s", (_, change) => {
    inFolder((folder) => {
      writeFileSync(join(folder, "report.html"), withBlock(change));
      const { status, stdout } = pavise(["reproduce", "report.html"], folder);
      expect(stdout).toMatch(/^different: /);
      expect(stdout).not.toContain("\u001b");
      expect(stdout).not.toMatch(/^faked/m);
      expect(status).toBe(1);
    });
  });
});

describe("pavise reproduce refuses with one error that says where, within 5 s, and writes nothing", () => {
  it.each<[string, () => string | Uint8Array, RegExp]>([
    ["what is not HTML", () => "Dear reader,\n", /report\.html: expected a report of Pavise/],
    ["nothing", () => "", /report\.html: expected a report of Pavise/],
    ["another page", () => "<!doctype html><p>Hello</p>", /report\.html: expected a report of/],
    ["binary bytes", () => Uint8Array.from({ length: 999 }, (_, k) => (k * 197) & 255), /UTF-8/],
    [
      "a page cut within what reproduces it",
      () => report.slice(0, report.indexOf(opener) + 500),
      /report\.html: expected a report of Pavise/,
    ],
    ["a block that is no JSON", () => `${opener}{"schema": </script>`, /expected JSON/],
    ["a list", () => `${opener}[1]</script>`, /expected a mapping/],
    ["another block", () => withBlock((fields) => delete fields.seed), /seed: expected a whole/],
    [
      "a later version",
      () => withBlock((fields) => Object.assign(fields, { schema: "pavise-reproduce/2" })),
      /schema: expected pavise-reproduce\/1/,
    ],
    [
      "a seed that is none",
      () => withBlock((fields) => Object.assign(fields, { seed: -1 })),
      /seed: expected a whole number/,
    ],
    [
      "more draws than anybody plays",
      () => withBlock((fields) => Object.assign(fields, { draws: 1e12 })),
      /draws: expected a whole number/,
    ],
    [
      "a scenario that is none",
      () => withBlock((fields) => Object.assign(fields, { scenarioText: "a: &b [*b]" })),
      /hostile\.yaml:1:\d+/,
    ],
    [
      "a scenario whose name is a script",
      () =>
        withBlock((fields) =>
          Object.assign(fields, { scenarioName: hostileTitle, scenarioText: "" }),
        ),
      /expected a mapping of fields/,
    ],
    [
      "a scenario whose name forges a line",
      () =>
        withBlock((fields) =>
          Object.assign(fields, { scenarioName: hostileText, scenarioText: "" }),
        ),
      /expected a mapping of fields/,
    ],
    [
      "a wish that forges a line",
      () => withBlock((fields) => Object.assign(fields, { sets: [`${hostileText}=1`] })),
      /expected/,
    ],
    [
      "an option that forges a line",
      () => withBlock((fields) => Object.assign(fields, { options: [hostileText] })),
      /expected an option of/,
    ],
    [
      "a file of the catalogue that forges a line",
      () =>
        withBlock((fields) =>
          Object.assign(fields, { overlay: [{ name: hostileText, text: "" }] }),
        ),
      /expected/,
    ],
    [
      "a catalogue file outside the catalogue",
      () =>
        withBlock((fields) =>
          Object.assign(fields, { overlay: [{ name: "../../x.yaml", text: "a: 1" }] }),
        ),
      /x\.yaml/,
    ],
    // Each opener makes a careless reader look for its end through all that follows.
    [
      "a million beginnings and no end",
      () => opener.repeat(1_000_000),
      /expected a report of Pavise/,
    ],
    [
      "a block nested 100,000 deep",
      () => `${opener}${"[".repeat(100_000)}</script>`,
      /expected JSON/,
    ],
  ])("%s", (_, text, says) => {
    inFolder((folder) => {
      writeFileSync(join(folder, "report.html"), text());
      const answered = pavise(["reproduce", "report.html"], folder);
      expect(refusalFaults(answered)).toEqual([]);
      expect(answered.stderr).toMatch(says);
      expect(contentsOf(folder)).toEqual(["report.html"]);
    });
  });

  it("a page of 100 MB", () => {
    inFolder((folder) => {
      const file = openSync(join(folder, "report.html"), "w");
      writeSync(file, report);
      ftruncateSync(file, 100_000_000);
      closeSync(file);
      const answered = pavise(["reproduce", "report.html"], folder);
      expect(refusalFaults(answered)).toEqual([]);
      expect(answered.stderr).toMatch(/report\.html: expected a file of at most \d+ bytes/);
    });
  });

  it("a page that is not there", () => {
    inFolder((folder) => {
      const answered = pavise(["reproduce", "report.html"], folder);
      expect(refusalFaults(answered)).toEqual([]);
      expect(answered.stderr).toMatch(/report\.html: expected a file that is there/);
    });
  });
});
