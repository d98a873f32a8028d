/** The frame of a map: which part of the ground it shows, and how large. */

import type { MapPoint, ReportMap } from "../input.ts";
import { azimuthalEquidistant, type PlaneKm, type Projection } from "./projection.ts";

export type Pixel = readonly [x: number, y: number];

export interface MapFrame {
  readonly width: number;
  readonly height: number;
  readonly pixelsPerKm: number;
  readonly centre: MapPoint;
  /** Pixels from degrees. */
  place(point: MapPoint): Pixel;
}

const ASPECT_MIN = 0.5;
const ASPECT_MAX = 0.86;

interface Extent {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/**
 * A frame that holds launch areas, assets, tracks and envelopes; ranges of headlines may leave it.
 * `margin` is the free ground around them, as a share of their extent.
 */
export function mapFrame(map: ReportMap, width: number, margin: number): MapFrame {
  const points = [
    ...map.launchAreas.map(({ at }) => at),
    ...map.assets.map(({ at }) => at),
    ...map.tracks.flatMap(({ ground }) => ground),
  ];
  const centre = middle(points);
  const project = azimuthalEquidistant(centre);
  const extent = grown(extentOf(map, points, project), margin);
  const across = extent.east - extent.west;
  const up = extent.north - extent.south;
  const aspect = Math.min(ASPECT_MAX, Math.max(ASPECT_MIN, up / across));
  const pixelsPerKm = Math.min(width / across, (width * aspect) / up);
  const [eastKm, northKm] = [(extent.east + extent.west) / 2, (extent.north + extent.south) / 2];
  const height = Math.round(width * aspect);
  return {
    width,
    height,
    pixelsPerKm,
    centre,
    place: (point) => {
      const [east, north] = project(point);
      return [
        width / 2 + (east - eastKm) * pixelsPerKm,
        height / 2 - (north - northKm) * pixelsPerKm,
      ];
    },
  };
}

function middle(points: readonly MapPoint[]): MapPoint {
  const latitudes = points.map(([latitude]) => latitude);
  const longitudes = points.map(([, longitude]) => longitude);
  return [
    (Math.min(...latitudes) + Math.max(...latitudes)) / 2,
    (Math.min(...longitudes) + Math.max(...longitudes)) / 2,
  ];
}

function extentOf(map: ReportMap, points: readonly MapPoint[], project: Projection): Extent {
  const around = (at: PlaneKm, radiusKm: number): PlaneKm[] => [
    [at[0] - radiusKm, at[1] - radiusKm],
    [at[0] + radiusKm, at[1] + radiusKm],
  ];
  const all = [
    ...points.map(project),
    ...map.launchAreas.flatMap(({ at, accuracyKm }) => around(project(at), accuracyKm)),
    ...map.defences.flatMap(({ units }) =>
      units.flatMap(({ at, envelope }) => around(project(at), envelope.rangeMaxKm)),
    ),
  ];
  const east = all.map(([x]) => x);
  const north = all.map(([, y]) => y);
  return {
    west: Math.min(...east),
    east: Math.max(...east),
    south: Math.min(...north),
    north: Math.max(...north),
  };
}

function grown({ west, east, south, north }: Extent, share: number): Extent {
  const margin = share * Math.max(east - west, north - south, 10);
  return {
    west: west - margin,
    east: east + margin,
    south: south - margin,
    north: north + margin,
  };
}
