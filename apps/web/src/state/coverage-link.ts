/** What the view of coverage is set to, as a link carries it. */

import {
  COVERAGE_GROUNDS,
  COVERAGE_HEIGHTS,
  COVERAGE_LAYERS,
  COVERAGE_RCS,
  type CoverageChoice,
  emptyCoverage,
  type LabState,
} from "./lab-state.ts";
import { LinkError, NAME_MAX, text } from "./link-field.ts";

/** Only what was chosen. */
export type PackedCoverage = Partial<{ [K in keyof CoverageChoice]: CoverageChoice[K] & {} }>;

/** A field for what was chosen; none where nothing was. */
export function packedCoverage(coverage: LabState["coverage"]): { coverage?: PackedCoverage } {
  const chosen = Object.entries(coverage).filter(([, value]) => value !== null);
  return chosen.length === 0 ? {} : { coverage: Object.fromEntries(chosen) as PackedCoverage };
}

/** @throws LinkError for anything that no page of Pavise writes. */
export function coverageFromPacked(value: unknown): CoverageChoice {
  if (value === undefined) return emptyCoverage;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new LinkError("its coverage is not a choice");
  }
  const fields = new Map(Object.entries(value));
  const read = <T>(key: keyof CoverageChoice, of: (field: unknown) => T): T | null =>
    fields.has(key) ? of(fields.get(key)) : null;
  const name = (key: "option" | "unit" | "asset") =>
    read(key, (field) => text(field, key, NAME_MAX));
  return {
    option: name("option"),
    layer: read("layer", (field) => oneOf(COVERAGE_LAYERS, field, "layer")),
    height: read("height", (field) => oneOf(COVERAGE_HEIGHTS, field, "height")),
    ground: read("ground", (field) => oneOf(COVERAGE_GROUNDS, field, "ground")),
    rcs: read("rcs", (field) => oneOf(COVERAGE_RCS, field, "rcs")),
    unit: name("unit"),
    asset: name("asset"),
  };
}

function oneOf<T>(known: readonly T[], value: unknown, name: string): T {
  const found = known.find((each) => each === value);
  if (found !== undefined) return found;
  throw new LinkError(`its ${name} is none that there is`);
}
