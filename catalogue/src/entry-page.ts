import type { Catalogue } from "./catalogue.ts";
import type { Datum } from "./datum.ts";
import { envelopeLines } from "./envelope-drawing.ts";
import { fieldName, threatsOf } from "./field-name.ts";
import { InputError, shownValue } from "./input-error.ts";
import type { Parameter } from "./parameter.ts";
import { parametersOf } from "./parameter.ts";
import { envelopeClasses } from "./parameter-rule.ts";
import type { Remark } from "./schema.ts";
import { labelled, shownQuantity, wrapped } from "./text-layout.ts";

const shelfNames = [
  "systems",
  "threats",
  "places",
  "engagements",
  "supply",
  "tests",
  "threatTrials",
  "priorReadings",
] as const;
type ShelfName = (typeof shelfNames)[number];

/**
 * Everything about one entry, as lines of at most 100 characters: a system's parts and its envelopes drawn;
 * parameters, each with where it comes from; then facts with source, range, grade and what others say; then conflicts and holes.
 *
 * A file of its own is shown by its name (`rcs-classes`, `distances`, `seed-claims`, `conflicts`).
 *
 * @param id an id, or an id with its shelf (`systems.s400`), which is needed where two share an id.
 * @throws InputError if there is no such entry, or more than one.
 */
export function entryPage(catalogue: Catalogue, id: string): string {
  const row = catalogue.assumptions.get(id.replace(/^assumptions\./, ""));
  const found = entriesNamed(catalogue, id);
  if (found.length === 0 && row !== undefined) return assumptionPage(catalogue, id, row);
  const file = catalogue.documents.get(`${id}.yaml`);
  if (found.length === 0 && file !== undefined) {
    return Object.entries(file.value as Record<string, unknown>)
      .flatMap(([field, value]) => anyLines(field, value, 0))
      .join("\n");
  }
  if (found.length === 0) throw unknownEntry(catalogue, id);
  if (found.length > 1) {
    const expected = `one of ${found.join(", ")}`;
    throw new InputError({ place: "catalogue show", path: "", expected, got: shownValue(id) });
  }
  const [path = ""] = found;
  const [shelf = "", key = ""] = path.split(".");
  const entry = catalogue[shelf as ShelfName].get(key) as Readonly<Record<string, unknown>>;
  return [
    ...headLines(entry),
    ...(shelf === "systems" ? envelopeLines(catalogue, key) : []),
    ...parameterLines(catalogue, path, entry),
    ...factLines(entry),
    ...recordLines(catalogue, path),
    ...remarkLines("Where sources disagree", catalogue.conflicts, path),
    ...remarkLines("What is missing", catalogue.holes, path),
  ].join("\n");
}

function entriesNamed(catalogue: Catalogue, id: string): readonly string[] {
  return shelfNames.flatMap((shelf) => {
    const key = id.startsWith(`${shelf}.`) ? id.slice(shelf.length + 1) : id;
    return catalogue[shelf].has(key) ? [`${shelf}.${key}`] : [];
  });
}

function unknownEntry(catalogue: Catalogue, id: string): InputError {
  const start = id.slice(0, 3).toLowerCase();
  const all = shelfNames.flatMap((shelf) => [...catalogue[shelf].keys()]);
  const near = all.filter((known) => known.startsWith(start)).slice(0, 5);
  const hint = near.length === 0 ? "" : ` (near: ${near.join(", ")})`;
  const expected = `an id that \`pavise catalogue list\` shows${hint}`;
  return new InputError({ place: "catalogue show", path: "", expected, got: shownValue(id) });
}

const headFields = new Set(["id", "name", "title", "parameters", "interceptors", "components"]);

function headLines(entry: Readonly<Record<string, unknown>>): string[] {
  const name = entry.name ?? entry.title ?? entry.definition ?? entry.target_class;
  const lines = wrapped(`${entry.id} · ${name}`, 0);
  for (const [field, value] of Object.entries(entry)) {
    if (headFields.has(field) || typeof value === "object" || value === "") continue;
    lines.push(...labelled(field.replaceAll("_", " "), String(value), 2, 20));
  }
  const parts = Object.entries((entry.components ?? {}) as Record<string, string>);
  if (parts.length > 0) lines.push("", "Parts");
  for (const [part, text] of parts) lines.push(...labelled(part, text, 2, 20));
  return lines;
}

function parameterLines(
  catalogue: Catalogue,
  owner: string,
  entry: Readonly<Record<string, unknown>>,
): string[] {
  const parameters = parametersOf(catalogue.parameters, owner);
  if (parameters.length === 0 || entry.parameters === undefined) return [];
  const lines = ["", "Parameters: what a simulation reads"];
  let last: string | undefined;
  for (const parameter of parameters) {
    const name = parameter.path.slice(owner.length + 1);
    const interceptor = /^interceptors\.([^.]+)\./.exec(name)?.[1];
    if (interceptor !== undefined && interceptor !== last) lines.push("", `  ${interceptor}`);
    last = interceptor;
    lines.push(...oneParameterLines(parameter, name));
  }
  return lines;
}

function oneParameterLines(parameter: Parameter, name: string): string[] {
  const { datum, rule, note } = parameter;
  const quantity = shownQuantity(datum.value, rule.unit);
  const lines = labelled(saidName(name), `${quantity} · ${datum.kind}, ${datum.confidence}`, 2, 34);
  lines.push(...wrapped(`${name}: ${originWords(parameter)}; ${rule.meaning}`, 6));
  if (note !== "") lines.push(...wrapped(note, 6));
  lines.push(...backingLines(datum, 6));
  return lines;
}

/** A parameter's name as people say it; the name that files write stands below. */
function saidName(name: string): string {
  const [quantity, group = ""] = name.split(".").toReversed() as [string, string?];
  if (group === "kill_probability") return `kill probability against ${threatsOf(quantity)}`;
  const isEnvelope = (envelopeClasses as readonly string[]).includes(group);
  return fieldName(quantity) + (isEnvelope ? ` against ${threatsOf(group)}` : "");
}

function originWords({ origin, drawPath }: Parameter): string {
  switch (origin) {
    case "fact":
      return `from the fact ${drawPath.split(".").slice(2).join(".")}`;
    case "common assumption":
      return `common assumption ${drawPath.slice("assumptions.".length)}`;
    case "own value":
      return "a value of this parameter alone";
    case "override":
      return "set for this run";
  }
}

/** Sources, note and alternatives of a datum. */
function backingLines(datum: Datum, indent: number): string[] {
  const lines = wrapped(`sources: ${datum.sources.join(", ")}`, indent, 2);
  if (datum.note !== "") lines.push(...wrapped(datum.note, indent));
  for (const { value, who, sources, note } of datum.alternatives ?? []) {
    const said = `also: ${shownQuantity(value, datum.unit)} · ${who} [${sources.join(", ")}]`;
    lines.push(...wrapped(note === "" ? said : `${said} ${note}`, indent, 2));
  }
  return lines;
}

function isDatum(value: unknown): value is Datum {
  return typeof value === "object" && value !== null && "value" in value && "kind" in value;
}

function factLines(entry: Readonly<Record<string, unknown>>): string[] {
  const fields = Object.entries(entry).filter(([field, value]) => {
    return typeof value === "object" && field !== "parameters" && field !== "components";
  });
  return fields.length === 0 ? [] : ["", "Facts", ...fields.flatMap(([k, v]) => anyLines(k, v, 2))];
}

function anyLines(label: string, value: unknown, indent: number): string[] {
  if (isDatum(value)) {
    const grade = `${value.kind}, ${value.confidence}`;
    const quantity = `${shownQuantity(value.value, value.unit)} · ${grade}`;
    const said = fieldName(label);
    const written = said === label ? [] : wrapped(label, indent + 4);
    const lines = labelled(said, quantity, indent, 34);
    return [...lines, ...written, ...backingLines(value, indent + 4)];
  }
  if (value === null) return labelled(label, "not published", indent, 34);
  if (typeof value !== "object") return labelled(label, String(value), indent, 34);
  const items = Object.entries(value).filter(([field]) => field !== "parameters");
  if (Array.isArray(value) && items.every(([, item]) => typeof item !== "object")) {
    return labelled(label, value.join(", "), indent, 34);
  }
  const lines = [" ".repeat(indent) + label];
  for (const [field, item] of items) {
    const name = Array.isArray(value) ? `${Number(field) + 1}` : field;
    lines.push(...anyLines(name, item, indent + 2));
  }
  return items.length === 0 ? [] : lines;
}

/** Test counts, readings of priors, past engagements that speak of a system or a threat. */
function recordLines(catalogue: Catalogue, path: string): string[] {
  const [, id = ""] = path.split(".");
  if (!path.startsWith("systems.") && !path.startsWith("threats.")) return [];
  const lines: string[] = [];
  for (const record of catalogue.tests.values()) {
    if (record.system_id !== id && record.target !== id) continue;
    const counts = `${record.successes ?? "?"} of ${record.trials ?? "?"} ${record.trial_unit}`;
    const text = `${counts}; ${record.definition}; ${record.basis}, by ${record.claimed_by}`;
    lines.push(...labelled(record.id, text, 2, 34));
  }
  for (const trial of catalogue.threatTrials.values()) {
    if (trial.threat_id !== id) continue;
    const counts = `${trial.successes ?? "?"} of ${trial.trials ?? "?"} ${trial.trial_unit}`;
    lines.push(...labelled(trial.id, `${counts}; ${trial.definition}; ${trial.claimed_by}`, 2, 34));
  }
  if (lines.length > 0) lines.unshift("", "Records (pavise catalogue show <id>)");
  const readings = [...catalogue.priorReadings.values()].filter((one) => one.system_id === id);
  if (readings.length > 0) {
    lines.push("", "A second reading of the kill probability, shown beside the common prior");
    for (const { target_class: target, value, note } of readings) {
      lines.push(...labelled(target, `${shownQuantity(value, "")} · derived, low. ${note}`, 2, 34));
    }
  }
  const past = [...catalogue.engagements.values()].filter(({ threats, defence }) => {
    return (
      threats.some((one) => one.threat_id === id) || defence.some((one) => one.system_id === id)
    );
  });
  if (past.length > 0) lines.push("", "Past engagements");
  for (const { id: key, title } of past) lines.push(...labelled(key, title, 2, 34));
  return lines;
}

function remarkLines(heading: string, remarks: readonly Remark[], path: string): string[] {
  const about = remarks.filter((remark) => remark.about.includes(path));
  if (about.length === 0) return [];
  return ["", heading, ...about.flatMap((remark) => wrapped(remark.text, 2))];
}

function assumptionPage(catalogue: Catalogue, id: string, row: Datum): string {
  const name = id.replace(/^assumptions\./, "");
  const users = [...catalogue.parameters.values()]
    .filter(({ drawPath }) => drawPath === `assumptions.${name}`)
    .map(({ path }) => path);
  const used = users.length === 0 ? "the engagement itself" : users.join(", ");
  return [
    ...wrapped(`assumptions.${name} · the same for all that use it`, 0),
    ...anyLines(name, row, 2),
    ...wrapped(`used by: ${used}`, 2, 2),
  ].join("\n");
}
