/** Numbers as a reader should see them: no digit that the doubt makes idle. */
import type { Interval } from "../study/summary.ts";

/** Decimals of a value whose half-width shows two significant digits; negative: tens, hundreds. */
export function decimalsFromHalfWidth(halfWidth: number): number {
  if (!(halfWidth > 0) || !Number.isFinite(halfWidth)) return 0;
  // Rounded to two digits first: 0.0996 is 0.10, whose second digit is the hundredth.
  const exponent = Number(halfWidth.toExponential(1).split("e")[1]);
  return 1 - exponent;
}

/** A value with so many decimals, thousands grouped by commas; negative decimals round to tens. */
export function fixedText(value: number, decimals: number): string {
  const step = decimals < 0 ? Number(`1e${-decimals}`) : 1;
  const rounded = Math.round(Math.abs(value) / step) * step;
  const text = decimals < 0 ? String(rounded) : Math.abs(value).toFixed(Math.min(decimals, 20));
  const [whole, fraction] = text.split(".") as [string, string | undefined];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const unsigned = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(unsigned) ? `−${unsigned}` : unsigned;
}

/** Half of the distance between the ends of a width. */
export function halfWidth([lower, upper]: Interval): number {
  return (upper - lower) / 2;
}

/**
 * A value rounded by two significant digits of its half-width: 5.2347 ± 1.3 is `5.2`. A value
 * without width is shown as a whole number if it is one, else with two decimals.
 */
export function roundedText(value: number, half: number): string {
  if (half > 0) return fixedText(value, decimalsFromHalfWidth(half));
  return fixedText(value, Number.isInteger(value) ? 0 : 2);
}

/** A width as `1 to 11`, its ends rounded by two significant digits of its half. */
export function widthText(interval: Interval): string {
  const [lower, upper] = interval;
  if (lower === upper) return roundedText(lower, 0);
  if (Number.isInteger(lower) && Number.isInteger(upper)) {
    return `${fixedText(lower, 0)} to ${fixedText(upper, 0)}`;
  }
  const decimals = decimalsFromHalfWidth(halfWidth(interval));
  return `${fixedText(lower, decimals)} to ${fixedText(upper, decimals)}`;
}

/** A mean number of threats or rounds in prose: whole, and never nothing where there is something. */
export function wholeText(mean: number): string {
  if (mean > 0 && mean < 0.5) return "fewer than 1";
  return fixedText(mean, 0);
}

/** A width of counts in prose: `10 to 14`. */
export function wholeWidthText([lower, upper]: Interval): string {
  const [least, most] = [fixedText(lower, 0), fixedText(upper, 0)];
  return least === most ? least : `${least} to ${most}`;
}

/** A probability in per cent; what is neither 0 nor 1 is never shown as if it were. */
export function percentText(share: number): string {
  if (share > 0 && share < 0.005) return "<1 %";
  if (share < 1 && share > 0.995) return ">99 %";
  return `${Math.round(share * 100)} %`;
}

/** Thousand, million, billion: the sizes of money. */
const SIZES = [
  { size: 1e9, word: " bn" },
  { size: 1e6, word: " m" },
  { size: 1e3, word: " k" },
] as const;

/** US dollars, `$1.2 bn`, rounded by two significant digits of the half-width. */
export function moneyText(usd: number, half: number): string {
  const { size, word } = SIZES.find((each) => Math.abs(usd) >= each.size) ?? { size: 1, word: "" };
  const decimals = half > 0 ? decimalsFromHalfWidth(half / size) : 2;
  const digits = Math.min(Math.max(decimals, 0), 2);
  const text = fixedText(usd / size, digits);
  return `$${text.includes(".") ? text.replace(/\.?0+$/, "") : text}${word}`;
}

/** A width of money: `$1.2 bn to $2.4 bn`. */
export function moneyWidthText(interval: Interval): string {
  const half = halfWidth(interval);
  if (half === 0) return moneyText(interval[0], 0);
  return `${moneyText(interval[0], half)} to ${moneyText(interval[1], half)}`;
}
