/** The foot of a map: its scale, the words that nothing stands there, and whose map it is. */

import type { ReactNode } from "react";
import { laterTexts } from "../texts/later-texts.ts";

const words = laterTexts.stage;

/** What a map said of its camera. */
export interface MapView {
  readonly metresPerPixel: number;
  readonly pitch: number;
}

const SCALE_PIXELS_MAX = 160;
const ROUND_KM = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** A bar of a round length, right in the middle of the picture, and what must always be said. */
export function StageFoot({ view, isFlat }: { view: MapView; isFlat: boolean }): ReactNode {
  const { metresPerPixel, pitch } = view;
  const most = (SCALE_PIXELS_MAX * metresPerPixel) / 1000;
  const lengthKm = ROUND_KM.findLast((each) => each <= most) ?? 0.1;
  const pixels = (1000 * lengthKm) / metresPerPixel;
  const length = words.kilometres(lengthKm);
  return (
    <div className="stage-foot">
      <svg width={pixels + 2} height="10" aria-hidden="true">
        <path className="scale" d={`M1 1V9M1 5H${pixels + 1}M${pixels + 1} 1V9`} />
      </svg>
      <span>{pitch > 20 ? words.scaleMiddle(length) : length}</span>
      <strong>{isFlat ? words.flat : words.hypothetical}</strong>
      {isFlat ? null : <span className="credit">{words.credit}</span>}
    </div>
  );
}
