/** Where things lie, at the likely values: launch areas, assets, tracks and envelopes. */
import type { Catalogue } from "@pavise/catalogue";
import { degreesFromRadians } from "@pavise/kernel";
import {
  CourseCache,
  type OpenedStudy,
  type Scenario,
  type Setup,
  type ThreatClass,
} from "@pavise/lab";
import { geodesic, geodeticFromEcef, type Path, sampleSeconds } from "@pavise/models";
import type { MapPoint, ReportMap, ReportTrack, ReportUnit } from "../input.ts";

/** Points of a track: enough for a smooth line. */
const TRACK_POINTS = 48;

type Position = Setup["assets"][number]["position"];

/** The map of a study, or null on the flat world. */
export function reportMap(
  { scenario, catalogue }: OpenedStudy,
  likely: ReadonlyMap<string, Setup>,
): ReportMap | null {
  const [first] = likely.values();
  if (first === undefined || first.world === "flat") return null;
  return {
    launchAreas: launchAreas(scenario, catalogue),
    assets: first.assets.map(({ id, position }) => ({
      id,
      name: assetName(scenario, id),
      at: mapPoint(position),
    })),
    tracks: tracks(catalogue, first),
    defences: [...likely].flatMap(([option, setup]) =>
      setup.fireUnits.length === 0
        ? []
        : [{ option, units: setup.fireUnits.map((unit) => reportUnit(catalogue, setup, unit)) }],
    ),
  };
}

function assetName({ written }: Scenario, id: string): string {
  return written.assets.find((asset) => asset.id === id)?.title ?? id;
}

function mapPoint([latitude, longitude]: Position): MapPoint {
  return [degreesFromRadians(latitude), degreesFromRadians(longitude)];
}

/** Launch places of the raid that the catalogue knows, with how well it knows them. */
function launchAreas({ written }: Scenario, catalogue: Catalogue): ReportMap["launchAreas"] {
  const ids = new Set(written.raid.flatMap(({ launch }) => launch?.place ?? []));
  return [...ids].flatMap((id) => {
    const place = catalogue.places.get(id);
    if (place === undefined) return [];
    const { name, lat, lon, position_accuracy_km } = place;
    return [
      {
        name,
        at: [Number(lat.value), Number(lon.value)] as const,
        accuracyKm: Number(position_accuracy_km.value),
      },
    ];
  });
}

function tracks(catalogue: Catalogue, setup: Setup): ReportTrack[] {
  const courses = new CourseCache();
  return setup.courses.flatMap((course, index) => {
    const threat = setup.threats.find((each) => each.course === index);
    if (threat === undefined) return [];
    return [
      {
        threat: catalogue.threats.get(threat.type)?.name ?? threat.type,
        asset: setup.assets[threat.asset]!.id,
        ...trackOf(courses.pathOf(setup.world, course, setup.terrain)),
      },
    ];
  });
}

function trackOf(path: Path): Pick<ReportTrack, "ground" | "profile"> {
  const points = Math.min(TRACK_POINTS, path.count);
  const samples = Array.from({ length: points }, (_, i) =>
    Math.round((i * (path.count - 1)) / (points - 1)),
  );
  const places = samples.map((k) => {
    const [x, y, z] = path.positions.subarray(3 * k, 3 * k + 3);
    return geodeticFromEcef({ x: x!, y: y!, z: z! });
  });
  return {
    ground: places.map(({ latitude, longitude }) => mapPoint([latitude, longitude, 0])),
    profile: places.map((place, i) => ({
      seconds: sampleSeconds(path, samples[i]!),
      rangeKm: geodesic(places[0]!, place).distance / 1000,
      heightKm: path.heights[samples[i]!]! / 1000,
    })),
  };
}

function reportUnit(
  catalogue: Catalogue,
  setup: Setup,
  unit: Setup["fireUnits"][number],
): ReportUnit {
  const threatClass = setup.threats[0]?.class ?? "ballistic";
  const system = catalogue.systems.get(unit.system);
  const reaches = unit.magazines.flatMap(({ interceptor, envelopes }) => {
    const envelope = envelopes[threatClass];
    return envelope === undefined ? [] : [{ interceptor, envelope }];
  });
  const widest = reaches.toSorted((a, b) => b.envelope.rangeMax - a.envelope.rangeMax)[0];
  const { rangeMin = 0, rangeMax = 0, heightMin = 0, heightMax = 0 } = widest?.envelope ?? {};
  const interceptor =
    widest === undefined ? "none" : interceptorName(catalogue, unit, widest.interceptor);
  const firstLaunch = Math.min(...setup.threats.map(({ launchSeconds }) => launchSeconds));
  return {
    id: unit.id,
    system: system?.name ?? unit.system,
    at: mapPoint(unit.position),
    envelope: {
      words: `${interceptor}, against ${CLASS_WORDS[threatClass]}`,
      rangeMinKm: rangeMin / 1000,
      rangeMaxKm: rangeMax / 1000,
      heightMinKm: heightMin / 1000,
      heightMaxKm: heightMax / 1000,
    },
    ...headlineOf(catalogue, unit.system, rangeMax),
    switchedOff: unit.switchedOffSeconds <= firstLaunch,
  };
}

const AERODYNAMIC = /\.interceptors\.([^.]+)\.aerodynamic\.range_max_km$/;

/** The greatest range told of any interceptor of a system, where it is more than this one's. */
function headlineOf(
  catalogue: Catalogue,
  system: string,
  rangeMax: number,
): Pick<ReportUnit, "headline"> {
  let headline: ReportUnit["headline"];
  for (const [path, { datum }] of catalogue.parameters) {
    const interceptor = path.startsWith(`systems.${system}.`) ? AERODYNAMIC.exec(path)?.[1] : null;
    if (interceptor === null || interceptor === undefined) continue;
    const rangeKm = Math.max(...[datum.value].flat().map(Number));
    if (!(rangeKm > Math.max(rangeMax / 1000, headline?.rangeKm ?? 0))) continue;
    const name = catalogue.systems.get(system)?.interceptors[interceptor]?.name ?? interceptor;
    headline = { words: `${name}, against aircraft`, rangeKm };
  }
  return headline === undefined ? {} : { headline };
}

const CLASS_WORDS: Readonly<Record<ThreatClass, string>> = {
  ballistic: "ballistic missiles",
  cruise: "cruise missiles",
  drone: "drones",
  aircraft: "aircraft",
  rocket: "rockets",
};

function interceptorName(
  catalogue: Catalogue,
  unit: Setup["fireUnits"][number],
  id: string,
): string {
  return catalogue.systems.get(unit.system)?.interceptors[id]?.name ?? id;
}
