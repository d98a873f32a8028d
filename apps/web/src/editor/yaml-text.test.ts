import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { changedText, type FieldPath, YamlText } from "./yaml-text.ts";

const folder = new URL("../../../../scenarios/", import.meta.url);
/** Three of the shipped ones with much in them; every path of all of them takes minutes. */
const shipped = ["ain-al-asad-2020", "ain-al-asad-switch-off", "early-warning-lost"].map(
  (name) => [name, readFileSync(new URL(`${name}.yaml`, folder), "utf8")] as const,
);

type Value = Record<string, unknown>;

/** Every path in a value, mappings and lists included. */
function pathsOf(value: unknown, path: FieldPath = []): FieldPath[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, each]) =>
    pathsOf(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

/** Some of them, spread over the text. */
function some<T>(all: readonly T[]): readonly T[] {
  const step = Math.ceil(all.length / 8);
  return all.filter((_, index) => index % step === 0);
}

function comments(text: string): string[] {
  return [...text.matchAll(/(?:^|\s)#.*$/gm)].map(([comment]) => comment.trim()).sort();
}

describe("a change to a YAML text", () => {
  test.each(shipped)("sets any figure of %s and leaves every other line as it was", (_, text) => {
    const yaml = new YamlText(text);
    const figures = pathsOf(parse(text)).filter((path) => typeof yaml.value(path) === "number");
    expect(figures.length).toBeGreaterThan(3);
    for (const path of some(figures)) {
      const changed = changedText(text, yaml.set(path, 987_654));
      const asDocument = parseDocument(text);
      asDocument.setIn(path, 987_654);
      expect(parse(changed)).toEqual(asDocument.toJS());
      const [before, after] = [text.split("\n"), changed.split("\n")];
      expect(after.filter((line, index) => line !== before[index])).toHaveLength(1);
    }
  });

  test.each(shipped)("adds, removes and takes back fields and items of %s", (_, text) => {
    const yaml = new YamlText(text);
    const all = pathsOf(parse(text)).filter(
      (path) => Object(yaml.value(path)) === yaml.value(path),
    );
    for (const path of some(all)) {
      const value = yaml.value(path);
      const isList = Array.isArray(value);
      const item = isList ? { id: "new_one", at: "x, y" } : 12.5;
      const at = isList ? path : [...path, "added_m"];
      const added = changedText(text, isList ? yaml.append(at, item) : yaml.set(at, item));
      const expected = parseDocument(text);
      if (isList) expected.addIn(at, item);
      else expected.setIn(at, item);
      expect(parse(added), at.join(".")).toEqual(expected.toJS());
      expect(comments(added)).toEqual(comments(text));
      const own = isList ? [...path, (value as unknown[]).length] : at;
      const taken = changedText(added, new YamlText(added).remove(own));
      expect(parse(taken), own.join(".")).toEqual(parse(text));
      expect(comments(taken)).toEqual(comments(text));
    }
  });

  test.each(shipped)("removes any field or item of %s alone", (_, text) => {
    const yaml = new YamlText(text);
    for (const path of some(pathsOf(parse(text)))) {
      const owner = yaml.value(path.slice(0, -1));
      if (Object.keys(owner as Value).length === 1) continue;
      const changed = changedText(text, yaml.remove(path));
      const expected = parseDocument(text);
      expected.deleteIn(path);
      expect(parse(changed), path.join(".")).toEqual(expected.toJS());
    }
  });

  test("keeps the comment of a field whose place another takes", () => {
    const text = "units:\n  - id: a\n    at: base # the base\n    load: {p: 1}\n";
    const changed = changedText(
      text,
      new YamlText(text).replace(
        ["units", 0, "at"],
        [
          ["position", { lat_deg: 33.5, lon_deg: 44, altitude_m: 30 }],
          ["command_post", "base"],
        ],
      ),
    );
    expect(changed).toBe(
      "units:\n  - id: a\n    position: {lat_deg: 33.5, lon_deg: 44, altitude_m: 30} # the base\n" +
        "    command_post: base\n    load: {p: 1}\n",
    );
  });

  test("opens an empty list, and closes one that loses its last item", () => {
    const text = "options:\n  - id: none\n    units: []\n  - id: other\n";
    const added = changedText(
      text,
      new YamlText(text).append(["options", 0, "units"], { id: "a", n: 2 }),
    );
    expect(added).toBe(
      "options:\n  - id: none\n    units:\n      - id: a\n        n: 2\n  - id: other\n",
    );
    expect(changedText(added, new YamlText(added).remove(["options", 0, "units", 0]))).toBe(text);
  });

  test("makes what is missing above a field", () => {
    const text = "a: {}\nb:\n  - id: x\n";
    const yaml = new YamlText(text);
    expect(changedText(text, yaml.set(["b", 0, "position", "place"], "here"))).toBe(
      "a: {}\nb:\n  - id: x\n    position: {place: here}\n",
    );
    expect(changedText(text, yaml.set(["a", "n"], 1))).toBe("a: {n: 1}\nb:\n  - id: x\n");
  });
});
