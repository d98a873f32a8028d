/** The map of the stage: the one place that owns the map library and its canvas. */

import type { Layer } from "@deck.gl/core";
import { MapLibreOverlay } from "@deck.gl/maplibre";
import type { Device } from "@luma.gl/core";
import type { Palette } from "@pavise/report";
import { type GeoJSONSource, Map as GroundMap, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import "./stage.css";
import { Moving } from "../replay/moving.ts";
import type { Replay } from "../replay/replay.ts";
import { laterTexts } from "../texts/later-texts.ts";
import { type CameraName, type CameraPose, cameraPose, metresPerPixel, zoomOf } from "./camera.ts";
import { crowdedScale, fixedFeatures, reachFeatures } from "./fixed-places.ts";
import { collection } from "./ground-features.ts";
import { FIXED_SOURCE, FIXED_SYMBOLS_LAYER, groundStyle, REACH_SOURCE } from "./ground-style.ts";
import { type StageScene, sceneLayers, sceneOf } from "./layers.ts";
import { markSets } from "./marks.ts";
import type { SymbolName } from "./symbol-drawings.ts";
import { SYMBOL_RATIO, symbolPicture } from "./symbols.ts";
import type { StageClock } from "./trail-layer.ts";

setWorkerUrl(workerUrl);

/** What the stage tells the page. */
export interface StageListener {
  /** A threat was pointed at; null for nothing. */
  readonly picked: (threat: number | null) => void;
  /** The camera moved: metres of a pixel in the middle, and degrees from straight down. */
  readonly viewed: (metresPerPixel: number, pitch: number) => void;
  /** The first whole picture is there. */
  readonly ready: () => void;
  readonly failed: (reason: string) => void;
}

export interface StageLook {
  readonly palette: Palette;
  /** No flight of the camera. */
  readonly isStill: boolean;
}

const FLIGHT_MILLISECONDS = 900;
const FIXED_SYMBOLS: readonly SymbolName[] = ["asset", "unit", "sensor"];

export class StageMap {
  readonly #map: GroundMap;
  readonly #overlay: MapLibreOverlay;
  readonly #listener: StageListener;
  readonly #clock: StageClock = { seconds: 0 };
  #look: StageLook;
  #device: Device | null = null;
  #scene: StageScene | null = null;
  #camera: CameraName = "above";
  #world: Replay["world"] = "wgs84";
  #selected: number | null = null;
  /** Whether the reader has taken the camera from its stand. */
  #isMoved = false;
  /** Whether the style is there: before that a map takes no pictures, places or projection. */
  #isStyled = false;

  constructor(container: HTMLElement, look: StageLook, listener: StageListener) {
    this.#look = look;
    this.#listener = listener;
    this.#map = new GroundMap({
      container,
      style: groundStyle(look.palette, "wgs84"),
      center: [44, 33],
      zoom: 4,
      maxPitch: 180,
      centerClampedToGround: false,
      attributionControl: false,
      canvasContextAttributes: { antialias: true },
      fadeDuration: 0,
      locale: { "Map.Title": laterTexts.stage.mapName },
      renderWorldCopies: false,
      keyboard: true,
    });
    this.#overlay = new MapLibreOverlay({
      interleaved: true,
      onDeviceInitialized: (device: Device) => {
        this.#device = device;
        this.#dress();
      },
      onClick: ({ layer, index }) => listener.picked(this.#threatAt(layer, index)),
    });
    this.#map.addControl(this.#overlay);
    this.#map.on("style.load", () => {
      this.#isStyled = true;
      this.#furnish();
    });
    this.#map.on("move", () => this.#tellView());
    this.#map.on("movestart", ({ originalEvent }) => {
      if (originalEvent !== undefined) this.#isMoved = true;
    });
    this.#map.once("idle", () => listener.ready());
    this.#map.on("error", ({ error }) => listener.failed(error.message));
  }

  /** Shows a replay, from the camera that suits it. */
  show(replay: Replay, camera: CameraName): void {
    this.#scene = sceneOf(replay, new Moving(replay), markSets(replay));
    this.#selected = null;
    if (replay.world !== this.#world) {
      this.#world = replay.world;
      this.#restyle();
    } else this.#furnish();
    this.#dress();
    this.stand(camera, true);
  }

  /** Moves the clock of the stage and asks for a new frame. */
  moveTo(seconds: number): void {
    this.#clock.seconds = seconds;
    if (this.#scene === null) return;
    this.#scene.moving.moveTo(seconds);
    for (const set of this.#scene.marks) set.showUntil(seconds);
    this.#map.triggerRepaint();
  }

  /** Marks one threat: its whole course, and a ring around it. */
  point(threat: number | null): void {
    if (this.#selected === threat) return;
    this.#selected = threat;
    this.#dress();
  }

  /** Takes the camera to one of its three stands. */
  stand(camera: CameraName, isFirst = false): void {
    const scene = this.#scene;
    if (scene === null) return;
    const isTurned = (camera === "globe") !== (this.#camera === "globe");
    this.#camera = camera;
    this.#isMoved = false;
    const pose = this.#poseOf(scene);
    this.#project();
    if (isTurned) this.#dress();
    if (isFirst || isTurned || this.#look.isStill) this.#map.jumpTo(pose);
    else this.#map.easeTo({ ...pose, duration: FLIGHT_MILLISECONDS });
    this.#tellView();
  }

  #poseOf({ replay }: StageScene): CameraPose {
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
    return cameraPose(replay, this.#camera, { width, height });
  }

  /** Takes on other colours. */
  wear(look: StageLook): void {
    const isSame = look.palette === this.#look.palette;
    this.#look = look;
    if (isSame) return;
    this.#restyle();
    this.#dress();
  }

  /** Fills its box anew: a raid that was wholly in the picture still is. */
  resize(): void {
    this.#map.resize();
    if (this.#scene !== null && !this.#isMoved) this.#map.jumpTo(this.#poseOf(this.#scene));
  }

  remove(): void {
    this.#map.remove();
  }

  #restyle(): void {
    this.#isStyled = false;
    this.#map.setStyle(groundStyle(this.#look.palette, this.#world));
  }

  #project(): void {
    if (!this.#isStyled) return;
    this.#map.setProjection({ type: this.#camera === "globe" ? "globe" : "mercator" });
  }

  /** Puts pictures and places into a style that has just been loaded. */
  #furnish(): void {
    if (!this.#isStyled) return;
    for (const name of FIXED_SYMBOLS) {
      const picture = symbolPicture(name, this.#look.palette);
      const { width, height } = picture;
      const image = picture.getContext("2d")!.getImageData(0, 0, width, height);
      if (this.#map.hasImage(name)) this.#map.removeImage(name);
      this.#map.addImage(name, image, { pixelRatio: SYMBOL_RATIO });
    }
    this.#project();
    const { replay } = this.#scene ?? {};
    if (replay === undefined) return;
    const source = (id: string) => this.#map.getSource<GeoJSONSource>(id);
    source(FIXED_SOURCE)?.setData(collection(fixedFeatures(replay)));
    source(REACH_SOURCE)?.setData(collection(reachFeatures(replay)));
    const latitude = replay.assets[0]?.at[1] ?? 0;
    const crowded = zoomOf(crowdedScale(replay), latitude);
    this.#map.setLayerZoomRange(FIXED_SYMBOLS_LAYER, Math.min(22, Math.max(3.5, crowded)), 24);
  }

  /** Gives the layers their colours and buffers. */
  #dress(): void {
    if (this.#device === null || this.#scene === null) return;
    const { palette } = this.#look;
    const isGlobe = this.#camera === "globe";
    const selected = this.#selected;
    const look = { device: this.#device, palette, clock: this.#clock, isGlobe, selected };
    const layers: Layer[] = sceneLayers(this.#scene, look);
    this.#overlay.setProps({ layers });
    this.moveTo(this.#clock.seconds);
  }

  #threatAt(layer: Layer | null, index: number): number | null {
    const scene = this.#scene;
    if (scene === null || layer === null || index < 0) return null;
    const { classes, interceptors } = scene.moving;
    if (layer.id === "interceptors") {
      return scene.replay.shots[interceptors.ids[index]!]?.threat ?? null;
    }
    const marks = scene.marks.find(({ name }) => layer.id === `mark-${name}`);
    const own = classes.find(({ class: name }) => layer.id.endsWith(`tracked-${name}`));
    const set = layer.id.startsWith("untracked") ? own?.untracked : own?.tracked;
    return (marks ?? set)?.ids[index] ?? null;
  }

  #tellView(): void {
    const { lat } = this.#map.getCenter();
    const metres = metresPerPixel(this.#map.getZoom(), lat);
    this.#listener.viewed(metres, this.#map.getPitch());
  }
}
