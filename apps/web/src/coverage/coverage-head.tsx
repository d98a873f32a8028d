/** What is covered at the chosen height, in a sentence. */

import { areaWords, type CoverageLayer, heightWords, shareWords } from "@pavise/lab";
import type { ReactNode } from "react";
import type { CoverageTold } from "../engine/message.ts";
import { laterTexts } from "../texts/later-texts.ts";
import { layerAt, type Shown } from "./coverage-choice.ts";

const words = laterTexts.coverage;

/** The share of the region, or the area where there is none; a dash where nothing is known. */
export function figureOf(layer: CoverageLayer | undefined): string {
  if (layer === undefined) return "–";
  const [share] = layer.shares;
  return share === undefined ? areaWords(layer.areaKm2) : shareWords(share);
}

export function CoverageHead({ told, shown }: { told: CoverageTold; shown: Shown }): ReactNode {
  const { coverage } = told;
  const { height, against, ground } = shown;
  const region = coverage.regions[0]?.title ?? null;
  const seen = figureOf(layerAt(coverage.layers, height, null));
  const reached = figureOf(layerAt(coverage.layers, height, against));
  return (
    <header className="coverage-head">
      <h2 aria-live="polite">
        {words.headSeen(heightWords(height), seen, region)}
        {against === null ? words.headEnd : words.headReached(against, reached, region === null)}
      </h2>
      <p className="small">{words.lead(words.rcsOf(coverage.rcs), ground)}</p>
    </header>
  );
}
