/**
 * Everything about a setup that does not depend on luck, in flat typed arrays within one buffer.
 *
 * A row is a course as flown by threats of one type; many threats share a row and differ in their
 * launch time. Times in rows are ticks after the start of the course. A slot is one magazine of one
 * fire unit; slots are numbered over all units in order. A bundle is a set of sensors that live and
 * die together; a searcher is a bundle of one sensor that something can change. A mode is one way in
 * which a bundle looks: first the bundles themselves, then searchers as they look when they are cued.
 * Thresholds are probabilities times 2^32, compared with 32-bit words.
 */

import { hashBytes } from "@pavise/kernel";

export interface Columns {
  /** By threat: row, asset, launch and end in ticks, place in the order of (end, index). */
  readonly threatRow: Int32Array;
  readonly threatAsset: Int32Array;
  readonly threatLaunch: Int32Array;
  readonly threatEnd: Int32Array;
  readonly threatRank: Int32Array;
  /** By threat: thresholds of failing in flight and of ending within the arrival radius. */
  readonly threatFailure: Float64Array;
  readonly threatArrival: Float64Array;
  /** By threat, two words: key of its luck. */
  readonly threatKey: Uint32Array;
  /** By threat: first entry and number of entries in `failureTicks` (after launch). */
  readonly failureFirst: Int32Array;
  readonly failureCount: Int32Array;
  readonly failureTicks: Int32Array;

  /** By threat: what carries it, or −1; first and number of entries in `weapons`, which it carries. */
  readonly threatCarrier: Int32Array;
  readonly weaponFirst: Int32Array;
  readonly weaponCount: Int32Array;
  /** Threats that are carried. */
  readonly weapons: Int32Array;
  /** By threat: ticks after launch from which its course leads home; NEVER if it does not. */
  readonly threatHome: Int32Array;
  /** By threat that is fired upon: threshold of turning back, ticks from the launch to the turn. */
  readonly turnThreshold: Float64Array;
  readonly turnReaction: Int32Array;
  /** By threat: first and number of its branches, by rising time of the turn. */
  readonly branchFirst: Int32Array;
  readonly branchCount: Int32Array;
  /** By branch: turn and end in ticks after launch, and the row that is flown. */
  readonly branchTurn: Int32Array;
  readonly branchEnd: Int32Array;
  readonly branchRow: Int32Array;

  /** By threat: 1 if its path ends where nothing is defended. */
  readonly threatHarmless: Uint8Array;
  /** By threat: weight of its asset. */
  readonly threatValue: Float64Array;

  /** By command post: ticks until a lost track is noticed; delay of orders; when it is lost. */
  readonly postDrop: Int32Array;
  readonly postDelay: Int32Array;
  readonly postLost: Int32Array;
  /** By command post: place in POLICY_NAMES; threshold of an order that arrives. */
  readonly postPolicy: Int32Array;
  readonly postLink: Float64Array;
  /** By command post: threshold of a wrong first judgement (−1: nobody judges), and its halving. */
  readonly postMisjudgement: Float64Array;
  readonly postHalving: Int32Array;

  /** By bundle: command post, fallback post or −1, owning unit or −1, index of its track draws. */
  readonly bundlePost: Int32Array;
  readonly bundleFallback: Int32Array;
  readonly bundleUnit: Int32Array;
  readonly bundleIndex: Int32Array;
  /** By row × mode: first entry and number of entries of its survival; 1 if lines, 0 if steps. */
  readonly survivalFirst: Int32Array;
  readonly survivalCount: Int32Array;
  readonly survivalLinear: Uint8Array;
  readonly survivalTicks: Int32Array;
  readonly survivalLevel: Float64Array;
  /** By row × mode, GUIDES entries each: where to begin the search, after the first entry. */
  readonly survivalGuide: Int32Array;
  /** By row × searcher: when the course leaves what the sensor can see for the last time. */
  readonly sightEnd: Int32Array;

  /** By searcher: its bundle, its index in the setup, its cued mode or −1. */
  readonly searcherBundle: Int32Array;
  readonly searcherSensor: Int32Array;
  readonly searcherCuedMode: Int32Array;
  /** By searcher: places for tracks; ticks from a track to its report; 1 if it reports to its post. */
  readonly searcherCapacity: Int32Array;
  readonly searcherDelay: Int32Array;
  readonly searcherReports: Int32Array;
  /** By searcher: the unit whose engagement radar it is, or −1. */
  readonly searcherGuides: Int32Array;
  /** By searcher: thresholds of working at the start and of being lost; when lost and restored. */
  readonly searcherWorks: Float64Array;
  readonly searcherLossChance: Float64Array;
  readonly searcherLost: Int32Array;
  readonly searcherRestored: Int32Array;
  /** By searcher, two words: key of its luck. */
  readonly searcherKey: Uint32Array;
  /** By searcher: first entry and number of entries in the two below: whom it cues, after how long. */
  readonly cueFirst: Int32Array;
  readonly cueCount: Int32Array;
  readonly cueHearer: Int32Array;
  readonly cueDelay: Int32Array;

  /** By unit. */
  readonly unitPost: Int32Array;
  readonly unitFallback: Int32Array;
  readonly unitChannels: Int32Array;
  readonly unitReaction: Int32Array;
  readonly unitSpacing: Int32Array;
  readonly unitAssessment: Int32Array;
  /** Thresholds of declaring a kill after a kill and after a miss. */
  readonly unitDeclaresKill: Float64Array;
  readonly unitDeclaresMiss: Float64Array;
  readonly unitReadyFrom: Int32Array;
  readonly unitOff: Int32Array;
  readonly unitFailure: Float64Array;
  readonly unitKey: Uint32Array;
  readonly unitSlotFirst: Int32Array;
  readonly unitSlotCount: Int32Array;
  /** By unit × class: greatest number of looks; first and number of entries in `salvo`, by look. */
  readonly looksMax: Int32Array;
  readonly salvoFirst: Int32Array;
  readonly salvoCount: Int32Array;
  readonly salvo: Int32Array;
  /** By unit: first entry and number of entries in `parts`, thresholds of parts that work. */
  readonly partFirst: Int32Array;
  readonly partCount: Int32Array;
  readonly parts: Float64Array;

  /** By slot. */
  readonly slotReload: Int32Array;
  readonly slotRoundsPerLauncher: Int32Array;
  readonly slotStock: Int32Array;
  /** By slot: first entry and number of entries in `launcherRounds`. */
  readonly slotLauncherFirst: Int32Array;
  readonly slotLauncherCount: Int32Array;
  readonly launcherRounds: Int32Array;

  /** By row: class, in the order of THREAT_CLASSES. */
  readonly rowClass: Int32Array;
  /** By row × post: ticks from track to leave to engage; NEVER while fire is held. */
  readonly identification: Int32Array;
  /** By row × slot: first window and number of windows; threshold of a kill by one shot. */
  readonly windowFirst: Int32Array;
  readonly windowCount: Int32Array;
  readonly killThreshold: Float64Array;
  /** By row × post: 1 if some unit of the post can ever meet the course. */
  readonly postUseful: Uint8Array;
  /** By row × unit: why the unit can never meet the course, or −1. */
  readonly staticReason: Int32Array;
  /** By window: first and last launch; first sample and number of samples; samples per tick. */
  readonly windowOpen: Int32Array;
  readonly windowClose: Int32Array;
  readonly sampleFirst: Int32Array;
  readonly sampleCount: Int32Array;
  readonly samplesPerTick: Float64Array;
  /** Times of flight of the interceptor: rounded, they leave equal flights equal. */
  readonly samples: Int32Array;
}

export interface Counts {
  readonly seed: number;
  readonly draw: number;
  readonly assetCount: number;
  readonly threatCount: number;
  readonly rowCount: number;
  readonly postCount: number;
  readonly bundleCount: number;
  readonly modeCount: number;
  readonly searcherCount: number;
  readonly unitCount: number;
  readonly slotCount: number;
}

export interface Tables extends Columns, Counts {
  readonly buffer: ArrayBuffer;
  /** Hash of every number above. */
  readonly hash: string;
}

/** Lays all columns into one buffer, widest elements first, and hashes it. */
export function packedTables(counts: Counts, columns: Columns): Tables {
  const names = Object.keys(columns) as (keyof Columns)[];
  const sorted = names.toSorted(
    (a, b) => columns[b].BYTES_PER_ELEMENT - columns[a].BYTES_PER_ELEMENT,
  );
  const bytes = sorted.reduce((total, name) => total + columns[name].byteLength, 0);
  const buffer = new ArrayBuffer(Math.ceil(bytes / 8) * 8);
  const views: Partial<Record<keyof Columns, Columns[keyof Columns]>> = {};
  let offset = 0;
  for (const name of sorted) {
    const column = columns[name];
    views[name] = placed(column, buffer, offset);
    offset += column.byteLength;
  }
  const hash = hashBytes(new Uint8Array(buffer));
  return { ...counts, ...(views as unknown as Columns), buffer, hash };
}

function placed<T extends Columns[keyof Columns]>(column: T, buffer: ArrayBuffer, at: number): T {
  const Kind = column.constructor as new (b: ArrayBuffer, at: number, length: number) => T;
  const view = new Kind(buffer, at, column.length);
  (view as Int32Array).set(column as Int32Array);
  return view;
}

/**
 * The same tables with one single-shot kill probability for every interceptor: the answer as a
 * curve over what nobody has published.
 */
export function withKillProbability(tables: Tables, probability: number): Tables {
  const { killThreshold } = tables;
  const threshold = probability >= 1 ? 2 * 0x80000000 : Math.round(probability * 2 * 0x80000000);
  return { ...tables, killThreshold: killThreshold.map(() => threshold) };
}
