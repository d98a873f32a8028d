import { describe, expect, test } from "vitest";
import { outlineBounds, outlineFeatures } from "./coverage-outlines.ts";

const square = (west: number, south: number, side: number) =>
  [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
  ] as const;

describe("outlines of coverage", () => {
  const polygons = [{ outer: square(40, 30, 4), holes: [square(41, 31, 1)] }];

  test("are closed areas with their holes, and a name on their own line", () => {
    const [area, name] = outlineFeatures([{ kind: "seen", label: "seen at 1 km", polygons }], []);
    const { coordinates } = area!.geometry as GeoJSON.MultiPolygon;
    expect(coordinates[0]).toHaveLength(2);
    for (const ring of coordinates[0]!) expect(ring.at(-1)).toEqual(ring[0]);
    // What is seen is named in the south: 30 degrees north is the southern edge.
    expect((name!.geometry as GeoJSON.Point).coordinates[1]).toBe(30);
    expect(name!.properties!.label).toBe("seen at 1 km");
  });

  test("are named at the largest of their parts", () => {
    const apart = [...polygons, { outer: square(50, 10, 0.5), holes: [] }];
    const [, name] = outlineFeatures([{ kind: "seen", label: "seen", polygons: apart }], []);
    expect((name!.geometry as GeoJSON.Point).coordinates[1]).toBe(30);
  });

  test("stand with their names on different sides", () => {
    const kinds = ["seen", "reached", "footprint", "beside"] as const;
    const outer = Array.from({ length: 36 }, (_, k): [number, number] => {
      const angle = (k * Math.PI) / 18;
      return [44 + Math.cos(angle), 33 + Math.sin(angle)];
    });
    const round = [{ outer, holes: [] }];
    const features = outlineFeatures(
      kinds.map((kind) => ({ kind, label: kind, polygons: round })),
      [],
    );
    const names = features.filter(({ properties }) => properties!.part === "name");
    const places = names.map(({ geometry }) => (geometry as GeoJSON.Point).coordinates.join(" "));
    expect(new Set(places).size).toBe(4);
  });

  test("are named on the other side where a battery stands at the corner of its sector", () => {
    const sector = [
      {
        outer: [
          [42, 33],
          [45, 34.5],
          [45, 31.5],
        ] as const,
        holes: [],
      },
    ];
    const outline = { kind: "beside", label: "over coarse terrain", polygons: sector } as const;
    const named = (symbols: readonly (readonly [number, number])[]) => {
      const [, name] = outlineFeatures([outline], symbols);
      return [(name!.geometry as GeoJSON.Point).coordinates[0], name!.properties!.anchor];
    };
    expect(named([])).toEqual([42, "right"]);
    expect(named([[42.01, 33.02]])).toEqual([45, "left"]);
  });

  test("of nothing draw nothing, and bound nothing", () => {
    expect(outlineFeatures([{ kind: "reached", label: "r", polygons: [] }], [])).toEqual([]);
    expect(outlineBounds([], [])).toBeNull();
    expect(outlineBounds(polygons, [[50, 31]])).toEqual([40, 30, 50, 34]);
  });
});
