/** Leaks that a study hardly saw, in words. */
import type { StudyAnswer } from "../study/answer.ts";
import type { LeakFigure, LeakFinding } from "../study/leak-search.ts";
import { fixedText, roundedText } from "./number.ts";
import { optionPhrase } from "./option-phrase.ts";

/** Below this a figure is told by its power of ten. */
const PLAIN_MIN = 1e-4;

function rareText(value: number, error: number): string {
  if (value === 0) return "0";
  if (value >= PLAIN_MIN) return roundedText(value, error > 0 ? error : value);
  const [digits, power] = value.toExponential(1).split("e") as [string, string];
  return `${digits} × 10${raised(Number(power))}`;
}

/** A whole number as a power: `⁻⁵`. */
function raised(power: number): string {
  const digits = [...String(Math.abs(power))].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]);
  return `${power < 0 ? "⁻" : ""}${digits.join("")}`;
}

function figureText({ mean, precision }: LeakFigure): string {
  return `${rareText(mean, precision)} ± ${rareText(precision, precision)}`;
}

function reductionText({ varianceReduction }: LeakFigure): string {
  if (varianceReduction === null) return "with no variance left within draws";
  const times = Number(varianceReduction.toPrecision(2));
  if (times <= 1) return "which is no surer than counting as many nights";
  return `with ${fixedText(times, times < 10 ? 1 : 0)} times less variance than counting as many nights`;
}

function leakText(leak: LeakFinding, title: string): string {
  const { nights, nightsWithArrivals, refused, arrivals, anyArrives } = leak;
  const seen = nightsWithArrivals === 0 ? "in none" : `in ${nightsWithArrivals}`;
  const begin =
    `With ${optionPhrase(title)}, something arrived ${seen} of ${fixedText(nights, 0)} nights: ` +
    "too few to be counted";
  if (refused !== undefined || arrivals === undefined || anyArrives === undefined) {
    return `${begin}, and they cannot be weighed (${refused ?? "nothing was played"}).`;
  }
  return (
    `${begin}. Nights in which shots were made to miss, weighed back, give ${figureText(arrivals)} ` +
    `arrivals a night, ${reductionText(arrivals)} (focus on one threat at a time), and a chance of ` +
    `${figureText(anyArrives)} that anything arrives, ${reductionText(anyArrives)} (importance sampling).`
  );
}

/** A few sentences for every option that hardly let anything through. */
export function leakWords({ summary, leaks = [] }: StudyAnswer): string[] {
  return leaks.map((leak) => {
    const title = summary.options.find(({ id }) => id === leak.option)?.title;
    return leakText(leak, title ?? leak.option);
  });
}
