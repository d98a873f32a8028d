/** Magazines of a fire unit: a load of interceptors of the catalogue, or magazines as written. */

import { type DocumentPath, type EnvelopeClass, shownValue } from "@pavise/catalogue";
import { metresFromKilometres } from "@pavise/kernel";
import { singleShotKillProbability } from "@pavise/models";
import type { WrittenMagazine } from "./defence-schema.ts";
import { type Dressing, fault, neutralRequest, writtenRequest } from "./dressing.ts";
import { withNearNames } from "./near-name.ts";
import { positionOf } from "./place.ts";
import { type QuantityRule, quantityRules as rules, type WrittenQuantity } from "./quantity.ts";
import type { EnvelopeSetup, FlyOutSetup, MagazineSetup, ThreatClass } from "./setup.ts";
import { scaledCounts } from "./split.ts";
import type { SystemUnit } from "./system-unit.ts";

/** The envelope of an interceptor that counts against a class of threat. */
export function envelopeClass(threat: ThreatClass): EnvelopeClass {
  return threat === "ballistic" || threat === "rocket" ? threat : "aerodynamic";
}

/** Rounds over launchers: full ones first. No rounds are one empty launcher. */
export function launcherRounds(rounds: number, roundsPerLauncher: number): number[] {
  const full = Math.floor(rounds / roundsPerLauncher);
  const left = rounds - full * roundsPerLauncher;
  const launchers = Array.from({ length: full }, () => roundsPerLauncher);
  if (left > 0 || full === 0) launchers.push(left);
  return launchers;
}

/** Magazines of a unit of a system, in the order in which its load is written, then those apart. */
export function loadedMagazines(
  dressing: Dressing,
  unit: SystemUnit,
  classes: ReadonlySet<ThreatClass>,
): readonly MagazineSetup[] {
  const { load, reserve } = unit.unit.fields;
  const ids = Object.keys(load ?? {});
  refuseUnknownInterceptors(dressing, unit, ids);
  const rounds = loadedRounds(dressing, unit, ids);
  const loaded = ids.map((id, index) => {
    const names = unit.unit.namesOf(`reserve.${id}`);
    const stock = dressing.reader.number(neutralRequest(reserve?.[id], 0, names, rules.rounds));
    const number = (name: string): number => unit.number(`interceptors.${id}.${name}`);
    const roundsPerLauncher = number("rounds_per_launcher");
    return {
      interceptor: id,
      launchers: launcherRounds(rounds[index]!, roundsPerLauncher),
      roundsPerLauncher,
      // Without a store there is nothing to wait for, and the reload time is not read.
      reloadSeconds: stock > 0 ? unit.number("reload_time_s") : 0,
      stock,
      flyOut: {
        kind: "speed" as const,
        speed: number("speed_max_m_s") * number("speed_average_fraction"),
      },
      envelopes: systemEnvelopes(unit, id, classes),
      killProbability: systemKillProbabilities(unit, id, classes),
      unitCostUsd: number("unit_cost_usd"),
    };
  });
  return [...loaded, ...remoteMagazines(dressing, unit, loaded)];
}

/** Launchers apart: magazines of their own with the rounds of the load, without a store. */
function remoteMagazines(
  dressing: Dressing,
  { unit }: SystemUnit,
  loaded: readonly MagazineSetup[],
): readonly MagazineSetup[] {
  return (unit.fields.remote_launchers ?? []).map((launchers, index) => {
    const place = unit.placeOf("remote_launchers");
    const like = loaded.find(({ interceptor }) => interceptor === launchers.interceptor);
    if (like === undefined) {
      const known = loaded.map(({ interceptor }) => interceptor).join(", ");
      const expected = `an interceptor in load: ${known}`;
      const got = shownValue(launchers.interceptor);
      throw fault(dressing, [...place, index, "interceptor"], expected, got);
    }
    const names = unit.namesOf(`remote_launchers.${index + 1}.rounds`);
    const rounds = dressing.reader.number(writtenRequest(launchers.rounds, names, rules.rounds)!);
    return {
      ...like,
      launchers: launcherRounds(rounds, like.roundsPerLauncher),
      stock: 0,
      reloadSeconds: 0,
      position: positionOf(dressing, [...place, index, "position"], launchers.position),
    };
  });
}

function refuseUnknownInterceptors(
  dressing: Dressing,
  unit: SystemUnit,
  ids: readonly string[],
): void {
  if (ids.length === 0) {
    const expected = `a load of ${unit.interceptors.join(", ")}`;
    throw fault(dressing, unit.unit.placeOf("load"), expected, "nothing");
  }
  for (const field of ["load", "reserve", "interceptors"] as const) {
    for (const id of Object.keys(unit.unit.fields[field] ?? {})) {
      if (field === "load" ? unit.isArmedWith(id) : ids.includes(id)) continue;
      const known = field === "load" ? unit.interceptors : ids;
      const noun = field === "load" ? `an interceptor of ${unit.system}` : "an interceptor in load";
      const expected = withNearNames(`${noun}: ${known.join(", ")}`, id, known);
      throw fault(dressing, [...unit.unit.placeOf(field), id], expected, shownValue(id));
    }
  }
}

/** Rounds by interceptor: as written, or the wish `systems.<id>.magazine` shared out like it. */
function loadedRounds(dressing: Dressing, unit: SystemUnit, ids: readonly string[]): number[] {
  const { reader } = dressing;
  const load = unit.unit.fields.load!;
  const written = ids.map((id) =>
    reader.number(writtenRequest(load[id], unit.unit.namesOf(`load.${id}`), rules.rounds)!),
  );
  const total = written.reduce((sum, rounds) => sum + rounds, 0);
  let wished: number | null = null;
  for (const name of [`systems.${unit.system}.magazine`, ...unit.unit.namesOf("magazine")]) {
    wished = reader.wished(name, rules.rounds) ?? wished;
  }
  if (wished === null) return written;
  return scaledCounts(total === 0 ? ids.map(() => 1) : written, total || ids.length, wished);
}

function systemEnvelopes(
  unit: SystemUnit,
  id: string,
  classes: ReadonlySet<ThreatClass>,
): MagazineSetup["envelopes"] {
  const envelopes: Partial<Record<ThreatClass, EnvelopeSetup>> = {};
  for (const threat of classes) {
    const start = `interceptors.${id}.${envelopeClass(threat)}`;
    if (!unit.has(`${start}.range_max_km`)) continue;
    const metres = (name: string): number => metresFromKilometres(unit.number(`${start}.${name}`));
    envelopes[threat] = {
      rangeMin: metres("range_min_km"),
      rangeMax: metres("range_max_km"),
      heightMin: metres("height_min_km"),
      heightMax: metres("height_max_km"),
      threatSpeedMax: unit.number(`${start}.threat_speed_max_m_s`),
    };
  }
  return envelopes;
}

function systemKillProbabilities(
  unit: SystemUnit,
  id: string,
  classes: ReadonlySet<ThreatClass>,
): MagazineSetup["killProbability"] {
  const chances: Partial<Record<ThreatClass, number>> = {};
  for (const threat of classes) {
    if (!unit.has(`interceptors.${id}.${envelopeClass(threat)}.range_max_km`)) continue;
    const stopped = unit.number(`kill_probability.${threat}`);
    chances[threat] = singleShotKillProbability(stopped, unit.number("shots_per_threat"));
  }
  return chances;
}

/** Reads fields of a magazine that is written out; `names` makes names for `--set` from a field. */
class MagazineReader {
  readonly #dressing: Dressing;
  readonly #names: (field: string) => readonly string[];

  constructor(dressing: Dressing, names: (field: string) => readonly string[]) {
    this.#dressing = dressing;
    this.#names = names;
  }

  /** The number as written, or what holds where nothing is. */
  number(
    written: WrittenQuantity | undefined,
    field: string,
    rule: QuantityRule,
    neutral: number,
  ): number {
    const request = neutralRequest(written, neutral, this.#names(field), rule);
    return this.#dressing.reader.number(request);
  }

  /** The same for a limit that there may not be. */
  limit(
    written: WrittenQuantity | "unlimited" | undefined,
    field: string,
    rule: QuantityRule,
    neutral: number | "unlimited",
  ): number {
    const request = neutralRequest(written, neutral, this.#names(field), rule, "unlimited");
    return this.#dressing.reader.numberOrWord(request) ?? Number.POSITIVE_INFINITY;
  }
}

/** Reads a magazine that is written out. */
export function dressMagazine(
  dressing: Dressing,
  path: DocumentPath,
  magazine: WrittenMagazine,
  names: (field: string) => readonly string[],
): MagazineSetup {
  const reader = new MagazineReader(dressing, names);
  const launchers = reader.number(magazine.launchers, "launchers", rules.launchers, 1);
  const roundsPerLauncher = reader.number(
    magazine.rounds_per_launcher,
    "rounds_per_launcher",
    rules.rounds,
    0,
  );
  const stock = reader.limit(magazine.stock, "stock", rules.rounds, 0);
  if (stock === Number.POSITIVE_INFINITY && dressing.scenario.written.world !== "flat") {
    throw fault(dressing, [...path, "stock"], "a number of rounds, except on the flat world");
  }
  if (stock > 0 && magazine.reload_time_s === undefined) {
    throw fault(dressing, path, "the field reload_time_s beside a stock", "nothing");
  }
  const envelopes = writtenEnvelopes(reader, magazine);
  const killProbability: Partial<Record<ThreatClass, number>> = {};
  for (const [threat, chance] of Object.entries(magazine.single_shot_kill_probability)) {
    if (chance === undefined) continue;
    const field = `single_shot_kill_probability.${threat}`;
    killProbability[threat as ThreatClass] = reader.number(chance, field, rules.probability, 0);
  }
  refuseUnpaired(dressing, path, envelopes, killProbability);
  return {
    interceptor: magazine.interceptor,
    launchers: Array.from({ length: launchers }, () => roundsPerLauncher),
    roundsPerLauncher,
    reloadSeconds: reader.number(magazine.reload_time_s, "reload_time_s", rules.seconds, 0),
    stock,
    flyOut: flyOutOf(dressing, path, magazine, names),
    envelopes,
    killProbability,
    ...(magazine.position === undefined
      ? {}
      : { position: positionOf(dressing, [...path, "position"], magazine.position) }),
    unitCostUsd: reader.number(magazine.unit_cost_usd, "unit_cost_usd", rules.price, 0),
  };
}

function writtenEnvelopes(
  reader: MagazineReader,
  magazine: WrittenMagazine,
): MagazineSetup["envelopes"] {
  const envelopes: Partial<Record<ThreatClass, EnvelopeSetup>> = {};
  for (const [threat, written] of Object.entries(magazine.envelopes)) {
    if (written === undefined) continue;
    const at = (field: string): string => `envelopes.${threat}.${field}`;
    const least = (field: "range_min_km" | "height_min_km"): number =>
      metresFromKilometres(reader.number(written[field], at(field), rules.kilometres, 0));
    const greatest = (field: "range_max_km" | "height_max_km"): number =>
      metresFromKilometres(reader.limit(written[field], at(field), rules.kilometres, "unlimited"));
    const speed = "threat_speed_max_m_s";
    envelopes[threat as ThreatClass] = {
      rangeMin: least("range_min_km"),
      rangeMax: greatest("range_max_km"),
      heightMin: least("height_min_km"),
      heightMax: greatest("height_max_km"),
      threatSpeedMax: reader.limit(written[speed], at(speed), rules.speed, "unlimited"),
    };
  }
  return envelopes;
}

/** Each class with an envelope needs a kill probability, and the other way round. */
function refuseUnpaired(
  dressing: Dressing,
  path: DocumentPath,
  envelopes: MagazineSetup["envelopes"],
  killProbability: MagazineSetup["killProbability"],
): void {
  for (const threat of Object.keys(envelopes)) {
    if (Object.hasOwn(killProbability, threat)) continue;
    const at = [...path, "single_shot_kill_probability"];
    throw fault(dressing, at, `a probability for ${threat}, as there is an envelope`, "nothing");
  }
  for (const threat of Object.keys(killProbability)) {
    if (Object.hasOwn(envelopes, threat)) continue;
    const expected = `an envelope for ${threat}, as there is a kill probability`;
    throw fault(dressing, [...path, "envelopes"], expected, "nothing");
  }
}

function flyOutOf(
  dressing: Dressing,
  path: DocumentPath,
  { speed_m_s, flight_time_s }: WrittenMagazine,
  names: (field: string) => readonly string[],
): FlyOutSetup {
  const { reader } = dressing;
  const speed = writtenRequest(speed_m_s, names("speed_m_s"), rules.speed);
  const seconds = writtenRequest(flight_time_s, names("flight_time_s"), rules.seconds);
  if (speed !== null && seconds === null) return { kind: "speed", speed: reader.number(speed) };
  if (seconds !== null && speed === null) return { kind: "fixed", seconds: reader.number(seconds) };
  const got = speed === null ? "neither" : "both";
  throw fault(dressing, path, "either speed_m_s or flight_time_s", got);
}
