/** Fields of a link: anybody may have written them. */

/** A link that cannot be read, with what is wrong. */
export class LinkError extends Error {}

/** Longer names are refused. */
export const NAME_MAX = 200;

/** @throws LinkError for anything but a text of at most so many characters. */
export function text(value: unknown, name: string, most: number): string {
  if (typeof value === "string" && value.length <= most) return value;
  throw new LinkError(`its ${name} is not a text of at most ${most} characters`);
}

/** @throws LinkError for anything but a whole number between these. */
export function count(value: unknown, name: string, least: number, most: number): number {
  if (Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most) {
    return value as number;
  }
  throw new LinkError(`its ${name} is not a whole number from ${least} to ${most}`);
}
