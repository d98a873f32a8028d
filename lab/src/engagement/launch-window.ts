/**
 * When a fire unit can launch an interceptor at a course, and when the two then meet; or the reason
 * why it never can.
 */

import type { EnvelopeSetup, FireUnitSetup, FlyOutSetup } from "../scenario/setup.ts";
import { REASON } from "./refusal.ts";
import type { Sight } from "./sight.ts";
import {
  between,
  type Margin,
  type Span,
  sectorMargin,
  spansOf,
  type View,
  valueAt,
} from "./view.ts";

/** Launch times from open to close, evenly spaced, each with its time of intercept. */
export interface LaunchWindow {
  readonly open: number;
  readonly close: number;
  /** Intercept times at open, …, close; one entry when open equals close. */
  readonly intercepts: Float64Array;
}

export type WindowAnswer =
  | { readonly kind: "windows"; readonly windows: readonly LaunchWindow[] }
  /** Index into REASONS: the furthest obstacle at any moment of the course. */
  | { readonly kind: "refused"; readonly reason: number };

/** Launch times are tabulated at this spacing: 0.5 s keeps the error below 10 ms (measured). */
const SPACING_SECONDS = 0.5;
const SAMPLES_MAX = 512;

export function launchWindows(
  unit: FireUnitSetup,
  envelope: EnvelopeSetup | undefined,
  flyOut: FlyOutSetup,
  view: View,
  sight: Sight | null,
): WindowAnswer {
  const chain: { readonly reason: number; readonly margin: Margin }[] = [
    { reason: REASON["outside-sector"], margin: sectorMargin(view, unit.sector) },
  ];
  if (sight !== null) {
    chain.push(
      { reason: REASON["outside-sector"], margin: sight.sector },
      { reason: REASON["outside-sector"], margin: sight.elevation },
      { reason: REASON["below-horizon-or-masked"], margin: sight.terrain ?? sight.horizon },
    );
    if (sight.clutter !== null) {
      chain.push({ reason: REASON["below-horizon-or-masked"], margin: sight.clutter });
    }
    chain.push(
      { reason: REASON["not-detected-in-time"], margin: sight.instrumented },
      { reason: REASON["not-detected-in-time"], margin: sight.reach },
    );
  }
  const seen = spansOf(
    view.times,
    chain.map((link) => link.margin),
  );
  if (envelope === undefined) {
    return { kind: "refused", reason: furthest(view.count, chain, REASON["no-interceptor"]) };
  }
  const ground = unit.position[2];
  chain.push(
    {
      reason: REASON["outside-range"],
      margin: between(view.groundRange, envelope.rangeMin, envelope.rangeMax),
    },
    {
      reason: REASON["outside-height"],
      margin: between(view.height, ground + envelope.heightMin, ground + envelope.heightMax),
    },
    {
      reason: REASON["too-fast"],
      margin: between(view.speed, Number.NEGATIVE_INFINITY, envelope.threatSpeedMax),
    },
  );
  const windows: LaunchWindow[] = [];
  const meetings = spansOf(
    view.times,
    chain.map((link) => link.margin),
  );
  for (const sightSpan of seen) {
    for (const meeting of meetings) {
      if (meeting.end < sightSpan.start || meeting.start > sightSpan.end) continue;
      const window = windowOf(meeting, sightSpan.start, flyOut, view);
      if (window !== null) windows.push(window);
    }
  }
  if (windows.length > 0) return { kind: "windows", windows };
  return { kind: "refused", reason: furthest(view.count, chain, REASON["no-time-left"]) };
}

/** Walks the chain at every sample; a sample that passes all of it yields `beyond`. */
function furthest(
  count: number,
  chain: readonly { readonly reason: number; readonly margin: Margin }[],
  beyond: number,
): number {
  let result = -1;
  for (let k = 0; k < count; k++) {
    const first = chain.find((link) => !(link.margin[k]! >= 0));
    result = Math.max(result, first === undefined ? beyond : first.reason);
  }
  return result;
}

/** Flight time of an interceptor that meets the threat at a time of its course. */
function flightTime(flyOut: FlyOutSetup, view: View, time: number): number {
  if (flyOut.kind === "fixed") return flyOut.seconds;
  return valueAt(view.times, view.slantRange, time) / flyOut.speed;
}

/**
 * The window for intercepts within `meeting`, launched after the radar first saw the threat. Where
 * a later point would need an earlier launch (a threat flying away faster than the interceptor),
 * only the first meeting counts.
 */
function windowOf(
  meeting: Span,
  seenFrom: number,
  flyOut: FlyOutSetup,
  view: View,
): LaunchWindow | null {
  const intercepts: number[] = [];
  const launches: number[] = [];
  const visit = (time: number): void => {
    const launch = time - flightTime(flyOut, view, time);
    const before = launches[launches.length - 1];
    if (before !== undefined && launch <= before) return;
    if (launch < seenFrom) {
      // The last point before the window: kept to find where launches meet the first sight.
      launches.length = 0;
      intercepts.length = 0;
    }
    launches.push(launch);
    intercepts.push(time);
  };
  visit(meeting.start);
  for (const time of view.times) if (time > meeting.start && time < meeting.end) visit(time);
  visit(meeting.end);
  if (launches[launches.length - 1]! < seenFrom) return null;
  return resampled(launches, intercepts, Math.max(seenFrom, launches[0]!));
}

function resampled(
  launches: readonly number[],
  intercepts: readonly number[],
  open: number,
): LaunchWindow {
  const close = launches[launches.length - 1]!;
  const steps = Math.min(SAMPLES_MAX, Math.ceil((close - open) / SPACING_SECONDS));
  const samples = new Float64Array(steps + 1);
  let k = 0;
  for (let j = 0; j <= steps; j++) {
    const launch = j === steps ? close : open + ((close - open) * j) / steps;
    while (k < launches.length - 2 && launches[k + 1]! < launch) k++;
    const from = launches[k]!;
    const to = launches[Math.min(k + 1, launches.length - 1)]!;
    const share = to > from ? (launch - from) / (to - from) : 0;
    const last = intercepts[Math.min(k + 1, intercepts.length - 1)]!;
    samples[j] = intercepts[k]! + (last - intercepts[k]!) * share;
  }
  return { open, close, intercepts: samples };
}
