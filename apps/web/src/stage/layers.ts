/** The layers of a replay over the ground. */

import type { Layer } from "@deck.gl/core";
import type { IconLayerProps } from "@deck.gl/layers";
import type { Device } from "@luma.gl/core";
import type { Palette } from "@pavise/report";
import type { Moving } from "../replay/moving.ts";
import type { Replay } from "../replay/replay.ts";
import type { MarkSet } from "./marks.ts";
import { type IconPlaces, MovingLayer, movingProps } from "./moving-layer.ts";
import { rgbFromHex } from "./stage-colours.ts";
import { type IconAtlas, iconAtlas, SYMBOL_RATIO } from "./symbols.ts";
import { type StageClock, type TrailData, TrailLayer } from "./trail-layer.ts";
import {
  courseTrails,
  groundTrails,
  oneCourse,
  plumbLines,
  shotTrails,
  threatTrails,
} from "./trails.ts";

/** What is drawn of a replay; made once, whatever the style. */
export interface StageScene {
  readonly replay: Replay;
  readonly moving: Moving;
  readonly marks: readonly MarkSet[];
  readonly lines: readonly SceneLine[];
}

interface SceneLine {
  readonly id: string;
  readonly data: TrailData;
  readonly colour: "threat" | "defence" | "grey";
  readonly opacity: number;
  readonly width: number;
  readonly fade: number;
  readonly least: number;
}

const STEADY = { fade: 1, least: 1 };
/** A trail pales over this many seconds of the night. */
const TRAIL_SECONDS = 90;

export function sceneOf(replay: Replay, moving: Moving, marks: readonly MarkSet[]): StageScene {
  const kills = replay.shots.filter(({ result }) => result === "threat-intercepted");
  const others = replay.shots.filter(({ result }) => result !== "threat-intercepted");
  const bursts = kills.map(({ to, interceptSeconds }) => ({ at: to, seconds: interceptSeconds }));
  const threat = "threat" as const;
  const defence = "defence" as const;
  return {
    replay,
    moving,
    marks,
    lines: [
      {
        id: "ground-tracks",
        data: groundTrails(replay),
        colour: "grey",
        opacity: 0.35,
        width: 1.5,
        ...STEADY,
      },
      {
        id: "courses",
        data: courseTrails(replay),
        colour: threat,
        opacity: 0.3,
        width: 1.5,
        ...STEADY,
      },
      {
        id: "plumb-lines",
        data: plumbLines(bursts),
        colour: defence,
        opacity: 0.4,
        width: 1.5,
        ...STEADY,
      },
      {
        id: "missed-shots",
        data: shotTrails(others),
        colour: defence,
        opacity: 0.4,
        width: 1.5,
        ...STEADY,
      },
      { id: "kills", data: shotTrails(kills), colour: defence, opacity: 1, width: 2, ...STEADY },
      {
        id: "trails",
        data: threatTrails(replay),
        colour: threat,
        opacity: 0.95,
        width: 2.2,
        fade: TRAIL_SECONDS,
        least: 0.3,
      },
    ],
  };
}

function selectedLine(replay: Replay, threat: number): SceneLine {
  const data = oneCourse(replay, threat);
  return { id: `selected-${threat}`, data, colour: "threat", opacity: 0.9, width: 3, ...STEADY };
}

/** Arcs and symbols stand before the ground, whatever the height; the globe hides what is behind it. */
function parameters(isGlobe: boolean) {
  return {
    depthWriteEnabled: false,
    depthCompare: isGlobe ? ("less-equal" as const) : ("always" as const),
  };
}

export interface LayerLook {
  readonly device: Device;
  readonly palette: Palette;
  readonly clock: StageClock;
  readonly isGlobe: boolean;
  /** The threat whose course is drawn strong, or null. */
  readonly selected: number | null;
}

export function sceneLayers(scene: StageScene, look: LayerLook): Layer[] {
  const atlas = iconAtlas(look.palette);
  const chosen = look.selected === null ? [] : [selectedLine(scene.replay, look.selected)];
  const lines = [...scene.lines, ...chosen]
    .filter(({ data }) => data.length > 0)
    .map((line) => trailLayer(line, look));
  const marks = scene.marks.map((set) => iconLayer(`mark-${set.name}`, set.name, set, atlas, look));
  const aloft = scene.moving.classes.flatMap(({ class: name, tracked, untracked }) => [
    iconLayer(`untracked-${name}`, `${name}-hollow`, untracked, atlas, look),
    iconLayer(`tracked-${name}`, name, tracked, atlas, look),
  ]);
  const { interceptors } = scene.moving;
  const shots = iconLayer("interceptors", "interceptor", interceptors, atlas, look);
  return [...lines, ...marks, shots, ...aloft];
}

function trailLayer(line: SceneLine, { palette, clock, isGlobe }: LayerLook): Layer {
  const { id, data, colour, opacity, width, fade, least } = line;
  const rgb = rgbFromHex(palette[colour]);
  return new TrailLayer({
    id,
    data,
    _pathType: "open",
    positionFormat: "XYZ",
    widthUnits: "pixels",
    getWidth: width,
    getColor: [...rgb, Math.round(255 * opacity)],
    capRounded: true,
    jointRounded: true,
    parameters: parameters(isGlobe),
    clock,
    fade,
    least,
  });
}

/** A swarm is drawn smaller, or it would be one blot. */
function swarmSize(count: number): number {
  if (count <= 40) return 1;
  return count <= 400 ? 0.75 : 0.5;
}

function iconLayer(
  id: string,
  icon: string,
  set: IconPlaces & { readonly ids: Int32Array },
  atlas: IconAtlas,
  { device, isGlobe }: LayerLook,
): Layer {
  const place = atlas.places[icon]!;
  const iconOfAll = (): string => icon;
  return new MovingLayer({
    id,
    ...movingProps(device, set),
    iconAtlas: atlas.picture as unknown as NonNullable<IconLayerProps["iconAtlas"]>,
    iconMapping: { [icon]: { ...place, mask: false } },
    getIcon: iconOfAll,
    getSize: (place.height / SYMBOL_RATIO) * swarmSize(set.ids.length),
    sizeUnits: "pixels",
    billboard: true,
    pickable: true,
    parameters: parameters(isGlobe),
  });
}
