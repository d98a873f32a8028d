import type { Repository } from "./repository.ts";

/** One breach of a rule. */
export interface Sin {
  path: string;
  line: number;
  what: string;
}

/** What a guard saw. A guard that looked at nothing has shown nothing. */
export interface Inspection {
  looked: number;
  sins: Sin[];
}

/** A small sinful repository, and the words the guard must find for it. */
export interface Plant {
  files: Record<string, string>;
  says: RegExp;
}

/** A rule about the project that a machine keeps. */
export interface Guard {
  name: string;
  /** What `looked` counts. */
  counts: string;
  inspect(repository: Repository): Inspection;
  /** Sins the guard must catch, tried before every run: a guard that is blind must not pass. */
  plants: Plant[];
}

/** How a sin is printed: where, and what. */
export function sinText(sin: Sin): string {
  return `${sin.path}:${sin.line} ${sin.what}`;
}
