/** From a study to the coverage of one of its options: what every app asks in the same way. */

import { dress } from "../scenario/dress.ts";
import type { Setup, ThreatClass } from "../scenario/setup.ts";
import type { OpenedStudy } from "../scenario/study-source.ts";
import type { StudySubject } from "../study/subject.ts";
import { coverageClasses } from "./coverage.ts";

/** An option at the likely values, with envelopes for every class that its units can engage. */
export function coverageSetup(
  { scenario, catalogue, overrides }: OpenedStudy,
  seed: number,
  option: string,
): Setup {
  const settings = { option, seed, draw: 0, overrides, classes: coverageClasses };
  return dress(scenario, catalogue, settings);
}

/** The first option that has fire units, or null. */
export function firstArmedOption(subject: StudySubject): string | null {
  const armed = subject.options.find(({ id }) => subject.setup(id, 0).fireUnits.length > 0);
  return armed?.id ?? null;
}

/** Classes of threat that some interceptor of the defence has an envelope for. */
export function engageableClasses({ fireUnits }: Setup): ThreatClass[] {
  const magazines = fireUnits.flatMap((unit) => unit.magazines);
  return coverageClasses.filter((of) =>
    magazines.some(({ envelopes }) => Object.hasOwn(envelopes, of)),
  );
}
