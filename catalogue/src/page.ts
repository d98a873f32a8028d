import type { Catalogue } from "./catalogue.ts";
import { census, totalCount } from "./census.ts";
import { kinds } from "./datum.ts";
import { InputError, shownValue } from "./input-error.ts";
import type { Source } from "./schema.ts";
import { labelled, wrapped } from "./text-layout.ts";

/** Every entry with its id and name: `pavise catalogue list`. Lines of at most 100 characters. */
export function listPage(catalogue: Catalogue): string {
  const { systems, threats, places, engagements, supply, tests } = catalogue;
  const named = (entries: Iterable<{ id: string; name: string }>): string[] =>
    [...entries].flatMap(({ id, name }) => labelled(id, name, 2, 34));
  const titled = (entries: Iterable<{ id: string; title: string; date: string }>): string[] =>
    [...entries].flatMap(({ id, title, date }) => labelled(id, `${title} (${date})`, 2, 34));
  const counted = [...tests.values()].flatMap((record) => {
    const counts = `${record.successes ?? "?"} of ${record.trials ?? "?"} ${record.trial_unit}`;
    return labelled(record.id, `${counts} (${record.date})`, 2, 34);
  });
  return [
    ...headed("Systems", named(systems.values())),
    ...headed("Threats", named(threats.values())),
    ...headed("Places", named(places.values())),
    ...headed("Past engagements", titled(engagements.values())),
    ...headed("Supply cases", titled(supply.values())),
    ...headed("Test and combat records", counted),
    ...headed("Common assumptions", wrapped([...catalogue.assumptions.keys()].join(", "), 2)),
    ...headed("Lists", wrapped(lists.join(", "), 2)),
    "",
    "pavise catalogue show <id> tells everything about one of them.",
  ]
    .join("\n")
    .trimStart();
}

/** Files that `show` tells as a whole. */
const lists = ["rcs-classes", "distances", "seed-claims", "conflicts", "holes", "about"];

function headed(heading: string, lines: readonly string[]): string[] {
  return ["", heading, ...lines];
}

/**
 * All source keys with title and publisher, or one source in full with where it is used:
 * `pavise catalogue sources [key]`.
 *
 * @throws InputError for a key that is not there.
 */
export function sourcesPage(catalogue: Catalogue, key?: string): string {
  if (key === undefined) {
    const lines = [...catalogue.sources].flatMap(([name, source]) => {
      const told = `${source.title} · ${source.publisher}${source.opened ? "" : " · not opened"}`;
      return labelled(name, told, 0, 34);
    });
    return lines.join("\n");
  }
  const source = catalogue.sources.get(key);
  if (source === undefined) throw unknownSource(catalogue, key);
  return sourceLines(catalogue, key, source).join("\n");
}

function unknownSource(catalogue: Catalogue, key: string): InputError {
  const near = [...catalogue.sources.keys()].filter((known) => known.startsWith(key.slice(0, 4)));
  const hint = near.length === 0 ? "" : ` (near: ${near.slice(0, 5).join(", ")})`;
  const expected = `a key that \`pavise catalogue sources\` shows${hint}`;
  return new InputError({ place: "catalogue sources", path: "", expected, got: shownValue(key) });
}

function sourceLines(catalogue: Catalogue, key: string, source: Source): string[] {
  const uses: string[] = [];
  for (const document of catalogue.documents.values()) {
    if (!document.name.startsWith("sources/"))
      uses.push(...usesIn(document.value, key, document.name));
  }
  return [
    ...wrapped(`${key} · ${source.title}`, 0),
    ...labelled("publisher", source.publisher, 2, 12),
    ...labelled("address", source.url ?? "none", 2, 12),
    ...labelled("date", source.date ?? "not stated", 2, 12),
    ...labelled(
      "read",
      source.opened ? "yes, in an archived copy" : `no (${source.access})`,
      2,
      12,
    ),
    ...labelled("says", source.summary === "" ? "no summary" : source.summary, 2, 12),
    "",
    `Used ${uses.length} ${uses.length === 1 ? "time" : "times"}`,
    ...uses.flatMap((use) => wrapped(use, 2, 2)),
  ];
}

/** Fields whose sources name the key, as `systems/s400.yaml timings.reaction_time_s`. */
function usesIn(value: unknown, key: string, path: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([field, item]) => {
    if (field === "sources" && Array.isArray(item)) return item.includes(key) ? [path] : [];
    const joint = path.endsWith(".yaml") ? " " : ".";
    return usesIn(item, key, `${path}${joint}${field}`);
  });
}

/** What the catalogue holds, counted: `pavise catalogue check`. */
export function checkPage(catalogue: Catalogue): string {
  const counts = census(catalogue);
  const lines = [`catalogue ${catalogue.hash}: every file was read and checked`, ""];
  for (const [shelf, count] of counts.entries) lines.push(...labelled(shelf, `${count}`, 2, 24));
  lines.push(
    ...labelled("sources", `${counts.sources}, of which ${counts.opened} were read`, 2, 24),
  );
  lines.push("", `Facts: ${totalCount(counts.facts)} values`);
  for (const kind of kinds) {
    const meaning = catalogue.about.kinds[kind] ?? "";
    lines.push(...labelled(kind, `${String(counts.facts[kind]).padStart(4)}  ${meaning}`, 2, 12));
  }
  const nothing = `${counts.unpublished} of them say that nothing is published;`;
  lines.push(...wrapped(`${nothing} ${counts.alternatives} alternatives are kept beside them.`, 2));
  const shared = `${counts.commonParameters} stand on the ${counts.assumptions} common assumptions`;
  const own = `${totalCount(counts.ownValues)} have a value of their own`;
  lines.push("", ...wrapped(`Parameters: ${counts.parameters}; ${shared}, ${own}.`, 0));
  return lines.join("\n");
}
