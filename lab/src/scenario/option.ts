/** Options with `same_as` unfolded: for each field of a unit, its value and where it stands. */

import type { DocumentPath } from "@pavise/catalogue";
import type { Control } from "./command-schema.ts";
import type { WrittenOption, WrittenUnit } from "./defence-schema.ts";
import type { WrittenScenario } from "./schema.ts";

/** Of a scenario, what the user wrote: all that options need. */
interface AsWritten {
  readonly written: WrittenScenario;
}

/** A fire unit of an option, whichever option its fields were written in. */
export interface OptionUnit {
  readonly id: string;
  readonly fields: WrittenUnit;
  /** Path of a field in the file, for errors. */
  placeOf(field: string): DocumentPath;
  /** Names of a field, from where it was written to this option: `options.s400.units.u.field`. */
  namesOf(field: string): readonly string[];
}

export interface UnfoldedOption {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** Place in the file. */
  readonly place: DocumentPath;
  readonly units: readonly OptionUnit[];
  /** The option, itself or another, that lists sensors and command posts. */
  readonly sensors: NonNullable<WrittenOption["sensors"]>;
  readonly sensorsPlace: DocumentPath;
  readonly commandPosts: NonNullable<WrittenOption["command_posts"]>;
  readonly commandPostsPlace: DocumentPath;
  readonly control: Control;
  readonly supply: NonNullable<WrittenOption["supply"]>;
  readonly supplyPlace: DocumentPath;
}

interface Layer {
  readonly option: string;
  readonly place: DocumentPath;
  readonly fields: Readonly<Record<string, unknown>>;
}

interface LayeredUnit {
  readonly id: string;
  readonly layers: readonly Layer[];
}

function optionIndex(scenario: AsWritten, id: string): number {
  return scenario.written.options.findIndex((option) => option.id === id);
}

/** Units of an option as layers of fields, the first written first. */
function layeredUnits(scenario: AsWritten, index: number): LayeredUnit[] {
  const option = scenario.written.options[index]!;
  const units: LayeredUnit[] = [];
  if (option.same_as !== undefined) {
    units.push(...layeredUnits(scenario, optionIndex(scenario, option.same_as)));
    if (option.each_unit !== undefined) {
      const place = ["options", index, "each_unit"];
      const layer = { option: option.id, place, fields: option.each_unit };
      for (const [i, unit] of units.entries()) {
        units[i] = { id: unit.id, layers: [...unit.layers, layer] };
      }
    }
  }
  for (const [i, { id, ...fields }] of (option.units ?? []).entries()) {
    const layer = { option: option.id, place: ["options", index, "units", i], fields };
    const known = units.findIndex((unit) => unit.id === id);
    if (known < 0) units.push({ id, layers: [layer] });
    else units[known] = { id, layers: [...units[known]!.layers, layer] };
  }
  return units;
}

function optionUnit(option: string, { id, layers }: LayeredUnit): OptionUnit {
  const fields = Object.assign({ id }, ...layers.map((layer) => layer.fields)) as WrittenUnit;
  const layerOf = (field: string): Layer =>
    layers.findLast((layer) => Object.hasOwn(layer.fields, field.split(".")[0]!)) ?? layers[0]!;
  return {
    id,
    fields,
    placeOf: (field) => {
      const layer = layerOf(field);
      return field === "" ? layer.place : [...layer.place, ...field.split(".")];
    },
    namesOf: (field) => {
      const writers = [layerOf(field).option, option];
      return [...new Set(writers)].map((writer) => `options.${writer}.units.${id}.${field}`);
    },
  };
}

/** The option of this id; it must exist. */
export function unfoldedOption(scenario: AsWritten, id: string): UnfoldedOption {
  const index = optionIndex(scenario, id);
  const written = scenario.written.options[index]!;
  // The nearest option along `same_as` that lists them.
  const lister = (field: "sensors" | "command_posts" | "control" | "supply"): number => {
    let at = index;
    for (;;) {
      const { same_as: next, [field]: listed } = scenario.written.options[at]!;
      if (listed !== undefined || next === undefined) return at;
      at = optionIndex(scenario, next);
    }
  };
  const sensorsAt = lister("sensors");
  const postsAt = lister("command_posts");
  const supplyAt = lister("supply");
  return {
    id,
    title: written.title ?? id,
    note: written.note ?? "",
    place: ["options", index],
    units: layeredUnits(scenario, index).map((unit) => optionUnit(id, unit)),
    sensors: scenario.written.options[sensorsAt]!.sensors ?? [],
    sensorsPlace: ["options", sensorsAt, "sensors"],
    commandPosts: scenario.written.options[postsAt]!.command_posts ?? [],
    commandPostsPlace: ["options", postsAt, "command_posts"],
    control: scenario.written.options[lister("control")]!.control ?? "coordinated",
    supply: scenario.written.options[supplyAt]!.supply ?? [],
    supplyPlace: ["options", supplyAt, "supply"],
  };
}
