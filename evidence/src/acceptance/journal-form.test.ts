import {
  type Journal,
  type JournalRecord,
  journalOf,
  type RecordKind,
  type Setup,
} from "@pavise/lab";
import { describe, expect, it } from "vitest";
import { setupOf, tablesOf } from "./event.ts";
import { journalFaults } from "./journal-form.ts";

describe("the check of journals", () => {
  const setup = setupOf("s400", 0);
  const { journal } = journalOf(tablesOf(setup), 3);

  const faultsOf = (records: readonly JournalRecord[], other: Setup = setup): string => {
    const spoiled: Journal = { ...journal, records };
    return journalFaults(other, spoiled).join("\n");
  };
  const without = (kind: RecordKind, from = 0): readonly JournalRecord[] => {
    const at = journal.records.findIndex((each, index) => index >= from && each.kind === kind);
    expect(at, kind).toBeGreaterThanOrEqual(0);
    return journal.records.toSpliced(at, 1);
  };
  const twice = (kind: RecordKind): readonly JournalRecord[] => {
    const at = journal.records.findIndex((each) => each.kind === kind);
    return journal.records.toSpliced(at, 0, journal.records[at]!);
  };
  /** Without the track that the post of the first order has of its threat. */
  const untracked = (): readonly JournalRecord[] => {
    const order = journal.records.find(({ kind }) => kind === "engagement-ordered")!;
    const post = setup.fireUnits[order.unit]!.commandPost;
    return journal.records.filter(
      ({ kind, threat, unit }) =>
        kind !== "track-formed" || threat !== order.threat || unit !== post,
    );
  };
  /** The same units with something changed that the night was not played with. */
  const refitted = (change: (unit: Setup["fireUnits"][number]) => object): Setup => ({
    ...setup,
    fireUnits: setup.fireUnits.map((unit) => ({ ...unit, ...change(unit) })),
  });

  it("finds nothing in a night as it was played", () => {
    expect(faultsOf(journal.records)).toBe("");
  });

  it.each<[string, readonly JournalRecord[], RegExp]>([
    ["an order without a track", untracked(), /ordered.*a track by the post/],
    ["a launch without an order", without("engagement-ordered"), /launched.*: an order/],
    ["a hit without a launch", without("interceptor-launched"), /a launch before it/],
    ["a round that never comes down", without("interceptor-missed"), /never come down/],
    ["a channel never given back", without("miss-assessed"), /leaves 1 channels taken/],
    ["an order for a threat in work", twice("engagement-ordered"), /no unit of the post engages/],
    ["a third round of two", twice("interceptor-launched"), /a salvo of 2/],
    ["a threat that arrives twice", twice("threat-arrived"), /has 2 fates/],
    ["a threat without a fate", without("threat-arrived"), /has 0 fates/],
    ["a threat shot before its launch", without("threat-launched", 1), /never launched/],
    ["records out of order", journal.records.toReversed(), /in the order of time/],
  ])("finds %s", (_, records, fault) => {
    expect(faultsOf(records)).toMatch(fault);
  });

  it.each<[string, Setup, RegExp]>([
    ["more channels than there are", refitted(() => ({ channels: 1 })), /a free channel/],
    [
      "more rounds than were loaded",
      refitted(({ magazines }) => ({
        magazines: magazines.map((magazine) => ({ ...magazine, launchers: [2] })),
      })),
      /a round$/m,
    ],
    ["launches too close", refitted(() => ({ launchSpacingSeconds: 60 })), /launch spacing/],
    ["an order too soon", refitted(() => ({ reactionSeconds: 400 })), /the reaction time/],
    ["an early assessment", refitted(() => ({ assessmentSeconds: 30 })), /the assessment time/],
  ])("finds %s", (_, other, fault) => {
    expect(faultsOf(journal.records, other)).toMatch(fault);
  });
});
