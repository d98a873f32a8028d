/** Engine answers to cases about times: cadence, saturation, the timeline of one engagement. */
import { secondsFromTicks } from "@pavise/kernel";
import { CourseCache, type Listener, RECORD } from "@pavise/lab";
import { lineOfSightArc, pathPosition } from "@pavise/models";
import type { Adapter, Answer } from "../adapter.ts";
import { numberOf, type Question } from "../fields.ts";
import {
  certainBattery,
  certainRadar,
  certainRounds,
  type FlatCase,
  flatSetup,
  together,
  told,
} from "../flat-world.ts";

/** Times of one kind of record, in seconds, in order. */
class Times implements Listener {
  readonly #kinds: readonly number[];
  readonly seconds: number[] = [];

  constructor(...kinds: readonly number[]) {
    this.#kinds = kinds;
  }

  record(kind: number, ticks: number): void {
    if (this.#kinds.includes(kind)) this.seconds.push(secondsFromTicks(ticks));
  }

  sorted(): number[] {
    return this.seconds.toSorted((a, b) => a - b);
  }
}

function answerCadence(question: Question): Record<string, Answer> {
  const demands = numberOf(question, "demands_at_t0");
  const launches = new Times(RECORD["interceptor-launched"]);
  told(
    {
      launchTimes: together(demands),
      // Slow, so that a thousand seconds of flight stay above the radar's horizon.
      flightSeconds: 1_000,
      speed: 100,
      batteries: [
        certainBattery("battery", {
          launch_spacing_s: numberOf(question, "interval_s"),
          magazines: [
            certainRounds({
              rounds_per_launcher: numberOf(question, "ready_rounds"),
              reload_time_s: numberOf(question, "reload_s"),
              stock: "unlimited",
            }),
          ],
        }),
      ],
    },
    launches,
  );
  return { launch_times_s: launches.sorted() };
}

function saturated(question: Question, raid: number, magazine: number): number {
  const shots = numberOf(question, "shots_per_engagement");
  const windowSeconds = numberOf(question, "window_s");
  const orders = new Times(RECORD["engagement-ordered"]);
  told(
    {
      launchTimes: together(raid),
      flightSeconds: windowSeconds,
      batteries: [
        certainBattery("battery", {
          channels: numberOf(question, "channels"),
          doctrine: { salvo_per_look: [shots], looks_max: 1 },
          magazines: [
            certainRounds({
              rounds_per_launcher: magazine,
              flight_time_s: numberOf(question, "engagement_s"),
            }),
          ],
        }),
      ],
    },
    orders,
  );
  return orders.seconds.length;
}

/** A raid and a magazine that only time can limit. */
const AMPLE = 1_000;

function answerSaturation(question: Question): Record<string, Answer> {
  const raid = numberOf(question, "raid");
  const engaged = saturated(question, raid, numberOf(question, "magazine"));
  return {
    max_engagements_by_time: saturated(question, AMPLE, 10 * AMPLE),
    engaged,
    unengaged: raid - engaged,
  };
}

/** One channel, rounds that never kill, a radar that detects surely inside a range. */
function timeline(inputs: Question, detections: number): FlatCase {
  const speed = numberOf(inputs, "v");
  return {
    launchTimes: [0],
    speed,
    flightSeconds: numberOf(inputs, "x0") / speed,
    heightMetres: numberOf(inputs, "h"),
    batteries: [
      certainBattery("battery", {
        channels: 1,
        reaction_time_s: numberOf(inputs, "d"),
        assessment_time_s: numberOf(inputs, "assess"),
        doctrine: { salvo_per_look: [1], looks_max: numberOf(inputs, "maxshots") },
        sensors: [
          certainRadar("radar", {
            mast_height_m: numberOf(inputs, "hr"),
            step: { range_km: numberOf(inputs, "Rdet") / 1_000, detection_probability: 1 },
            period_s: numberOf(inputs, "T"),
            initiation_m: detections,
            initiation_n: detections,
          }),
        ],
        magazines: [
          {
            ...certainRounds({
              envelopes: { ballistic: { range_min_km: numberOf(inputs, "xmin") / 1_000 } },
              single_shot_kill_probability: { ballistic: 0 },
              speed_m_s: numberOf(inputs, "vi"),
            }),
            flight_time_s: undefined,
          },
        ],
      }),
    ],
  };
}

function answerTimeline(question: Question): Record<string, Answer> {
  const inputs = question.inputs as Question;
  const shown = timeline(inputs, numberOf(inputs, "M"));
  const first = new Times(RECORD["track-formed"]);
  const confirmed = new Times(RECORD["track-formed"]);
  const launches = new Times(RECORD["interceptor-launched"]);
  const intercepts = new Times(RECORD["interceptor-missed"]);
  told(timeline(inputs, 1), first);
  told(shown, confirmed);
  told(shown, launches);
  told(shown, intercepts);
  const setup = flatSetup(shown);
  const path = new CourseCache().pathOf("flat", setup.courses[0]!);
  const place = new Float64Array(3);
  const at = (seconds: number): { ground: number; slant: number } => {
    pathPosition(path, seconds, place);
    return { ground: Math.abs(place[0]!), slant: Math.hypot(place[0]!, place[1]!, place[2]!) };
  };
  const confirmation = confirmed.seconds[0]!;
  const meetings = intercepts.sorted();
  return {
    expected: {
      first_detection_s: first.seconds[0]!,
      confirm_s: confirmation,
      confirm_range_m: at(confirmation).ground,
      horizon_ground_range_m: lineOfSightArc(numberOf(inputs, "hr"), numberOf(inputs, "h")),
      n_opportunities: meetings.length,
      shots: launches.sorted().map((launch_s, k) => ({
        launch_s,
        intercept_s: meetings[k]!,
        ground_range_m: at(meetings[k]!).ground,
        slant_m: at(meetings[k]!).slant,
      })),
    },
  };
}

function engine(answer: (question: Question) => Record<string, Answer>): Adapter {
  return { engine: "engine", answer };
}

export const adapters: Record<string, Adapter> = {
  launcher_cadence: engine(answerCadence),
  saturation_deterministic: engine(answerSaturation),
  system_timeline: engine(answerTimeline),
};
