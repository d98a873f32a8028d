/** Coverage as a table of at most 100 columns. */

import type { TableLine } from "../report/text-columns.ts";
import { type Coverage, type CoverageLayer, equivalentRadius } from "./coverage.ts";

/** `100 m`, `3 km`. */
export function heightWords(height: number): string {
  return height < 1000 ? `${height} m` : `${Math.round(height / 100) / 10} km`;
}

/** What a layer shows, in words. */
export function layerWords({ kind, class: threat }: Pick<CoverageLayer, "kind" | "class">): string {
  return kind === "seen" ? "seen" : `reach: ${classWords({ class: threat })}`;
}

function classWords({ class: threat }: Pick<CoverageLayer, "class">): string {
  return threat ?? "";
}

/** A share of an airspace: `none`, `< 0.1 %`, `2.3 %`, `38 %`. */
export function shareWords(share: number): string {
  if (share === 0) return "none";
  if (share < 0.001) return "< 0.1 %";
  return `${(100 * share).toFixed(share < 0.0995 ? 1 : 0)} %`;
}

/** Square kilometres to three digits: `none`, `11,300`. */
export function areaWords(areaKm2: number): string {
  if (areaKm2 === 0) return "none";
  const rounded = Number(areaKm2.toPrecision(3));
  return String(rounded).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/**
 * Lines of a table: a row for each layer of the first coverage; where there is a second (the same
 * defence over other ground), its shares stand beside, and the difference is doubt about terrain.
 */
export function coverageLines(coverages: readonly Coverage[]): TableLine[] {
  const [first] = coverages;
  if (first === undefined) return [];
  const region = first.regions[0];
  const columns = coverages.flatMap(({ terrain }) => {
    const area = `${terrain === "smooth" ? "smooth" : "terrain"} km²`;
    return region === undefined ? [area] : [area, "radius", "share"];
  });
  const lines: { height: string; what: string; cells: string[] }[] = [
    { height: "height", what: "", cells: columns },
  ];
  let [before, heightBefore] = ["", -1];
  first.layers.forEach((layer, index) => {
    const cells = coverages.flatMap((coverage) => {
      const of = coverage.layers[index]!;
      const area = areaWords(of.areaKm2);
      if (region === undefined) return [area];
      const radius = of.areaKm2 === 0 ? "" : (equivalentRadius(of) / 1000).toFixed(0);
      return [area, radius, shareWords(of.shares[0]!)];
    });
    const isNew = layer.height !== heightBefore;
    // What is reached alike against several classes takes one line.
    const key = `${layer.kind} ${cells.join(" ")}`;
    const last = lines[lines.length - 1]!;
    if (!isNew && key === before) {
      const words = `${last.what}, ${classWords(layer)}`;
      lines[lines.length - 1] = { ...last, what: words };
    } else {
      const height = isNew ? heightWords(layer.height) : "";
      lines.push({ height, what: layerWords(layer), cells });
    }
    [before, heightBefore] = [key, layer.height];
  });
  return lines.map(({ height, what, cells }) => ({ text: row(height, what, cells), dim: false }));
}

function row(height: string, what: string, cells: readonly string[]): string {
  const padded = cells.map((cell, i) => cell.padStart(i % 3 === 0 ? 12 : 8));
  return `${height.padStart(7)}  ${what.padEnd(31)}${padded.join("")}`.trimEnd();
}
