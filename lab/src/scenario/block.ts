/** Mappings with known fields, and what to say about an unknown one. */

import { z } from "zod";
import { nearNames } from "./near-name.ts";

const unitEndings = /_(kg_m2|m_s|m2|km|deg|usd|eur|min|s|m|h|ft|nmi|kn|kmh|ms|rad)$/;

function stem(name: string): string {
  return name.replace(unitEndings, "");
}

/** What a wrong name may have meant: the same quantity in another unit, or a near spelling. */
function meantFields(wrong: string, known: readonly string[]): string[] {
  const otherUnit = known.filter((name) => stem(name) === stem(wrong) && name !== wrong);
  return otherUnit.length > 0 ? otherUnit : nearNames(wrong, known);
}

/** A mapping that holds these fields and no other. */
export function block<S extends z.core.$ZodLooseShape>(shape: S) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== "unrecognized_keys") return undefined;
      const meant = meantFields(String(issue.keys[0]), known);
      if (meant.length > 0) return `the field ${meant.join(" or ")}`;
      return `one of the fields ${known.join(", ")}`;
    },
  });
}
