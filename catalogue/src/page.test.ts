import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entryPage } from "./entry-page.ts";
import { packedCatalogue } from "./packed.ts";
import { checkPage, listPage, sourcesPage } from "./page.ts";
import { shownNumber, shownQuantity, signedQuantity, wrapped } from "./text-layout.ts";

const catalogue = packedCatalogue();

function widest(page: string): number {
  return Math.max(...page.split("\n").map((line) => line.length));
}

describe("every page fits 100 columns", () => {
  test("the list, the check and all sources", () => {
    for (const page of [listPage(catalogue), checkPage(catalogue), sourcesPage(catalogue)]) {
      expect(widest(page)).toBeLessThanOrEqual(100);
    }
  });

  test("every entry and every source", () => {
    const { systems, threats, places, engagements, supply, tests, assumptions } = catalogue;
    const { threatTrials, priorReadings } = catalogue;
    const entries = { systems, threats, places, engagements, supply, tests };
    const shelves = { ...entries, threatTrials, priorReadings, assumptions };
    for (const [name, shelf] of Object.entries(shelves)) {
      for (const id of shelf.keys()) {
        const page = entryPage(catalogue, `${name}.${id}`);
        expect(widest(page), id).toBeLessThanOrEqual(100);
        expect(page, id).not.toMatch(/undefined|\[object|NaN/);
      }
    }
    for (const list of ["rcs-classes", "distances", "seed-claims", "conflicts", "holes", "about"]) {
      expect(widest(entryPage(catalogue, list)), list).toBeLessThanOrEqual(100);
    }
    for (const key of [...catalogue.sources.keys()].slice(0, 40)) {
      expect(widest(sourcesPage(catalogue, key)), key).toBeLessThanOrEqual(100);
    }
  });

  test("wrapped text keeps every word and no line is longer", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,130}$/), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, fc.nat({ max: 20 }), (parts, indent) => {
        const lines = wrapped(parts.join(" "), indent, 2);
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
        expect(lines.join("").replaceAll(" ", "")).toBe(parts.join(""));
      }),
    );
  });
});

describe("the page of a system", () => {
  const page = entryPage(catalogue, "s400");

  test("says where a parameter comes from and what the brochure says instead", () => {
    expect(page).toContain("reaction time                      12 (8 to 30) s · assumption, low");
    expect(page).toContain("common assumption reaction_time_s; from track to first launch");
    expect(page).toContain("also: 10 (8 to 15) s · timings.reaction_time_s (published, medium)");
  });

  test("shows facts, conflicts, what is missing, records and past engagements", () => {
    for (const heading of [
      "Facts",
      "Where sources disagree",
      "What is missing",
      "Records",
      "Past engagements",
    ]) {
      expect(page).toContain(`\n${heading}`);
    }
  });
});

describe("the drawing of an envelope", () => {
  const drawingOf = (system: string, heading: string): string[] => {
    const lines = entryPage(catalogue, system).split("\n");
    const start = lines.findIndex((line) => line.startsWith(`  ${heading}`));
    const end = lines.findIndex((line, index) => index > start && line.includes("└"));
    return lines.slice(start, end).filter((line) => line.includes("┤"));
  };
  const cells = (line: string | undefined): string => line?.split("┤")[1] ?? "";

  test("ends the reach of a 48N6E3 against ballistic missiles at 60 km, of 400 across the page", () => {
    const rows = drawingOf("s400", "48n6e3 against ballistic missiles");
    expect(Math.max(...rows.map((row) => cells(row).length)) * 5).toBe(60);
  });

  test("shows that at 2 km a 40N6E cannot be used beyond 195 km, which its antenna cannot see", () => {
    const lowest = cells(drawingOf("s400", "40n6e against cruise").at(-1));
    // 7 m and 2 km: 10.9 + 184.3 km of horizon; a column is 5 km wide.
    expect(lowest.indexOf("·") * 5).toBeCloseTo(195, -1);
    expect(lowest.length * 5).toBe(400);
  });

  test("shades what only the likely or the most favourable values reach", () => {
    // 20 km at 0.25 km a column; the least range is 1, 2 or 5 km.
    expect(cells(drawingOf("pantsir_s1", "57e6").at(-1))).toBe(
      `${" ".repeat(4)}${"░".repeat(4)}${"▒".repeat(12)}${"█".repeat(60)}`,
    );
  });

  test("leaves out nothing: every envelope of every system is drawn", () => {
    for (const id of catalogue.systems.keys()) {
      const envelopes = [...catalogue.parameters.keys()].filter(
        (path) => path.startsWith(`systems.${id}.`) && path.endsWith(".range_max_km"),
      );
      const axes = entryPage(catalogue, id)
        .split("\n")
        .filter((line) => line.includes("└"));
      expect(axes.length, id).toBe(envelopes.length);
    }
  });
});

describe("looking for what is not there", () => {
  test("names what is near", () => {
    expect(() => entryPage(catalogue, "s40")).toThrow(/near: s400.*got "s40"$/);
    expect(() => sourcesPage(catalogue, "takvim")).toThrow(/near: takvim_s400_2019/);
  });
});

describe("numbers in words", () => {
  test("are grouped in threes and never written with an exponent", () => {
    expect(shownNumber(4_220_000)).toBe("4,220,000");
    expect(shownNumber(1e-6)).toBe("0.000001");
    expect(shownNumber(0.0015)).toBe("0.0015");
    expect(shownNumber(1.5e-7)).toBe("0.00000015");
  });

  test("say least, likely and greatest, an interval, and that nothing is published", () => {
    expect(shownQuantity([8, 12, 30], "s")).toBe("12 (8 to 30) s");
    expect(shownQuantity([454, 907], "kg")).toBe("454 to 907 kg");
    expect(shownQuantity(null, "batteries")).toBe("not published");
  });

  test("carry the signs of their units for readers, and no datum", () => {
    expect(signedQuantity([0, 81, 360], "deg (WGS-84)")).toBe("81 (0 to 360)°");
    expect(signedQuantity([0.1, 0.4], "m2")).toBe("0.1 to 0.4 m²");
    expect(signedQuantity(0.6, "fraction")).toBe("0.6");
    expect(signedQuantity(12, "s")).toBe("12 s");
  });
});
