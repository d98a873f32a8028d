import { describe, expect, it } from "vitest";
import type { MagazineSetup } from "../scenario/setup.ts";
import { scene, threats } from "./flat.test-scene.ts";
import { REASON } from "./refusal.ts";
import { Engagement } from "./replicate.ts";
import { tabulate } from "./tabulate.ts";
import { Tally } from "./tally.ts";

const [magazine] = scene().fireUnits[0]!.magazines;

/** Rounds for meetings between two ranges, km. */
function rounds(from: number, to: number, changes: Partial<MagazineSetup>): MagazineSetup {
  const all = magazine!.envelopes.ballistic!;
  const envelope = { ...all, rangeMin: from * 1000, rangeMax: to * 1000 };
  return { ...magazine!, envelopes: { ballistic: envelope }, ...changes };
}

function played(magazines: readonly MagazineSetup[], count = 2) {
  const tables = tabulate(scene({ threats: threats(count), unit: { magazines } }));
  const tally = new Tally(1, 1, magazines.length);
  new Engagement(tables).replicate(0, tally);
  return tally;
}

describe("two threats that come from 60 km at 1 km/s against one far round", () => {
  const far = rounds(30, 60, { launchers: [1] });
  const near = rounds(0, 20, { launchers: [10] });

  it("are both met, the second by a near round when the window of near rounds opens", () => {
    expect([...played([far, near]).rounds]).toEqual([1, 1]);
  });

  it("are both met, whichever magazine is listed first", () => {
    expect([...played([near, far]).rounds]).toEqual([1, 1]);
  });

  it("are both met by what is ready first: a near round at 30 s, a far one again at 35 s", () => {
    const again = rounds(0, 60, { launchers: [1], stock: 1, roundsPerLauncher: 1 });
    expect([...played([{ ...again, reloadSeconds: 35 }, near]).rounds]).toEqual([1, 1]);
    expect([...played([{ ...again, reloadSeconds: 25 }, near]).rounds]).toEqual([2, 0]);
  });

  it("are met once where the near rounds are gone too", () => {
    const { pairs, rounds: spent } = played([far, { ...near, launchers: [0] }]);
    expect([...spent]).toEqual([1, 0]);
    expect(pairs[REASON["no-interceptor"]]).toBe(1);
  });
});
