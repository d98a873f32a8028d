/** Ground heights and masking: answered by the pure functions of `models`. */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { degreesFromRadians, radiansFromDegrees } from "@pavise/kernel";
import {
  HORIZON_EARTH_RADIUS,
  ridgeMask,
  type TerrainGrid,
  terrainFromHgt,
  terrainFromWindow,
  terrainHeight,
  terrainHeightNearest,
  terrainPlace,
} from "@pavise/models";
import type { Adapter } from "../adapter.ts";

const remembered = new Map<string, TerrainGrid>();

function once(path: string, read: (path: string) => TerrainGrid): TerrainGrid {
  const grid = remembered.get(path) ?? read(path);
  remembered.set(path, grid);
  return grid;
}

const hgt: Adapter = {
  engine: "formula",
  answer: (question, file) => {
    const path = join(file.folder as string, file.file as string);
    const name = basename(path).replace(/\.hgt\.gz$/, "");
    const grid = once(path, () => terrainFromHgt(gunzipSync(readFileSync(path)), name));
    const latitude = radiansFromDegrees(question.lat as number);
    const longitude = radiansFromDegrees(question.lon as number);
    const { row, column } = terrainPlace(grid, latitude, longitude);
    return {
      nearest_gdal: terrainHeightNearest(grid, latitude, longitude),
      bilinear: terrainHeight(grid, latitude, longitude),
      row_col: [row, column],
    };
  },
};

interface WindowFields {
  file: string;
  rows: number;
  cols: number;
  north: number;
  south: number;
  west: number;
  east: number;
}

function windowAt(folder: string, latitudeDeg: number, longitudeDeg: number): TerrainGrid {
  const place = join(folder, "data", "etopo5");
  const { windows } = JSON.parse(readFileSync(join(place, "etopo5.json"), "utf8")) as {
    windows: WindowFields[];
  };
  const found = windows.find(
    ({ north, south, west, east }) =>
      latitudeDeg <= north && latitudeDeg >= south && longitudeDeg >= west && longitudeDeg <= east,
  );
  if (found === undefined) {
    throw new RangeError(`etopo5: no window holds ${latitudeDeg}, ${longitudeDeg}`);
  }
  return once(join(place, basename(found.file)), (path) =>
    terrainFromWindow(readFileSync(path), {
      rows: found.rows,
      columns: found.cols,
      northDeg: found.north,
      southDeg: found.south,
      westDeg: found.west,
      eastDeg: found.east,
    }),
  );
}

const etopo5: Adapter = {
  engine: "formula",
  answer: (question, file) => {
    const [lat, lon] = [question.lat as number, question.lon as number];
    const grid = windowAt(file.folder as string, lat, lon);
    const [latitude, longitude] = [radiansFromDegrees(lat), radiansFromDegrees(lon)];
    const { row, column } = terrainPlace(grid, latitude, longitude);
    const stepSouth = (grid.northDeg - grid.southDeg) / (grid.rows - 1);
    const stepEast = (grid.eastDeg - grid.westDeg) / (grid.columns - 1);
    return {
      nearest_post: [
        grid.northDeg - Math.round(row) * stepSouth,
        grid.westDeg + Math.round(column) * stepEast,
      ],
      etopo5_nearest_m: terrainHeightNearest(grid, latitude, longitude),
      etopo5_bilinear_m: terrainHeight(grid, latitude, longitude),
    };
  },
};

const ridge: Adapter = {
  engine: "formula",
  answer: (question) => {
    const given = question as Record<string, number>;
    if (given.R_m !== undefined && given.R_m !== HORIZON_EARTH_RADIUS) {
      throw new RangeError(`ridge: expected ${HORIZON_EARTH_RADIUS} m, got ${given.R_m}`);
    }
    const mask = ridgeMask(
      given.radar_h_m!,
      given.ridge_h_m!,
      given.ridge_dist_m!,
      given.target_dist_m!,
    );
    return {
      ridge_elev_deg: degreesFromRadians(mask.ridgeElevation),
      min_visible_target_h_m: mask.visibleHeightMin,
      limited_by: mask.limitedBy,
    };
  },
};

export const adapters: Record<string, Adapter> = {
  terrain_etopo5: etopo5,
  terrain_hgt: hgt,
  terrain_mask_ridge: ridge,
};
