/** Fields of a case as an adapter reads them; a missing one is a fault of the adapter. */

export type Question = Record<string, unknown>;

export function numberOf(question: Question, field: string): number {
  const value = question[field];
  if (typeof value !== "number") throw new Error(`${field}: expected a number, got ${value}`);
  return value;
}

export function numbersOf(question: Question, field: string): number[] {
  const value = question[field];
  if (!Array.isArray(value)) throw new Error(`${field}: expected numbers, got ${value}`);
  return value.map(Number);
}
