/** How the ground looks: lines and names in the tokens of the report, on light and on dark. */

import type { Palette } from "@pavise/report";
import type {
  ExpressionSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from "maplibre-gl";
import { collection, flatGrid, groundFeatures } from "./ground-features.ts";
import { stageColours } from "./stage-colours.ts";

/** Faces of this machine: names are drawn by the page, no glyph is ever fetched. */
export const FACE = ["system-ui, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif"];

/** Sources of what belongs to a replay; empty until it is shown. */
export const FIXED_SOURCE = "fixed";
export const REACH_SOURCE = "reach";
/** Shown from the zoom on at which they do not cover each other. */
export const FIXED_SYMBOLS_LAYER = "fixed-symbols";
/** The first layer of what stands. */
export const FIXED_DOTS_LAYER = "fixed-dots";

export function groundStyle(palette: Palette, world: "wgs84" | "flat"): StyleSpecification {
  const isFlat = world === "flat";
  return {
    version: 8,
    sources: { ...(isFlat ? flatSources() : earthSources()), ...replaySources() },
    layers: [
      ...(isFlat ? flatLayers(palette) : earthLayers(palette)),
      ...reachLayers(palette),
      ...(isFlat ? [] : earthNames(palette)),
      ...fixedLayers(palette),
    ],
    sky: {
      "sky-color": palette.ground,
      "horizon-color": palette.ground,
      "fog-color": palette.ground,
      "sky-horizon-blend": 0,
      "horizon-fog-blend": 0.6,
      "fog-ground-blend": 0.85,
      "atmosphere-blend": 0,
    },
    transition: { duration: 0 },
  };
}

type Sources = Record<string, SourceSpecification>;

function geojson(data: GeoJSON.GeoJSON): SourceSpecification {
  return { type: "geojson", data, tolerance: 0.3 };
}

function earthSources(): Sources {
  const { land, borders, coasts, rivers, lakes, countryNames, cities } = groundFeatures();
  return {
    land: geojson(land),
    borders: geojson(borders),
    coasts: geojson(coasts),
    rivers: geojson(rivers),
    lakes: geojson(lakes),
    countries: geojson(countryNames),
    cities: geojson(cities),
  };
}

function flatSources(): Sources {
  return { fine: geojson(flatGrid(10, 400)), coarse: geojson(flatGrid(50, 400)) };
}

function replaySources(): Sources {
  const empty = collection([]);
  return { [FIXED_SOURCE]: geojson(empty), [REACH_SOURCE]: geojson(empty) };
}

function background(colour: string): LayerSpecification {
  return { id: "background", type: "background", paint: { "background-color": colour } };
}

function lineLayer(
  id: string,
  colour: string,
  width: number | ExpressionSpecification,
  dash?: number[],
): LayerSpecification {
  return {
    id,
    type: "line",
    source: id,
    layout: { "line-join": "round", "line-cap": "round" },
    paint: {
      "line-color": colour,
      "line-width": width,
      ...(dash === undefined ? {} : { "line-dasharray": dash }),
    },
  };
}

function flatLayers({ ground, rule }: Palette): LayerSpecification[] {
  return [background(ground), lineLayer("fine", rule, 0.4), lineLayer("coarse", rule, 1)];
}

function earthLayers(palette: Palette): LayerSpecification[] {
  const { sea, river } = stageColours(palette);
  const fill = (id: string, colour: string): LayerSpecification => ({
    id: `${id}-fill`,
    type: "fill",
    source: id,
    paint: { "fill-color": colour, "fill-antialias": false },
  });
  return [
    background(sea),
    fill("land", palette.ground),
    fill("lakes", sea),
    lineLayer("lakes", river, 0.6),
    lineLayer("rivers", river, ["interpolate", ["linear"], ["zoom"], 3, 0.5, 8, 1.4]),
    lineLayer("borders", palette.grey, 1, [4, 2]),
    lineLayer("coasts", palette.grey, 1),
  ];
}

function nameLayer(
  id: string,
  source: string,
  size: number,
  colour: string,
  palette: Palette,
): Extract<LayerSpecification, { type: "symbol" }> {
  return {
    id,
    type: "symbol",
    source,
    layout: { "text-field": ["get", "name"], "text-font": FACE, "text-size": size },
    paint: { "text-color": colour, "text-halo-color": palette.ground, "text-halo-width": 1.4 },
  };
}

function earthNames(palette: Palette): LayerSpecification[] {
  const countries = nameLayer("country-names", "countries", 13, palette.grey, palette);
  const cities = nameLayer("city-names", "cities", 13, palette.grey, palette);
  return [
    {
      ...countries,
      maxzoom: 8,
      // Small countries are named when there is room for them.
      filter: [">=", ["get", "size"], ["step", ["zoom"], 40, 2, 12, 3, 4, 4, 1, 5, 0]],
      layout: {
        ...countries.layout,
        "text-letter-spacing": 0.16,
        "symbol-sort-key": ["-", ["get", "size"]],
      },
    },
    {
      id: "city-dots",
      type: "circle",
      source: "cities",
      filter: cityFilter(),
      paint: {
        "circle-color": palette.ground,
        "circle-stroke-color": palette.grey,
        "circle-stroke-width": 1,
        "circle-radius": ["case", ["==", ["get", "capital"], 1], 2.8, 1.8],
        "circle-pitch-alignment": "map",
      },
    },
    {
      ...cities,
      filter: cityFilter(),
      layout: {
        ...cities.layout,
        "text-variable-anchor": ["left", "right", "top", "bottom"],
        "text-radial-offset": 0.5,
        "text-justify": "auto",
        "symbol-sort-key": ["-", ["get", "thousands"]],
      },
    },
  ];
}

/** Fewer cities on a wider view; capitals earlier. */
function cityFilter(): ExpressionSpecification {
  const thousands: ExpressionSpecification = [
    "*",
    ["get", "thousands"],
    ["case", ["==", ["get", "capital"], 1], 4, 1],
  ];
  return [">=", thousands, ["step", ["zoom"], 9000, 3, 4000, 4, 1500, 5, 500, 6, 250, 7, 0]];
}

/** Rings of what a unit reaches on the ground. */
function reachLayers({ defence }: Palette): LayerSpecification[] {
  return [{ ...lineLayer(REACH_SOURCE, defence, 1), id: "reach-line" }];
}

/** Assets, units and sensors, above every other name. */
function fixedLayers(palette: Palette): LayerSpecification[] {
  const names = nameLayer("fixed-names", FIXED_SOURCE, 13, palette.text, palette);
  return [
    {
      id: FIXED_DOTS_LAYER,
      type: "circle",
      source: FIXED_SOURCE,
      filter: ["==", ["get", "part"], "place"],
      paint: {
        "circle-color": palette.text,
        "circle-stroke-color": palette.ground,
        "circle-stroke-width": 1,
        "circle-radius": 3,
      },
    },
    {
      id: FIXED_SYMBOLS_LAYER,
      type: "symbol",
      source: FIXED_SOURCE,
      filter: ["==", ["get", "part"], "symbol"],
      layout: {
        "icon-image": ["get", "icon"],
        "icon-offset": ["get", "offset"],
        "icon-anchor": "bottom",
        "icon-allow-overlap": true,
        "icon-ignore-placement": false,
      },
      paint: { "icon-opacity": ["case", ["get", "isOut"], 0.4, 1] },
    },
    {
      ...names,
      filter: ["==", ["get", "part"], "place"],
      layout: {
        ...names.layout,
        "text-anchor": "top",
        "text-offset": [0, 0.5],
        "text-max-width": 18,
        "text-padding": 1,
      },
    },
  ];
}
