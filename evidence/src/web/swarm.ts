/** A raid made for measuring: so many threats in the air at once, along twenty lines. */

const LINES = 20;

/** A scenario whose `count` drones all leave within ten seconds and fly for an hour. */
export function swarmText(count: number): string {
  const each = count / LINES;
  const lines = Array.from({ length: LINES }, (_, k) => k);
  const asset = (k: number): string =>
    `  - {id: place_${k}, title: Place ${k}, lat_deg: 0, lon_deg: ${0.8 * k}, altitude_m: 0, arrival_radius_km: 5}`;
  const group = (k: number): string => `  - id: line_${k}
    threat: shahed136
    count: ${each}
    aim: place_${k}
    route: [{lat_deg: 2, lon_deg: ${0.8 * k - 0.3}, height_above_ground_m: 300}, {lat_deg: 0, lon_deg: ${0.8 * k}, height_above_ground_m: 300}]
    launch_times: {start_s: 0, spacing_s: ${10 / each}}`;
  return `schema: pavise-scenario/1
id: swarm
title: "A swarm for measuring"
question: "How long does a frame take?"
description: Invented throughout.
world: wgs84
assets:
${lines.map(asset).join("\n")}
raid:
${lines.map(group).join("\n")}
threats:
  shahed136:
    flight_reliability: 1
options:
  - {id: none, title: Nothing, units: []}
study: {draws: 1, replications: 2}
`;
}
