/** The map of coverage: ground, places and outlines, seen from above. */

import type { Palette } from "@pavise/report";
import { type GeoJSONSource, Map as GroundMap, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import "./stage.css";
import { laterTexts } from "../texts/later-texts.ts";
import { metresPerPixel, zoomOf } from "./camera.ts";
import { type CoverageOutline, outlineFeatures } from "./coverage-outlines.ts";
import { COVERAGE_SOURCE, coverageStyle } from "./coverage-style.ts";
import { crowdedScale, fixedFeatures, type Standings } from "./fixed-places.ts";
import { collection } from "./ground-features.ts";
import { FIXED_SOURCE, FIXED_SYMBOLS_LAYER } from "./ground-style.ts";
import type { SymbolName } from "./symbol-drawings.ts";
import { SYMBOL_RATIO, symbolPicture } from "./symbols.ts";

setWorkerUrl(workerUrl);

/** What the map shows. */
export interface CoverageScene {
  readonly standings: Standings;
  readonly outlines: readonly CoverageOutline[];
  /** West, south, east and north that must be in the picture, degrees. */
  readonly bounds: readonly [number, number, number, number];
}

/** What the map tells the page. */
export interface CoverageMapListener {
  readonly viewed: (metresPerPixel: number, pitch: number) => void;
  readonly ready: () => void;
  readonly failed: (reason: string) => void;
}

const SYMBOLS: readonly SymbolName[] = ["asset", "unit", "sensor"];
/** Free ground around what must be seen: names stand on the lines, the foot below. */
const PADDING = { top: 32, right: 48, bottom: 64, left: 48 };

export class CoverageMap {
  readonly #map: GroundMap;
  readonly #listener: CoverageMapListener;
  #palette: Palette;
  #scene: CoverageScene | null = null;
  #isStyled = false;

  constructor(container: HTMLElement, palette: Palette, listener: CoverageMapListener) {
    this.#palette = palette;
    this.#listener = listener;
    this.#map = new GroundMap({
      container,
      style: coverageStyle(palette),
      center: [44, 33],
      zoom: 4,
      attributionControl: false,
      canvasContextAttributes: { antialias: true },
      fadeDuration: 0,
      locale: { "Map.Title": laterTexts.coverage.mapName },
      renderWorldCopies: false,
      dragRotate: false,
      pitchWithRotate: false,
    });
    this.#map.on("style.load", () => {
      this.#isStyled = true;
      this.#furnish();
    });
    this.#map.on("move", () => this.#tellView());
    this.#map.once("idle", () => listener.ready());
    this.#map.on("error", ({ error }) => listener.failed(error.message));
  }

  /** Shows a scene; the camera moves only where other places must be seen. */
  show(scene: CoverageScene): void {
    const isElsewhere = scene.bounds.join() !== this.#scene?.bounds.join();
    this.#scene = scene;
    this.#furnish();
    if (isElsewhere) this.frame();
  }

  /** Takes everything into the picture. */
  frame(): void {
    if (this.#scene === null) return;
    const [west, south, east, north] = this.#scene.bounds;
    this.#map.fitBounds([west, south, east, north], { padding: PADDING, animate: false });
    this.#tellView();
  }

  wear(palette: Palette): void {
    if (palette === this.#palette) return;
    this.#palette = palette;
    this.#isStyled = false;
    this.#map.setStyle(coverageStyle(palette));
  }

  resize(): void {
    this.#map.resize();
    this.frame();
  }

  remove(): void {
    this.#map.remove();
  }

  #furnish(): void {
    if (!this.#isStyled || this.#scene === null) return;
    for (const name of SYMBOLS) {
      const picture = symbolPicture(name, this.#palette);
      const { width, height } = picture;
      const image = picture.getContext("2d")!.getImageData(0, 0, width, height);
      if (this.#map.hasImage(name)) this.#map.removeImage(name);
      this.#map.addImage(name, image, { pixelRatio: SYMBOL_RATIO });
    }
    const { standings, outlines } = this.#scene;
    const source = (id: string) => this.#map.getSource<GeoJSONSource>(id);
    source(FIXED_SOURCE)?.setData(collection(fixedFeatures(standings)));
    const symbols = [...standings.units, ...standings.sensors, ...standings.assets];
    const places = symbols.map(({ at: [longitude, latitude] }) => [longitude, latitude] as const);
    source(COVERAGE_SOURCE)?.setData(collection(outlineFeatures(outlines, places)));
    const latitude = standings.assets[0]?.at[1] ?? 0;
    const crowded = zoomOf(crowdedScale(standings), latitude);
    this.#map.setLayerZoomRange(FIXED_SYMBOLS_LAYER, Math.min(22, Math.max(3.5, crowded)), 24);
  }

  #tellView(): void {
    const { lat } = this.#map.getCenter();
    this.#listener.viewed(metresPerPixel(this.#map.getZoom(), lat), 0);
  }
}
