/** Endings of field names and the units they promise; the longest ending that fits counts. */
const endings: readonly (readonly [ending: string, unit: string])[] = [
  ["_kg_m2", "kg/m2"],
  ["_m_s", "m/s"],
  ["_m2", "m2"],
  ["_km", "km"],
  ["_kg", "kg"],
  ["_deg", "deg"],
  ["_min", "min"],
  ["_usd", "USD"],
  ["_eur", "EUR"],
  ["_krw", "KRW"],
  ["_rpm", "rounds/min"],
  ["_s", "s"],
  ["_m", "m"],
  ["_h", "h"],
];

/** The unit a field name promises by its ending, or null where it promises none. */
export function promisedUnit(fieldName: string): string | null {
  const found = endings.find(([ending]) => fieldName.endsWith(ending));
  return found === undefined ? null : found[1];
}

/** Whether the unit of a value is the one its field name promises ("USD/year" is a kind of USD). */
export function unitFitsName(fieldName: string, unit: string): boolean {
  const promised = promisedUnit(fieldName);
  if (promised === null) return true;
  return unit === promised || unit.startsWith(`${promised} `) || unit.startsWith(`${promised}/`);
}

/** Units as a reader writes them; a plain fraction has none. */
const signs: Readonly<Record<string, string>> = {
  fraction: "",
  case: "",
  deg: "°",
  m2: "m²",
  "kg/m2": "kg/m²",
};

/** A unit as a reader writes it: `m²` for `m2`, and `°` for `deg (WGS-84)`, whose datum is left out. */
export function unitSign(unit: string): string {
  const short = unit.replace(/ \(.*\)$/, "");
  return Object.hasOwn(signs, short) ? signs[short]! : short;
}

/** Units in which things are counted: a launcher's missiles are the magazine's rounds. */
const counted = new Set(["launchers", "missiles", "rounds", "targets", "threats", "vehicles"]);

/** Factor from one unit to another, or null where one does not turn into the other. */
export function unitFactor(from: string, to: string): number | null {
  if (from === to) return 1;
  if (counted.has(from) && counted.has(to)) return 1;
  if (from === "min" && to === "s") return 60;
  if (from === "m" && to === "km") return 0.001;
  if (from === "km" && to === "m") return 1000;
  return null;
}
