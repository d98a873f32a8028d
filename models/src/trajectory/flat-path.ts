/** Straight paths at constant speed over the flat world. */
import { sqrt, type Vector3 } from "@pavise/kernel";
import { type Path, sampleCount } from "./path.ts";

/** A straight line flown at constant speed. */
export interface FlatPathRequest {
  readonly from: Vector3<"flat">;
  readonly to: Vector3<"flat">;
  /** Along the line, metres per second. */
  readonly speed: number;
  readonly stepSeconds: number;
}

/**
 * The straight path between two points of the flat world at constant speed: no gravity, no drag,
 * no turn. Exact.
 *
 * @example flatPath({ from: { x: 0, y: 300e3, z: 0 }, to: { x: 0, y: 0, z: 0 }, speed: 1500,
 *   stepSeconds: 1 }).flightSeconds // 200
 */
export function flatPath({ from, to, speed, stepSeconds }: FlatPathRequest): Path {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const dz = to.z - from.z;
  const distance = sqrt(dx * dx + dy * dy + dz * dz);
  if (!(speed > 0 && Number.isFinite(speed))) {
    throw new RangeError(`flatPath: expected a speed above 0 m/s, got ${speed}`);
  }
  if (!(distance > 0 && Number.isFinite(distance))) {
    throw new RangeError(
      `flatPath: expected two different points, got ${from.x}, ${from.y}, ${from.z} and ` +
        `${to.x}, ${to.y}, ${to.z}`,
    );
  }
  const flightSeconds = distance / speed;
  const count = sampleCount(flightSeconds, stepSeconds);
  const positions = new Float64Array(3 * count);
  const heights = new Float64Array(count);
  for (let k = 0; k < count; k += 1) {
    const isLast = k === count - 1;
    const share = (k * stepSeconds) / flightSeconds;
    positions[3 * k] = isLast ? to.x : from.x + share * dx;
    positions[3 * k + 1] = isLast ? to.y : from.y + share * dy;
    heights[k] = isLast ? to.z : from.z + share * dz;
    positions[3 * k + 2] = heights[k]!;
  }
  const speeds = new Float64Array(count).fill(speed);
  return { world: "flat", stepSeconds, count, positions, heights, speeds, flightSeconds };
}
