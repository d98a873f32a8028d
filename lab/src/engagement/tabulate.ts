/** From a setup to its tables. All transcendental mathematics of an engagement happens here. */

import { entityKey, thresholdFromProbability, ticksFromSeconds } from "@pavise/kernel";
import { type Path, type Site, type World, withinOffsetRadiusProbability } from "@pavise/models";
import { type Position, type Setup, THREAT_CLASSES } from "../scenario/setup.ts";
import { branchColumns } from "./branch-columns.ts";
import { Column } from "./column.ts";
import { CourseCache, siteOf, worldOf } from "./course.ts";
import type { SurvivalTableColumns } from "./detection.ts";
import { launchWindows } from "./launch-window.ts";
import { postColumns } from "./post-columns.ts";
import { type Row, type RowList, rowList } from "./row-list.ts";
import { searcherColumns } from "./searcher-columns.ts";
import { type Sight, sightOf } from "./sight.ts";
import { type Bundle, bundlesOf, SurvivalColumns, searchersOf } from "./survival-columns.ts";
import { type Columns, packedTables, type Tables } from "./tables.ts";
import { NEVER } from "./ticks.ts";
import { unitColumns } from "./unit-columns.ts";
import { type View, viewOf } from "./view.ts";

/**
 * Tables of a setup. Paths come from `courses`, which several options of one draw may share: the
 * defence does not bend a path.
 */
export function tabulate(setup: Setup, courses: CourseCache = new CourseCache()): Tables {
  const list = rowList(setup, courses);
  const { rows, rowOfThreat } = list;
  const bundles = bundlesOf(setup);
  const searchers = searchersOf(setup, bundles);
  const columns: Columns = {
    ...threatColumns(setup, rows, rowOfThreat),
    ...branchColumns(setup, list),
    ...unitColumns(setup),
    ...rowColumns(setup, list, bundles),
    ...postColumns(setup),
    ...searcherColumns(setup, searchers),
    bundlePost: Int32Array.from(bundles, (bundle) => bundle.commandPost),
    bundleFallback: Int32Array.from(
      bundles,
      (bundle) => setup.fireUnits[bundle.fireUnit]?.fallbackPost ?? -1,
    ),
    bundleUnit: Int32Array.from(bundles, (bundle) => bundle.fireUnit),
    bundleIndex: Int32Array.from(bundles, (bundle) => bundle.drawIndex),
  };
  const counts = {
    seed: setup.seed,
    draw: setup.draw,
    assetCount: setup.assets.length,
    threatCount: setup.threats.length,
    rowCount: rows.length,
    postCount: setup.commandPosts.length,
    bundleCount: bundles.length,
    modeCount: bundles.length + searchers.filter(({ cuedMode }) => cuedMode >= 0).length,
    searcherCount: searchers.length,
    unitCount: setup.fireUnits.length,
    slotCount: setup.fireUnits.reduce((total, unit) => total + unit.magazines.length, 0),
  };
  return packedTables(counts, columns);
}

type ThreatColumns = Pick<
  Columns,
  | "threatRow"
  | "threatAsset"
  | "threatLaunch"
  | "threatEnd"
  | "threatRank"
  | "threatFailure"
  | "threatArrival"
  | "threatKey"
  | "threatHarmless"
  | "threatValue"
  | "failureFirst"
  | "failureCount"
  | "failureTicks"
>;

function threatColumns(setup: Setup, rows: readonly Row[], rowOfThreat: Int32Array): ThreatColumns {
  const { threats } = setup;
  const keys = new Uint32Array(2 * threats.length);
  const failures = new Column();
  const failureFirst = new Column();
  const arrivals = new Map<string, number>();
  const launches = Int32Array.from(threats, (threat) => ticksFromSeconds(threat.launchSeconds));
  const ends = Int32Array.from(threats, (threat, i) => {
    const flight = rows[rowOfThreat[i]!]!.path.flightSeconds;
    entityKey(setup.seed, setup.draw, threat.id, keys, 2 * i);
    failureFirst.push(failures.length);
    for (const share of threat.failureFractions) failures.push(ticksFromSeconds(share * flight));
    return launches[i]! + ticksFromSeconds(flight);
  });
  const harmlessRows = rows.map((row) => (isHarmless(setup, row.path) ? 1 : 0));
  const carriers = new Set(threats.map(({ carrier }) => carrier));
  const order = Int32Array.from(threats.keys()).sort((a, b) => ends[a]! - ends[b]! || a - b);
  const rank = new Int32Array(threats.length);
  order.forEach((threat, place) => {
    rank[threat] = place;
  });
  return {
    threatRow: rowOfThreat,
    threatAsset: Int32Array.from(threats, (threat) => threat.asset),
    threatLaunch: launches,
    threatEnd: ends,
    threatRank: rank,
    threatFailure: Float64Array.from(threats, (threat) =>
      thresholdFromProbability(1 - threat.flightReliability),
    ),
    threatArrival: Float64Array.from(threats, (threat, i) => {
      const asset = setup.assets[threat.asset]!;
      const row = rowOfThreat[i]!;
      const key = `${row} ${threat.asset} ${threat.cep}`;
      const known = arrivals.get(key);
      if (known !== undefined) return known;
      const chance = arrivalChance(setup, rows[row]!.path, asset, threat.cep);
      arrivals.set(key, chance);
      return chance;
    }),
    threatKey: keys,
    threatHarmless: Uint8Array.from(rowOfThreat, (row, threat) =>
      carriers.has(threat) ? 0 : harmlessRows[row]!,
    ),
    threatValue: Float64Array.from(threats, (threat) => setup.assets[threat.asset]!.value ?? 1),
    failureFirst: failureFirst.int32(),
    failureCount: Int32Array.from(threats, (threat) => threat.failureFractions.length),
    failureTicks: failures.int32(),
  };
}

function arrivalChance(
  setup: Setup,
  path: Path,
  asset: { readonly position: Position; readonly arrivalRadius: number },
  cep: number,
): number {
  const world = worldOf(setup.world);
  const view = viewOf(world, siteOf(setup.world, asset.position), lastSample(path));
  const offset = view.groundRange[0]!;
  if (cep === 0) return thresholdFromProbability(offset <= asset.arrivalRadius ? 1 : 0);
  return thresholdFromProbability(withinOffsetRadiusProbability(asset.arrivalRadius, cep, offset));
}

/** The end of a path as a path of one sample. */
function lastSample(path: Path): Path {
  const last = path.count - 1;
  return {
    ...path,
    count: 1,
    positions: path.positions.slice(3 * last),
    heights: path.heights.slice(last),
    speeds: path.speeds.slice(last),
  };
}

/** Does a path end outside the arrival radius of everything that is defended? */
function isHarmless(setup: Setup, path: Path): boolean {
  const world = worldOf(setup.world);
  const end = lastSample(path);
  return setup.assets.every((asset) => {
    const view = viewOf(world, siteOf(setup.world, asset.position), end);
    return view.groundRange[0]! > asset.arrivalRadius;
  });
}

type RowColumns = SurvivalTableColumns &
  Pick<
    Columns,
    | "sightEnd"
    | "rowClass"
    | "identification"
    | "windowFirst"
    | "windowCount"
    | "killThreshold"
    | "staticReason"
    | "postUseful"
    | "windowOpen"
    | "windowClose"
    | "sampleFirst"
    | "sampleCount"
    | "samplesPerTick"
    | "samples"
  >;

class WindowColumns {
  readonly identification = new Column();
  readonly windowFirst = new Column();
  readonly windowCount = new Column();
  readonly killThreshold = new Column();
  readonly staticReason = new Column();
  readonly postUseful = new Column();
  readonly windowOpen = new Column();
  readonly windowClose = new Column();
  readonly sampleFirst = new Column();
  readonly sampleCount = new Column();
  readonly samplesPerTick = new Column();
  readonly samples = new Column();
}

function rowColumns(setup: Setup, list: RowList, bundles: readonly Bundle[]): RowColumns {
  const { rows } = list;
  const world = worldOf(setup.world);
  const survival = new SurvivalColumns(setup, bundles);
  const windows = new WindowColumns();
  for (const row of rows) {
    const views = new ViewCache(world, setup, row.path);
    const sights = setup.sensors.map(
      (sensor): Sight => sightOf(sensor, row.threat, views.at(sensor.position), setup.terrain),
    );
    survival.appendRow(row.threat, (index) => {
      return { view: views.at(setup.sensors[index]!.position), sight: sights[index]! };
    });
    appendWindows(setup, row, views, sights, windows);
  }
  return {
    survivalFirst: survival.first.int32(),
    survivalCount: survival.count.int32(),
    survivalLinear: survival.linear.uint8(),
    survivalTicks: survival.ticks.int32(),
    survivalLevel: survival.level.float64(),
    survivalGuide: survival.guide.int32(),
    sightEnd: survival.sightEnd.int32(),
    rowClass: Int32Array.from(rows, (row) => THREAT_CLASSES.indexOf(row.threat.class)),
    identification: windows.identification.int32(),
    windowFirst: windows.windowFirst.int32(),
    windowCount: windows.windowCount.int32(),
    killThreshold: windows.killThreshold.float64(),
    staticReason: windows.staticReason.int32(),
    postUseful: usefulOnAnyBranch(windows.postUseful.uint8(), list, setup.commandPosts.length),
    windowOpen: windows.windowOpen.int32(),
    windowClose: windows.windowClose.int32(),
    sampleFirst: windows.sampleFirst.int32(),
    sampleCount: windows.sampleCount.int32(),
    samplesPerTick: windows.samplesPerTick.float64(),
    samples: windows.samples.int32(),
  };
}

/** A post that can meet a threat on one of its branches only must know it before it turns too. */
function usefulOnAnyBranch(
  useful: Uint8Array,
  { rowOfThreat, branchRows }: RowList,
  postCount: number,
): Uint8Array {
  branchRows.forEach((branches, threat) => {
    for (const branch of branches) {
      for (let post = 0; post < postCount; post++) {
        const at = rowOfThreat[threat]! * postCount + post;
        useful[at] = useful[at]! | useful[branch * postCount + post]!;
      }
    }
  });
  return useful;
}

/** Views of one path, one per place. */
class ViewCache {
  readonly #views = new Map<string, View>();
  readonly #world: World;
  readonly #setup: Setup;
  readonly #path: Path;

  constructor(world: World, setup: Setup, path: Path) {
    this.#world = world;
    this.#setup = setup;
    this.#path = path;
  }

  at(position: Position): View {
    const key = position.join(" ");
    let view = this.#views.get(key);
    if (view === undefined) {
      const site: Site = siteOf(this.#setup.world, position);
      view = viewOf(this.#world, site, this.#path);
      this.#views.set(key, view);
    }
    return view;
  }
}

function appendWindows(
  setup: Setup,
  row: Row,
  views: ViewCache,
  sights: readonly Sight[],
  into: WindowColumns,
): void {
  const isUseful = setup.commandPosts.map(() => 0);
  for (const unit of setup.fireUnits) {
    const sight = sights[unit.engagementSensor] ?? null;
    let reason = -1;
    let windowsOfUnit = 0;
    for (const magazine of unit.magazines) {
      const view = views.at(magazine.position ?? unit.position);
      const envelope = magazine.envelopes[row.threat.class];
      const answer = launchWindows(unit, envelope, magazine.flyOut, view, sight);
      into.windowFirst.push(into.windowOpen.length);
      into.killThreshold.push(
        thresholdFromProbability(magazine.killProbability[row.threat.class] ?? 0),
      );
      if (answer.kind === "refused") {
        into.windowCount.push(0);
        reason = Math.max(reason, answer.reason);
        continue;
      }
      into.windowCount.push(answer.windows.length);
      windowsOfUnit += answer.windows.length;
      for (const window of answer.windows) {
        const open = Math.ceil(ticksFromSeconds(window.open));
        const close = Math.max(open, ticksFromSeconds(window.close));
        const steps = window.intercepts.length - 1;
        into.windowOpen.push(open);
        into.windowClose.push(close);
        into.sampleFirst.push(into.samples.length);
        into.sampleCount.push(window.intercepts.length);
        into.samplesPerTick.push(close > open ? steps / (close - open) : 0);
        window.intercepts.forEach((time, j) => {
          const launch = window.open + (window.close - window.open) * (steps > 0 ? j / steps : 0);
          into.samples.push(ticksFromSeconds(Math.max(0, time - launch)));
        });
      }
    }
    into.staticReason.push(windowsOfUnit > 0 ? -1 : reason);
    if (windowsOfUnit === 0) continue;
    isUseful[unit.commandPost] = 1;
    if (unit.fallbackPost !== undefined) isUseful[unit.fallbackPost] = 1;
  }
  into.postUseful.pushAll(isUseful);
  for (const post of setup.commandPosts) {
    const isHeld = post.holdFire?.includes(row.threat.class) ?? false;
    const seconds = post.identificationSeconds?.[row.threat.class] ?? 0;
    into.identification.push(isHeld ? NEVER : ticksFromSeconds(seconds));
  }
}
