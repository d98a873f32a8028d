/** How outlines of coverage look on the ground: four lines that are told apart without their hue. */

import type { Palette } from "@pavise/report";
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import { OUTLINE_KINDS, type OutlineKind } from "./coverage-outlines.ts";
import { collection } from "./ground-features.ts";
import { FACE, FIXED_DOTS_LAYER, groundStyle } from "./ground-style.ts";

export const COVERAGE_SOURCE = "coverage";

interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
}

function strokesOf({ text, grey, defence }: Palette): Readonly<Record<OutlineKind, Stroke>> {
  return {
    seen: { colour: text, width: 1.4, dash: [5, 3] },
    beside: { colour: grey, width: 1.6, dash: [1, 2] },
    reached: { colour: defence, width: 2 },
    footprint: { colour: text, width: 3 },
  };
}

const isArea = (kind: OutlineKind): ["all", ...["==", ["get", string], string][]] => [
  "all",
  ["==", ["get", "part"], "area"],
  ["==", ["get", "kind"], kind],
];

/** The ground with the outlines below its names, and their own names below those of assets and units. */
export function coverageStyle(palette: Palette): StyleSpecification {
  const ground = groundStyle(palette, "wgs84");
  const names = ground.layers.findIndex(({ type }) => type === "symbol");
  const layers = [...ground.layers];
  layers.splice(names, 0, ...areaLayers(palette));
  // Under the names of what stands there, which go first; these are shown even so.
  const fixed = layers.findIndex(({ id }) => id === FIXED_DOTS_LAYER);
  layers.splice(fixed, 0, nameLayer(palette));
  return {
    ...ground,
    sources: {
      ...ground.sources,
      // Outlines are as fine as the grid they were computed on.
      [COVERAGE_SOURCE]: { type: "geojson", data: collection([]), tolerance: 0.1 },
    },
    layers,
  };
}

function areaLayers(palette: Palette): LayerSpecification[] {
  const strokes = strokesOf(palette);
  const lines = Object.entries(strokes).map(([kind, { colour, width, dash }]) => {
    const layer: LayerSpecification = {
      id: `coverage-${kind}`,
      type: "line",
      source: COVERAGE_SOURCE,
      filter: isArea(kind as OutlineKind),
      layout: { "line-join": "round" },
      paint: {
        "line-color": colour,
        "line-width": width,
        ...(dash === undefined ? {} : { "line-dasharray": [...dash] }),
      },
    };
    return layer;
  });
  return [
    {
      id: "coverage-fill",
      type: "fill",
      source: COVERAGE_SOURCE,
      filter: isArea("reached"),
      paint: { "fill-color": palette.defence, "fill-opacity": 0.12 },
    },
    ...lines,
  ];
}

/** A value for each kind of outline. */
function byKind(
  values: Readonly<Record<OutlineKind, string | ExpressionSpecification>>,
): ExpressionSpecification {
  const { seen, beside, footprint, reached } = values;
  const kind: ExpressionSpecification = ["get", "kind"];
  return ["match", kind, "seen", seen, "beside", beside, "footprint", footprint, reached];
}

function nameLayer(palette: Palette): LayerSpecification {
  const strokes = strokesOf(palette);
  const colours = Object.fromEntries(OUTLINE_KINDS.map((kind) => [kind, strokes[kind].colour]));
  return {
    id: "coverage-names",
    type: "symbol",
    source: COVERAGE_SOURCE,
    filter: ["==", ["get", "part"], "name"],
    layout: {
      "text-field": ["get", "label"],
      "text-font": FACE,
      "text-size": 13,
      "text-max-width": 16,
      "text-anchor": ["get", "anchor"],
      "text-offset": [
        "match",
        ["get", "anchor"],
        "bottom",
        ["literal", [0, -0.3]],
        "top",
        ["literal", [0, 0.3]],
        "left",
        ["literal", [0.5, 0]],
        ["literal", [-0.5, 0]],
      ],
      "text-allow-overlap": true,
    },
    paint: {
      "text-color": byKind(colours as Record<OutlineKind, string>),
      "text-halo-color": palette.ground,
      "text-halo-width": 2.4,
    },
  };
}
