import type { z } from "zod";
import type { Datum } from "./datum.ts";
import type { DocumentPath, SourceDocument } from "./document.ts";
import { checkedDocument } from "./document-check.ts";
import { InputError, shownValue } from "./input-error.ts";
import type {
  About,
  Distance,
  Engagement,
  Place,
  PriorReading,
  Remark,
  SeedClaim,
  Source,
  SupplyCase,
  System,
  TestRecord,
  Threat,
  ThreatTrial,
} from "./schema.ts";
import {
  aboutSchema,
  assumptionsSchema,
  distancesSchema,
  engagementSchema,
  placeSchema,
  priorReadingsSchema,
  rcsClassesSchema,
  remarksSchema,
  seedClaimsSchema,
  sourcesFileSchema,
  supplySchema,
  systemSchema,
  testsSchema,
  threatSchema,
  threatTrialsSchema,
} from "./schema.ts";

/** A file of the catalogue after reading and checking, with a way to complain about a field of it. */
export interface CatalogueDocument {
  readonly name: string;
  readonly value: unknown;
  fault(path: DocumentPath, expected: string, got?: string): InputError;
}

/** Everything the files hold, sorted by what it is about. */
export interface Shelves {
  readonly about: About;
  readonly systems: ReadonlyMap<string, System>;
  readonly threats: ReadonlyMap<string, Threat>;
  readonly places: ReadonlyMap<string, Place>;
  readonly engagements: ReadonlyMap<string, Engagement>;
  readonly supply: ReadonlyMap<string, SupplyCase>;
  readonly tests: ReadonlyMap<string, TestRecord>;
  readonly threatTrials: ReadonlyMap<string, ThreatTrial>;
  readonly priorReadings: ReadonlyMap<string, PriorReading>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly assumptions: ReadonlyMap<string, Datum>;
  readonly rcsClasses: ReadonlyMap<string, Datum>;
  readonly distances: readonly Distance[];
  readonly seedClaims: readonly SeedClaim[];
  /** Where sources disagree. */
  readonly conflicts: readonly Remark[];
  /** What was looked for and not found. */
  readonly holes: readonly Remark[];
}

/** Folders with one entry a file, named by its id, and folders with many entries a file. */
const folders = {
  systems: systemSchema,
  threats: threatSchema,
  places: placeSchema,
  engagements: engagementSchema,
  supply: supplySchema,
  tests: testsSchema,
  sources: sourcesFileSchema,
} as const;

const singles = {
  "about.yaml": aboutSchema,
  "assumptions.yaml": assumptionsSchema,
  "rcs-classes.yaml": rcsClassesSchema,
  "distances.yaml": distancesSchema,
  "threat-trials.yaml": threatTrialsSchema,
  "prior-readings.yaml": priorReadingsSchema,
  "seed-claims.yaml": seedClaimsSchema,
  "conflicts.yaml": remarksSchema,
  "holes.yaml": remarksSchema,
} as const;

const entryFolders = new Set(["systems", "threats", "places", "engagements", "supply"]);

/** What a file of the catalogue is, by its name. */
export interface FileKind {
  readonly schema: z.ZodType;
  /** The id the file must hold, where a file is one entry. */
  readonly id: string | null;
}

/** @throws InputError for a name that is no file of a catalogue. */
export function fileKindOf(name: string): FileKind {
  if (Object.hasOwn(singles, name)) {
    return { schema: singles[name as keyof typeof singles], id: null };
  }
  const [, folder = "", base = ""] = /^([a-z]+)\/([a-z0-9_]+)\.yaml$/.exec(name) ?? [];
  if (!Object.hasOwn(folders, folder)) {
    const known = `${Object.keys(folders).join("/, ")}/ or ${Object.keys(singles).join(", ")}`;
    const expected = `a .yaml file of ${known}`;
    throw new InputError({ place: name, path: "", expected, got: "another name" });
  }
  const schema = folders[folder as keyof typeof folders];
  return { schema, id: entryFolders.has(folder) ? base : null };
}

/** The checked contents of one file. */
export function checkedEntry(kind: FileKind, document: SourceDocument): unknown {
  const value = checkedDocument(document, kind.schema);
  if (kind.id !== null) {
    const { id } = value as { id: string };
    if (id !== kind.id)
      throw document.fault(["id"], `${shownValue(kind.id)}, the name of the file`);
  }
  return value;
}

type Documents = ReadonlyMap<string, CatalogueDocument>;

function single<T>(documents: Documents, name: keyof typeof singles): T {
  const found = documents.get(name);
  if (found !== undefined) return found.value as T;
  throw new InputError({
    place: name,
    path: "",
    expected: "this file in the catalogue",
    got: "nothing",
  });
}

function entries<T>(documents: Documents, folder: keyof typeof folders): ReadonlyMap<string, T> {
  const shelf = new Map<string, T>();
  for (const [name, { value }] of documents) {
    if (name.startsWith(`${folder}/`)) shelf.set((value as { id: string }).id, value as T);
  }
  return shelf;
}

interface Identified {
  readonly id: string;
}

/** Entries of lists by id; an id that stands twice is refused. */
function identified<T extends Identified>(
  lists: readonly (readonly [document: CatalogueDocument, field: string, items: readonly T[]])[],
): ReadonlyMap<string, T> {
  const shelf = new Map<string, T>();
  for (const [document, field, items] of lists) {
    for (const [index, item] of items.entries()) {
      if (shelf.has(item.id)) {
        const got = `${shownValue(item.id)} a second time`;
        throw document.fault([field, index, "id"], "an id of its own", got);
      }
      shelf.set(item.id, item);
    }
  }
  return shelf;
}

function sourceShelf(documents: Documents): ReadonlyMap<string, Source> {
  const shelf = new Map<string, Source>();
  for (const [name, document] of documents) {
    if (!name.startsWith("sources/")) continue;
    for (const [key, source] of Object.entries(document.value as Record<string, Source>)) {
      if (shelf.has(key))
        throw document.fault([key], "a source key of its own", `${key} a second time`);
      shelf.set(key, source);
    }
  }
  return shelf;
}

/** Sorts checked files onto their shelves. */
export function shelved(documents: Documents): Shelves {
  const listed = <T extends Identified>(name: keyof typeof singles, field: string) => {
    const value = single<Record<string, readonly T[]>>(documents, name);
    return identified<T>([[documents.get(name)!, field, value[field]!]]);
  };
  const tests = [...documents].filter(([name]) => name.startsWith("tests/"));
  const rows = single<{ rows: Record<string, Datum> }>(documents, "assumptions.yaml").rows;
  const classes = single<{ classes: Record<string, Datum> }>(documents, "rcs-classes.yaml").classes;
  return {
    about: single<About>(documents, "about.yaml"),
    systems: entries(documents, "systems"),
    threats: entries(documents, "threats"),
    places: entries(documents, "places"),
    engagements: entries(documents, "engagements"),
    supply: entries(documents, "supply"),
    tests: identified<TestRecord>(
      tests.map(([, document]) => {
        return [document, "records", (document.value as { records: TestRecord[] }).records];
      }),
    ),
    threatTrials: listed<ThreatTrial>("threat-trials.yaml", "trials"),
    priorReadings: listed<PriorReading>("prior-readings.yaml", "readings"),
    sources: sourceShelf(documents),
    assumptions: new Map(Object.entries(rows)),
    rcsClasses: new Map(Object.entries(classes)),
    distances: single<{ distances: Distance[] }>(documents, "distances.yaml").distances,
    seedClaims: single<{ checks: SeedClaim[] }>(documents, "seed-claims.yaml").checks,
    conflicts: single<{ remarks: Remark[] }>(documents, "conflicts.yaml").remarks,
    holes: single<{ remarks: Remark[] }>(documents, "holes.yaml").remarks,
  };
}
