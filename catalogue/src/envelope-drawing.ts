/** Envelopes of interceptors as text: ground range across, height upwards. */
import { horizonHeight } from "@pavise/models";
import type { Catalogue } from "./catalogue.ts";
import { likelyValue, type Value, valueBounds } from "./datum.ts";
import { type EnvelopeClass, envelopeClasses } from "./parameter-rule.ts";
import { shownNumber, shownQuantity, wrapped } from "./text-layout.ts";

const KILOMETRE = 1000;
const COLUMNS = 80;
const ROWS = 8;
/** Ticks stand under every so many columns. */
const TICK_COLUMNS = 10;
/** Lengths of a cell that make axes with whole ticks. */
const cellLengths = [1, 1.5, 2, 2.5, 3, 4, 5, 7.5];

/** Whom an envelope is for, in words. */
export const envelopeThreats: Readonly<Record<EnvelopeClass, string>> = {
  ballistic: "ballistic missiles",
  aerodynamic: "cruise missiles, drones, aircraft",
  rocket: "artillery rockets",
};

/** One end of an envelope: the least, the likely and the greatest value that a draw can take. */
export interface EnvelopeLimit {
  readonly least: number;
  readonly likely: number;
  readonly greatest: number;
  readonly value: Value;
}

/** One envelope of one interceptor, lengths in kilometres. */
export interface Envelope {
  readonly interceptor: string;
  readonly name: EnvelopeClass;
  readonly rangeMin: EnvelopeLimit;
  readonly rangeMax: EnvelopeLimit;
  readonly heightMin: EnvelopeLimit;
  readonly heightMax: EnvelopeLimit;
  readonly speedMax: Value;
}

interface Scale {
  readonly rangePerColumn: number;
  readonly heightPerRow: number;
}

/**
 * A drawing for each interceptor and each kind of threat it has an envelope for, all on the scale
 * of the system's widest and highest one; none for what is no system.
 *
 * A cell is drawn by its middle: `█` where every value of the published ranges reaches, `▒` where the likely
 * ones do, `░` where only the most favourable ones do; `·` in their place where the middle lies below the horizon of
 * the unit's own antenna at its likely height, over a smooth Earth of 4/3 radius.
 */
export function envelopeLines(catalogue: Catalogue, systemId: string): string[] {
  const envelopes = envelopesOf(catalogue, systemId);
  if (envelopes.length === 0) return [];
  const antenna = antennaHeight(catalogue, systemId);
  const scale = commonScale(envelopes);
  const key =
    "Ground range from the launchers across, height above the unit upwards (a row ends at its label), " +
    "one scale for all. " +
    "█ at every value drawn, ▒ at the likely values, ░ at the most favourable only; " +
    `· the same below the horizon of the unit's own antenna (${shownNumber(antenna)} m, ` +
    "smooth ground), where it cannot be shot at.";
  return [
    "",
    "Envelopes: where a round may meet a threat",
    ...wrapped(key, 2),
    ...envelopes.flatMap((one) => drawing(one, scale, antenna)),
    ...missingLines(catalogue, systemId, envelopes),
  ];
}

/** The likely height of a system's antennas above the ground, m; 0 where there is none. */
export function antennaHeight(catalogue: Catalogue, systemId: string): number {
  return limitAt(catalogue, `systems.${systemId}.antenna_height_m`)?.likely ?? 0;
}

function interceptorIds(catalogue: Catalogue, systemId: string): string[] {
  const interceptors = catalogue.systems.get(systemId)?.interceptors ?? {};
  return Object.keys(interceptors).filter((id) =>
    catalogue.parameters.has(`systems.${systemId}.interceptors.${id}.speed_max_m_s`),
  );
}

function limitAt(catalogue: Catalogue, path: string): EnvelopeLimit | undefined {
  const value = catalogue.parameters.get(path)?.datum.value;
  if (value === undefined) return undefined;
  const [least, greatest] = valueBounds(value) ?? [0, 0];
  return { least, likely: likelyValue(value) ?? least, greatest, value };
}

/** Every envelope of every interceptor of a system, in the order of the catalogue; none for what is no system. */
export function envelopesOf(catalogue: Catalogue, systemId: string): Envelope[] {
  return interceptorIds(catalogue, systemId).flatMap((interceptor) =>
    envelopeClasses.flatMap((name): Envelope[] => {
      const path = `systems.${systemId}.interceptors.${interceptor}.${name}`;
      const rangeMin = limitAt(catalogue, `${path}.range_min_km`);
      const rangeMax = limitAt(catalogue, `${path}.range_max_km`);
      const heightMin = limitAt(catalogue, `${path}.height_min_km`);
      const heightMax = limitAt(catalogue, `${path}.height_max_km`);
      const speed = catalogue.parameters.get(`${path}.threat_speed_max_m_s`)?.datum.value ?? null;
      if (!(rangeMin && rangeMax && heightMin && heightMax)) return [];
      return [{ interceptor, name, rangeMin, rangeMax, heightMin, heightMax, speedMax: speed }];
    }),
  );
}

/** The limits of an envelope in words: `range 3 (2 to 5) to 20 km; height …; threats up to … m/s`. */
export function envelopeWords({
  rangeMin,
  rangeMax,
  heightMin,
  heightMax,
  speedMax,
}: Envelope): string {
  const range = `${shownQuantity(rangeMin.value, "")} to ${shownQuantity(rangeMax.value, "km")}`;
  const height = `${shownQuantity(heightMin.value, "")} to ${shownQuantity(heightMax.value, "km")}`;
  return `range ${range}; height ${height}; threats up to ${shownQuantity(speedMax, "m/s")}`;
}

/** The least length of a cell that is not below `length`. */
function roundedUp(length: number): number {
  let decade = 0.01;
  for (;;) {
    const found = cellLengths.find((cell) => cell * decade >= length);
    if (found !== undefined) return found * decade;
    decade *= 10;
  }
}

function commonScale(envelopes: readonly Envelope[]): Scale {
  const range = Math.max(...envelopes.map(({ rangeMax }) => rangeMax.greatest));
  const height = Math.max(...envelopes.map(({ heightMax }) => heightMax.greatest));
  return { rangePerColumn: roundedUp(range / COLUMNS), heightPerRow: roundedUp(height / ROWS) };
}

function drawing(envelope: Envelope, scale: Scale, antenna: number): string[] {
  const { interceptor, name, heightMax } = envelope;
  const lines = [
    "",
    ...wrapped(`${interceptor} against ${envelopeThreats[name]}: ${envelopeWords(envelope)}`, 2, 2),
  ];
  const rows = Math.min(ROWS, Math.ceil(heightMax.greatest / scale.heightPerRow));
  for (let row = rows - 1; row >= 0; row -= 1) {
    const label = `${shownNumber(tidy((row + 1) * scale.heightPerRow))} km`;
    let cells = "";
    for (let column = 0; column < COLUMNS; column += 1) {
      const at = (column + 0.5) * scale.rangePerColumn;
      cells += cell(envelope, at, (row + 0.5) * scale.heightPerRow, antenna);
    }
    lines.push(`${label.padStart(9)} ┤${cells.trimEnd()}`);
  }
  return [...lines, ...rangeAxis(scale)];
}

function cell(envelope: Envelope, range: number, height: number, antenna: number): string {
  const { rangeMin, rangeMax, heightMin, heightMax } = envelope;
  const isInside = (
    inner: "least" | "likely" | "greatest",
    outer: "least" | "likely" | "greatest",
  ) =>
    range >= rangeMin[inner] &&
    range <= rangeMax[outer] &&
    height >= heightMin[inner] &&
    height <= heightMax[outer];
  if (!isInside("least", "greatest")) return " ";
  if (horizonHeight(antenna, range * KILOMETRE) > height * KILOMETRE) return "·";
  if (isInside("greatest", "least")) return "█";
  return isInside("likely", "likely") ? "▒" : "░";
}

function rangeAxis({ rangePerColumn }: Scale): string[] {
  const tick = `${"─".repeat(TICK_COLUMNS - 1)}┬`;
  const axis = `${" ".repeat(10)}└${tick.repeat(COLUMNS / TICK_COLUMNS)}`;
  let labels = " ".repeat(10);
  for (let column = TICK_COLUMNS; column <= COLUMNS; column += TICK_COLUMNS) {
    const isLast = column === COLUMNS;
    const text = `${shownNumber(tidy(column * rangePerColumn))}${isLast ? " km" : ""}`;
    // A label ends under its tick, but for the last, whose unit stands to the right of it.
    const end = 11 + column + (isLast ? 3 : 0);
    labels = labels.padEnd(end - text.length) + text;
  }
  return [axis, labels];
}

/** Sums of tenths without their last binary digits. */
function tidy(length: number): number {
  return Math.round(length * 1000) / 1000;
}

/** What an interceptor has no envelope for: it is never fired at that. */
function missingLines(
  catalogue: Catalogue,
  systemId: string,
  envelopes: readonly Envelope[],
): string[] {
  const lines = interceptorIds(catalogue, systemId).flatMap((id) => {
    const missing = envelopeClasses.filter(
      (name) => !envelopes.some((one) => one.interceptor === id && one.name === name),
    );
    if (missing.length === 0) return [];
    const classes = missing.map((name) => envelopeThreats[name]).join("; ");
    return wrapped(`${id}: no envelope is known, and it is never fired, against ${classes}.`, 2, 2);
  });
  return lines.length === 0 ? [] : ["", ...lines];
}
