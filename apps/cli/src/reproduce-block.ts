/** What a report carries so that its study can be run again. */
import { InputError, shownValue } from "@pavise/catalogue";
import { SAMPLING_KINDS, type StudySource, type WrittenGround } from "@pavise/lab";
import { type DesignBlock, REPRODUCE_ELEMENT, REPRODUCE_SCHEMA } from "@pavise/report";

/** As embedded in the page. */
export interface ReproduceBlock {
  /** Without its ground, which may be a file that the report does not carry. */
  readonly source: StudySource;
  readonly terrain?: WrittenGround;
  readonly catalogueHash: string;
  readonly size: { readonly draws: number; readonly replications: number };
  readonly summary: unknown;
  readonly studyHash: string;
  readonly design?: DesignBlock;
}

const OPENER = `<script type="application/json" id="${REPRODUCE_ELEMENT}">`;
const CLOSER = "</script>";

/** What stands in the block. A page without an end is read once, however often it begins. */
function blockText(html: string): string | undefined {
  const start = html.indexOf(OPENER);
  const end = start < 0 ? -1 : html.indexOf(CLOSER, start);
  return end < 0 ? undefined : html.slice(start + OPENER.length, end);
}

/**
 * The block of a page.
 *
 * @throws InputError for anything that is not a report of Pavise, or a broken one.
 */
export function reproduceBlockFrom(html: string, name: string): ReproduceBlock {
  const text = blockText(html);
  if (text === undefined) {
    throw fault(name, "", "a report of Pavise", "a page without what reproduces it");
  }
  let fields: unknown;
  try {
    fields = JSON.parse(text);
  } catch {
    throw fault(name, REPRODUCE_ELEMENT, "JSON", "something else");
  }
  const reader = new BlockReader(name, fields);
  if (reader.text("schema") !== REPRODUCE_SCHEMA) throw reader.fault("schema", REPRODUCE_SCHEMA);
  return {
    source: {
      scenarioText: reader.text("scenarioText"),
      scenarioName: reader.text("scenarioName"),
      seed: reader.count("seed", 0, Number.MAX_SAFE_INTEGER),
      sets: reader.texts("sets"),
      options: reader.isNull("options") ? null : reader.texts("options"),
      overlay: reader.overlay(),
      ...reader.sampling(),
    },
    ...reader.terrain(),
    catalogueHash: reader.text("catalogueHash"),
    size: {
      draws: reader.count("draws", 1, DRAWS_MAX),
      replications: reader.count("replications", 2, REPLICATIONS_MAX),
    },
    summary: reader.field("summary"),
    studyHash: reader.text("studyHash"),
    ...reader.design(),
  };
}

export const DRAWS_MAX = 100_000;
export const REPLICATIONS_MAX = 10_000_000;

function fault(place: string, path: string, expected: string, got: string): InputError {
  return new InputError({ place, path, expected, got });
}

/** Reads fields of a block that anybody may have written. */
class BlockReader {
  private readonly name: string;
  private readonly fields: Readonly<Record<string, unknown>>;

  constructor(name: string, fields: unknown) {
    if (typeof fields !== "object" || fields === null || Array.isArray(fields)) {
      throw fault(name, REPRODUCE_ELEMENT, "a mapping of fields", shownValue(fields));
    }
    this.name = name;
    this.fields = fields as Record<string, unknown>;
  }

  field(key: string): unknown {
    return Object.hasOwn(this.fields, key) ? this.fields[key] : undefined;
  }

  fault(key: string, expected: string): InputError {
    return fault(this.name, `${REPRODUCE_ELEMENT}.${key}`, expected, shownValue(this.field(key)));
  }

  isNull(key: string): boolean {
    return this.field(key) === null;
  }

  text(key: string): string {
    const value = this.field(key);
    if (typeof value !== "string") throw this.fault(key, "text");
    return value;
  }

  texts(key: string): string[] {
    const value = this.field(key);
    if (!Array.isArray(value) || !value.every((each) => typeof each === "string")) {
      throw this.fault(key, "a list of texts");
    }
    return value;
  }

  count(key: string, least: number, most: number): number {
    const value = this.field(key);
    if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most) {
      throw this.fault(key, `a whole number from ${least} to ${most}`);
    }
    return value as number;
  }

  /** Joint draws are those of the whole study, so their number goes with them. */
  sampling(): Pick<StudySource, "sampling"> {
    if (this.field("sampling") === undefined) return {};
    const kind = SAMPLING_KINDS.find((each) => each === this.field("sampling"));
    if (kind === undefined) throw this.fault("sampling", SAMPLING_KINDS.join(", "));
    return { sampling: { kind, draws: this.count("draws", 1, DRAWS_MAX) } };
  }

  terrain(): Pick<ReproduceBlock, "terrain"> {
    const value = this.field("terrain");
    if (value === undefined || value === "smooth" || value === "coarse") {
      return value === undefined ? {} : { terrain: value };
    }
    const inner = new BlockReader(this.name, value);
    return { terrain: { name: inner.text("name"), hash: inner.text("hash") } };
  }

  design(): Pick<ReproduceBlock, "design"> {
    const value = this.field("design");
    if (value === undefined) return {};
    const inner = new BlockReader(this.name, value);
    const { name, contents, hash } = {
      name: inner.text("name"),
      contents: inner.text("contents"),
      hash: inner.text("hash"),
    };
    return { design: { name, contents, hash, found: inner.field("found") } };
  }

  overlay(): { name: string; text: string }[] {
    const value = this.field("overlay");
    const isFile = (each: unknown): each is { name: string; text: string } =>
      typeof each === "object" &&
      each !== null &&
      "name" in each &&
      typeof each.name === "string" &&
      "text" in each &&
      typeof each.text === "string";
    if (!Array.isArray(value) || !value.every(isFile)) {
      throw this.fault("overlay", "a list of files of a catalogue");
    }
    return value.map(({ name, text }) => ({ name, text }));
  }
}
