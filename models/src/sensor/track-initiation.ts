/**
 * Track initiation: M detections within any N consecutive scans.
 *
 * The chain is exact. Its state is which of the last N − 1 scans detected, one bit each; a scan
 * that brings the window to M detections confirms the track for good.
 */

/** The rule "M of the last N scans", with its chain worked out once. */
export interface TrackInitiation {
  readonly detections: number;
  readonly window: number;
  /** Number of states without a track; state 0 is "nothing seen". */
  readonly states: number;
  /** State after a scan that detects; −1 when that confirms the track. */
  readonly afterDetection: Int16Array;
  /** State after a scan that misses. */
  readonly afterMiss: Int16Array;
}

/** Longest window: 2⁷ states are the most a table can be asked to carry per scan. */
const WINDOW_MAX = 8;

function bitCount(bits: number): number {
  let rest = bits;
  let count = 0;
  for (; rest > 0; rest &= rest - 1) count++;
  return count;
}

/**
 * The chain of the rule "`detections` within any `window` consecutive scans";
 * 1 ≤ detections ≤ window ≤ 8. Scans are independent.
 */
export function trackInitiation(detections: number, window: number): TrackInitiation {
  const whole = Number.isInteger(detections) && Number.isInteger(window);
  if (!(whole && detections >= 1 && detections <= window && window <= WINDOW_MAX)) {
    throw new RangeError(
      `trackInitiation: expected whole numbers with 1 ≤ detections ≤ window ≤ ${WINDOW_MAX}, got ${detections} of ${window}`,
    );
  }
  const remembered = (1 << (window - 1)) - 1;
  const masks = [0];
  const stateOfMask = new Map([[0, 0]]);
  const stateOf = (mask: number): number => {
    const known = stateOfMask.get(mask);
    if (known !== undefined) return known;
    stateOfMask.set(mask, masks.length);
    masks.push(mask);
    return masks.length - 1;
  };
  const afterDetection: number[] = [];
  const afterMiss: number[] = [];
  for (let state = 0; state < masks.length; state++) {
    const shifted = masks[state]! << 1;
    const confirms = bitCount(masks[state]!) + 1 >= detections;
    afterDetection.push(confirms ? -1 : stateOf((shifted | 1) & remembered));
    afterMiss.push(stateOf(shifted & remembered));
  }
  return {
    detections,
    window,
    states: masks.length,
    afterDetection: Int16Array.from(afterDetection),
    afterMiss: Int16Array.from(afterMiss),
  };
}

/**
 * Carries the chances of the states without a track over one scan and answers their sum: the
 * chance of no track after it. `from` and `to` are slices of `states` numbers at the offset given.
 * Refuses a detection probability outside [0, 1].
 */
export function advanceScan(
  initiation: TrackInitiation,
  from: Float64Array,
  to: Float64Array,
  offset: number,
  probability: number,
): number {
  const { states, afterDetection, afterMiss } = initiation;
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`advanceScan probability: expected a value in [0, 1], got ${probability}`);
  }
  for (let state = 0; state < states; state++) to[offset + state] = 0;
  let untracked = 0;
  for (let state = 0; state < states; state++) {
    const chance = from[offset + state]!;
    if (chance === 0) continue;
    const missed = chance * (1 - probability);
    to[offset + afterMiss[state]!]! += missed;
    untracked += missed;
    const next = afterDetection[state]!;
    if (next < 0) continue;
    const detected = chance * probability;
    to[offset + next]! += detected;
    untracked += detected;
  }
  return untracked;
}

/**
 * Chance that the track is confirmed by the end of each scan, given the detection probability of
 * each scan: M detections within any N consecutive scans. Exact to rounding (1e-15).
 */
export function confirmationProbabilities(
  probabilityPerScan: ArrayLike<number>,
  detections: number,
  window: number,
): Float64Array {
  const initiation = trackInitiation(detections, window);
  let from = new Float64Array(initiation.states);
  let to = new Float64Array(initiation.states);
  from[0] = 1;
  const confirmed = new Float64Array(probabilityPerScan.length);
  for (let scan = 0; scan < confirmed.length; scan++) {
    confirmed[scan] = 1 - advanceScan(initiation, from, to, 0, probabilityPerScan[scan]!);
    [from, to] = [to, from];
  }
  return confirmed;
}
