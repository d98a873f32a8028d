/** The foot of a map: its scale, the words that nothing stands there, and whose map it is. */

import type { ReactNode } from "react";
import { laterTexts } from "../texts/later-texts.ts";
import { ScaleBar } from "./scale-bar.tsx";

const words = laterTexts.stage;

/** What a map said of its camera. */
export interface MapView {
  readonly metresPerPixel: number;
  readonly pitch: number;
}

/** A scale of the middle of the picture, and what must always be said. */
export function StageFoot({ view, isFlat }: { view: MapView; isFlat: boolean }): ReactNode {
  const { metresPerPixel, pitch } = view;
  const told = (lengthKm: number): string => {
    const length = words.kilometres(lengthKm);
    return pitch > 20 ? words.scaleMiddle(length) : length;
  };
  return (
    <div className="stage-foot">
      <ScaleBar metresPerPixel={metresPerPixel} told={told} />
      <strong>{isFlat ? words.flat : words.hypothetical}</strong>
      {isFlat ? null : <span className="credit">{words.credit}</span>}
    </div>
  );
}
