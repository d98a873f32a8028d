import type { ReactNode } from "react";
import { laterTexts } from "../texts/later-texts.ts";

const PIXELS_MAX = 160;
const ROUND_KM = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** A bar of a round length, right in the middle of the picture. */
export function ScaleBar({
  metresPerPixel,
  told = laterTexts.stage.kilometres,
}: {
  metresPerPixel: number;
  told?: (lengthKm: number) => string;
}): ReactNode {
  const most = (PIXELS_MAX * metresPerPixel) / 1000;
  const lengthKm = ROUND_KM.findLast((each) => each <= most) ?? 0.1;
  const pixels = (1000 * lengthKm) / metresPerPixel;
  return (
    <>
      <svg width={pixels + 2} height="10" aria-hidden="true">
        <path className="scale" d={`M1 1V9M1 5H${pixels + 1}M${pixels + 1} 1V9`} />
      </svg>
      <span>{told(lengthKm)}</span>
    </>
  );
}
