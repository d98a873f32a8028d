import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  COVERAGE_GROUNDS,
  COVERAGE_HEIGHTS,
  COVERAGE_LAYERS,
  COVERAGE_RCS,
  emptyState,
  type LabState,
} from "./lab-state.ts";
import { FRAGMENT_MAX, fragmentFromState, LinkError, stateFromFragment } from "./link.ts";

const open: LabState = {
  ...emptyState,
  scenario: { name: "own.yaml", text: "schema: pavise-scenario/1\n" },
};

function packed(value: unknown): string {
  return `1.${deflateRawSync(Buffer.from(JSON.stringify(value))).toString("base64url")}`;
}

describe("a link", () => {
  test("gives back every state that it was made from", async () => {
    const count = fc.integer({ min: 1, max: 100_000 });
    const states = fc.record({
      scenario: fc.record({ name: fc.string({ maxLength: 200 }), text: fc.string() }),
      options: fc.option(fc.array(fc.string({ maxLength: 40 }), { maxLength: 6 })),
      sets: fc.array(fc.string({ maxLength: 80 }), { maxLength: 6 }),
      seed: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
      size: fc.option(fc.record({ draws: count, replications: count.map((n) => n + 1) })),
      view: fc.constantFrom("answer" as const, "stage" as const, "sources" as const),
      night: fc.option(
        fc.record({ option: fc.string({ maxLength: 20 }), draw: count, replication: count }),
      ),
      coverage: fc.record({
        option: fc.option(fc.string({ maxLength: 20 })),
        layer: fc.option(fc.constantFrom(...COVERAGE_LAYERS)),
        height: fc.option(fc.constantFrom(...COVERAGE_HEIGHTS)),
        ground: fc.option(fc.constantFrom(...COVERAGE_GROUNDS)),
        rcs: fc.option(fc.constantFrom(...COVERAGE_RCS)),
        unit: fc.option(fc.string({ maxLength: 20 })),
        asset: fc.option(fc.string({ maxLength: 20 })),
      }),
    });
    await fc.assert(
      fc.asyncProperty(states, async (state) => {
        const { state: read } = await stateFromFragment(await fragmentFromState(state));
        expect(read).toEqual(state);
      }),
      { numRuns: 60 },
    );
  });

  test("carries the hash of the study that its writer saw", async () => {
    const fragment = await fragmentFromState(open, "0123456789abcdef");
    expect((await stateFromFragment(fragment)).studyHash).toBe("0123456789abcdef");
  });

  test("to the gallery with another seed is written out", async () => {
    expect(await fragmentFromState({ ...emptyState, seed: 7 })).toBe("seed=7");
    expect((await stateFromFragment("seed=7")).state).toEqual({ ...emptyState, seed: 7 });
  });

  const good = { name: "own.yaml", text: "a", seed: 1 };
  test.each([
    ["is longer than any link", `1.${"A".repeat(FRAGMENT_MAX)}`],
    ["has other characters", "1.ü"],
    ["is of another version", "9.AAAA"],
    ["inflates to 40 MB", packed({ ...good, text: "a".repeat(40_000_000) })],
    ["is a list", packed([1])],
    ["has no name", packed({ seed: 1 })],
    ["names a scenario that is not there", packed({ name: "nowhere.yaml", seed: 1 })],
    ["has a negative seed", packed({ ...good, seed: -1 })],
    ["has half a draw", packed({ ...good, size: [0.5, 10] })],
    ["has a coverage at no height", packed({ ...good, coverage: { height: 123 } })],
    ["has a coverage of an unknown layer", packed({ ...good, coverage: { layer: "__proto__" } })],
    ["has a coverage over no ground", packed({ ...good, coverage: { ground: 1 } })],
    ["has a coverage of no cross-section", packed({ ...good, coverage: { rcs: "1" } })],
    ["has a coverage that is a list", packed({ ...good, coverage: [] })],
    ["has too many draws", packed({ ...good, size: [1e9, 10] })],
    ["has a view from a prototype", packed({ ...good, view: "constructor" })],
    ["has numbers for wishes", packed({ ...good, sets: [1] })],
    ["has a thousand wishes", packed({ ...good, sets: new Array(1000).fill("a=1") })],
    ["has a night that is no address", packed({ ...good, night: "first" })],
  ])("that %s is refused", async (_, fragment) => {
    await expect(stateFromFragment(fragment)).rejects.toThrow(LinkError);
  });

  test("that is cut off anywhere is refused, or is no link at all", async () => {
    const whole = await fragmentFromState(open);
    for (let length = 3; length < whole.length; length += 7) {
      await expect(stateFromFragment(whole.slice(0, length))).rejects.toThrow(LinkError);
    }
  });
});
