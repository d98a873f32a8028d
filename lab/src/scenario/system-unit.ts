/**
 * A fire unit as a reader of parameters. A parameter is looked up in the unit, then in what the
 * scenario says of its system, then in the catalogue.
 */

import { interceptorRules, systemRules, valueAt } from "@pavise/catalogue";
import {
  type Dressing,
  fault,
  firstRequest,
  neutralRequest,
  parameterRequest,
  unknownEntry,
  writtenRequest,
} from "./dressing.ts";
import type { OptionUnit } from "./option.ts";
import { type QuantityRule, quantityRules, type WrittenQuantity } from "./quantity.ts";
import type { ValueRequest } from "./value-reader.ts";

export class SystemUnit {
  readonly id: string;
  readonly unit: OptionUnit;
  /** Id in the catalogue; null for a unit that carries everything itself. */
  readonly system: string | null;
  readonly #dressing: Dressing;

  constructor(dressing: Dressing, unit: OptionUnit) {
    this.#dressing = dressing;
    this.unit = unit;
    this.id = unit.id;
    this.system = unit.fields.system ?? null;
    if (this.system === null || dressing.catalogue?.systems.has(this.system) === true) return;
    const known = dressing.catalogue?.systems.keys() ?? [];
    throw unknownEntry(dressing, unit.placeOf("system"), "a system", this.system, known);
  }

  /** Ids of the interceptors that the catalogue can arm the system with. */
  get interceptors(): readonly string[] {
    const start = `systems.${this.system}.interceptors.`;
    const paths = [...(this.#dressing.catalogue?.parameters.keys() ?? [])];
    const inside = paths.filter((path) => path.startsWith(start));
    return [...new Set(inside.map((path) => path.slice(start.length).split(".")[0]!))];
  }

  isArmedWith(interceptor: string): boolean {
    const path = `systems.${this.system}.interceptors.${interceptor}.rounds_per_launcher`;
    return this.#dressing.catalogue?.parameters.has(path) === true;
  }

  #request(name: string): ValueRequest | null {
    const { catalogue, scenario } = this.#dressing;
    const steps = name.split(".");
    const path = `systems.${this.system}.${name}`;
    const general = this.system === null ? [] : [path];
    const names = [...general, ...this.unit.namesOf(name)];
    const rule = ruleOf(steps);
    const own = valueAt(this.unit.fields, steps) as WrittenQuantity | undefined;
    const ofSystem = valueAt(scenario.written.systems, [this.system ?? "", ...steps]);
    const ownRequest = writtenRequest(own, names, rule);
    const known = catalogue?.parameters.get(path);
    return firstRequest(
      // A range that a unit writes is its own, drawn apart from that of its system.
      ownRequest === null ? null : { ...ownRequest, drawPath: this.unit.namesOf(name)[0]! },
      writtenRequest(ofSystem as WrittenQuantity | undefined, names, rule),
      known === undefined ? null : parameterRequest(known, names),
    );
  }

  has(name: string): boolean {
    return this.#request(name) !== null;
  }

  /** The parameter in this draw. @throws InputError where neither scenario nor catalogue has it. */
  number(name: string): number {
    const request = this.#request(name);
    if (request !== null) return this.#dressing.reader.number(request);
    throw fault(this.#dressing, this.unit.placeOf(""), `the field ${name}`, "nothing");
  }

  /** The parameter, or what holds for a unit that carries everything itself and leaves it out. */
  numberOr(name: string, neutral: number): number {
    const request = this.#request(name);
    if (request !== null) return this.#dressing.reader.number(request);
    if (this.system !== null) return this.number(name);
    const names = this.unit.namesOf(name);
    const rule = ruleOf(name.split("."));
    return this.#dressing.reader.number(neutralRequest(undefined, neutral, names, rule));
  }
}

function ruleOf(steps: readonly string[]): QuantityRule {
  const isInterceptor = steps[0] === "interceptors";
  const name = steps.slice(isInterceptor ? 2 : 0).join(".");
  const rules = isInterceptor ? interceptorRules : systemRules;
  return rules[name] ?? quantityRules.probability;
}
