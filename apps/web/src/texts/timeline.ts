/** Words of the replay's clock, kill chain, log and choice of night. */

const seconds = (value: number): string => `${value.toFixed(1)} s`;

export const timeline = {
  play: "Play",
  pause: "Pause",
  previous: "Previous record",
  next: "Next record",
  speed: "Speed",
  speedOf: (factor: number): string => `${factor} ×`,
  moment: "Moment of the night",
  keys: "Space plays, arrows step from record to record, Shift with arrows moves ten seconds, + and − change the speed",
  /** `2:14.0`, for the eye. */
  clock: (value: number): string => {
    const sign = value < 0 ? "−" : "";
    const whole = Math.abs(value);
    const hours = Math.floor(whole / 3600);
    const minutes = Math.floor(whole / 60) % 60;
    const rest = (whole % 60).toFixed(1).padStart(4, "0");
    return hours > 0
      ? `${sign}${hours}:${String(minutes).padStart(2, "0")}:${rest}`
      : `${sign}${minutes}:${rest}`;
  },
  /** For the ear. */
  spoken: (value: number): string => {
    const minutes = Math.floor(value / 60);
    const rest = Math.round(value % 60);
    return minutes > 0 ? `${minutes} min ${rest} s` : `${rest} s`;
  },
  seconds,
  chain: "Kill chain",
  chainRows: "One row per threat",
  chainHead: { threat: "Threat", what: "What became of it" },
  legend: [
    ["launched", "launched"],
    ["sight", "in view"],
    ["track", "tracked"],
    ["order", "ordered"],
    ["shot", "shot"],
    ["kill", "intercepted"],
    ["miss", "missed"],
    ["arrival", "arrived"],
    ["short", "fell short"],
    ["fell", "failed"],
  ],
  legendNote:
    "In view: the first moment at which a sensor could have had a track. The engine draws when a track forms, not single looks.",
  fates: {
    failed: "failed",
    intercepted: "intercepted",
    "turned-back": "turned back",
    arrived: "arrived",
    "fell-short": "fell short",
  },
  notReleased: (fate: string): string => `not released: its carrier ${fate}`,
  notFlown: "failed before it flew",
  shotsMissed: "shots missed",
  by: (unit: string): string => `by ${unit}`,
  refused: (unit: string, reason: string): string => `${unit}: ${reason}`,
  launched: (at: number): string => `launched at ${seconds(at)}`,
  seen: (at: number | null): string =>
    at === null ? "never in view" : `in view at ${seconds(at)}`,
  tracked: (at: number | null): string =>
    at === null ? "never tracked" : `tracked at ${seconds(at)}`,
  ordered: (unit: string, at: number): string => `${unit} ordered at ${seconds(at)}`,
  shot: (interceptor: string, from: number, to: number, result: string): string =>
    `${interceptor} from ${seconds(from)} to ${seconds(to)}: ${result}`,
  results: {
    "threat-intercepted": "intercepted",
    "interceptor-missed": "missed",
    "interceptor-wasted": "found nothing there",
  },
  ended: (fate: string, at: number): string => `${fate} at ${seconds(at)}`,
  log: "What happened",
  logPart: (from: number, to: number, all: number): string =>
    `sentences ${from}–${to} of ${all}, around the present moment`,
  night: "Night",
  option: "Defence",
  choices: { best: "Best", median: "Median", worst: "Worst 5 %" },
  choiceHelp: {
    best: "The fewest arrivals of all nights that were played",
    median: "Half of the nights have at most as many arrivals",
    worst: "One night in twenty has at least as many arrivals",
  },
  choicesWait: "Best, median and worst can be chosen when the study has been played",
  draw: "Draw",
  replication: "Replication",
  show: "Show this night",
  invalidNumber: (most: number): string => `Expected a whole number from 0 to ${most}`,
  told: (arrived: number, launched: number): string => `${arrived} of ${launched} arrived`,
  counted: (intercepted: number, failed: number, rounds: number): string =>
    `${intercepted} intercepted, ${failed} failed, ${rounds} rounds`,
  address: (draw: number, replication: number): string =>
    draw === 0
      ? `draw 0 (likely values), replication ${replication}`
      : `draw ${draw}, replication ${replication}`,
  rank: (fewer: number, equal: number, nights: number): string => {
    const count = (value: number): string => value.toLocaleString("en");
    return `${count(equal)} of ${count(nights)} nights had as many arrivals, ${count(fewer)} had fewer`;
  },
  journal: (hash: string): string => `journal ${hash}`,
} as const;
