/** Numbers on the command line. */
import { InputError, shownValue } from "@pavise/catalogue";

/** A parser for a flag that takes a whole number within bounds. */
export function wholeNumber(flag: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    const expected = `a whole number from ${least} to ${most}`;
    throw new InputError({ place: flag, path: "", expected, got: shownValue(text) });
  };
}
