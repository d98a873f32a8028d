/** Command posts of a setup. */

import type { PolicyName } from "../engagement/policy.ts";
import type { PostPlan } from "./chain-of-command.ts";
import type { DressedUnit } from "./dress-unit.ts";
import { assumptionRequest, type Dressing, neutralRequest, writtenRequest } from "./dressing.ts";
import type { UnfoldedOption } from "./option.ts";
import { type QuantityRule, quantityRules as rules, type WrittenQuantity } from "./quantity.ts";
import type { CommandPostSetup, ThreatClass } from "./setup.ts";

type Fields = Omit<CommandPostSetup, "id" | "dropSeconds">;

/**
 * A command post. How long a track outlives its threat: as written; else so many periods of the
 * slowest engagement radar under it, where its units are of systems of the catalogue; else no time.
 *
 * @param units those that obey it, at first or later
 */
export function dressCommandPost(
  dressing: Dressing,
  option: UnfoldedOption,
  plan: PostPlan,
  units: readonly DressedUnit[],
): CommandPostSetup {
  const writer = plan.rules?.id ?? plan.id;
  const names = (field: string): readonly string[] =>
    [...new Set([writer, plan.id])].map(
      (id) => `options.${option.id}.command_posts.${id}.${field}`,
    );
  return {
    id: plan.id,
    dropSeconds: dropSeconds(dressing, plan, units, names("drop_time_s")),
    ...engagementRules(dressing, plan, names),
    ...(plan.isOwn ? {} : weaknesses(dressing, plan, names)),
  };
}

function dropSeconds(
  dressing: Dressing,
  plan: PostPlan,
  units: readonly DressedUnit[],
  names: readonly string[],
): number {
  const written = plan.rules?.drop_time_s;
  const { reader } = dressing;
  const isOfNoSystem = units.every(({ unit }) => unit.system === unit.id);
  if (written !== undefined || isOfNoSystem) {
    return reader.number(neutralRequest(written, 0, names, rules.seconds));
  }
  const scans = reader.number(assumptionRequest(dressing, "track_drop_scans", rules.scans));
  const periods = units.flatMap(({ unit, sensors }) => {
    const engagement = sensors[unit.engagementSensor];
    return engagement === undefined ? [] : [engagement.scanPeriod];
  });
  return scans * Math.max(0, ...periods);
}

type Names = (field: string) => readonly string[];

function engagementRules(dressing: Dressing, { rules: written }: PostPlan, names: Names): Fields {
  if (written === undefined) return {};
  const { reader } = dressing;
  const number = (value: WrittenQuantity, field: string, rule: QuantityRule): number =>
    reader.number(writtenRequest(value, names(field), rule)!);
  const { policy, identification_s, hold_fire, misjudgement } = written;
  const times: Partial<Record<ThreatClass, number>> = {};
  for (const [name, value] of Object.entries(identification_s ?? {})) {
    if (value === undefined) continue;
    times[name as ThreatClass] = number(value, `identification_s.${name}`, rules.seconds);
  }
  return {
    ...(policy === undefined ? {} : { policy: policy as PolicyName }),
    ...(identification_s === undefined ? {} : { identificationSeconds: times }),
    ...(hold_fire === undefined ? {} : { holdFire: hold_fire }),
    ...(misjudgement === undefined
      ? {}
      : {
          misjudgement: {
            probability: number(
              misjudgement.probability,
              "misjudgement.probability",
              rules.probability,
            ),
            halvingSeconds: number(misjudgement.halving_s, "misjudgement.halving_s", rules.seconds),
          },
        }),
  };
}

function weaknesses(dressing: Dressing, { rules: written }: PostPlan, names: Names): Fields {
  if (written === undefined) return {};
  const { reader } = dressing;
  const delay = writtenRequest(written.order_delay_s, names("order_delay_s"), rules.seconds);
  const link = writtenRequest(
    written.link_reliability,
    names("link_reliability"),
    rules.probability,
  );
  const lost = writtenRequest(written.lost_at_s, names("lost_at_s"), rules.seconds, "never");
  return {
    ...(delay === null ? {} : { orderDelaySeconds: reader.number(delay) }),
    ...(link === null ? {} : { linkReliability: reader.number(link) }),
    ...(lost === null
      ? {}
      : { lostAtSeconds: reader.numberOrWord(lost) ?? Number.POSITIVE_INFINITY }),
  };
}
