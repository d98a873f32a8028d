import type { Alternative, Datum } from "./datum.ts";
import { isNumeric, scaledValue, valueBounds } from "./datum.ts";
import type { DocumentPath } from "./document.ts";
import { valueAt } from "./document.ts";
import type { CatalogueDocument, Shelves } from "./file-kind.ts";
import { shownValue } from "./input-error.ts";
import type { ParameterRule, ParameterRules } from "./parameter-rule.ts";
import {
  interceptorRules,
  placeRules,
  systemRules,
  threatRules,
  unlimited,
} from "./parameter-rule.ts";
import type { FromAssumption, FromFact, ParameterNode } from "./parameter-source.ts";
import { isParameterSource, type ParameterSource } from "./parameter-source.ts";
import type { Interceptor, Place } from "./schema.ts";
import { unitFactor } from "./unit-name.ts";

/** Where a parameter comes from. */
export type Origin = "fact" | "common assumption" | "own value" | "override";

/** One number the simulation reads, with its source. */
export interface Parameter {
  /** `systems.s400.reaction_time_s`, `systems.s400.interceptors.48n6e3.ballistic.range_max_km`. */
  readonly path: string;
  /**
   * The path whose one draw it takes: its own; that of the fact it is taken from; or the row of the
   * assumptions, so that in every draw what no one published is the same for every system.
   */
  readonly drawPath: string;
  /** In the unit of the rule, whatever the fact is written in. Always a number or a range of them. */
  readonly datum: Datum;
  readonly origin: Origin;
  readonly rule: ParameterRule;
  /** Why it comes from there, where the file says so. */
  readonly note: string;
}

/** An entry of a file on its way into parameters. */
interface Entry {
  readonly document: CatalogueDocument;
  /** Path of the entry in the catalogue, `systems.s400`. */
  readonly owner: string;
  /** Where the section stands in the file. */
  readonly section: DocumentPath;
  /** Path of the section in the catalogue. */
  readonly prefix: string;
  readonly rules: ParameterRules;
}

/** Every parameter of the catalogue by its path. */
export function catalogueParameters(
  documents: ReadonlyMap<string, CatalogueDocument>,
  shelves: Shelves,
): ReadonlyMap<string, Parameter> {
  const parameters = new Map<string, Parameter>();
  const add = (entry: Entry, nodes: Readonly<Record<string, ParameterNode>>): void => {
    for (const parameter of sectionParameters(entry, nodes, shelves)) {
      parameters.set(parameter.path, parameter);
    }
  };
  for (const system of shelves.systems.values()) {
    const owner = `systems.${system.id}`;
    const document = documents.get(`systems/${system.id}.yaml`)!;
    const section = ["parameters"];
    add({ document, owner, section, prefix: owner, rules: systemRules }, system.parameters);
    for (const [id, interceptor] of Object.entries(system.interceptors)) {
      const nodes = (interceptor as Interceptor).parameters;
      if (nodes === undefined) continue;
      const path = ["interceptors", id, "parameters"];
      const prefix = `${owner}.interceptors.${id}`;
      add({ document, owner, section: path, prefix, rules: interceptorRules }, nodes);
    }
  }
  for (const threat of shelves.threats.values()) {
    const owner = `threats.${threat.id}`;
    const document = documents.get(`threats/${threat.id}.yaml`)!;
    const rules = threatRules[threat.class];
    add({ document, owner, section: ["parameters"], prefix: owner, rules }, threat.parameters);
  }
  for (const place of shelves.places.values()) {
    const owner = `places.${place.id}`;
    const document = documents.get(`places/${place.id}.yaml`)!;
    const entry = { document, owner, section: [], prefix: owner, rules: placeRules };
    add(entry, placeNodes(place));
  }
  return parameters;
}

function placeNodes(place: Place): Record<string, ParameterNode> {
  const nodes: Record<string, ParameterNode> = {};
  for (const name of Object.keys(placeRules)) {
    if (valueAt(place, [name]) !== undefined) nodes[name] = { from: name };
  }
  return nodes;
}

function* sectionParameters(
  entry: Entry,
  nodes: Readonly<Record<string, ParameterNode>>,
  shelves: Shelves,
): Generator<Parameter> {
  const found = new Map<string, Parameter>();
  for (const [name, path, source] of leaves(nodes)) {
    const rule = Object.hasOwn(entry.rules, name) ? entry.rules[name] : undefined;
    const at = [...entry.section, ...path];
    if (rule === undefined) {
      const expected = `one of the parameters ${Object.keys(entry.rules).join(", ")}`;
      throw entry.document.fault(at, expected, shownValue(name));
    }
    const parameter = resolved(entry, name, at, source, rule, shelves);
    checkLimits(entry, at, parameter);
    found.set(name, parameter);
  }
  checkComplete(entry, found);
  yield* Object.keys(entry.rules).flatMap((name) => found.get(name) ?? []);
}

type Leaf = readonly [name: string, path: DocumentPath, source: ParameterSource];

function* leaves(nodes: Readonly<Record<string, ParameterNode>>): Generator<Leaf> {
  for (const [name, node] of Object.entries(nodes)) {
    if (isParameterSource(node)) yield [name, [name], node];
    else {
      for (const [inner, source] of Object.entries(node)) {
        yield [`${name}.${inner}`, [name, inner], source];
      }
    }
  }
}

function resolved(
  entry: Entry,
  name: string,
  at: DocumentPath,
  source: ParameterSource,
  rule: ParameterRule,
  shelves: Shelves,
): Parameter {
  const path = `${entry.prefix}.${name}`;
  if ("from" in source) return fromFact(entry, path, at, source, rule);
  if ("common" in source) return fromAssumption(entry, path, at, source, rule, shelves);
  const factor = unitFactor(source.unit, rule.unit);
  if (factor === null) throw entry.document.fault([...at, "unit"], rule.unit);
  if (!isNumeric(source.value)) throw entry.document.fault([...at, "value"], "a number or a range");
  return { path, drawPath: path, datum: inUnit(source, rule), origin: "own value", rule, note: "" };
}

function fromFact(
  entry: Entry,
  path: string,
  at: DocumentPath,
  { from, note = "" }: FromFact,
  rule: ParameterRule,
): Parameter {
  const fact = factOf(entry, [...at, "from"], from);
  if (!isNumeric(fact.value)) {
    throw entry.document.fault([...at, "from"], "a fact with a figure", shownValue(fact.value));
  }
  if (unitFactor(fact.unit, rule.unit) === null) {
    const expected = `a fact in ${rule.unit}`;
    throw entry.document.fault([...at, "from"], expected, `${from} in ${fact.unit}`);
  }
  const drawPath = `${entry.owner}.${from}`;
  return { path, drawPath, datum: inUnit(fact, rule), origin: "fact", rule, note };
}

function fromAssumption(
  entry: Entry,
  path: string,
  at: DocumentPath,
  { common, instead_of: replaced, note = "" }: FromAssumption,
  rule: ParameterRule,
  { assumptions }: Shelves,
): Parameter {
  const row = assumptions.get(common);
  if (row === undefined) {
    throw entry.document.fault([...at, "common"], "the name of a row of assumptions.yaml");
  }
  if (unitFactor(row.unit, rule.unit) === null || !isNumeric(row.value)) {
    const got = `${common} in ${row.unit}`;
    throw entry.document.fault([...at, "common"], `a row in ${rule.unit}`, got);
  }
  const datum = inUnit(row, rule);
  const alternatives = [...(row.alternatives ?? [])];
  if (replaced !== undefined) {
    const fact = factOf(entry, [...at, "instead_of"], replaced);
    const told = `${replaced} (${fact.kind}, ${fact.confidence})`;
    alternatives.push(alternative(fact, rule, told), ...(fact.alternatives ?? []));
  }
  return {
    path,
    drawPath: `assumptions.${common}`,
    datum: alternatives.length === 0 ? datum : { ...datum, alternatives },
    origin: "common assumption",
    rule,
    note,
  };
}

function factOf(entry: Entry, at: DocumentPath, path: string): Datum {
  const found = valueAt(entry.document.value, path.split("."));
  if (typeof found === "object" && found !== null && "value" in found && "kind" in found) {
    return found as Datum;
  }
  throw entry.document.fault(at, "the path of a fact in this file", shownValue(path));
}

function alternative(fact: Datum, rule: ParameterRule, who: string): Alternative {
  const factor = unitFactor(fact.unit, rule.unit) ?? 1;
  const value = scaledValue(fact.value, factor);
  return { value, who, sources: fact.sources, note: fact.note };
}

/** The datum in the unit of the rule, its alternatives too. */
function inUnit(datum: Datum, rule: ParameterRule): Datum {
  const factor = unitFactor(datum.unit, rule.unit) ?? 1;
  const value = scaledValue(datum.value, factor);
  if (datum.alternatives === undefined) return { ...datum, value, unit: rule.unit };
  const alternatives = datum.alternatives.map((other) => {
    return { ...other, value: scaledValue(other.value, factor) };
  });
  return { ...datum, value, unit: rule.unit, alternatives };
}

/** What a value must be like to be allowed by its rule, or null if it is. */
export function ruleFault({ value }: Datum, rule: ParameterRule): string | null {
  const noun = rule.isCount ? "whole numbers" : "numbers";
  const above = rule.greatest >= unlimited ? `at least ${rule.least}` : null;
  const expected = `${noun} ${above ?? `from ${rule.least} to ${rule.greatest}`} ${rule.unit}`;
  const numbers = Array.isArray(value) ? value : [value];
  const isAllowed = (item: unknown): boolean =>
    typeof item === "number" &&
    item >= rule.least &&
    item <= rule.greatest &&
    (!rule.isCount || Number.isInteger(item));
  return numbers.every(isAllowed) ? null : expected;
}

function checkLimits(entry: Entry, at: DocumentPath, parameter: Parameter): void {
  const expected = ruleFault(parameter.datum, parameter.rule);
  if (expected === null) return;
  throw entry.document.fault(at, expected, shownValue(parameter.datum.value));
}

/** Every parameter is there; those of an optional group together or not at all; least below greatest. */
function checkComplete(entry: Entry, found: ReadonlyMap<string, Parameter>): void {
  const groups = new Set([...found.values()].flatMap(({ rule }) => rule.group ?? []));
  for (const [name, rule] of Object.entries(entry.rules)) {
    const isNeeded = rule.group === undefined || groups.has(rule.group);
    if (!isNeeded || found.has(name)) continue;
    const why = rule.group === undefined ? "" : `, as the others of ${rule.group} are there`;
    throw entry.document.fault(entry.section, `the parameter ${name}${why}`, "nothing");
  }
  for (const [lower, parameter] of found) {
    const upper = lower === "initiation_m" ? "initiation_n" : lower.replace("_min_", "_max_");
    const other = found.get(upper);
    if (upper === lower || other === undefined) continue;
    const [least] = valueBounds(parameter.datum.value)!;
    const [, greatest] = valueBounds(other.datum.value)!;
    if (least <= greatest) continue;
    const at = [...entry.section, ...lower.split(".")];
    throw entry.document.fault(at, `at most ${greatest}, as ${upper} is`, String(least));
  }
}

/** Parameters of one system, threat or place whose path starts with this owner, `systems.s400`. */
export function parametersOf(
  parameters: ReadonlyMap<string, Parameter>,
  owner: string,
): readonly Parameter[] {
  return [...parameters.values()].filter(({ path }) => path.startsWith(`${owner}.`));
}
