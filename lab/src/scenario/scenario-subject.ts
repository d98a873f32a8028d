/** A scenario as a study asks for it. */

import type { Catalogue } from "@pavise/catalogue";
import type { StudyCheck, StudyGround, StudySubject } from "../study/subject.ts";
import { type JointUniform, jointUniform, type SamplingKind } from "../study/unknown-sampling.ts";
import { dress } from "./dress.ts";
import { honestPrior } from "./honest-prior.ts";
import { otherGround } from "./other-ground.ts";
import type { Override } from "./override.ts";
import type { Scenario } from "./scenario.ts";
import { checkOverrides, unknownsOf, valuesOf } from "./scenario-value.ts";

export interface SubjectSettings {
  readonly seed: number;
  readonly overrides?: readonly Override[];
  /** Ids of the options to play; all where nothing is said. */
  readonly options?: readonly string[];
  /** How unknowns are drawn; each by itself where nothing is said. */
  readonly sampling?: { readonly kind: SamplingKind; readonly draws: number };
}

/**
 * What a study plays: options, unknowns, the honest check, and setups on request.
 *
 * @throws InputError for an option or a wish that the scenario does not know.
 */
export function scenarioSubject(
  scenario: Scenario,
  catalogue: Catalogue | null,
  { seed, overrides = [], options, sampling }: SubjectSettings,
): StudySubject {
  checkOverrides(scenario, catalogue, overrides);
  const all = scenario.written.options.map(({ id, title }) => ({ id, title: title ?? id }));
  for (const id of options ?? []) dress(scenario, catalogue, { option: id, seed, draw: 0 });
  const played = options === undefined ? all : all.filter(({ id }) => options.includes(id));
  const ids = played.map(({ id }) => id);
  const unknowns = unknownsOf(scenario, catalogue, overrides).filter((unknown) =>
    unknown.options.some((id) => ids.includes(id)),
  );
  const paths = unknowns.map(({ path }) => path);
  const joint =
    sampling === undefined || sampling.kind === "independent"
      ? {}
      : { uniform: jointUniform(sampling.kind, seed, sampling.draws, paths) };
  let ground: StudyGround | null | undefined;
  const check = checkOf(scenario, catalogue, seed, overrides, joint);
  return {
    scenario: scenario.written.id,
    seed,
    options: played,
    unknowns,
    ...(check === null ? {} : { check }),
    otherGround: () => {
      const settings = { option: ids[0]!, seed, overrides, ...joint };
      if (ground === undefined) ground = otherGround(scenario, catalogue, settings);
      return ground;
    },
    ...joint,
    setup: (option, draw) =>
      dress(scenario, catalogue, { option, seed, draw, overrides, ...joint }),
    setupVaried: (option, draw, { wishes, uniform }) => {
      const moved = wishes.map(({ path, value }) => ({ pattern: path, value, place: "--vary" }));
      const settings = { option, seed, draw, overrides: [...overrides, ...moved], ...joint };
      return dress(
        scenario,
        catalogue,
        uniform === undefined ? settings : { ...settings, uniform },
      );
    },
    setupWith: (option, path, value) => {
      const pins = new Map([[path, value]]);
      return dress(scenario, catalogue, { option, seed, draw: 0, overrides, pins });
    },
  };
}

/** The honest check: its option with other priors in place of those read off the event. */
function checkOf(
  scenario: Scenario,
  catalogue: Catalogue | null,
  seed: number,
  overrides: readonly Override[],
  joint: { readonly uniform?: JointUniform },
): StudyCheck | null {
  const { check } = scenario.written;
  if (check === undefined) return null;
  const taken = honestPrior(scenario, catalogue, valuesOf(scenario, catalogue));
  const prior = Object.entries(check.take)
    .map(([path, from]) => `${from} in place of ${path}`)
    .join("; ");
  return {
    title: check.title,
    recorded: check.recorded,
    prior,
    setup: (draw) =>
      dress(scenario, catalogue, {
        option: check.option,
        seed,
        draw,
        overrides: [...overrides, ...taken],
        ...joint,
      }),
  };
}
