import { afterEach, describe, expect, it, vi } from "vitest";
import { scene } from "./flat.test-scene.ts";
import { journalOf } from "./journal.ts";
import { Picture } from "./picture.ts";
import { withKillProbability } from "./tables.ts";
import { tabulate } from "./tabulate.ts";

/** Two posts that know nothing of each other; the second comes 15 s later to the same threat. */
function twoPosts(secondScan = 0, secondReaction = 15) {
  const base = scene();
  const [unit, sensor] = [base.fireUnits[0]!, base.sensors[0]!];
  return tabulate({
    ...base,
    commandPosts: [
      { id: "first", dropSeconds: 10 },
      { id: "second", dropSeconds: 10 },
    ],
    sensors: [
      sensor,
      {
        ...sensor,
        id: "radar-2",
        fireUnit: 1,
        commandPost: 1,
        scanPeriod: 60,
        scanPhase: secondScan,
      },
    ],
    fireUnits: [
      { ...unit, assessmentSeconds: 20 },
      {
        ...unit,
        id: "battery-2",
        commandPost: 1,
        engagementSensor: 1,
        reactionSeconds: secondReaction,
      },
    ],
  });
}

function orders(killProbability: number): string[] {
  const { journal } = journalOf(withKillProbability(twoPosts(), killProbability), 0);
  return journal.records
    .filter((record) => record.kind === "engagement-ordered" && record.seconds < 20)
    .map((record) => `${record.seconds} s: unit ${record.unit} at threat ${record.threat}`);
}

describe("command sees only the picture", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("gives the same orders up to 20 s whether the shot of 10 s killed or not", () => {
    expect(orders(1)).toEqual(orders(0));
    expect(orders(1)).toEqual(["0 s: unit 0 at threat 0", "15 s: unit 1 at threat 0"]);
  });

  it("has no track at 12 s of a threat that another post killed at 10 s, and no order", () => {
    const told = (killProbability: number): string[] => {
      const tables = withKillProbability(twoPosts(12, 0), killProbability);
      return journalOf(tables, 0)
        .journal.records.filter(({ unit, seconds }) => unit === 1 && seconds < 20)
        .map(({ kind, seconds }) => `${seconds} s: ${kind}`);
    };
    expect(told(0)).toEqual([
      "12 s: track-formed",
      "12 s: engagement-ordered",
      "12 s: interceptor-launched",
    ]);
    expect(told(1)).toEqual([]);
  });

  it("tells what gives a channel back before the order that takes it at the same instant", () => {
    const setup = scene({ unit: { channels: 1, assessmentSeconds: 4, looksMax: 2 } });
    const { journal } = journalOf(withKillProbability(tabulate(setup), 0), 0);
    const kinds = journal.records.filter(({ seconds }) => seconds === 14).map(({ kind }) => kind);
    expect(kinds).toEqual(["miss-assessed", "engagement-ordered", "interceptor-launched"]);
  });

  it("would betray a command that looks at the kill before anyone has told it", () => {
    const killed = new Map<Picture, number>();
    const { lose, isLive } = Picture.prototype;
    vi.spyOn(Picture.prototype, "lose").mockImplementation(function (this: Picture, ...row) {
      // The sin: the loss of the track is known when the kill happens, not when it is noticed.
      killed.set(this, row[2]);
      lose.apply(this, row);
    });
    vi.spyOn(Picture.prototype, "isLive").mockImplementation(function (this: Picture, ...row) {
      return isLive.apply(this, row) && row[2] < (killed.get(this) ?? Number.POSITIVE_INFINITY);
    });
    expect(orders(1)).not.toEqual(orders(0));
  });
});
