/** Values as a reader writes them. */
import { shownQuantity, type Value } from "@pavise/catalogue";

const UNITS: Readonly<Record<string, string>> = {
  fraction: "",
  case: "",
  deg: "°",
  m2: "m²",
  "kg/m2": "kg/m²",
};

/** `12 (8 to 30) s`; the datum of an angle is left out. */
export function quantityText(value: Value, unit: string): string {
  const short = unit.replace(/ \(.*\)$/, "");
  const plain = Object.hasOwn(UNITS, short) ? UNITS[short]! : short;
  return shownQuantity(value, plain).replace(/ °$/, "°");
}
