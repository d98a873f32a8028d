/**
 * Raids for the comparison of engine and baseline in which command matters: two layers of systems of
 * the catalogue against a mixed raid, and two batteries whose common post is lost.
 */
import { packedCatalogue } from "@pavise/catalogue/packed";
import { dress, type Setup, scenarioFromValue } from "@pavise/lab";
import { flatTwoBatteries } from "./flat-raids.ts";

type Fields = Record<string, unknown>;

/** So many threats of one class on one line towards an asset, launched so many seconds apart. */
function wave(
  threat: string,
  aim: string,
  count: number,
  from: readonly [east: number, north: number, height: number],
  start: number,
  spacing: number,
): Fields {
  const place = (east: number, north: number, height: number): Fields => {
    return { east_m: east, north_m: north, altitude_m: height };
  };
  const end = aim === "airfield" ? place(300, 200, 5) : place(2_300, -3_800, 5);
  return {
    id: `${threat}s`,
    threat,
    aim,
    count,
    route: [place(...from), end],
    launch_times: { start_s: start, spacing_s: spacing },
    speed_m_s: { falling: 1100, cruiser: 240, drone: 55, fighter: 260 }[threat],
  };
}

const threats = {
  falling: {
    class: "ballistic",
    rcs_m2: 0.1,
    flight_reliability: 0.9,
    failure_fractions: [0, 0.5],
    cep_m: 200,
  },
  cruiser: {
    class: "cruise",
    rcs_m2: 0.1,
    flight_reliability: 0.92,
    failure_fractions: [0, 0.6],
    cep_m: 20,
  },
  drone: {
    class: "drone",
    rcs_m2: 0.05,
    flight_reliability: 0.85,
    failure_fractions: [0.3, 0.8],
    cep_m: 30,
  },
  fighter: { class: "aircraft", rcs_m2: 4, flight_reliability: 0.99 },
};

/** 24 threats of four classes against an S-400 battery and two Pantsir vehicles under one post. */
export function layeredRaid(): Setup {
  const scenario = scenarioFromValue({
    schema: "pavise-scenario/1",
    id: "layers",
    title: "Two layers",
    question: "What gets through both?",
    world: "flat",
    assets: [
      { id: "airfield", east_m: 0, north_m: 0, altitude_m: 0, arrival_radius_km: 1, value: 3 },
      { id: "depot", east_m: 2_000, north_m: -4_000, altitude_m: 0, arrival_radius_km: 1 },
    ],
    threats,
    raid: [
      wave("falling", "airfield", 8, [110_000, 30_000, 70_000], 500, 6),
      wave("cruiser", "airfield", 7, [60_000, -70_000, 60], 170, 9),
      wave("drone", "depot", 7, [20_000, 24_000, 300], 0, 12),
      wave("fighter", "depot", 2, [-90_000, 20_000, 5_000], 150, 40),
    ],
    doctrine: { salvo_per_look: [2], looks_max: 3 },
    options: [
      {
        id: "layers",
        command_posts: [
          { id: "post", policy: "value-weighted", identification_s: { aircraft: 60, drone: 10 } },
        ],
        units: [
          {
            id: "s400",
            system: "s400",
            at: "airfield",
            command_post: "post",
            load: { "9m96e2": 16, "48n6e3": 16 },
            channels: 4,
            sector_deg: 360,
            doctrines: { drone: { salvo_per_look: [1], looks_max: 2 } },
          },
          ...["pantsir_1", "pantsir_2"].map((id, index) => ({
            id,
            system: "pantsir_s1",
            position: { east_m: 2_000 * index, north_m: -4_000 * index, altitude_m: 0 },
            command_post: "post",
            load: { "57e6": 8 },
            channels: 2,
            sector_deg: 360,
            doctrine: { salvo_per_look: [1], looks_max: "unlimited" },
            kill_declared: { if_killed: 0.9, if_missed: 0.1 },
          })),
        ],
      },
    ],
  });
  return dress(scenario, packedCatalogue(), { option: "layers", seed: 4, draw: 0 });
}

/** The two batteries of the low raid under one post, which is lost at 170 s; each has its own then. */
export function lostPostRaid(): Setup {
  const setup = flatTwoBatteries();
  const judged = {
    identificationSeconds: { cruise: 5 },
    misjudgement: { probability: 0.4, halvingSeconds: 8 },
  };
  return {
    ...setup,
    commandPosts: [
      {
        id: "centre",
        dropSeconds: 8,
        ...judged,
        policy: "earliest-impact",
        orderDelaySeconds: 4,
        linkReliability: 0.8,
        lostAtSeconds: 170,
      },
      { id: "own-1", dropSeconds: 8, ...judged },
      { id: "own-2", dropSeconds: 12, ...judged },
    ],
    fireUnits: setup.fireUnits.map((unit, index) => ({
      ...unit,
      fallbackPost: index + 1,
      killDeclared: { ifKilled: 0.85, ifMissed: 0.1 },
    })),
  };
}
