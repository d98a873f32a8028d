import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import type { Adapter, Answer } from "./adapter.ts";
import { subjects } from "./expected.ts";
import type { ReferenceFile } from "./folder.ts";
import { InputError, referenceFiles } from "./folder.ts";
import { isPlain } from "./question.ts";
import { chance, closed, exact, mean, share, within } from "./rule.ts";
import { fileReport, passed } from "./runner.ts";
import type { Subject } from "./subject.ts";
import { formula } from "./subject.ts";

const cases = fileURLToPath(new URL("../../reference/cases/", import.meta.url));

function planted(content: Record<string, unknown>, name = "planted"): ReferenceFile {
  return { name, baseName: name, content };
}

function adapter(answer: Adapter["answer"], engine: Adapter["engine"] = "formula"): Adapter {
  return { engine, answer };
}

function report(subject: Subject, content: Record<string, unknown>, by: Adapter, spoil = false) {
  const found = { adapters: { planted: by }, calculators: {} };
  return fileReport(planted(content), { planted: subject }, found, spoil);
}

const doubles = {
  tolerance: { rel: 1e-6 },
  cases: [
    { x: 1, y: 2 },
    { x: 3, y: 6 },
  ],
};
const doubled = adapter(({ x }) => ({ y: 2 * Number(x) }));

describe("the runner", () => {
  it("passes two cases of y = 2x answered by 2x", () => {
    const result = report(formula({ y: share("rel") }), doubles, doubled);
    expect(result).toMatchObject({ adapter: "planted", cases: 2, failures: 0, worst: 0 });
    expect(passed(result)).toBe(true);
  });

  it("catches an answer wrong by 2e-6 where 1e-6 is allowed", () => {
    const wrong = adapter(({ x }) => ({ y: 2 * Number(x) * (x === 3 ? 1 + 2e-6 : 1) }));
    const result = report(formula({ y: share("rel") }), doubles, wrong);
    expect(result.failures).toBe(1);
    expect(result.worst).toBeCloseTo(2, 3);
    expect(result.notes[0]).toMatch(/^cases\[1\] y: expected 6 ± 0.000006/);
  });

  it("catches an answer of NaN, of another kind, and no answer", () => {
    for (const y of [Number.NaN, "2", null, undefined] as Answer[]) {
      const result = report(
        formula({ y: share("rel") }),
        doubles,
        adapter(() => ({ y })),
      );
      expect(result.failures).toBe(2);
    }
  });

  it("never shows an adapter what is expected", () => {
    const seen: string[] = [];
    const curious = adapter((question, file) => {
      seen.push(...Object.keys(question), ...Object.keys(file));
      return { y: 2 * Number(question.x) };
    });
    report(formula({ y: share("rel") }), { ...doubles, note: "kept" }, curious);
    expect([...new Set(seen)].sort()).toEqual(["note", "tolerance", "x"]);
  });

  it("says `subject not built yet` of a file that finds no adapter, and fails it", () => {
    const nobody = { adapters: {}, calculators: {} };
    const subject = formula({ y: share("rel") });
    const result = fileReport(planted(doubles), { planted: subject }, nobody, false);
    expect(result).toMatchObject({ adapter: null, cases: 2, failures: 2 });
    expect(result.notes[0]).toContain("subject not built yet");
    expect(passed(result)).toBe(false);
  });

  it("fails a file nobody has put into the table, and a case with nothing to compare", () => {
    const found = { adapters: { planted: doubled }, calculators: {} };
    expect(passed(fileReport(planted(doubles), {}, found, false))).toBe(false);
    expect(report(formula({ z: exact() }), doubles, doubled).failures).toBe(2);
  });

  it("fails a case whose adapter throws, with the reason, and goes on", () => {
    const result = report(
      formula({ y: share("rel") }),
      doubles,
      adapter(({ x }) => {
        if (x === 1) throw new Error("no such x");
        return { y: 6 };
      }),
    );
    expect(result.failures).toBe(1);
    expect(result.notes).toEqual(["cases[0] no such x"]);
  });

  it("refuses a formula where the engine must answer", () => {
    const subject: Subject = { engine: "engine", lists: { cases: { expected: { y: mean() } } } };
    const result = report(subject, doubles, doubled);
    expect(passed(result)).toBe(false);
    expect(result.notes[0]).toContain("expected an adapter by engine");
  });
});

describe("answers by simulation", () => {
  const subject: Subject = { engine: "engine", lists: { cases: { expected: { p: chance() } } } };
  const content = { tolerance: { closed_form: 1e-12 }, cases: [{ p: 0.3 }] };
  const answered = (successes: number, trials: number) =>
    report(
      subject,
      content,
      adapter(() => ({ p: { kind: "proportion", successes, trials } }), "engine"),
    );

  it("accepts 60,500 of 200,000 at 0.3, refuses 61,000", () => {
    expect(answered(60_500, 200_000).failures).toBe(0);
    expect(answered(61_000, 200_000).failures).toBe(1);
  });

  it("refuses 199,999 trials however good, and a bare number", () => {
    expect(answered(60_000, 199_999).failures).toBe(1);
    const bare = report(
      subject,
      content,
      adapter(() => ({ p: 0.3 }), "engine"),
    );
    expect(bare.failures).toBe(1);
  });

  it("holds a calculator to the closed form, and leaves to it what only it can answer", () => {
    const both: Subject = {
      engine: "engine",
      lists: {
        cases: { expected: { p: chance(), q: closed("closed_form", { byCalculator: true }) } },
      },
    };
    const engine = adapter(
      () => ({ p: { kind: "proportion", successes: 60_000, trials: 200_000 } }),
      "engine",
    );
    const file = planted({ ...content, cases: [{ p: 0.3, q: 0.7 }] });
    const run = (calculators: Record<string, Adapter>) =>
      fileReport(file, { planted: both }, { adapters: { planted: engine }, calculators }, false);
    expect(passed(run({ planted: adapter(() => ({ p: 0.3, q: 0.7 })) }))).toBe(true);
    expect(passed(run({ planted: adapter(() => ({ p: 0.3, q: 0.71 })) }))).toBe(false);
    expect(passed(run({ planted: adapter(() => ({ p: 0.31, q: 0.7 })) }))).toBe(false);
    expect(passed(run({}))).toBe(false);
  });
});

describe("the spoil", () => {
  it("makes both cases fail that were right", () => {
    const result = report(formula({ y: share("rel") }), doubles, doubled, true);
    expect(result).toMatchObject({ cases: 2, failures: 2, notes: [] });
  });

  it("names a value whose moving goes unnoticed: an angle moved once round", () => {
    const blind = formula({ y: share("rel"), z: within("deg", { circular: true }) });
    const content = { tolerance: { rel: 1e-6, deg: 36 }, cases: [{ x: 1, y: 2, z: 90 }] };
    const result = report(
      blind,
      content,
      adapter(() => ({ y: 2, z: 90 })),
      true,
    );
    expect(result.failures).toBe(0);
    expect(result.notes).toEqual(["cases[0] z"]);
  });

  it("moves nulls, booleans, words and zeros too", () => {
    const fields = { a: exact(), b: exact(), c: exact(), d: share("rel") };
    const content = { tolerance: { rel: 0.1 }, cases: [{ a: null, b: true, c: "up", d: 0 }] };
    const result = report(
      formula(fields),
      content,
      adapter(() => ({ a: null, b: true, c: "up", d: 0 })),
      true,
    );
    expect(result.failures).toBe(1);
  });
});

/** An adapter that knows every answer, to try the table and the spoil on every file. */
function oracle(file: ReferenceFile, subject: Subject): Adapter {
  const lists = Object.entries(subject.lists);
  const queue = new Map<string, Record<string, unknown>[]>();
  for (const [name, list] of lists) {
    const source = file.content[list.of ?? name];
    const items = Array.isArray(source)
      ? source
      : Object.values(source ?? {}).map((v) => (Array.isArray(v) ? { points: v } : v));
    queue.set(name, [...items] as Record<string, unknown>[]);
  }
  return adapter((question) => {
    const name = String(question.list ?? "cases");
    const given = queue.get(name)!.shift()!;
    const rules = subject.lists[name]!.expected;
    const answers: Record<string, Answer> = {};
    for (const [field, rule] of Object.entries(rules)) {
      if (field in given) answers[field] = simulated(rule.kind, given[field]);
    }
    return answers;
  }, subject.engine);
}

const trials = 1_000_000;

function simulated(kind: string, value: unknown): Answer {
  if (kind === "histogram" && Array.isArray(value)) {
    const counts = value.map((p) => Math.round(Number(p) * trials));
    const rest = trials - counts.reduce((sum, n) => sum + n, 0);
    const listed = value.reduce<number>((sum, p) => sum + Number(p), 0);
    return { kind, counts: listed > 1 - 1e-9 ? counts : [...counts, rest] };
  }
  if (kind === "chance" && Array.isArray(value)) return value.map((p) => simulated(kind, p));
  if (typeof value === "number" && kind === "chance") {
    return { kind: "proportion", successes: Math.round(value * trials), trials };
  }
  if (typeof value === "number" && kind === "mean") {
    return { kind, mean: value, standardError: value / 1000, trials };
  }
  return value as Answer;
}

describe("the carried cases", () => {
  const files = referenceFiles(cases);

  it("are 51 files, each in the table of expected fields", () => {
    expect(files.length).toBe(51);
    expect(files.filter((file) => subjects[file.baseName] === undefined)).toEqual([]);
  });

  it.each(files.map((file) => [file.name, file] as const))(
    "of %s pass with the right answers, and fail one and all when spoiled",
    (_, file) => {
      const subject = subjects[file.baseName]!;
      const run = (spoil: boolean) => {
        const by = oracle(file, subject);
        const calculators = { [file.baseName]: oracle(file, { ...subject, engine: "formula" }) };
        const adapters = { [file.baseName]: by };
        return fileReport(file, subjects, { adapters, calculators }, spoil);
      };
      const right = run(false);
      expect(right.notes).toEqual([]);
      expect(right.failures).toBe(0);
      expect(right.cases).toBeGreaterThan(0);
      const spoiled = run(true);
      expect(spoiled.notes).toEqual([]);
      expect(spoiled.failures).toBe(spoiled.cases);
    },
  );

  it("leave no expected field in the question, in any file", () => {
    for (const file of files) {
      const subject = subjects[file.baseName]!;
      const asked = new Set<string>();
      const by = adapter((question) => {
        for (const [key, value] of Object.entries(question)) {
          if (!isPlain(value) && !Array.isArray(value)) asked.add(`${question.list ?? ""}/${key}`);
        }
        return {};
      }, subject.engine);
      fileReport(file, subjects, { adapters: { [file.baseName]: by }, calculators: {} }, false);
      for (const [name, list] of Object.entries(subject.lists)) {
        const prefix = name === "cases" ? "" : name;
        for (const field of Object.keys(list.expected)) {
          expect(asked.has(`${prefix}/${field}`), `${file.name} ${field}`).toBe(false);
        }
      }
    }
  });
});

describe("bad folders", () => {
  const folder = mkdtempSync(join(tmpdir(), "reference-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("says which folder is missing", () => {
    expect(() => referenceFiles(join(folder, "nowhere"))).toThrow(/nowhere: expected a folder/);
  });

  it("says that a folder holds no reference files", () => {
    expect(() => referenceFiles(folder)).toThrow(/expected reference files, found none/);
  });

  it("says which file is not JSON, and which has no cases", () => {
    writeFileSync(join(folder, "broken.json"), "{ not json");
    expect(() => referenceFiles(folder)).toThrow(InputError);
    expect(() => referenceFiles(folder)).toThrow(/broken\.json: expected JSON/);
    writeFileSync(join(folder, "broken.json"), "{}");
    expect(() => referenceFiles(folder)).toThrow(/broken\.json cases: expected a list of cases/);
  });

  it("finds the table of `flyout_table` for a file named flyout_table_h.json", () => {
    writeFileSync(join(folder, "broken.json"), '{"cases": []}');
    writeFileSync(join(folder, "flyout_table_h.json"), '{"cases": []}');
    const names = referenceFiles(folder).map((file) => file.baseName);
    expect(names).toEqual(["broken", "flyout_table"]);
  });
});
