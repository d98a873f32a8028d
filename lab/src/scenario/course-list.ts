/** The courses of a setup, each once. */

import type { CourseSetup } from "./setup.ts";

/** Courses without repetition. */
export class CourseList {
  readonly list: CourseSetup[] = [];
  readonly #indexes = new Map<string, number>();

  indexOf(course: CourseSetup): number {
    const key = JSON.stringify(course);
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.list.length);
    this.list.push(course);
    return this.list.length - 1;
  }
}
