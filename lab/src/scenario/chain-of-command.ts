/**
 * Who commands whom in an option. Control replaces who commands, never the rules of engagement: a
 * unit that commands itself identifies, judges and holds fire as the post it would have obeyed.
 */

import { shownValue } from "@pavise/catalogue";
import type { WrittenCommandPost } from "./command-schema.ts";
import { type Dressing, fault } from "./dressing.ts";
import type { OptionUnit, UnfoldedOption } from "./option.ts";

/** A command post to be read. */
export interface PostPlan {
  readonly id: string;
  /** What was written of the post whose rules it follows. */
  readonly rules: WrittenCommandPost | undefined;
  /** A unit that commands itself has no link to lose and is not lost apart from itself. */
  readonly isOwn: boolean;
}

export interface ChainOfCommand {
  readonly posts: readonly PostPlan[];
  /** By unit: index of its post, and of the one it falls back on. */
  readonly unitPost: readonly number[];
  readonly unitFallback: readonly (number | undefined)[];
  /** By sensor of the option: index of the post that hears it. */
  readonly sensorPost: readonly number[];
}

/** Name of the post over all units where a scenario gives none. */
const CENTRE = "centre";

export function chainOfCommand(dressing: Dressing, option: UnfoldedOption): ChainOfCommand {
  const { control } = option;
  if (control !== "coordinated") {
    for (const unit of option.units) {
      if (unit.fields.fallback_post === undefined) continue;
      const expected = `no fallback_post under control: ${control}`;
      throw fault(dressing, unit.placeOf("fallback_post"), expected);
    }
  }
  if (control === "autonomous") return autonomous(dressing, option);
  if (control === "centralised") return centralised(dressing, option);
  return coordinated(dressing, option);
}

function rulesOf({ commandPosts }: UnfoldedOption, id: string): WrittenCommandPost | undefined {
  return commandPosts.find((post) => post.id === id);
}

/** The command post of a unit: as written, else that of the asset where it stands. */
function postOf(dressing: Dressing, unit: OptionUnit): string {
  const post = unit.fields.command_post ?? unit.fields.at;
  if (post !== undefined) return post;
  const expected = "the field command_post, as the unit stands at no asset";
  throw fault(dressing, unit.placeOf(""), expected, "nothing");
}

function coordinated(dressing: Dressing, option: UnfoldedOption): ChainOfCommand {
  const unitPosts = option.units.map((unit) => postOf(dressing, unit));
  const sensorPosts = option.sensors.map(({ command_post }) => command_post);
  const fallbacks = option.units.map(({ fields }) => fields.fallback_post);
  const commanding = [...option.commandPosts.map(({ id }) => id), ...unitPosts, ...sensorPosts];
  const ids = [...new Set([...commanding, ...fallbacks.filter((id) => id !== undefined)])];
  const obeyed = new Map<string, string>();
  option.units.forEach((unit, index) => {
    const fallback = fallbacks[index];
    if (fallback === undefined) return;
    const before = obeyed.get(fallback) ?? unitPosts[index]!;
    obeyed.set(fallback, before);
    const isFree = ![...unitPosts, ...sensorPosts].includes(fallback);
    const isLasting = rulesOf(option, fallback)?.lost_at_s === undefined;
    if (isFree && isLasting && before === unitPosts[index]) return;
    // What it saw before it took over would be seen by units that do not obey it yet.
    const expected =
      "a post that nothing reports to before, for units of one post, that is not lost itself";
    throw fault(dressing, unit.placeOf("fallback_post"), expected, shownValue(fallback));
  });
  return {
    posts: ids.map((id) => ({ id, rules: rulesOf(option, id), isOwn: false })),
    unitPost: unitPosts.map((id) => ids.indexOf(id)),
    unitFallback: fallbacks.map((id) => (id === undefined ? undefined : ids.indexOf(id))),
    sensorPost: sensorPosts.map((id) => ids.indexOf(id)),
  };
}

function autonomous(dressing: Dressing, option: UnfoldedOption): ChainOfCommand {
  if (option.sensors.length > 0) {
    const expected =
      "no sensors beside those of units under control: autonomous, as none hears them";
    throw fault(dressing, option.sensorsPlace, expected, `${option.sensors.length}`);
  }
  return {
    posts: option.units.map((unit) => {
      const written = unit.fields.command_post ?? unit.fields.at;
      const rules = written === undefined ? undefined : rulesOf(option, written);
      return { id: unit.id, rules, isOwn: true };
    }),
    unitPost: option.units.map((_, index) => index),
    unitFallback: option.units.map(() => undefined),
    sensorPost: [],
  };
}

/** One post for all; where it can be lost, each unit has a post of its own to fall back on. */
function centralised(dressing: Dressing, option: UnfoldedOption): ChainOfCommand {
  const named = [...option.commandPosts, ...option.sensors.map(({ command_post: id }) => ({ id }))];
  const ids = [...new Set(named.map(({ id }) => id))];
  if (ids.length > 1) {
    const expected = "one command post, also for the sensors, under control: centralised";
    throw fault(dressing, option.commandPostsPlace, expected, ids.join(", "));
  }
  const centre = ids[0] ?? CENTRE;
  const rules = rulesOf(option, centre);
  const canBeLost = rules?.lost_at_s !== undefined;
  const own = canBeLost ? option.units.map(({ id }) => ({ id, rules, isOwn: true })) : [];
  return {
    posts: [{ id: centre, rules, isOwn: false }, ...own],
    unitPost: option.units.map(() => 0),
    unitFallback: option.units.map((_, index) => (canBeLost ? index + 1 : undefined)),
    sensorPost: option.sensors.map(() => 0),
  };
}
