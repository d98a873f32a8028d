/** What a supplier does to a defence: each event of an option, one after the other. */

import { type Datum, type DocumentPath, type SupplyCase, shownValue } from "@pavise/catalogue";
import { reliability } from "@pavise/models";
import { type Dressing, fault, unknownEntry, writtenRequest } from "./dressing.ts";
import type { OptionUnit, UnfoldedOption } from "./option.ts";
import { type QuantityRule, quantityRules as rules, type WrittenQuantity } from "./quantity.ts";
import type { FireUnitSetup, MagazineSetup, Setup } from "./setup.ts";
import type { SupplyEvent, WrittenSupply } from "./supply-schema.ts";
import type { ValueRequest } from "./value-reader.ts";

const HOURS_PER_MONTH = 730.5;
const MONTHS_PER_YEAR = 12;

type Defence = Pick<Setup, "sensors" | "fireUnits">;

/** The defence after all events of the option. */
export function supplied(dressing: Dressing, option: UnfoldedOption, defence: Defence): Defence {
  return option.supply.reduce(
    (before, written, index) => new Supply(dressing, option, written, index).changed(before),
    defence,
  );
}

/** One event, and how its numbers are read. */
class Supply {
  readonly #dressing: Dressing;
  readonly #option: UnfoldedOption;
  readonly #written: WrittenSupply;
  readonly #place: DocumentPath;
  readonly #case: SupplyCase | null;

  constructor(dressing: Dressing, option: UnfoldedOption, written: WrittenSupply, index: number) {
    this.#dressing = dressing;
    this.#option = option;
    this.#written = written;
    this.#place = [...option.supplyPlace, index];
    this.#case = this.#caseOf(written.case);
  }

  changed(defence: Defence): Defence {
    const written = this.#written;
    switch (written.event) {
      case "switch-off": {
        const at = this.#number(written.at_s, "at_s", rules.seconds);
        return this.#withUnits(defence, written.units, (unit) => ({
          ...unit,
          switchedOffSeconds: Math.min(unit.switchedOffSeconds, at),
        }));
      }
      case "no-early-warning":
        return this.#withoutEarlyWarning(defence, written);
      case "no-spares":
        return this.#withoutSpares(defence, written);
      case "no-resupply": {
        const left = this.#number(written.rounds_left, "rounds_left", rules.rounds);
        return this.#withUnits(defence, written.units, (unit) => ({
          ...unit,
          magazines: roundsLeft(unit.magazines, left),
        }));
      }
      case "late-delivery":
        return this.#late(defence, written);
      case "no-power": {
        const own = written.own_power_probability;
        const chance = this.#number(own, "own_power_probability", rules.probability);
        return this.#withUnits(defence, written.units, (unit) => ({
          ...unit,
          availabilities: [...unit.availabilities, chance],
        }));
      }
    }
  }

  #caseOf(id: string | undefined): SupplyCase | null {
    if (id === undefined) return null;
    const { catalogue } = this.#dressing;
    const found = catalogue?.supply.get(id);
    if (found !== undefined) return found;
    const known = catalogue?.supply.keys() ?? [];
    throw unknownEntry(this.#dressing, [...this.#place, "case"], "a supply case", id, known);
  }

  #number(written: WrittenQuantity, field: string, rule: QuantityRule): number {
    const names = [`options.${this.#option.id}.supply.${this.#written.id}.${field}`];
    const request = writtenRequest(written, names, rule)!;
    return this.#dressing.reader.number({ ...request, datum: this.#told(request.datum) });
  }

  /** A number of an event that follows a case says so, and how well the case is known. */
  #told(datum: Datum): Datum {
    if (this.#case === null) return datum;
    const { title, status } = this.#case;
    return { ...datum, note: `${datum.note} After the case "${title}" (${status}).` };
  }

  #withUnits(
    defence: Defence,
    ids: readonly string[] | undefined,
    change: (unit: FireUnitSetup, option: OptionUnit) => FireUnitSetup,
  ): Defence {
    const known = this.#option.units.map(({ id }) => id);
    for (const [index, id] of (ids ?? []).entries()) {
      if (known.includes(id)) continue;
      const expected = `a fire unit of ${this.#option.id}: ${known.join(", ")}`;
      throw this.#fault(["units", index], expected, shownValue(id));
    }
    const fireUnits = defence.fireUnits.map((unit, index) => {
      if (ids !== undefined && !ids.includes(unit.id)) return unit;
      return change(unit, this.#option.units[index]!);
    });
    return { ...defence, fireUnits };
  }

  #fault(path: DocumentPath, expected: string, got?: string): Error {
    return fault(this.#dressing, [...this.#place, ...path], expected, got);
  }

  #withoutEarlyWarning(defence: Defence, written: SupplyEvent<"no-early-warning">): Defence {
    const feeds = defence.sensors.filter(({ role, fireUnit }) => {
      return role === "early-warning" && fireUnit < 0;
    });
    const known = feeds.map(({ id }) => id);
    if (known.length === 0) {
      throw this.#fault([], "a sensor of the option with the role early-warning", "none");
    }
    for (const [index, id] of (written.sensors ?? []).entries()) {
      if (known.includes(id)) continue;
      throw this.#fault(["sensors", index], `one of ${known.join(", ")}`, shownValue(id));
    }
    const withheld = new Set(written.sensors ?? known);
    return { ...defence, sensors: defence.sensors.filter(({ id }) => !withheld.has(id)) };
  }

  /** A part works if it did when the spares ended and has not failed since. */
  #withoutSpares(defence: Defence, written: SupplyEvent<"no-spares">): Defence {
    const hours = HOURS_PER_MONTH * this.#number(written.months, "months", rules.months);
    const lasts = (meanTimeToFailure: number): number =>
      reliability({ meanTimeToFailure, meanTimeToRepair: 1 }, hours);
    const whole =
      written.mtbf_h === undefined ? null : this.#number(written.mtbf_h, "mtbf_h", rules.hours);
    return this.#withUnits(defence, written.units, (unit, { fields, namesOf }) => {
      const components = fields.components ?? [];
      if (whole === null && components.every(({ mtbf_h }) => mtbf_h === undefined)) {
        const expected = `the field mtbf_h here, or components of ${unit.id} with one`;
        throw this.#fault([], expected, "nothing");
      }
      const availabilities = unit.availabilities.map((works, part) => {
        const component = components[part];
        if (component?.mtbf_h === undefined) return works;
        const names = namesOf(`components.${component.id}.mtbf_h`);
        const request = writtenRequest(component.mtbf_h, names, rules.hours)!;
        return works * lasts(this.#dressing.reader.number(request));
      });
      if (whole !== null) availabilities.push(lasts(whole));
      return { ...unit, availabilities };
    });
  }

  #late(defence: Defence, written: SupplyEvent<"late-delivery">): Defence {
    const months = (value: WrittenQuantity, field: string): number =>
      this.#number(value, field, rules.months);
    const promised = months(written.promised_months, "promised_months");
    const delay =
      written.delay_months === undefined
        ? this.#delayOfCase()
        : months(written.delay_months, "delay_months");
    const isThere = promised + delay <= months(written.raid_months, "raid_months");
    return this.#withUnits(defence, written.units, (unit) => {
      return isThere ? unit : { ...unit, readyFromSeconds: Number.POSITIVE_INFINITY };
    });
  }

  /** Months of delay that the catalogue tells of the case. */
  #delayOfCase(): number {
    const datum = this.#case?.facts?.delay_years;
    if (datum === undefined || typeof datum === "string") {
      const expected = "the field delay_months, or a case of the catalogue that tells its delay";
      throw this.#fault([], expected, "neither");
    }
    const request: ValueRequest = {
      names: [`options.${this.#option.id}.supply.${this.#written.id}.delay_years`],
      drawPath: `supply.${this.#case!.id}.delay_years`,
      datum: this.#told(datum),
      origin: "fact",
      rule: rules.years,
    };
    return MONTHS_PER_YEAR * this.#dressing.reader.number(request);
  }
}

/** No more than so many rounds of each interceptor: the store goes first, then the launchers. */
function roundsLeft(magazines: readonly MagazineSetup[], left: number): readonly MagazineSetup[] {
  const remaining = new Map(magazines.map(({ interceptor }) => [interceptor, left]));
  const take = (interceptor: string, rounds: number): number => {
    const taken = Math.min(rounds, remaining.get(interceptor)!);
    remaining.set(interceptor, remaining.get(interceptor)! - taken);
    return taken;
  };
  const loaded = magazines.map((magazine) => ({
    ...magazine,
    launchers: magazine.launchers.map((rounds) => take(magazine.interceptor, rounds)),
  }));
  return loaded.map((magazine) => ({
    ...magazine,
    stock: take(magazine.interceptor, magazine.stock),
  }));
}
