/** Lines around the places where a field is 0 or more, by marching squares. */

/** A closed line of [longitude, latitude] in degrees; the first point is not repeated. */
export type Ring = readonly (readonly [number, number])[];

/** An outline, counter-clockwise, and its holes, clockwise. */
export interface CoveragePolygon {
  readonly outer: Ring;
  readonly holes: readonly Ring[];
}

interface Field {
  readonly rows: number;
  readonly columns: number;
  readonly latitudesDeg: Float64Array;
  readonly longitudesDeg: Float64Array;
}

/**
 * Rings around the nodes with values of 0 or more; lines cross the edges of the grid where the
 * value, taken as straight between nodes, is 0. What reaches the border of the grid ends there.
 * A ring runs with the inside on its left: counter-clockwise outside, clockwise around holes.
 */
export function contourRings(field: Field, values: Float64Array): Ring[] {
  const { rows, columns } = field;
  const next = new Map<number, number>();
  // Cells run one past each border, where all is outside.
  for (let row = -1; row < rows; row++) {
    for (let column = -1; column < columns; column++) {
      linkCell(field, values, row, column, next);
    }
  }
  const rings: Ring[] = [];
  for (const start of next.keys()) {
    if (!next.has(start)) continue;
    const ring: (readonly [number, number])[] = [];
    let edge = start;
    do {
      ring.push(edgePoint(field, values, edge));
      const to = next.get(edge)!;
      next.delete(edge);
      edge = to;
    } while (edge !== start);
    rings.push(ring);
  }
  return rings;
}

function valueAt({ rows, columns }: Field, values: Float64Array, row: number, column: number) {
  if (row < 0 || column < 0 || row >= rows || column >= columns) return -1;
  return values[row * columns + column]!;
}

/** An edge: a node and whether the edge goes north from it rather than east. */
function edgeKey({ columns }: Field, row: number, column: number, isNorth: 0 | 1): number {
  return 2 * ((row + 1) * (columns + 2) + column + 1) + isNorth;
}

function linkCell(
  field: Field,
  values: Float64Array,
  row: number,
  column: number,
  next: Map<number, number>,
): void {
  // Corners and edges counter-clockwise from the south-west; edge k follows corner k.
  const corners = [
    valueAt(field, values, row, column),
    valueAt(field, values, row, column + 1),
    valueAt(field, values, row + 1, column + 1),
    valueAt(field, values, row + 1, column),
  ];
  const inside = corners.map((value) => value >= 0);
  if (inside.every((is) => is === inside[0])) return;
  const edges = [
    edgeKey(field, row, column, 0),
    edgeKey(field, row, column + 1, 1),
    edgeKey(field, row + 1, column, 0),
    edgeKey(field, row, column, 1),
  ];
  const isSaddle = inside[0] === inside[2] && inside[1] === inside[3];
  const isJoined = corners[0]! + corners[1]! + corners[2]! + corners[3]! >= 0;
  for (let k = 0; k < 4; k++) {
    if (!inside[k]! || inside[(k + 1) % 4]!) continue;
    // The line leaves through the edge after the last inside corner and enters where outside ends.
    let entry = (k + 3) % 4;
    if (isSaddle) entry = isJoined ? (k + 1) % 4 : (k + 3) % 4;
    else while (inside[entry]!) entry = (entry + 3) % 4;
    next.set(edges[k]!, edges[entry]!);
  }
}

function edgePoint(field: Field, values: Float64Array, key: number): readonly [number, number] {
  const { rows, columns, latitudesDeg, longitudesDeg } = field;
  const isNorth = key % 2;
  const node = Math.floor(key / 2);
  const row = Math.floor(node / (columns + 2)) - 1;
  const column = (node % (columns + 2)) - 1;
  const from = valueAt(field, values, row, column);
  const to = valueAt(field, values, row + isNorth, column + 1 - isNorth);
  const share = from / (from - to);
  const along = (degrees: Float64Array, at: number, count: number, moves: boolean): number => {
    const first = degrees[Math.min(Math.max(at, 0), count - 1)]!;
    if (!moves) return first;
    const second = degrees[Math.min(Math.max(at + 1, 0), count - 1)]!;
    return first + share * (second - first);
  };
  return [
    along(longitudesDeg, column, columns, isNorth === 0),
    along(latitudesDeg, row, rows, isNorth === 1),
  ];
}

/** Twice the area of a ring in square degrees, positive if counter-clockwise. */
function windingArea(ring: Ring): number {
  let sum = 0;
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    sum += x * nextY - nextX * y;
  });
  return sum;
}

/** Is a point inside rings, counting every crossing (even-odd)? */
export function isInside(rings: readonly Ring[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    let [fromX, fromY] = ring[ring.length - 1]!;
    for (const [toX, toY] of ring) {
      if (fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)) {
        inside = !inside;
      }
      fromX = toX;
      fromY = toY;
    }
  }
  return inside;
}

/** Rings sorted into outlines and the holes in them. */
export function polygonsOf(rings: readonly Ring[]): CoveragePolygon[] {
  const outers = rings
    .map((ring) => ({ ring, area: windingArea(ring), holes: [] as Ring[] }))
    .filter(({ area }) => area > 0)
    .sort((a, b) => a.area - b.area);
  for (const ring of rings) {
    if (windingArea(ring) > 0) continue;
    const [x, y] = ring[0]!;
    // The smallest outline around it; a hole never touches its outline.
    outers.find((outer) => isInside([outer.ring], x, y))?.holes.push(ring);
  }
  return outers.reverse().map(({ ring, holes }) => ({ outer: ring, holes }));
}
