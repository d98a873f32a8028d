import type { DocumentPath } from "./document.ts";
import type { CatalogueDocument, Shelves } from "./file-kind.ts";
import { shownValue } from "./input-error.ts";
import type { Interceptor, Remark } from "./schema.ts";

/**
 * Checks what points from one file into another: every source key, and the ids of systems, threats,
 * places and test records.
 *
 * @throws InputError at the first pointer that leads nowhere.
 */
export function checkReferences(
  documents: ReadonlyMap<string, CatalogueDocument>,
  shelves: Shelves,
): void {
  for (const document of documents.values()) {
    if (document.name.startsWith("sources/")) continue;
    checkPointers(document, document.value, [], shelves);
  }
  checkDefaults(documents, shelves);
  checkRemarks(documents, "conflicts.yaml", shelves.conflicts, shelves);
  checkRemarks(documents, "holes.yaml", shelves.holes, shelves);
}

type Known = (shelves: Shelves) => ReadonlySet<string> | ReadonlyMap<string, unknown>;

/** Counts over several systems at once are filed under this word. */
const mixedSystems = "mixed";

/** Fields that hold an id, or a list of them, and what the id must be one of. */
const pointers: Readonly<Record<string, { readonly noun: string; readonly known: Known }>> = {
  sources: { noun: "a key of a file in sources/", known: (shelves) => shelves.sources },
  system_id: {
    noun: "the id of a system",
    known: ({ systems }) => new Set([...systems.keys(), mixedSystems]),
  },
  threat_id: { noun: "the id of a threat", known: ({ threats }) => threats },
  place_ids: { noun: "the id of a place", known: ({ places }) => places },
  from_id: { noun: "the id of a place", known: ({ places }) => places },
  to_id: { noun: "the id of a place", known: ({ places }) => places },
};

function checkPointers(
  document: CatalogueDocument,
  value: unknown,
  path: DocumentPath,
  shelves: Shelves,
): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, field] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    const pointer =
      Array.isArray(value) || !Object.hasOwn(pointers, key) ? undefined : pointers[key];
    if (pointer === undefined) {
      checkPointers(document, field, [...path, step], shelves);
      continue;
    }
    const known = pointer.known(shelves);
    for (const [index, id] of (Array.isArray(field) ? field : [field]).entries()) {
      if (known.has(id)) continue;
      const at = Array.isArray(field) ? [...path, step, index] : [...path, step];
      throw document.fault(at, pointer.noun, shownValue(id));
    }
  }
  if (document.name === "prior-readings.yaml") checkRecords(document, value, path, shelves);
}

function checkRecords(
  document: CatalogueDocument,
  value: object,
  path: DocumentPath,
  { tests, threatTrials }: Shelves,
): void {
  if (!("records" in value) || !Array.isArray(value.records)) return;
  for (const [index, id] of value.records.entries()) {
    if (tests.has(id) || threatTrials.has(id)) continue;
    throw document.fault([...path, "records", index], "the id of a test record", shownValue(id));
  }
}

/** The interceptor of the default load must be one that can be fired: one with parameters. */
function checkDefaults(
  documents: ReadonlyMap<string, CatalogueDocument>,
  { systems }: Shelves,
): void {
  for (const system of systems.values()) {
    const id = system.default_interceptor;
    const usable = Object.entries(system.interceptors)
      .filter(([, interceptor]) => (interceptor as Interceptor).parameters !== undefined)
      .map(([key]) => key);
    if (usable.includes(id)) continue;
    const expected = `an interceptor with parameters: ${usable.join(", ")}`;
    const document = documents.get(`systems/${system.id}.yaml`)!;
    throw document.fault(["default_interceptor"], expected, shownValue(id));
  }
}

const aboutShelves = ["systems", "threats", "places", "engagements", "supply", "tests"] as const;

/** A remark is about an entry (`systems.s400`), or about a whole shelf (`systems`, `sources`). */
function checkRemarks(
  documents: ReadonlyMap<string, CatalogueDocument>,
  name: string,
  remarks: readonly Remark[],
  shelves: Shelves,
): void {
  for (const [index, remark] of remarks.entries()) {
    for (const [step, entry] of remark.about.entries()) {
      const [shelfName = "", id] = entry.split(".");
      const shelf = aboutShelves.find((known) => known === shelfName);
      const isShelf = shelf !== undefined || shelfName === "sources";
      if (isShelf && (id === undefined || (shelf !== undefined && shelves[shelf].has(id))))
        continue;
      const expected = "an entry of the catalogue, such as systems.s400";
      throw documents.get(name)!.fault(["remarks", index, "about", step], expected, entry);
    }
  }
}
