/** First sight of each threat, from the survival tables. */

import type { Journal, Tables } from "@pavise/lab";

/** A survival level of one: nothing can have been seen yet. */
const UNSEEN = 2 * 0x80000000;

/**
 * By threat, the ticks at which the chance of a track by any sensor in service, alone or cued, first rises
 * above nothing; infinity if it never does. The engine draws when a track forms and no single looks,
 * so this is where sight can begin, the same in every replication but for what failed.
 */
export function firstSights(tables: Tables, { records }: Journal): Float64Array {
  const modes = modesInService(tables, records);
  const sights = new Float64Array(tables.threatCount).fill(Number.POSITIVE_INFINITY);
  for (let threat = 0; threat < tables.threatCount; threat++) {
    const row = tables.threatRow[threat]!;
    const launch = tables.threatLaunch[threat]!;
    for (const { mode, off } of modes) {
      const sight = launch + beginning(tables, row * tables.modeCount + mode);
      if (sight < off && sight < sights[threat]!) sights[threat] = sight;
    }
  }
  return sights;
}

interface Mode {
  readonly mode: number;
  /** When its unit is switched off, ticks. */
  readonly off: number;
}

/** Modes of sensors: each bundle has its own, and sensors that are cued have a second one. */
function modesInService(tables: Tables, records: Journal["records"]): Mode[] {
  const failed = (wanted: string): Set<number> =>
    new Set(records.flatMap(({ kind, unit }) => (kind === wanted ? [unit] : [])));
  const failedUnits = failed("unit-failed");
  const failedSensors = failed("sensor-failed");
  const failedBundles = new Set(
    [...tables.searcherBundle].filter((_, s) => failedSensors.has(tables.searcherSensor[s]!)),
  );
  const isOut = (bundle: number): boolean =>
    failedBundles.has(bundle) || failedUnits.has(tables.bundleUnit[bundle]!);
  const inService = (bundle: number, mode: number): Mode[] => {
    if (mode < 0 || isOut(bundle)) return [];
    const owner = tables.bundleUnit[bundle]!;
    return [{ mode, off: owner < 0 ? Number.POSITIVE_INFINITY : tables.unitOff[owner]! }];
  };
  return [
    ...Array.from({ length: tables.bundleCount }, (_, bundle) => inService(bundle, bundle)).flat(),
    ...[...tables.searcherBundle].flatMap((bundle, s) =>
      inService(bundle, tables.searcherCuedMode[s]!),
    ),
  ];
}

/** Ticks after launch at which the survival of a mode begins to fall; `at` is row × mode. */
function beginning(tables: Tables, at: number): number {
  const first = tables.survivalFirst[at]!;
  const end = first + tables.survivalCount[at]!;
  let entry = first;
  while (entry < end && tables.survivalLevel[entry]! >= UNSEEN) entry++;
  if (entry === end) return Number.POSITIVE_INFINITY;
  // A line falls from the entry before it on; a step falls where it stands.
  const isLine = tables.survivalLinear[at] === 1 && entry > first;
  return tables.survivalTicks[isLine ? entry - 1 : entry]!;
}
