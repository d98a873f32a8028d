/** What a calculator asks for: a quantity with unit, range and meaning, read from text. */
import { InputError, shownValue } from "@pavise/catalogue";
import { fixedText } from "../report/number.ts";

/** One input of a calculator. `V` is what its text becomes, in the unit stated. */
export interface CalculatorInput<V> {
  readonly meaning: string;
  /** As printed after a number; empty for a pure number. */
  readonly unit: string;
  /** What is accepted, in words: `a number from 0 to 50,000 m`. */
  readonly expected: string;
  /** Used, and shown, where nothing is given. */
  readonly standard?: string;
  readonly isOptional: boolean;
  /** Reads a text; `place` names the option in the error. */
  read(text: string, place: string): V;
}

/** Ends of what is accepted; `above` and `below` leave the end itself out. */
export interface NumberRange {
  readonly from?: number;
  readonly above?: number;
  readonly to?: number;
  readonly below?: number;
}

/** Probabilities, ends included. */
export const PROBABILITY: NumberRange = { from: 0, to: 1 };
/** Chances that are neither impossible nor certain. */
export const OPEN_PROBABILITY: NumberRange = { above: 0, below: 1 };

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function endText(value: number): string {
  const size = Math.abs(value);
  return size !== 0 && size < 0.001 ? String(value) : fixedText(value, size < 1 ? 3 : 0);
}

function trimmed(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

function rangeWords(range: NumberRange): string {
  const { from, above, to, below } = range;
  const least = above === undefined ? `from ${endOf(from)}` : `above ${endOf(above)}`;
  const greatest = below === undefined ? `to ${endOf(to)}` : `below ${endOf(below)}`;
  return above === undefined && below === undefined
    ? `${least} ${greatest}`
    : `${least} and ${below === undefined ? `up ${greatest}` : greatest}`;
}

function endOf(value: number | undefined): string {
  return trimmed(endText(value ?? 0));
}

function isWithin(value: number, { from, above, to, below }: NumberRange): boolean {
  return (
    (from === undefined || value >= from) &&
    (above === undefined || value > above) &&
    (to === undefined || value <= to) &&
    (below === undefined || value < below)
  );
}

function numberFromText(text: string): number {
  const bare = text.trim();
  return NUMBER.test(bare) ? Number(bare) : Number.NaN;
}

function refused(place: string, expected: string, text: string): InputError {
  return new InputError({ place, path: "", expected, got: shownValue(text) });
}

interface One {
  readonly unit: string;
  readonly meaning: string;
  readonly range: NumberRange;
  readonly standard?: string;
  readonly isWhole?: boolean;
}

/** A single number. */
export function quantity(one: One): CalculatorInput<number> {
  const { unit, meaning, range, standard, isWhole = false } = one;
  const kind = isWhole ? "a whole number" : "a number";
  const expected = `${kind} ${rangeWords(range)}${unit === "" ? "" : ` ${unit}`}`;
  return {
    meaning,
    unit,
    expected,
    ...(standard === undefined ? {} : { standard }),
    isOptional: false,
    read: (text, place) => {
      const value = numberFromText(text);
      if (isWithin(value, range) && (!isWhole || Number.isInteger(value))) return value;
      throw refused(place, expected, text);
    },
  };
}

/** A whole number. */
export function count(meaning: string, least: number, most: number, standard?: string) {
  const given = standard === undefined ? {} : { standard };
  return quantity({ unit: "", meaning, range: { from: least, to: most }, isWhole: true, ...given });
}

/** A probability, 0 and 1 included. */
export function probability(meaning: string, standard?: string): CalculatorInput<number> {
  return quantity({
    unit: "",
    meaning,
    range: PROBABILITY,
    ...(standard === undefined ? {} : { standard }),
  });
}

/** Numbers separated by commas, so many of them. */
export function quantities(
  one: One,
  countMin: number,
  countMax: number,
): CalculatorInput<readonly number[]> {
  const each = quantity(one);
  const size = countMin === countMax ? `${countMin}` : `${countMin} to ${countMax}`;
  const kind = one.isWhole === true ? "whole numbers" : "numbers";
  const unit = one.unit === "" ? "" : ` ${one.unit}`;
  const expected = `${size} ${kind} separated by commas, each ${rangeWords(one.range)}${unit}`;
  return {
    ...each,
    expected,
    read: (text, place) => {
      const parts = text.split(",");
      const values = parts.map(numberFromText);
      const good = values.every(
        (value) => isWithin(value, one.range) && (one.isWhole !== true || Number.isInteger(value)),
      );
      if (good && values.length >= countMin && values.length <= countMax) return values;
      throw refused(place, expected, text);
    },
  };
}

/** Rows separated by semicolons, each of numbers separated by commas. */
export function quantityTable(
  one: One,
  rowsMax: number,
  columnsMax: number,
): CalculatorInput<readonly (readonly number[])[]> {
  const row = quantities(one, 1, columnsMax);
  const expected = `rows separated by semicolons, each of numbers ${rangeWords(one.range)} separated by commas, at most ${rowsMax} rows`;
  return {
    meaning: one.meaning,
    unit: one.unit,
    expected,
    isOptional: false,
    read: (text, place) => {
      const rows = text.split(";");
      if (rows.length > rowsMax) throw refused(place, expected, text);
      return rows.map((each, index) => row.read(each, `${place} row ${index + 1}`));
    },
  };
}

/** A place on the Earth: latitude and longitude in degrees. */
export function surfacePoint(meaning: string): CalculatorInput<readonly [number, number]> {
  const expected = "latitude from -90 to 90 and longitude from -180 to 180, as 33.8,42.4";
  return {
    meaning,
    unit: "°",
    expected,
    isOptional: false,
    read: (text, place) => {
      const [latitude, longitude, ...more] = text.split(",").map(numberFromText);
      const good =
        more.length === 0 && Math.abs(latitude!) <= 90 && Math.abs(longitude ?? Number.NaN) <= 180;
      if (good) return [latitude!, longitude!];
      throw refused(place, expected, text);
    },
  };
}

/** The same input, but it may be left out. */
export function optional<V>(input: CalculatorInput<V>): CalculatorInput<V | undefined> {
  return { ...input, isOptional: true };
}
