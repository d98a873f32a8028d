/** Doctrine of a fire unit: how many rounds before each look, how many looks, by class of threat. */

import type { DocumentPath } from "@pavise/catalogue";
import type { WrittenDoctrine } from "./defence-schema.ts";
import { type Dressing, fault, writtenRequest } from "./dressing.ts";
import { quantityRules as rules, type WrittenQuantity } from "./quantity.ts";
import type { Doctrine, FireUnitSetup, ThreatClass } from "./setup.ts";
import type { SystemUnit } from "./system-unit.ts";

type Doctrines = Doctrine & Pick<FireUnitSetup, "doctrines">;

/** @throws InputError where a salvo is larger than what one channel guides: it is never cut. */
export function unitDoctrines(dressing: Dressing, unit: SystemUnit): Doctrines {
  const own = unit.unit.fields.doctrine;
  const written = own ?? dressing.scenario.written.doctrine;
  if (written === undefined) {
    const expected = "a doctrine, here or for the whole scenario";
    throw fault(dressing, unit.unit.placeOf(""), expected, "nothing");
  }
  const guided = guidedPerChannel(dressing, unit);
  const general = doctrineOf(dressing, written, (field) => {
    const special = unit.unit.namesOf(`doctrine.${field}`);
    return own === undefined ? [`doctrine.${field}`, ...special] : special;
  });
  const place = own === undefined ? ["doctrine"] : unit.unit.placeOf("doctrine");
  refuseUnguided(dressing, place, general, guided);
  const { doctrines } = unit.unit.fields;
  if (doctrines === undefined) return general;
  const byClass: Partial<Record<ThreatClass, Doctrine>> = {};
  for (const [name, special] of Object.entries(doctrines)) {
    if (special === undefined) continue;
    const names = (field: string): readonly string[] =>
      unit.unit.namesOf(`doctrines.${name}.${field}`);
    const doctrine = doctrineOf(dressing, special, names);
    const at = [...unit.unit.placeOf("doctrines"), name];
    refuseUnguided(dressing, at, doctrine, guided);
    byClass[name as ThreatClass] = doctrine;
  }
  return { ...general, doctrines: byClass };
}

function doctrineOf(
  { reader }: Dressing,
  written: WrittenDoctrine,
  names: (field: string) => readonly string[],
): Doctrine {
  const looks = writtenRequest(written.looks_max, names("looks_max"), rules.looks, "unlimited")!;
  return {
    salvoPerLook: written.salvo_per_look.map((rounds: WrittenQuantity, index: number) => {
      // One figure stands for all looks and has no number of its own.
      const field = written.salvo_per_look.length === 1 ? "" : `.${index + 1}`;
      return reader.number(writtenRequest(rounds, names(`salvo_per_look${field}`), rules.salvo)!);
    }),
    looksMax: reader.numberOrWord(looks) ?? Number.POSITIVE_INFINITY,
  };
}

/** Rounds that one channel guides in this draw; null where the scenario does not say. */
function guidedPerChannel({ reader }: Dressing, { unit }: SystemUnit): number | null {
  const written = unit.fields.interceptors_per_channel;
  const names = unit.namesOf("interceptors_per_channel");
  const request = writtenRequest(written, names, rules.salvo);
  return request === null ? null : reader.number(request);
}

function refuseUnguided(
  dressing: Dressing,
  place: DocumentPath,
  { salvoPerLook }: Doctrine,
  guided: number | null,
): void {
  if (guided === null) return;
  const look = salvoPerLook.findIndex((rounds) => rounds > guided);
  if (look < 0) return;
  const expected = `at most ${guided} rounds, which is what one channel guides`;
  throw fault(dressing, [...place, "salvo_per_look", look], expected, `${salvoPerLook[look]}`);
}
