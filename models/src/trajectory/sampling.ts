/** Turns the steps of an integration into a path with samples at even times. */
import { sqrt } from "@pavise/kernel";
import { geodeticHeight } from "../geodesy/ellipsoid.ts";
import { NODE_LENGTH, type Trace } from "./flight-integration.ts";
import { type Path, sampleCount } from "./path.ts";

/**
 * A path on WGS-84 with samples every `stepSeconds` and at the end of the trace.
 *
 * Cubic between the steps of the integration, from their positions and velocities. Measured with
 * the error of the integration, β ≥ 500 kg/m²: 0.15 m and 0.05 m/s.
 */
export function pathFromTrace(trace: Trace, stepSeconds: number): Path {
  const { nodes } = trace;
  const last = NODE_LENGTH * (trace.count - 1);
  const flightSeconds = nodes[last]!;
  const count = sampleCount(flightSeconds, stepSeconds);
  const positions = new Float64Array(3 * count);
  const heights = new Float64Array(count);
  const speeds = new Float64Array(count);
  let node = 0;
  for (let k = 0; k < count; k += 1) {
    const seconds = k === count - 1 ? flightSeconds : k * stepSeconds;
    while (node + NODE_LENGTH < last && nodes[node + NODE_LENGTH]! < seconds) node += NODE_LENGTH;
    const width = nodes[node + NODE_LENGTH]! - nodes[node]!;
    const t = (seconds - nodes[node]!) / width;
    let speedSquared = 0;
    for (let axis = 0; axis < 3; axis += 1) {
      const start = nodes[node + 1 + axis]!;
      const rise = nodes[node + NODE_LENGTH + 1 + axis]! - start;
      const a = width * nodes[node + 4 + axis]!;
      const b = width * nodes[node + NODE_LENGTH + 4 + axis]!;
      const square = 3 * rise - 2 * a - b;
      const cube = a + b - 2 * rise;
      positions[3 * k + axis] = start + t * (a + t * (square + t * cube));
      const velocity = (a + t * (2 * square + 3 * t * cube)) / width;
      speedSquared += velocity * velocity;
    }
    heights[k] = geodeticHeight(positions[3 * k]!, positions[3 * k + 1]!, positions[3 * k + 2]!);
    speeds[k] = sqrt(speedSquared);
  }
  return { world: "wgs84", stepSeconds, count, positions, heights, speeds, flightSeconds };
}
