/**
 * A course as one site sees it: geometry at the samples of the path, computed once and read by
 * every sensor and interceptor that stands there.
 */

import type { Path, Site, World } from "@pavise/models";
import { RELATION_LENGTH } from "@pavise/models";
import type { Sector } from "../scenario/setup.ts";

export interface View {
  readonly count: number;
  /** Times of the samples after the start of the course; the last is its end. */
  readonly times: Float64Array;
  readonly groundRange: Float64Array;
  readonly slantRange: Float64Array;
  readonly azimuth: Float64Array;
  readonly elevation: Float64Array;
  /** Height of the threat above the ellipsoid or the plane. */
  readonly height: Float64Array;
  readonly speed: Float64Array;
}

const relation = new Float64Array(RELATION_LENGTH);

export function viewOf(world: World, site: Site, path: Path): View {
  const count = path.count;
  const view = {
    count,
    times: new Float64Array(count),
    groundRange: new Float64Array(count),
    slantRange: new Float64Array(count),
    azimuth: new Float64Array(count),
    elevation: new Float64Array(count),
    height: new Float64Array(count),
    speed: new Float64Array(count),
  };
  for (let k = 0; k < count; k++) {
    world.relate(site, path.positions, 3 * k, relation);
    view.times[k] = Math.min(k * path.stepSeconds, path.flightSeconds);
    view.groundRange[k] = relation[0]!;
    view.slantRange[k] = relation[1]!;
    view.azimuth[k] = relation[2]!;
    view.elevation[k] = relation[3]!;
    view.height[k] = relation[4]!;
    view.speed[k] = path.speeds[k]!;
  }
  return view;
}

/**
 * Margins: a condition as a number per sample, 0 or more where it holds. Between samples a margin
 * is drawn as a straight line, so its zero is found without asking the path again. Positive
 * infinity where nothing can fail.
 */
export type Margin = Float64Array;

const TURN = 2 * Math.PI;

/** How far inside a sector of azimuth, radians. All-round sectors never fail. */
export function sectorMargin(view: View, sector: Sector): Margin {
  const margin = new Float64Array(view.count).fill(Number.POSITIVE_INFINITY);
  if (sector.width >= TURN) return margin;
  for (let k = 0; k < view.count; k++) {
    const turns = (view.azimuth[k]! - sector.centre) / TURN;
    margin[k] = sector.width / 2 - Math.abs(turns - Math.round(turns)) * TURN;
  }
  return margin;
}

/** A value per sample turned into a margin against a least and a greatest value. */
export function between(values: Float64Array, lower: number, upper: number): Margin {
  const margin = new Float64Array(values.length);
  for (let k = 0; k < values.length; k++) {
    margin[k] = Math.min(values[k]! - lower, upper - values[k]!);
  }
  return margin;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The stretches of time in which no margin is negative. Margins are kept apart to the end: a straight
 * line through the smaller of an angle and a distance would cross zero at a time that means nothing.
 */
export function spansOf(times: Float64Array, margins: readonly Margin[]): Span[] {
  let spans: Span[] = [{ start: times[0]!, end: times[times.length - 1]! }];
  for (const margin of margins) spans = shared(spans, spansOfOne(times, margin));
  return spans;
}

/** What two lists of spans have in common. */
function shared(a: readonly Span[], b: readonly Span[]): Span[] {
  const common: Span[] = [];
  for (const one of a) {
    for (const other of b) {
      const start = Math.max(one.start, other.start);
      const end = Math.min(one.end, other.end);
      if (start <= end) common.push({ start, end });
    }
  }
  return common.sort((one, other) => one.start - other.start);
}

/** Is a time within one of these spans? */
export function isWithin(spans: readonly Span[], time: number): boolean {
  for (const { start, end } of spans) if (time >= start && time <= end) return true;
  return false;
}

function spansOfOne(times: Float64Array, margin: Margin): Span[] {
  const spans: Span[] = [];
  let start = margin[0]! >= 0 ? times[0]! : Number.NaN;
  for (let k = 1; k < times.length; k++) {
    const before = margin[k - 1]!;
    const after = margin[k]!;
    if (before < 0 && after >= 0) start = crossing(times, k, before, after);
    if (before >= 0 && after < 0) {
      spans.push({ start, end: crossing(times, k, before, after) });
      start = Number.NaN;
    }
  }
  const last = times[times.length - 1]!;
  if (!Number.isNaN(start)) spans.push({ start, end: last });
  return spans;
}

function crossing(times: Float64Array, k: number, before: number, after: number): number {
  const from = times[k - 1]!;
  const to = times[k]!;
  if (!Number.isFinite(before) || !Number.isFinite(after)) return before < after ? to : from;
  return from + ((to - from) * before) / (before - after);
}

/** A value per sample at a time between samples, by a straight line. */
export function valueAt(times: Float64Array, values: Float64Array, time: number): number {
  const last = times.length - 1;
  if (last === 0 || time <= times[0]!) return values[0]!;
  if (time >= times[last]!) return values[last]!;
  const step = times[1]! - times[0]!;
  let k = Math.min(last - 1, Math.floor((time - times[0]!) / step));
  while (k > 0 && times[k]! > time) k--;
  while (k < last - 1 && times[k + 1]! < time) k++;
  const share = (time - times[k]!) / (times[k + 1]! - times[k]!);
  return values[k]! + (values[k + 1]! - values[k]!) * share;
}
