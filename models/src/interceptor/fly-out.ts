/** How long an interceptor takes from launch to a point of meeting. */

/** A table of flight times over ground range and height; nothing is known outside it. */
export interface FlyOutTable {
  /** Ground ranges, m, rising. */
  readonly ranges: Float64Array;
  /** Heights, m, rising. */
  readonly heights: Float64Array;
  /** Flight times, s; the time at range i and height j is at i × heights.length + j. */
  readonly times: Float64Array;
}

/** What is known of an interceptor's flight: its average speed, one time for all, or a table. */
export type FlyOut =
  | { readonly kind: "constant-speed"; readonly speed: number }
  | { readonly kind: "fixed-time"; readonly time: number }
  | { readonly kind: "table"; readonly table: FlyOutTable };

/**
 * Time of flight (s) to a point at `groundRange` and `height` (m) whose straight distance is
 * `slantRange` (m); null where a table says nothing.
 *
 * A constant speed is the average over the whole flight along a straight line: too slow near the
 * launcher's burn-out and too fast at the far edge, and by how much no one publishes.
 */
export function flyOutTime(
  flyOut: FlyOut,
  slantRange: number,
  groundRange: number,
  height: number,
): number | null {
  switch (flyOut.kind) {
    case "constant-speed":
      return slantRange / flyOut.speed;
    case "fixed-time":
      return flyOut.time;
    case "table":
      return tabulatedTime(flyOut.table, groundRange, height);
  }
}

/**
 * A table from rows of times, one row per range; refuses axes that do not rise and rows that do
 * not fit.
 */
export function flyOutTable(
  ranges: readonly number[],
  heights: readonly number[],
  rows: readonly (readonly number[])[],
): FlyOutTable {
  assertRising("flyOutTable ranges", ranges);
  assertRising("flyOutTable heights", heights);
  if (rows.length !== ranges.length) {
    throw new RangeError(
      `flyOutTable rows: expected one row per range (${ranges.length}), got ${rows.length}`,
    );
  }
  rows.forEach((row, index) => {
    if (row.length !== heights.length || !row.every((time) => time >= 0)) {
      throw new RangeError(
        `flyOutTable rows[${index}]: expected ${heights.length} times of at least 0 s, got [${row.join(", ")}]`,
      );
    }
  });
  return {
    ranges: Float64Array.from(ranges),
    heights: Float64Array.from(heights),
    times: Float64Array.from(rows.flat()),
  };
}

function assertRising(where: string, axis: readonly number[]): void {
  const rises = axis.every((value, index) => index === 0 || value > axis[index - 1]!);
  if (axis.length < 2 || !rises) {
    throw new RangeError(
      `${where}: expected at least two rising numbers, got [${axis.join(", ")}]`,
    );
  }
}

/** Index of the cell of a rising axis that holds a value, or −1 outside. */
function cellOf(axis: Float64Array, value: number): number {
  const last = axis.length - 1;
  if (!(value >= axis[0]! && value <= axis[last]!)) return -1;
  let cell = 0;
  while (cell < last - 1 && value >= axis[cell + 1]!) cell++;
  return cell;
}

function tabulatedTime(table: FlyOutTable, groundRange: number, height: number): number | null {
  const { ranges, heights, times } = table;
  const i = cellOf(ranges, groundRange);
  const j = cellOf(heights, height);
  if (i < 0 || j < 0) return null;
  const alongRange = (groundRange - ranges[i]!) / (ranges[i + 1]! - ranges[i]!);
  const alongHeight = (height - heights[j]!) / (heights[j + 1]! - heights[j]!);
  const near = i * heights.length + j;
  const far = near + heights.length;
  const low = times[near]! * (1 - alongRange) + times[far]! * alongRange;
  const high = times[near + 1]! * (1 - alongRange) + times[far + 1]! * alongRange;
  return low * (1 - alongHeight) + high * alongHeight;
}
