/** Command posts as columns. */

import { invariant, thresholdFromProbability, ticksFromSeconds } from "@pavise/kernel";
import type { CommandPostSetup, Setup } from "../scenario/setup.ts";
import { POLICY_NAMES } from "./policy.ts";
import type { Columns } from "./tables.ts";
import { ticksOrNever } from "./unit-columns.ts";

export type PostColumns = Pick<
  Columns,
  | "postDrop"
  | "postDelay"
  | "postLost"
  | "postPolicy"
  | "postLink"
  | "postMisjudgement"
  | "postHalving"
>;

/** Threshold of a post where nobody judges: below every word. */
const UNJUDGED = -1;

export function postColumns(setup: Setup): PostColumns {
  const ticks = (value: (post: CommandPostSetup) => number): Int32Array =>
    Int32Array.from(setup.commandPosts, (post) => ticksOrNever(value(post)));
  const doubles = (value: (post: CommandPostSetup) => number): Float64Array =>
    Float64Array.from(setup.commandPosts, value);
  return {
    postDrop: ticks((post) => post.dropSeconds),
    postDelay: ticks((post) => post.orderDelaySeconds ?? 0),
    postLost: ticks((post) => post.lostAtSeconds ?? Number.POSITIVE_INFINITY),
    postPolicy: Int32Array.from(setup.commandPosts, ({ id, policy = "earliest-intercept" }) => {
      const place = POLICY_NAMES.indexOf(policy);
      invariant(place >= 0, `${id}: there is no policy ${policy}`);
      return place;
    }),
    postLink: doubles((post) => thresholdFromProbability(post.linkReliability ?? 1)),
    postMisjudgement: doubles(({ misjudgement }) =>
      misjudgement === undefined ? UNJUDGED : thresholdFromProbability(misjudgement.probability),
    ),
    postHalving: Int32Array.from(setup.commandPosts, ({ id, misjudgement }) => {
      if (misjudgement === undefined) return 0;
      const halving = ticksFromSeconds(misjudgement.halvingSeconds);
      invariant(halving > 0, `${id}: a judgement must improve with time`);
      return halving;
    }),
  };
}
