/** `--precision FIGURE=HALF`: what a study is to pin down, and how narrowly. */
import { InputError, shownValue } from "@pavise/catalogue";
import { PRECISION_FIGURES, type PrecisionGoal, type SamplingKind } from "@pavise/lab";

/** @throws InputError for a figure that is none, or a half-width that is not above 0. */
export function precisionFromText(text: string): PrecisionGoal {
  const [name = "", value = ""] = text.split("=").map((part) => part.trim());
  const figure = PRECISION_FIGURES.find((each) => each === name);
  const half = /^[\d.]+(e-?\d+)?$/i.test(value) ? Number(value) : Number.NaN;
  if (figure !== undefined && half > 0) return { figure, half };
  const expected = `${PRECISION_FIGURES.join(", ")}, = and half a width, such as arrivals=0.2`;
  throw new InputError({ place: "--precision", path: "", expected, got: shownValue(text) });
}

/** Draws that are made together are not independent, and the interval is for those that are. */
export function jointPrecision(kind: SamplingKind): InputError {
  const expected = "independent beside --precision, whose interval is for independent draws";
  return new InputError({ place: "--sampling", path: "", expected, got: kind });
}
