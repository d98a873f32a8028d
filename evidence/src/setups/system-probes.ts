/**
 * One fire unit of a system of the catalogue against probes that hang in its sky or fly through it,
 * on the flat world: what of its envelope is met and what is refused. All that is not under test is
 * lifted: the radar sees to the end of the world, nothing fails, every round kills.
 */
import {
  type Catalogue,
  type EnvelopeClass,
  type ThreatClass,
  valueBounds,
} from "@pavise/catalogue";
import {
  dress,
  journalOf,
  PAIR_STATES,
  type Setup,
  scenarioFromValue,
  tabulate,
} from "@pavise/lab";

type Fields = Record<string, unknown>;

/** Envelope of an interceptor against a class at the likely values, km and m/s. */
export interface Limits {
  readonly rangeMinKm: number;
  readonly rangeMaxKm: number;
  readonly heightMinKm: number;
  readonly heightMaxKm: number;
  readonly speedMax: number;
}

export function envelopeClassOf(threat: ThreatClass): EnvelopeClass {
  return threat === "ballistic" || threat === "rocket" ? threat : "aerodynamic";
}

/** Interceptors that the catalogue can arm a system with. */
export function armament(catalogue: Catalogue, system: string): string[] {
  const all = Object.keys(catalogue.systems.get(system)!.interceptors);
  return all.filter((id) =>
    catalogue.parameters.has(`systems.${system}.interceptors.${id}.rounds_per_launcher`),
  );
}

/** What the catalogue says, or null where it gives no envelope against the class. */
export function limitsOf(
  catalogue: Catalogue,
  system: string,
  interceptor: string,
  threat: ThreatClass,
): Limits | null {
  const start = `systems.${system}.interceptors.${interceptor}.${envelopeClassOf(threat)}`;
  if (!catalogue.parameters.has(`${start}.range_max_km`)) return null;
  const likely = (name: string): number => {
    const { value } = catalogue.parameters.get(`${start}.${name}`)!.datum;
    if (Array.isArray(value)) return Number(value[1]);
    return valueBounds(value)![0];
  };
  return {
    rangeMinKm: likely("range_min_km"),
    rangeMaxKm: likely("range_max_km"),
    heightMinKm: likely("height_min_km"),
    heightMaxKm: likely("height_max_km"),
    speedMax: likely("threat_speed_max_m_s"),
  };
}

/** A threat that hangs at a place, or flies through it from east to west. */
export interface Probe {
  readonly id: string;
  readonly rangeKm: number;
  readonly heightKm: number;
  /** m/s; none for one that hangs there. */
  readonly speed?: number;
}

const HANGING_SPEED = 0.1;
const HANGING_SECONDS = 1_200;
/** A probe that flies comes from this far and goes as far again. */
const RUN_UP_SECONDS = 400;

function group({ id, rangeKm, heightKm, speed }: Probe): Fields {
  const flown = speed ?? HANGING_SPEED;
  const half = speed === undefined ? (HANGING_SECONDS / 2) * flown : RUN_UP_SECONDS * flown;
  const waypoint = (east: number): Fields => ({
    east_m: east,
    north_m: 1000 * rangeKm,
    altitude_m: 1000 * heightKm,
  });
  return {
    id,
    threat: "probe",
    aim: "base",
    route: [waypoint(half), waypoint(-half)],
    speed_m_s: flown,
    launch_times: { start_s: 0, spacing_s: 0 },
  };
}

/** Of a unit that is at its best: nothing fails, and what a radar limits is lifted. */
const lifted = {
  radar_range_km: 5000,
  radar_instrumented_km: 5000,
  acquisition_range_km: 5000,
  acquisition_instrumented_km: 5000,
  elevation_max_deg: 90,
  sector_deg: 360,
  antenna_height_m: 1000,
  channels: 100,
  launch_spacing_s: 0,
  reaction_time_s: 1,
};

export interface ProbeCase {
  readonly system: string;
  /** Interceptor of which there are rounds enough. */
  readonly interceptor: string;
  readonly class: ThreatClass;
  readonly probes: readonly Probe[];
}

export function probeSetup(catalogue: Catalogue, probed: ProbeCase): Setup {
  const { system, interceptor } = probed;
  const known = Object.entries(lifted).filter(([name]) =>
    catalogue.parameters.has(`systems.${system}.${name}`),
  );
  return dressedScenario(catalogue, {
    threats: { probe: { class: probed.class, rcs_m2: 100 } },
    raid: probed.probes.map(group),
    unit: {
      system,
      load: { [interceptor]: 100 },
      sector_centre_deg: 0,
      ...Object.fromEntries(known),
    },
    class: probed.class,
  });
}

/** A unit as the catalogue has it, and one threat of the class that comes down upon it. */
export function plainSetup(catalogue: Catalogue, probed: Omit<ProbeCase, "probes">): Setup {
  const { system, interceptor } = probed;
  const [speed, far, high] = (
    {
      ballistic: [1500, 150_000, 150_000],
      cruise: [250, 60_000, 200],
      drone: [50, 40_000, 1000],
      aircraft: [250, 120_000, 8000],
      rocket: [500, 12_000, 9000],
    } as const
  )[probed.class];
  return dressedScenario(catalogue, {
    threats: { probe: { class: probed.class, rcs_m2: 0.5 } },
    raid: [
      {
        id: "attack",
        threat: "probe",
        aim: "base",
        route: [
          { east_m: 0, north_m: far, altitude_m: high },
          { east_m: 0, north_m: 0, altitude_m: 0 },
        ],
        speed_m_s: speed,
        launch_times_s: [0],
      },
    ],
    unit: { system, load: { [interceptor]: 8 }, sector_centre_deg: 0 },
    class: probed.class,
  });
}

function dressedScenario(
  catalogue: Catalogue,
  parts: { threats: Fields; raid: Fields[]; unit: Fields; class: ThreatClass },
): Setup {
  const scenario = scenarioFromValue({
    schema: "pavise-scenario/1",
    id: "probes",
    title: "Probes",
    question: "What is met?",
    world: "flat",
    assets: [{ id: "base", east_m: 0, north_m: 0, altitude_m: 0, arrival_radius_km: 5 }],
    threats: parts.threats,
    raid: parts.raid,
    doctrine: { salvo_per_look: [1], looks_max: 3 },
    options: [
      {
        id: "unit",
        units: [
          {
            id: "unit",
            at: "base",
            common_mode_failure: 0,
            kill_probability: { [parts.class]: 1 },
            ...parts.unit,
          },
        ],
      },
    ],
  });
  return dress(scenario, catalogue, { option: "unit", seed: 1, draw: 0 });
}

/** By threat: how its pair with the one unit ended, in the first replication. */
export function pairStates(setup: Setup): Map<string, string> {
  const states = new Map(setup.threats.map(({ id }): [string, string] => [id, "not-needed"]));
  for (const { kind, threat, detail } of journalOf(tabulate(setup), 0).journal.records) {
    const { id } = setup.threats[threat] ?? { id: "" };
    if (kind === "engagement-ordered") states.set(id, "engaged");
    if (kind === "engagement-refused") states.set(id, PAIR_STATES[detail]!);
  }
  return states;
}
