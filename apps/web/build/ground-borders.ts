/** Countries with fewer points: what a map of a theatre shows, at half the size. */

import type { GeometryCollection, MultiPolygon, Topology } from "topojson-specification";

export type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Parts of a degree that are kept: a kilometre. */
const PARTS_OF_DEGREE = 100;
/** Points nearer than this to the line between their neighbours are left out, hundredths of a degree. */
const TOLERANCE = 1.5;
/** Islands that are smaller across than this are left out, unless a country has no other ground. */
const ISLAND_MIN = 9;

type Arc = number[][];

/** The same borders, each still shared by the two countries that it parts. */
export function leanCountries(atlas: Countries): Countries {
  const arcs = atlas.arcs.map((arc) => thinnedArc(plainArc(arc as Arc, atlas)));
  const kept = new Map<number, number>();
  const renumbered = (ring: readonly number[]): number[] =>
    ring.map((signed) => {
      const arc = signed < 0 ? ~signed : signed;
      if (!kept.has(arc)) kept.set(arc, kept.size);
      const next = kept.get(arc)!;
      return signed < 0 ? ~next : next;
    });
  const geometries = atlas.objects.countries.geometries.map((each) => {
    const polygons = (each.type === "Polygon" ? [each.arcs] : (each as MultiPolygon).arcs) ?? [];
    const sizes = polygons.map(([outer]) => sizeOf(outer!, arcs));
    const most = Math.max(...sizes);
    const large = polygons.filter((_, k) => sizes[k]! >= ISLAND_MIN || sizes[k] === most);
    const lean = large.map((polygon) => polygon.map(renumbered));
    const { name } = each.properties as { name: string };
    return { type: "MultiPolygon", arcs: lean, properties: { name } } as MultiPolygon<{
      name: string;
    }>;
  });
  const order = [...kept.keys()];
  return {
    type: "Topology",
    transform: { scale: [1 / PARTS_OF_DEGREE, 1 / PARTS_OF_DEGREE], translate: [0, 0] },
    arcs: order.map((arc) => steps(arcs[arc]!)),
    objects: {
      countries: { type: "GeometryCollection", geometries } as GeometryCollection<{ name: string }>,
    },
  };
}

/** Points of an arc in hundredths of a degree. */
function plainArc(arc: Arc, { transform }: Countries): Arc {
  const { scale, translate } = transform!;
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    x += dx!;
    y += dy!;
    return [
      Math.round((x * scale[0] + translate[0]) * PARTS_OF_DEGREE),
      Math.round((y * scale[1] + translate[1]) * PARTS_OF_DEGREE),
    ];
  });
}

function steps(arc: Arc): Arc {
  return arc.map(([x, y], k) =>
    k === 0 ? [x!, y!] : [x! - arc[k - 1]![0]!, y! - arc[k - 1]![1]!],
  );
}

/** The longer side of the box around a ring, hundredths of a degree. */
function sizeOf(ring: readonly number[], arcs: readonly Arc[]): number {
  const points = ring.flatMap((signed) => arcs[signed < 0 ? ~signed : signed]!);
  const side = (axis: number): number => {
    const values = points.map((point) => point[axis]!);
    return Math.max(...values) - Math.min(...values);
  };
  return Math.max(side(0), side(1));
}

/** Douglas and Peucker's halving; a closed arc is halved at its farthest point first. */
export function thinnedArc(arc: Arc): Arc {
  const keeps = new Set([0, arc.length - 1]);
  const open: [number, number][] = [[0, arc.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [first, last] = span;
    let [farthest, most] = [-1, TOLERANCE];
    for (let k = first + 1; k < last; k++) {
      const away = distance(arc[k]!, arc[first]!, arc[last]!);
      if (away > most) [farthest, most] = [k, away];
    }
    if (farthest < 0) continue;
    keeps.add(farthest);
    open.push([first, farthest], [farthest, last]);
  }
  return arc.filter((_, k) => keeps.has(k));
}

/** From a point to the stretch between two others. */
function distance(point: number[], from: number[], to: number[]): number {
  const [x, y] = [point[0]! - from[0]!, point[1]! - from[1]!];
  const [dx, dy] = [to[0]! - from[0]!, to[1]! - from[1]!];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / length));
  return Math.hypot(x - part * dx, y - part * dy);
}
