import { CompletionContext } from "@codemirror/autocomplete";
import { EditorState } from "@codemirror/state";
import { scenarioJsonSchema } from "@pavise/lab";
import { describe, expect, test } from "vitest";
import { completionSource } from "./completion.ts";
import type { FormGuide } from "./desk.ts";

const guide: FormGuide = {
  schema: scenarioJsonSchema(),
  systems: [
    {
      id: "patriot",
      name: "MIM-104 Patriot",
      interceptors: [{ id: "pac3_mse", name: "PAC-3 MSE" }],
      load: {},
      isNarrow: true,
      radar: {},
    },
  ],
  threats: [{ id: "qiam1", name: "Qiam-1" }],
  places: [{ id: "taji", name: "Taji" }],
};

/** What is offered at the end of a text. */
function offered(text: string): readonly string[] {
  const state = EditorState.create({ doc: text });
  const found = completionSource(() => guide)(new CompletionContext(state, text.length, true));
  return found?.options.map(({ label }) => label) ?? [];
}

const unit = "assets:\n  - id: base\noptions:\n  - id: a\n    units:\n      - id: p\n        ";

describe("completion", () => {
  test("offers the fields of the schema at their place", () => {
    expect(offered("")).toContain("schema");
    expect(offered(unit)).toContain("switched_off_at_s");
    expect(offered(unit)).not.toContain("apogee");
    expect(offered(`${unit}position: {`)).toEqual(expect.arrayContaining(["lat_deg", "place"]));
    expect(offered("raid:\n  - id: g\n    launch_times:\n      ")).toContain("spacing_s");
  });

  test("offers words of the schema and ids of catalogue and scenario as values", () => {
    expect(offered("world: ")).toEqual(["wgs84", "flat"]);
    expect(offered(`${unit}switched_off_at_s: `)).toEqual(["never"]);
    expect(offered(`${unit}system: `)).toEqual(["patriot"]);
    expect(offered(`${unit}at: `)).toEqual(["base"]);
    expect(offered(`${unit}system: patriot\n        load: {`)).toEqual(["pac3_mse"]);
    expect(offered(`${unit}position: {place: `)).toEqual(["taji"]);
  });

  test("offers types of threat, and no place to launch from or to fly over", () => {
    expect(offered("raid:\n  - id: g\n    threat: ")).toEqual(["qiam1"]);
    expect(offered("raid:\n  - id: g\n    launch: {place: ")).toEqual([]);
    expect(offered("raid:\n  - id: g\n    route:\n      - {place: ")).toEqual([]);
  });
});
