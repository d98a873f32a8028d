import type { z } from "zod";
import type { DocumentPath, SourceDocument } from "./document.ts";
import { valueAt } from "./document.ts";
import { expectation } from "./expectation.ts";
import { InputError, shownPath, shownValue } from "./input-error.ts";

/**
 * The value of a document as its schema reads it.
 *
 * A message set on a schema is the phrase after "expected": `z.number({ error: "a price in USD" })`.
 *
 * @throws InputError at the first place in the file that does not fit.
 */
export function checkedDocument<S extends z.ZodType>(
  document: SourceDocument,
  schema: S,
): z.output<S> {
  const result = schema.safeParse(document.value, { error: expectation });
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => faultOf(document, issue));
  // The reader works from the top: the first fault in the file, not the first the schema met.
  faults.sort((a, b) => a.line - b.line || a.column - b.column);
  // A misspelt field is missing, too: said by its own place, not by that of the mapping it stands in.
  const first = faults[0]!;
  const misspelt = faults.find(({ unknownIn }) => unknownIn && unknownIn === first.missingIn);
  throw (misspelt ?? first).error;
}

type Issue = z.core.$ZodIssue;

interface PlacedFault {
  readonly line: number;
  readonly column: number;
  readonly error: InputError;
  /** The mapping that lacks a field, for a fault of that kind. */
  readonly missingIn?: string;
  /** The mapping that has a field nobody knows, for a fault of that kind. */
  readonly unknownIn?: string;
}

function faultOf(document: SourceDocument, found: Issue): PlacedFault {
  const { issue, path } = deepest(found, []);
  if (issue.code === "unrecognized_keys") {
    const key = issue.keys[0] ?? "";
    const full = [...path, key];
    const got = `the field ${shownValue(key)}`;
    const fault = placed(document, full, document.locateKey(full), issue.message, got);
    return { ...fault, unknownIn: `/${shownPath(path)}` };
  }
  const value = valueAt(document.value, path);
  const fault = placed(document, path, document.locate(path), issue.message, shownValue(value));
  return value === undefined ? { ...fault, missingIn: `/${shownPath(path.slice(0, -1))}` } : fault;
}

function placed(
  document: SourceDocument,
  path: DocumentPath,
  position: { line: number; column: number },
  expected: string,
  got: string,
): PlacedFault {
  const { line, column } = position;
  const place = `${document.name}:${line}:${column}`;
  return { line, column, error: new InputError({ place, path: shownPath(path), expected, got }) };
}

/** Of a choice between forms, the form that came closest: the one whose fault lies deepest. */
function deepest(issue: Issue, above: DocumentPath): { issue: Issue; path: DocumentPath } {
  const path = [...above, ...issue.path];
  if (issue.code !== "invalid_union") return { issue, path };
  let best: { issue: Issue; path: DocumentPath } = { issue, path };
  for (const branch of issue.errors) {
    const first = branch[0];
    if (first === undefined) continue;
    const candidate = deepest(first, path);
    const isDeeper = candidate.path.length > best.path.length;
    const isFieldName = candidate.issue.code === "unrecognized_keys" && best.issue === issue;
    if (isDeeper || isFieldName) best = candidate;
  }
  return best;
}
