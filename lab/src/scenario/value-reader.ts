/**
 * Reads every number of a setup, once for one draw: from a wish of the user, else as written, and
 * keeps a list of what was read. That list is where unknowns, provenance and the paths of `--set`
 * come from, so none of them can name a value that nothing reads.
 */

import {
  type Alternative,
  type Confidence,
  choices,
  type Datum,
  type Kind,
  type Origin,
  unitFitsName,
  type Value,
} from "@pavise/catalogue";
import {
  countLikely,
  countQuantile,
  drawUniform,
  invariant,
  logTriangularQuantile,
  type PublishedRange,
  rangeLikely,
  rangeQuantile,
} from "@pavise/kernel";
import { isMeant, type Override, refuseUnfitting } from "./override.ts";
import type { QuantityRule, WrittenQuantity } from "./quantity.ts";

/** Where a value that was read comes from. */
export type ValueOrigin = Origin | "scenario" | "neutral";

/** A value that may be read, with all names it goes by. */
export interface ValueRequest {
  /** From the most general name to the most special one. */
  readonly names: readonly string[];
  /** The path whose one draw it takes; the first name where nothing is said. */
  readonly drawPath?: string;
  readonly datum: Datum;
  readonly origin: ValueOrigin;
  readonly rule: QuantityRule;
  /** The word that may stand in place of a number. */
  readonly word?: string;
}

/** A value that was read, with its range, source and grade. */
export interface ReadValue {
  /** The path whose draw it takes, and under which it is pinned. */
  readonly path: string;
  /** Every name under which it was read. */
  readonly names: readonly string[];
  /** As published or written: a figure, a range, or a word. */
  readonly written: Value;
  readonly unit: string;
  readonly isCount: boolean;
  readonly lower: number;
  readonly likely: number;
  readonly upper: number;
  /** In this draw. */
  readonly value: number;
  readonly sources: readonly string[];
  readonly confidence: Confidence;
  readonly kind: Kind;
  readonly note: string;
  readonly origin: ValueOrigin;
  readonly alternatives: readonly Alternative[];
}

export interface ReaderSettings {
  readonly seed: number;
  /** 0 reads the likely values. */
  readonly draw: number;
  readonly overrides: readonly Override[];
  /** Values held fixed, by draw path. */
  readonly pins: ReadonlyMap<string, number>;
  /** The uniform behind a path in a draw, where unknowns are drawn together. */
  readonly uniform?: (path: string, draw: number) => number | undefined;
}

/** A value that a scenario writes, as a datum. */
export function datumFromWritten(written: WrittenQuantity | string, unit: string): Datum {
  if (typeof written === "object" && !Array.isArray(written)) return { ...written, unit };
  return {
    value: written,
    unit,
    sources: [],
    confidence: "low",
    kind: "assumption",
    note: "Written in the scenario.",
  };
}

/** A value that changes nothing, where a scenario leaves out what it may leave out. */
export function neutralDatum(value: number | string, unit: string): Datum {
  const note = "Not written in the scenario: nothing assumed.";
  return { value, unit, sources: [], confidence: "low", kind: "assumption", note };
}

export class ValueReader {
  readonly settings: ReaderSettings;
  readonly #values = new Map<string, ReadValue>();
  readonly #used = new Set<Override>();
  readonly #names = new Set<string>();

  constructor(settings: ReaderSettings) {
    this.settings = settings;
  }

  /** What was read, in the order of first reading. */
  get values(): readonly ReadValue[] {
    return [...this.#values.values()];
  }

  /** Every name that a wish could have used. */
  get names(): ReadonlySet<string> {
    return this.#names;
  }

  /** The wishes that met something. */
  get used(): ReadonlySet<Override> {
    return this.#used;
  }

  /** The number, or null where the word stands. */
  numberOrWord(request: ValueRequest): number | null {
    const wish = this.#wishFor(request);
    const drawPath = request.drawPath ?? request.names[0]!;
    if (wish === null) return this.#drawn(request, drawPath, request.datum, request.origin);
    const { override, name } = wish;
    refuseUnfitting(override, name, request.rule, request.word);
    this.#used.add(override);
    // One wish is one draw: all that its pattern means share it.
    const path = override.drawPath ?? override.pattern;
    return this.#drawn(request, path, wishedDatum(override, request), "override");
  }

  number(request: ValueRequest): number {
    const value = this.numberOrWord(request);
    invariant(value !== null, "a word was read where only a number may stand");
    return value;
  }

  /** The likely value, whatever wishes, pins and draws say: for what is written down for good. */
  fixed(request: ValueRequest): number {
    const range = request.datum.value as PublishedRange;
    const value = rangeLikely(range);
    const datum = { ...request.datum, value };
    const path = request.drawPath ?? request.names[0]!;
    this.#note(request, path, datum, request.origin, value, request.datum.value);
    return value;
  }

  /** Whether a wish of the user means one of these names. */
  isWished(names: readonly string[]): boolean {
    const { overrides } = this.settings;
    return overrides.some(({ pattern }) => names.some((name) => isMeant(pattern, name)));
  }

  /** The number a wish sets under a name that is otherwise not read, or null. */
  wished(name: string, rule: QuantityRule): number | null {
    const request: ValueRequest = {
      names: [name],
      datum: neutralDatum("as written", rule.unit),
      origin: "neutral",
      rule,
    };
    if (this.#wishFor(request) === null) return null;
    return this.number(request);
  }

  /** Lists a choice among several values, each as likely as the other: luck, not drawn here. */
  noteChoices(path: string, datum: Datum): void {
    const each = choices(datum.value);
    const lower = Math.min(...each);
    this.#values.set(path, {
      ...datum,
      path,
      names: [path],
      written: datum.value,
      isCount: false,
      lower,
      likely: lower,
      upper: lower,
      value: lower,
      origin: "common assumption",
      alternatives: datum.alternatives ?? [],
    });
  }

  #wishFor(request: ValueRequest): { override: Override; name: string } | null {
    const names = wishNames(request);
    for (const name of names) this.#names.add(name);
    for (const override of this.settings.overrides.toReversed()) {
      const name = names.find((candidate) => isMeant(override.pattern, candidate));
      if (name !== undefined) return { override, name };
    }
    return null;
  }

  #drawn(request: ValueRequest, path: string, datum: Datum, origin: ValueOrigin): number | null {
    const { value: written } = datum;
    const word = typeof written === "string" ? written : null;
    const range = word === null ? (written as PublishedRange) : 0;
    const value = this.#valueOf(path, range, request.rule.isCount, datum.scale === "log");
    this.#note(request, path, datum, origin, value, written);
    return word === null ? value : null;
  }

  #note(
    request: ValueRequest,
    path: string,
    datum: Datum,
    origin: ValueOrigin,
    value: number,
    written: Value,
  ): void {
    const range = typeof datum.value === "string" ? 0 : (datum.value as PublishedRange);
    const before = this.#values.get(path);
    const [lower, upper] = typeof range === "number" ? [range, range] : [range[0], range.at(-1)!];
    this.#values.set(path, {
      path,
      names: [...new Set([...(before?.names ?? []), ...request.names])],
      written,
      unit: request.rule.unit,
      isCount: request.rule.isCount,
      lower,
      likely: request.rule.isCount ? countLikely(range) : rangeLikely(range),
      upper,
      value,
      sources: datum.sources,
      confidence: datum.confidence,
      kind: datum.kind,
      note: datum.note,
      origin,
      alternatives: datum.alternatives ?? [],
    });
  }

  #valueOf(path: string, range: PublishedRange, isCount: boolean, onLogarithm: boolean): number {
    const pinned = this.settings.pins.get(path);
    if (pinned !== undefined) return pinned;
    const { seed, draw } = this.settings;
    if (typeof range === "number") return range;
    if (draw === 0) return isCount ? countLikely(range) : rangeLikely(range);
    const uniform = this.settings.uniform?.(path, draw) ?? drawUniform(seed, draw, path);
    if (isCount) return countQuantile(range, uniform);
    if (onLogarithm && range.length === 3 && range[0] > 0) {
      return logTriangularQuantile(...range, uniform);
    }
    return rangeQuantile(range, uniform);
  }
}

/**
 * Names under which a wish may mean a value: its own, and that of the fact or the row behind it,
 * unless that one's name promises another unit than the value is read in.
 */
function wishNames({ drawPath, names, rule }: ValueRequest): readonly string[] {
  if (drawPath === undefined || names.includes(drawPath)) return names;
  return unitFitsName(drawPath.split(".").at(-1)!, rule.unit) ? [drawPath, ...names] : names;
}

function wishedDatum(override: Override, { datum, origin, rule }: ValueRequest): Datum {
  const who = `instead of (${origin}, ${datum.kind}, ${datum.confidence})`;
  const replaced = { value: datum.value, who, sources: datum.sources, note: datum.note };
  return {
    value: override.value,
    unit: rule.unit,
    sources: [],
    confidence: "low",
    kind: "assumption",
    note: "Set for this run by its user.",
    alternatives: [replaced, ...(datum.alternatives ?? [])],
  };
}
