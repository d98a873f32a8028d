/** Command sees only the picture, whoever commands and by whatever policy; and a sin that is seen. */

import { ticksFromSeconds } from "@pavise/kernel";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Setup } from "../scenario/setup.ts";
import { CONTROLS, generalSetup, generals } from "./general.test-scene.ts";
import { type JournalRecord, journalOf } from "./journal.ts";
import { Picture } from "./picture.ts";
import { POLICY_NAMES } from "./policy.ts";
import { withKillProbability } from "./tables.ts";
import { tabulate } from "./tabulate.ts";

const combinations = CONTROLS.flatMap((control) =>
  POLICY_NAMES.map((policy) => ({ control, policy })),
);

function ordersBefore(records: readonly JournalRecord[], moment: number): string[] {
  return records
    .filter(({ kind, seconds }) => kind === "engagement-ordered" && seconds < moment)
    .map(({ seconds, unit, threat }) => `${seconds} s: unit ${unit} at threat ${threat}`);
}

function first(records: readonly JournalRecord[], kinds: readonly string[]): number {
  return records.find(({ kind }) => kinds.includes(kind))?.seconds ?? Number.POSITIVE_INFINITY;
}

/** First track that forms where it would not have formed any more: that is seen by everybody. */
function firstTrackAfter(records: readonly JournalRecord[], moment: number): number {
  return first(
    records.filter(({ seconds }) => seconds >= moment),
    ["track-formed"],
  );
}

const DROP_SECONDS = 20;

/** Notices and assesses late: the truth has time to leak. */
function slowToLearn(setup: Setup): Setup {
  return {
    ...setup,
    commandPosts: setup.commandPosts.map((post) => ({ ...post, dropSeconds: DROP_SECONDS })),
    fireUnits: setup.fireUnits.map((unit) => ({ ...unit, assessmentSeconds: 15 })),
  };
}

/** Orders until somebody can have learned of a kill, if every round kills and if none does. */
function ordersIfKilledOrNot(setup: Setup): readonly [string[], string[]] {
  const tables = tabulate(setup);
  const [killed, missed] = [1, 0].map(
    (chance) => journalOf(withKillProbability(tables, chance), 0).journal.records,
  ) as [readonly JournalRecord[], readonly JournalRecord[]];
  const kill = first(killed, ["threat-intercepted"]);
  const told = Math.min(
    first(killed, ["kill-assessed", "miss-assessed"]),
    first(missed, ["kill-assessed", "miss-assessed"]),
    firstTrackAfter(missed, kill),
    kill + DROP_SECONDS,
  );
  return [ordersBefore(killed, told), ordersBefore(missed, told)];
}

/** Orders until a loss can have been noticed, if threats fall half-way and if they do not. */
function ordersIfFallenOrNot(setup: Setup): readonly [string[], string[]] {
  const played = (flightReliability: number): readonly JournalRecord[] => {
    const threats = setup.threats.map((threat) => {
      return { ...threat, flightReliability, failureFractions: [0.5] };
    });
    const tables = withKillProbability(tabulate({ ...setup, threats }), 0);
    return journalOf(tables, 0).journal.records;
  };
  const [fallen, flying] = [played(0), played(1)];
  // A round that meets nothing and a round that misses are assessed alike.
  const fall = first(fallen, ["threat-fell"]);
  const noticed = Math.min(fall + DROP_SECONDS, firstTrackAfter(flying, fall));
  return [ordersBefore(fallen, noticed), ordersBefore(flying, noticed)];
}

/** The sin: a threat is known to be gone when it is, not when somebody notices. */
function plantForesight(): void {
  const gone = new WeakMap<Picture, Map<string, number>>();
  const know = (picture: Picture, post: number, threat: number, since: number): void => {
    const known = gone.get(picture) ?? new Map<string, number>();
    known.set(`${post} ${threat}`, since);
    gone.set(picture, known);
  };
  const { initiate, lose, isLive } = Picture.prototype;
  vi.spyOn(Picture.prototype, "initiate").mockImplementation(function (this: Picture, ...row) {
    know(this, row[0], row[1], row[3] - ticksFromSeconds(DROP_SECONDS));
    initiate.apply(this, row);
  });
  vi.spyOn(Picture.prototype, "lose").mockImplementation(function (this: Picture, ...row) {
    know(this, row[0], row[1], row[2]);
    lose.apply(this, row);
  });
  vi.spyOn(Picture.prototype, "isLive").mockImplementation(function (this: Picture, ...row) {
    const since = gone.get(this)?.get(`${row[0]} ${row[1]}`) ?? Number.POSITIVE_INFINITY;
    return isLive.apply(this, row) && row[2] < since;
  });
}

describe("command sees only the picture", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(combinations)("under control $control by $policy, for kills and for falls", (how) => {
    fc.assert(
      fc.property(generals, (chosen) => {
        const setup = slowToLearn(generalSetup({ ...chosen, ...how }));
        const [ifKilled, ifMissed] = ordersIfKilledOrNot(setup);
        expect(ifKilled).toEqual(ifMissed);
        const [ifFallen, ifFlying] = ordersIfFallenOrNot(setup);
        expect(ifFallen).toEqual(ifFlying);
      }),
      { numRuns: 40 },
    );
  });

  it.each(combinations)("and would betray foresight under control $control by $policy", (how) => {
    plantForesight();
    const betrayed = fc.sample(generals, { seed: 9, numRuns: 40 }).filter((chosen) => {
      const setup = slowToLearn(generalSetup({ ...chosen, ...how, rounds: 8 }));
      const [ifKilled, ifMissed] = ordersIfKilledOrNot(setup);
      const [ifFallen, ifFlying] = ordersIfFallenOrNot(setup);
      return ifKilled.join() !== ifMissed.join() || ifFallen.join() !== ifFlying.join();
    });
    expect(betrayed.length).toBeGreaterThan(0);
  });
});
