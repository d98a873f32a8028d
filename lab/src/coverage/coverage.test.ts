import { lineOfSightArc } from "@pavise/models";
import { describe, expect, it } from "vitest";
import { degree, sensor, setup } from "./battery.test-scene.ts";
import { contourRings, polygonsOf } from "./contour.ts";
import { type Coverage, coverageOf, equivalentRadius } from "./coverage.ts";
import { coverageGeoJson } from "./coverage-geojson.ts";
import { coverageLines } from "./coverage-table.ts";

const asked = {
  setup,
  rcs: 1,
  heights: [100, 1000, 10_000],
  classes: ["ballistic", "aircraft"] as const,
  regions: [],
  spacing: 8000,
};

const radiusKm = (coverage: Coverage, kind: string, of: string | null, height: number): number => {
  const layer = coverage.layers.find(
    (each) => each.kind === kind && each.class === of && each.height === height,
  )!;
  return equivalentRadius(layer) / 1000;
};

describe("coverage of one battery over smooth ground", () => {
  const coverage = coverageOf(asked);

  it("ends at the horizon low down: 52 km at 100 m, 141 km at 1 km, for a mast of 7 m", () => {
    expect(radiusKm(coverage, "seen", null, 100)).toBeCloseTo(lineOfSightArc(7, 100) / 1000, 0);
    expect(radiusKm(coverage, "seen", null, 1000)).toBeCloseTo(lineOfSightArc(7, 1000) / 1000, 0);
  });

  it("ends high up where 1 m² is no longer detected: 286 km for 340 km against 2 m²", () => {
    // The hole is the cone above 80 degrees of elevation, 1.8 km wide at 10 km.
    expect(Math.abs(radiusKm(coverage, "seen", null, 10_000) - 285.9)).toBeLessThan(1);
  });

  it("reaches 250 km against aircraft at 10 km, 60 km against ballistic missiles, none below 2 km", () => {
    expect(Math.abs(radiusKm(coverage, "reached", "aircraft", 10_000) - 250)).toBeLessThan(0.5);
    expect(Math.abs(radiusKm(coverage, "reached", "ballistic", 10_000) - 60)).toBeLessThan(0.5);
    expect(radiusKm(coverage, "reached", "ballistic", 1000)).toBe(0);
  });

  it("reaches aircraft as far as it sees them, where the horizon decides", () => {
    const seen = radiusKm(coverage, "seen", null, 100);
    expect(Math.abs(radiusKm(coverage, "reached", "aircraft", 100) - seen)).toBeLessThan(0.2);
  });

  it("never shrinks with height, nor with cross-section", () => {
    const larger = coverageOf({ ...asked, rcs: 5 });
    for (const height of asked.heights) {
      const seen = radiusKm(coverage, "seen", null, height);
      // Their grids differ, and with them radii by up to 0.1 km.
      expect(radiusKm(larger, "seen", null, height)).toBeGreaterThan(seen - 0.1);
    }
    expect(radiusKm(coverage, "seen", null, 1000)).toBeGreaterThan(
      radiusKm(coverage, "seen", null, 100),
    );
  });

  it("loses all below 500 m to clutter of 500 m, and nothing above it", () => {
    const sensors = [{ ...sensor, clutterHeight: 500 }];
    const hidden = coverageOf({ ...asked, setup: { ...setup, sensors } });
    expect(radiusKm(hidden, "seen", null, 100)).toBe(0);
    expect(radiusKm(hidden, "reached", "aircraft", 100)).toBe(0);
    const whole = radiusKm(coverage, "seen", null, 10_000);
    expect(radiusKm(hidden, "seen", null, 10_000)).toBe(whole);
  });

  it("of a sector of 120 degrees is a third of the whole", () => {
    const sector = { centre: 81 * degree, width: 120 * degree };
    const narrow = coverageOf({ ...asked, setup: { ...setup, sensors: [{ ...sensor, sector }] } });
    const [part, whole] = [narrow, coverage].map(({ layers }) => layers[6]!.areaKm2);
    expect(Math.abs(part! / whole! - 1 / 3)).toBeLessThan(0.004);
  });

  it("has closed rings of GeoJSON and a table of at most 100 columns", () => {
    const { features } = coverageGeoJson(coverage);
    expect(features).toHaveLength(9);
    for (const { geometry } of features) {
      for (const ring of geometry.coordinates.flat()) expect(ring.at(-1)).toEqual(ring[0]);
    }
    for (const { text } of coverageLines([coverage, coverage])) {
      expect(text.length).toBeLessThanOrEqual(100);
    }
  });

  it("covers half of a region of which it covers half", () => {
    const ring = [
      [42.4, 33.75],
      [42.5, 33.75],
      [42.5, 33.85],
      [42.4, 33.85],
    ] as const;
    const far = ring.map(([x, y]) => [x + 6, y] as const);
    const regions = [{ id: "r", title: "R", rings: [ring, far] }];
    const { layers } = coverageOf({ ...asked, spacing: 2000, heights: [100], regions });
    expect(layers[0]!.shares[0]).toBeCloseTo(0.5, 1);
  });
});

describe("contours", () => {
  it("put a hole into its outline, each on its own side", () => {
    const count = 41;
    const degrees = Float64Array.from({ length: count }, (_, i) => i - 20);
    const field = { rows: count, columns: count, latitudesDeg: degrees, longitudesDeg: degrees };
    const values = Float64Array.from({ length: count * count }, (_, node) => {
      const [x, y] = [degrees[node % count]!, degrees[Math.floor(node / count)]!];
      const from = Math.hypot(x, y);
      return Math.min(15 - from, from - 5);
    });
    const polygons = polygonsOf(contourRings(field, values));
    expect(polygons).toHaveLength(1);
    expect(polygons[0]!.holes).toHaveLength(1);
    for (const [x, y] of polygons[0]!.outer) {
      expect(Math.abs(Math.hypot(x, y) - 15)).toBeLessThan(0.02);
    }
    for (const [x, y] of polygons[0]!.holes[0]!) {
      expect(Math.abs(Math.hypot(x, y) - 5)).toBeLessThan(0.06);
    }
  });
});
