/** What a scenario must keep within itself, whatever the catalogue says. */

import { type DocumentPath, type SourceDocument, shownValue } from "@pavise/catalogue";
import { checkExpectations } from "./expectation-check.ts";
import { checkGroup } from "./group-check.ts";
import { refuseUnknown } from "./near-name.ts";
import { checkLauncherPositions, checkPosition } from "./position-check.ts";
import { boundsOf } from "./quantity.ts";
import type { WrittenScenario } from "./schema.ts";
import { lendsItsId, threatId, weaponId } from "./threat-id.ts";

/** Ids that were given out, and by what: one id means one thing in the whole scenario. */
class IdRegister {
  readonly #owners = new Map<string, string>();
  readonly #document: SourceDocument;

  constructor(document: SourceDocument, owners?: IdRegister) {
    this.#document = document;
    if (owners !== undefined) this.#owners = new Map(owners.#owners);
  }

  add(id: string, noun: string, path: DocumentPath): void {
    const owner = this.#owners.get(id);
    if (owner !== undefined) {
      const got = `${shownValue(id)}, which is already the id of ${owner}`;
      throw this.#document.fault(path, "an id of its own", got);
    }
    this.#owners.set(id, noun);
  }
}

/** @throws InputError at the first thing in the scenario that contradicts another. */
export function checkScenario(document: SourceDocument, written: WrittenScenario): void {
  const ids = new IdRegister(document);
  if (written.world === "flat" && written.terrain === "coarse") {
    throw document.fault(["terrain"], "smooth, or nothing, in the world flat");
  }
  for (const [index, asset] of written.assets.entries()) {
    ids.add(asset.id, "an asset", ["assets", index, "id"]);
    checkPosition(document, ["assets", index], asset, written.world);
  }
  if (written.assets.some(({ id }) => id === "total")) {
    throw document.fault(["assets"], "an id other than total", "an asset called total");
  }
  for (const [index, group] of written.raid.entries()) {
    ids.add(group.id, "a group of threats", ["raid", index, "id"]);
    checkGroup(document, ["raid", index], group, written);
    const size = group.launch_times_s?.length ?? boundsOf(group.count ?? 1)[1];
    for (let place = lendsItsId(group) ? 1 : 0; place < size; place++) {
      ids.add(threatId(group, place), `a threat of ${group.id}`, ["raid", index, "id"]);
    }
    for (const [k, release] of (group.releases ?? []).entries()) {
      const at = ["raid", index, "releases", k, "id"];
      for (let place = 0; place < size; place++) {
        for (let number = 0; number < (release.count ?? 1); number++) {
          ids.add(weaponId(threatId(group, place), release, number), `a weapon of ${group.id}`, at);
        }
      }
    }
  }
  checkOptions(document, written, ids);
  checkRecorded(document, written);
  checkExpectations(document, written);
}

function checkOptions(
  document: SourceDocument,
  { options, assets, world, doctrine }: WrittenScenario,
  taken: IdRegister,
): void {
  const known: string[] = [];
  for (const [index, option] of options.entries()) {
    const place = ["options", index];
    if (known.includes(option.id)) {
      const got = `${shownValue(option.id)} a second time`;
      throw document.fault([...place, "id"], "an id of its own", got);
    }
    if (option.same_as !== undefined) {
      refuseUnknown(document, [...place, "same_as"], option.same_as, known, "an option above");
    } else if (option.each_unit !== undefined) {
      throw document.fault([...place, "each_unit"], "same_as beside each_unit", "nothing");
    }
    known.push(option.id);
    const ids = new IdRegister(document, taken);
    for (const [i, unit] of (option.units ?? []).entries()) {
      const at = [...place, "units", i];
      ids.add(unit.id, "a fire unit", [...at, "id"]);
      for (const [j, sensor] of (unit.sensors ?? []).entries()) {
        ids.add(sensor.id, "a sensor", [...at, "sensors", j, "id"]);
      }
      const parts = { components: unit.components ?? [], magazines: unit.magazines ?? [] };
      refuseTwice(document, [...at, "components"], "id", parts.components);
      refuseTwice(document, [...at, "magazines"], "interceptor", parts.magazines);
      if (unit.position !== undefined) {
        checkPosition(document, [...at, "position"], unit.position, world);
      }
      checkLauncherPositions(document, at, unit, world);
      if (unit.at !== undefined) {
        const assetIds = assets.map(({ id }) => id);
        refuseUnknown(document, [...at, "at"], unit.at, assetIds, "an asset");
      }
      if (option.same_as === undefined && unit.doctrine === undefined && doctrine === undefined) {
        throw document.fault(at, "a doctrine, here or for the whole scenario", "nothing");
      }
    }
    checkLauncherPositions(document, [...place, "each_unit"], option.each_unit ?? {}, world);
    refuseTwice(document, [...place, "command_posts"], "id", option.command_posts ?? []);
    refuseTwice(document, [...place, "supply"], "id", option.supply ?? []);
    for (const [i, sensor] of (option.sensors ?? []).entries()) {
      const at = [...place, "sensors", i];
      ids.add(sensor.id, "a sensor", [...at, "id"]);
      checkPosition(document, [...at, "position"], sensor.position, world);
    }
  }
}

/** @throws InputError if two of a list have the same name. */
function refuseTwice<F extends string>(
  document: SourceDocument,
  path: DocumentPath,
  field: F,
  list: readonly Readonly<Record<F, string>>[],
): void {
  const seen = new Set<string>();
  for (const [index, item] of list.entries()) {
    if (seen.has(item[field])) {
      const got = `${shownValue(item[field])} a second time`;
      throw document.fault([...path, index, field], "each of the list once", got);
    }
    seen.add(item[field]);
  }
}

function checkRecorded(document: SourceDocument, written: WrittenScenario): void {
  const { recorded, check } = written;
  const assetIds = written.assets.map(({ id }) => id);
  for (const id of Object.keys(recorded?.arrivals ?? {})) {
    if (id === "total") continue;
    refuseUnknown(document, ["recorded", "arrivals", id], id, assetIds, "an asset");
  }
  if (check === undefined) return;
  const optionIds = written.options.map(({ id }) => id);
  refuseUnknown(document, ["check", "option"], check.option, optionIds, "an option");
}
