/** The map of the editor: things that can be moved, and lines of the raid that cannot. */

import type { Palette } from "@pavise/report";
import {
  type GeoJSONSource,
  Map as GroundMap,
  LngLatBounds,
  Marker,
  setWorkerUrl,
} from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import "./stage.css";
import { laterTexts } from "../texts/later-texts.ts";
import { metresPerPixel } from "./camera.ts";
import { collection, point } from "./ground-features.ts";
import { FIXED_SOURCE, groundStyle } from "./ground-style.ts";
import type { SymbolName } from "./symbol-drawings.ts";
import { SYMBOL_RATIO, symbolPicture } from "./symbols.ts";

setWorkerUrl(workerUrl);

type Degrees = readonly [longitude: number, latitude: number];

/** Something that stands on the map and can be taken hold of. */
export interface DeskMark {
  readonly key: string;
  readonly symbol: SymbolName;
  /** Written below its place; things of one place share a line each. */
  readonly name: string;
  /** What a reader hears of it. */
  readonly told: string;
  readonly at: Degrees;
  /** Pixels from its place to the middle of its symbol's foot. */
  readonly offset: readonly [number, number];
}

export interface DeskLine {
  readonly name: string;
  readonly points: readonly Degrees[];
}

export interface DeskScene {
  readonly world: "wgs84" | "flat";
  readonly marks: readonly DeskMark[];
  readonly lines: readonly DeskLine[];
  readonly chosen: string | null;
  /** Whether nothing can be moved now. */
  readonly isFixed: boolean;
}

export interface DeskListener {
  readonly chosen: (key: string) => void;
  /** On its way: to be told, not written. */
  readonly moving: (key: string, at: Degrees) => void;
  readonly moved: (key: string, at: Degrees) => void;
  readonly pointed: (at: Degrees) => void;
  readonly viewed: (metresPerPixel: number) => void;
  readonly ready: () => void;
  readonly failed: (reason: string) => void;
}

const COURSES = "courses";
/** What an arrow key moves, kilometres; ten times that with shift. */
const STEP_KM = 1;
const KM_PER_DEGREE = 111.195;
/** A burst of keys is one move. */
const PAUSE_MS = 400;
const STEPS: Readonly<Record<string, Degrees>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** Symbols stand above their places; names and the scale stand below. */
const FRAME = { top: 64, left: 72, right: 72, bottom: 104 } as const;

/** The attack is in the first picture if it is at most so many times as wide as the defence. */
const ROOMY = 4;

interface Held {
  readonly marker: Marker;
  readonly element: HTMLButtonElement;
  mark: DeskMark;
  pause: ReturnType<typeof setTimeout> | undefined;
  isDragged: boolean;
}

export class DeskMap {
  readonly #map: GroundMap;
  readonly #listener: DeskListener;
  readonly #held = new Map<string, Held>();
  #palette: Palette;
  #scene: DeskScene | null = null;
  #isStyled = false;

  constructor(container: HTMLElement, palette: Palette, listener: DeskListener) {
    this.#palette = palette;
    this.#listener = listener;
    this.#map = new GroundMap({
      container,
      style: groundStyle(palette, "wgs84"),
      center: [44, 33],
      zoom: 4,
      attributionControl: false,
      fadeDuration: 0,
      locale: { "Map.Title": laterTexts.editor.mapName },
      renderWorldCopies: false,
      dragRotate: false,
      pitchWithRotate: false,
      keyboard: true,
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.on("style.load", () => {
      this.#isStyled = true;
      this.#furnish();
    });
    this.#map.on("move", () => this.#tellView());
    this.#map.on("click", ({ lngLat }) => listener.pointed([lngLat.lng, lngLat.lat]));
    this.#map.once("idle", () => listener.ready());
    this.#map.on("error", ({ error }) => listener.failed(error.message));
  }

  show(scene: DeskScene): void {
    const before = this.#scene;
    this.#scene = scene;
    if (before?.world !== scene.world && (before !== null || scene.world === "flat")) {
      this.#restyle();
    } else this.#furnish();
    this.#stand(scene);
    if (before === null) this.frame(false);
  }

  /** Takes what stands into the picture, with the attack where that leaves room to see it. */
  frame(isWhole: boolean): void {
    const { marks = [], lines = [] } = this.#scene ?? {};
    const standing = boundsOf(marks.map(({ at }) => at));
    const whole = boundsOf([
      ...marks.map(({ at }) => at),
      ...lines.flatMap(({ points }) => points),
    ]);
    if (whole.isEmpty()) return;
    const isRoomy = isWhole || spanOf(standing) * ROOMY > spanOf(whole);
    const bounds = isRoomy ? whole : standing;
    this.#map.fitBounds(bounds, { padding: FRAME, maxZoom: 9, animate: false });
    this.#tellView();
  }

  middle(): Degrees {
    const { lng, lat } = this.#map.getCenter();
    return [lng, lat];
  }

  /** Shows by the pointer that a click places something. */
  await(isAwaiting: boolean): void {
    this.#map.getCanvas().style.cursor = isAwaiting ? "crosshair" : "";
  }

  wear(palette: Palette): void {
    if (palette === this.#palette) return;
    this.#palette = palette;
    for (const held of this.#held.values()) held.element.replaceChildren(this.#picture(held.mark));
    this.#restyle();
  }

  resize(): void {
    this.#map.resize();
  }

  remove(): void {
    for (const { pause } of this.#held.values()) clearTimeout(pause);
    this.#map.remove();
  }

  #restyle(): void {
    this.#isStyled = false;
    this.#map.setStyle(groundStyle(this.#palette, this.#scene?.world ?? "wgs84"));
  }

  /** Puts names and lines into a style that has been loaded. */
  #furnish(): void {
    const scene = this.#scene;
    if (!this.#isStyled || scene === null) return;
    const places = new Map<string, { at: Degrees; names: string[] }>();
    for (const { at, name } of scene.marks) {
      const key = at.join(" ");
      const place = places.get(key) ?? { at, names: [] };
      if (!place.names.includes(name)) place.names.push(name);
      places.set(key, place);
    }
    const named = [...places.values()].map(({ at, names }) =>
      point([...at], { part: "place", name: names.join("\n") }),
    );
    this.#map.getSource<GeoJSONSource>(FIXED_SOURCE)?.setData(collection(named));
    const lines = collection(scene.lines.map(lineFeature));
    const known = this.#map.getSource<GeoJSONSource>(COURSES);
    if (known !== undefined) known.setData(lines);
    else this.#addCourses(lines);
  }

  #addCourses(data: GeoJSON.FeatureCollection): void {
    const { threat } = this.#palette;
    this.#map.addSource(COURSES, { type: "geojson", data });
    this.#map.addLayer(
      {
        id: COURSES,
        type: "line",
        source: COURSES,
        paint: { "line-color": threat, "line-width": 1.5, "line-dasharray": [3, 3] },
      },
      "fixed-dots",
    );
  }

  /** Brings the marks to what the scene has; one that is being moved stays in its hand. */
  #stand({ marks, chosen, isFixed }: DeskScene): void {
    const keys = new Set(marks.map(({ key }) => key));
    for (const [key, held] of this.#held) {
      if (keys.has(key)) continue;
      clearTimeout(held.pause);
      held.marker.remove();
      this.#held.delete(key);
    }
    for (const mark of marks) {
      const held = this.#held.get(mark.key) ?? this.#made(mark);
      held.mark = mark;
      held.element.setAttribute("aria-label", mark.told);
      held.element.setAttribute("aria-pressed", String(mark.key === chosen));
      held.marker.setDraggable(!isFixed);
      if (held.isDragged || held.pause !== undefined) continue;
      held.marker.setOffset([...mark.offset]).setLngLat([...mark.at]);
    }
  }

  #made(mark: DeskMark): Held {
    const element = document.createElement("button");
    element.type = "button";
    element.className = "desk-mark";
    element.dataset.key = mark.key;
    element.append(this.#picture(mark));
    const marker = new Marker({ element, draggable: true, anchor: "bottom" });
    marker.setLngLat([...mark.at]).addTo(this.#map);
    // The library names what it draws; this is a button with a name of its own.
    element.removeAttribute("role");
    const held: Held = { marker, element, mark, pause: undefined, isDragged: false };
    this.#held.set(mark.key, held);
    marker.on("dragstart", () => {
      held.isDragged = true;
    });
    marker.on("drag", () => this.#listener.moving(mark.key, degreesOf(marker)));
    marker.on("dragend", () => {
      held.isDragged = false;
      this.#listener.moved(mark.key, degreesOf(marker));
    });
    element.addEventListener("click", (event) => {
      event.stopPropagation();
      this.#listener.chosen(mark.key);
    });
    element.addEventListener("keydown", (event) => this.#step(held, event));
    element.addEventListener("blur", () => this.#settle(held));
    return held;
  }

  #step(held: Held, event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.#scene?.isFixed !== false) return;
    const km = event.shiftKey ? 10 * STEP_KM : STEP_KM;
    const [longitude, latitude] = degreesOf(held.marker);
    const perDegree = KM_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);
    const next: Degrees = [
      longitude + (step[0] * km) / perDegree,
      Math.max(-85, Math.min(85, latitude + (step[1] * km) / KM_PER_DEGREE)),
    ];
    held.marker.setLngLat([...next]);
    this.#listener.moving(held.mark.key, next);
    clearTimeout(held.pause);
    held.pause = setTimeout(() => this.#settle(held), PAUSE_MS);
  }

  /** Hands over what keys have moved so far. */
  #settle(held: Held): void {
    if (held.pause === undefined) return;
    clearTimeout(held.pause);
    held.pause = undefined;
    this.#listener.moved(held.mark.key, degreesOf(held.marker));
  }

  #picture({ symbol }: DeskMark): HTMLCanvasElement {
    const picture = symbolPicture(symbol, this.#palette);
    picture.style.width = `${picture.width / SYMBOL_RATIO}px`;
    picture.style.height = `${picture.height / SYMBOL_RATIO}px`;
    return picture;
  }

  #tellView(): void {
    const { lat } = this.#map.getCenter();
    this.#listener.viewed(metresPerPixel(this.#map.getZoom(), lat));
  }
}

function boundsOf(places: readonly Degrees[]): LngLatBounds {
  const bounds = new LngLatBounds();
  for (const at of places) bounds.extend([...at]);
  return bounds;
}

function spanOf(bounds: LngLatBounds): number {
  if (bounds.isEmpty()) return 0;
  const across = bounds.getEast() - bounds.getWest();
  return Math.max(across, bounds.getNorth() - bounds.getSouth());
}

function degreesOf(marker: Marker): Degrees {
  const { lng, lat } = marker.getLngLat();
  return [lng, lat];
}

function lineFeature({ name, points }: DeskLine): GeoJSON.Feature {
  const coordinates = points.map((at) => [...at]);
  return { type: "Feature", geometry: { type: "LineString", coordinates }, properties: { name } };
}
