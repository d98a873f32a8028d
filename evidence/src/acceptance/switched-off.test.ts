import { PAIR_STATES } from "@pavise/lab";
import { describe, expect, it } from "vitest";
import { nightsOf, setupOf, tablesOf } from "./event.ts";

const nights = 1000;
const draws = [0, 1, 2, 3, 4, 5];
/** The day after: no interceptor is in the air any more. */
const afterwards = ["options.s400-switched-off.units.*.switched_off_at_s=100000"];

describe("the S-400 that its supplier switched off before the raid", () => {
  it.each(draws)("has the fates of no defence in all 1,000 nights of draw %i", (draw) => {
    const none = nightsOf(setupOf("none", draw), nights).map(({ fateHash }) => fateHash);
    const off = nightsOf(setupOf("s400-switched-off", draw), nights);
    expect(off.map(({ fateHash }) => fateHash)).toEqual(none);
  });

  it.each(draws)("refuses as switched off and for no other reason, in draw %i", (draw) => {
    const setup = setupOf("s400-switched-off", draw);
    let refused = 0;
    for (const { pairs, fates, rounds } of nightsOf(setup, nights)) {
      const states = pairs.flatMap((count, index) =>
        count > 0 ? [PAIR_STATES[index % PAIR_STATES.length]!] : [],
      );
      expect(new Set([...states, "not-needed"])).toEqual(new Set(["switched-off", "not-needed"]));
      expect(rounds).toEqual([0, 0]);
      // Whoever did not fail is refused by both units; nobody is intercepted.
      const [failed, intercepted] = fates;
      expect(intercepted).toBe(0);
      const off = PAIR_STATES.indexOf("switched-off");
      for (const unit of [0, 1]) {
        expect(pairs[unit * PAIR_STATES.length + off]).toBe(16 - failed!);
      }
      refused += 2 * (16 - failed!);
    }
    expect(refused).toBeGreaterThan(nights);
  });

  it.each(draws)(
    "is the S-400 that was not, switched off after the last shot of draw %i",
    (draw) => {
      const as = setupOf("s400", draw);
      const late = setupOf("s400-switched-off", draw, afterwards);
      const { buffer: _a, hash: _b, unitOff: whenAs, ...tablesAs } = tablesOf(as);
      const { buffer: _c, hash: _d, unitOff: whenLate, ...tablesLate } = tablesOf(late);
      expect(tablesLate).toEqual(tablesAs);
      expect(whenLate).not.toEqual(whenAs);
      expect(nightsOf(late, nights)).toEqual(nightsOf(as, nights));
    },
  );
});
