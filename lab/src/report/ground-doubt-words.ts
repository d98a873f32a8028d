/** Doubt about terrain, in words. */

import { LOW_FLIGHT_HEIGHT } from "../scenario/low-flyer.ts";
import type { GroundDoubt, Summary } from "../study/summary.ts";
import { halfWidth, roundedText, widthText } from "./number.ts";

/** `smooth Earth`, `coarse terrain`, or the name of a file of heights. */
export function groundText(ground: string): string {
  if (ground === "smooth") return "smooth Earth";
  return ground === "coarse" || ground.startsWith("etopo5") ? "coarse terrain" : ground;
}

/** How many threats fly low, and what that means. */
export function lowFlyerText({ lowFlyers, threats }: GroundDoubt): string {
  const verb = lowFlyers === 1 ? "flies" : "fly";
  return `${lowFlyers} of ${threats} threats ${verb} low, with a leg at or below ${LOW_FLIGHT_HEIGHT} m above the ground`;
}

/** A difference with its sign: `−7.9`, `+0.4`; nothing before a zero. */
function signed(text: string): string {
  return /^−|^[0.,]+$/.test(text) ? text : `+${text}`;
}

/**
 * One sentence for a terminal: how arrivals change over the other ground, option by option; what stands
 * in brackets holds eight nights of ten. Null where no threat flies low.
 */
export function groundDoubtWords({ groundDoubt }: Summary): string | null {
  if (groundDoubt === undefined) return null;
  const { ground, other, options, refused } = groundDoubt;
  const start = `Doubt about terrain: ${lowFlyerText(groundDoubt)}.`;
  if (refused !== undefined) {
    return (
      `${start} All of this holds over ${groundText(ground)} alone, for over ${groundText(other)} it ` +
      `cannot be played: ${refused}.`
    );
  }
  const changes = options.map(({ id, difference }) => {
    const { arrivals, identicalFates } = difference;
    if (identicalFates) return `${id} nothing`;
    const [lower, upper] = arrivals.both;
    const width = lower === upper ? "" : `, ${widthText(arrivals.both)}`;
    return `${id} ${signed(roundedText(arrivals.mean, halfWidth(arrivals.both)))}${width}`;
  });
  const change = `Over ${groundText(other)} in place of ${groundText(ground)}, arrivals change by`;
  return `${start} ${change}: ${changes.join("; ")}.`;
}
