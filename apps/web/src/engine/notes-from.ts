/** What a scenario is about, and a small picture of it. */
import type { Catalogue } from "@pavise/catalogue";
import { degreesFromRadians } from "@pavise/kernel";
import {
  CourseCache,
  type OpenedStudy,
  plannedStudy,
  type ScenarioValue,
  type Setup,
  valuesOf,
} from "@pavise/lab";
import { geodeticFromEcef, type Path } from "@pavise/models";
import type { RaidPicture, ScenarioNotes } from "./message.ts";
import { valueNames } from "./value-names.ts";

/** Title, options and every value of a scenario. */
export function notesOf({ scenario, catalogue, overrides }: OpenedStudy): ScenarioNotes {
  const { written, hash } = scenario;
  const plan = plannedStudy(scenario, {
    draws: undefined,
    replications: undefined,
    precision: undefined,
    keepReplications: false,
  });
  const values = valuesOf(scenario, catalogue, overrides);
  const nameOf = valueNames(written, catalogue);
  return {
    id: written.id,
    title: written.title,
    question: written.question,
    description: written.description ?? "",
    hash,
    world: written.world,
    options: written.options.map(({ id, title }) => ({ id, title: title ?? id })),
    assets: written.assets.map(({ id, title }) => ({ id, title: title ?? id })),
    values: values.map((value) => ({ ...value, name: nameOf(value.path) })),
    sources: sourcesOf(catalogue, values),
    size: { draws: plan.draws, replications: plan.replications },
  };
}

function sourcesOf(
  catalogue: Catalogue,
  values: readonly ScenarioValue[],
): ScenarioNotes["sources"] {
  const keys = new Set(values.flatMap(({ sources }) => sources));
  const entries = [...keys].flatMap((key) => {
    const source = catalogue.sources.get(key);
    if (source === undefined) return [];
    const { title, publisher, date, url, opened } = source;
    const isSafe = /^https?:\/\//.test(url ?? "");
    const noted = {
      title,
      publisher: publisher ?? "",
      date: date ?? "",
      url: isSafe ? (url ?? null) : null,
      opened,
    };
    return [[key, noted] as const];
  });
  return Object.fromEntries(entries);
}

const TRACKS_MAX = 24;
const TRACK_POINTS = 24;

/** Ground tracks at the likely values, with the places of the option that fields most. */
export function pictureOf({ subject, scenario }: OpenedStudy): RaidPicture {
  const setups = subject.options.map(({ id }) => subject.setup(id, 0));
  const first = setups[0]!;
  if (first.world === "flat") return { tracks: [], assets: [], units: [] };
  const most = setups.reduce((a, b) => (b.fireUnits.length > a.fireUnits.length ? b : a));
  const cache = new CourseCache();
  const step = Math.max(1, Math.ceil(first.courses.length / TRACKS_MAX));
  return {
    tracks: first.courses
      .filter((_, index) => index % step === 0)
      .map((course) => groundTrack(cache.pathOf("wgs84", course, first.terrain))),
    assets: first.assets.map(({ id, position }) => {
      const title = scenario.written.assets.find((asset) => asset.id === id)?.title;
      return { name: title ?? id, at: lonLat(position) };
    }),
    units: most.fireUnits.map((unit) => ({ at: lonLat(unit.position), reachKm: reachKm(unit) })),
  };
}

function lonLat([latitude, longitude]: readonly [number, number, number]): [number, number] {
  return [degreesFromRadians(longitude), degreesFromRadians(latitude)];
}

function reachKm({ magazines }: Setup["fireUnits"][number]): number {
  const ranges = magazines.flatMap(({ envelopes }) =>
    Object.values(envelopes).map(({ rangeMax }) => rangeMax),
  );
  return Math.max(0, ...ranges) / 1000;
}

function groundTrack(path: Path): [number, number][] {
  const points = Math.min(TRACK_POINTS, path.count);
  return Array.from({ length: points }, (_, i) => {
    const k = Math.round((i * (path.count - 1)) / (points - 1));
    const [x, y, z] = path.positions.subarray(3 * k, 3 * k + 3);
    const { latitude, longitude, height } = geodeticFromEcef({ x: x!, y: y!, z: z! });
    return lonLat([latitude, longitude, height]);
  });
}
