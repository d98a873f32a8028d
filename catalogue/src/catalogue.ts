import { hashText } from "@pavise/kernel";
import type { Datum } from "./datum.ts";
import { readDocument } from "./document.ts";
import type { CatalogueDocument, Shelves } from "./file-kind.ts";
import { checkedEntry, fileKindOf, shelved } from "./file-kind.ts";
import { InputError } from "./input-error.ts";
import type { Parameter } from "./parameter.ts";
import { catalogueParameters } from "./parameter.ts";
import { checkReferences } from "./reference-check.ts";
import type { TerrainWindow } from "./terrain-window.ts";

/** One file of the catalogue; the name is its path below the data folder (`systems/s400.yaml`). */
export interface CatalogueFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Facts, every number with its source, and the parameters a simulation reads.
 *
 * Maps are in the order of their ids. Nothing in it changes: {@link overlay} and `overridden` make
 * new catalogues.
 */
export interface Catalogue extends Shelves {
  /** 16 hexadecimal digits over all files' contents; comments and layout do not count. */
  readonly hash: string;
  /** Every parameter by its path, `systems.s400.reaction_time_s`. */
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** The rows every system shares: what no one published. */
  readonly assumptions: ReadonlyMap<string, Datum>;
  /** What it was made from, by file name. */
  readonly documents: ReadonlyMap<string, CatalogueDocument>;
  /** Ground heights, made ready when first asked for; none beside files of facts alone. */
  readonly terrain?: () => TerrainWindow;
}

/**
 * Builds a catalogue from the texts of its files.
 *
 * @throws InputError with file, line and column of the first thing that is wrong.
 */
export function catalogueFromFiles(files: readonly CatalogueFile[]): Catalogue {
  return catalogueOf(readFiles(files, new Map()));
}

/**
 * Lays files over a catalogue: a file of the same name takes the place of the old one, others are
 * added; then everything is checked again as a whole.
 *
 * @throws InputError as {@link catalogueFromFiles} does.
 */
export function overlay(base: Catalogue, files: readonly CatalogueFile[]): Catalogue {
  const made = catalogueOf(readFiles(files, base.documents));
  return base.terrain === undefined ? made : { ...made, terrain: base.terrain };
}

/** A checked catalogue as plain data, for one JSON module. */
export interface PackedCatalogue {
  readonly form: "pavise-packed-catalogue/1";
  readonly hash: string;
  readonly documents: readonly { readonly name: string; readonly value: unknown }[];
}

/** The catalogue as plain data; {@link catalogueFromPacked} is the way back. */
export function packedFromCatalogue(catalogue: Catalogue): PackedCatalogue {
  const documents = [...catalogue.documents.values()].map(({ name, value }) => ({ name, value }));
  return { form: "pavise-packed-catalogue/1", hash: catalogue.hash, documents };
}

/** A catalogue from packed data, whose files were checked when it was packed. */
export function catalogueFromPacked(packed: PackedCatalogue): Catalogue {
  const documents = new Map<string, CatalogueDocument>();
  for (const { name, value } of packed.documents) documents.set(name, packedDocument(name, value));
  return catalogueOf(documents);
}

function packedDocument(name: string, value: unknown): CatalogueDocument {
  return {
    name,
    value,
    fault: (path, expected, got = "something else") =>
      new InputError({ place: name, path: path.map(String).join("."), expected, got }),
  };
}

function readFiles(
  files: readonly CatalogueFile[],
  below: ReadonlyMap<string, CatalogueDocument>,
): ReadonlyMap<string, CatalogueDocument> {
  const documents = new Map(below);
  const seen = new Set<string>();
  for (const { name, text } of files) {
    if (seen.has(name)) {
      throw new InputError({ place: name, path: "", expected: "each file once", got: "it twice" });
    }
    seen.add(name);
    const kind = fileKindOf(name);
    const document = readDocument(text, name);
    documents.set(name, { ...document, value: checkedEntry(kind, document) });
  }
  return documents;
}

function catalogueOf(unordered: ReadonlyMap<string, CatalogueDocument>): Catalogue {
  const documents = new Map([...unordered].sort(([a], [b]) => (a < b ? -1 : 1)));
  const shelves = shelved(documents);
  checkReferences(documents, shelves);
  const contents = [...documents.values()].map(({ name, value }) => [name, value]);
  return {
    ...shelves,
    hash: hashText(JSON.stringify(contents)),
    parameters: catalogueParameters(documents, shelves),
    documents,
  };
}
