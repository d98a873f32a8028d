/** One replication told second by second, and the tally that its records add up to. */
import type { Journal, JournalRecord } from "../engagement/journal.ts";
import { FATES, type Fate, LIMITS, PAIR_STATES } from "../engagement/refusal.ts";
import type { RecordKind, Tally } from "../engagement/tally.ts";
import type { Setup } from "../scenario/setup.ts";
import { reasonText } from "./reason.ts";
import { wrappedLines } from "./wrap.ts";

const COLUMNS = 100;
/** `  734.1 s  `: the time of a line, and the indent of what follows. */
const TIME_WIDTH = 11;
/** Time is counted in ticks of 1/1,024 s: less than two of them are none, s. */
const INSTANT = 0.002;

/** What a setup calls the things that records number. */
interface Names {
  readonly threats: readonly string[];
  readonly units: readonly string[];
  readonly posts: readonly string[];
  readonly slots: readonly string[];
  readonly assets: readonly string[];
  /** Of a threat: `launched` or `on its way`. */
  readonly beginnings: readonly string[];
  readonly sensors: readonly string[];
  /** Of a threat: its type and the asset it was sent at. */
  readonly errands: readonly string[];
  /** Of a threat, s. */
  readonly launches: readonly number[];
}

/** What falls is launched at a place, what flies is on its way to one. */
function isFalling({ class: kind }: Setup["threats"][number]): boolean {
  return kind === "ballistic" || kind === "rocket";
}

function namesOf(setup: Setup): Names {
  const assets = setup.assets.map(({ id }) => id);
  return {
    threats: setup.threats.map(({ id }) => id),
    units: setup.fireUnits.map(({ id }) => id),
    posts: setup.commandPosts.map(({ id }) => id),
    slots: setup.fireUnits.flatMap((unit) => unit.magazines.map((each) => each.interceptor)),
    assets,
    beginnings: setup.threats.map((threat) => (isFalling(threat) ? "launched" : "on its way")),
    errands: setup.threats.map((threat) => {
      return `${threat.type} ${isFalling(threat) ? "at" : "to"} ${assets[threat.asset]}`;
    }),
    launches: setup.threats.map(({ launchSeconds }) => launchSeconds),
    sensors: setup.sensors.map(({ id }) => id),
  };
}

/** A sentence of the story and the records that it tells, the first of them first. */
export interface StoryEntry {
  readonly seconds: number;
  readonly told: string;
  readonly records: readonly JournalRecord[];
}

/**
 * The records as sentences. Records of one second that say the same of several threats share a
 * sentence; none is left out.
 */
export function storyEntries(setup: Setup, journal: Journal): StoryEntry[] {
  const names = namesOf(setup);
  return groupsOf(journal.records, names).map((records) => {
    return { seconds: records[0]!.seconds, told: tell(records, names), records };
  });
}

/** The sentences of a story as lines of at most 100 columns, each second with its time. */
export function storyLines(setup: Setup, journal: Journal): string[] {
  const lines: string[] = [];
  let shownSecond = Number.NaN;
  for (const { seconds, told } of storyEntries(setup, journal)) {
    const time = `${seconds.toFixed(1)} s`.padStart(TIME_WIDTH - 2);
    const second = Math.floor(seconds);
    const start = second === shownSecond ? " ".repeat(TIME_WIDTH) : `${time}  `;
    shownSecond = second;
    const [head, ...rest] = wrappedLines(told, COLUMNS - TIME_WIDTH, 2);
    lines.push(start + head, ...rest.map((line) => " ".repeat(TIME_WIDTH) + line));
  }
  return lines;
}

/** Records of one second in runs of one sentence; the order of the journal is kept between runs. */
function groupsOf(records: readonly JournalRecord[], names: Names): JournalRecord[][] {
  const groups = new Map<string, JournalRecord[]>();
  for (const record of records) {
    const { seconds, kind, unit, detail } = record;
    const begun = beginningText(record, names);
    const key = [Math.floor(seconds), kind, unit, detail, begun].join(" ");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return [...groups.values()];
}

/** Of a threat's beginning, what the sentence says beside its name; of other records nothing. */
function beginningText({ kind, threat, seconds }: JournalRecord, names: Names): string {
  if (kind === "threat-launched") return `${names.beginnings[threat]}: ${names.errands[threat]}`;
  if (kind === "threat-released") return names.errands[threat]!;
  if (kind !== "threat-fell") return "";
  return seconds - names.launches[threat]! < INSTANT ? "failed at launch" : "failed in flight";
}

type Telling = (threats: string, unit: string, record: JournalRecord, names: Names) => string;

const TELLINGS: Readonly<Record<RecordKind, Telling>> = {
  "threat-launched": (threats, _, record, names) => `${threats} ${beginningText(record, names)}`,
  "threat-fell": (threats, _, record, names) => `${threats} ${beginningText(record, names)}`,
  "track-formed": (threats, _, { unit }, { posts }) =>
    `post ${posts[unit]} has track of ${threats}`,
  "engagement-ordered": (threats, unit, { detail }) =>
    `${unit} ordered to engage ${threats}${detail > 0 ? `, look ${detail + 1}` : ""}`,
  "interceptor-launched": (threats, unit, { detail }, { slots }) =>
    `${unit} launches ${slots[detail]} at ${threats}`,
  "threat-intercepted": (threats, unit, { detail }, { slots }) =>
    `${slots[detail]} of ${unit} intercepts ${threats}`,
  "interceptor-missed": (threats, unit, { detail }, { slots }) =>
    `${slots[detail]} of ${unit} misses ${threats}`,
  "interceptor-wasted": (threats, unit, { detail }, { slots }) =>
    `${slots[detail]} of ${unit} finds nothing where ${threats} was`,
  "kill-assessed": (threats, unit) => `${unit} sees ${threats} killed`,
  "miss-assessed": (threats, unit) => `${unit} sees ${threats} not killed`,
  "threat-arrived": (threats, _, { detail }, { assets }) =>
    `${threats} arrived at ${assets[detail]}`,
  "threat-fell-short": (threats) => `${threats} fell short`,
  "engagement-refused": (threats, unit, { detail }) =>
    `${unit} did not engage ${threats}: ${reasonText(PAIR_STATES[detail]!)}`,
  "unit-switched-off": (_, unit) => `${unit} switched off by its supplier`,
  "post-lost": (_, unit) => `${unit} without its command post from here on`,
  "threat-released": (threats, _, { threat, detail }, { threats: names, errands }) =>
    `${names[detail]} releases ${threats}: ${errands[threat]}`,
  "threat-not-released": (threats, _, { detail }) =>
    `${threats} not released: ${NOT_RELEASED[FATES[detail]!]}`,
  "threat-turned-back": (threats, _, { detail }) =>
    detail < 0 ? `${threats} flies home as planned` : `${threats} turns back, fired upon`,
  "sensor-failed": (_threats, _, { unit }, { sensors }) => `${sensors[unit]} out for the raid`,
  "sensor-lost": (_threats, _, { unit }, { sensors }) => `${sensors[unit]} lost`,
  "sensor-restored": (_threats, _, { unit }, { sensors }) => `${sensors[unit]} works again`,
  "sensor-full": (_threats, _, { unit }, { sensors }) =>
    `${sensors[unit]} has no place for another track`,
  "sensor-cued": (threats, _, { unit }, { sensors }) =>
    `${sensors[unit]} told where to look for ${threats}`,
  "unit-failed": (_, unit) => `${unit} out for the raid: failed or no power`,
};

/** What became of a carrier that released nothing. */
const NOT_RELEASED: Readonly<Record<Fate, string>> = {
  failed: "its carrier failed before",
  intercepted: "its carrier was intercepted with it",
  "turned-back": "its carrier turned back with it",
  arrived: "its carrier kept it",
  "fell-short": "its carrier kept it",
};

function tell(group: readonly JournalRecord[], names: Names): string {
  const first = group[0]!;
  return TELLINGS[first.kind](
    threatList(group, names),
    names.units[first.unit] ?? "",
    first,
    names,
  );
}

/** Each threat once, with how often where it is more than once. */
function threatList(group: readonly JournalRecord[], names: Names): string {
  const times = new Map<number, number>();
  for (const { threat } of group) times.set(threat, (times.get(threat) ?? 0) + 1);
  const each = [...times].map(([threat, count]) => {
    const name = names.threats[threat] ?? "";
    return count === 1 ? name : `${name} (${count} ×)`;
  });
  return each.join(", ");
}

/** What a tally counts, with names in place of numbers: for people and for programs. */
export interface NamedTally {
  readonly fates: Readonly<Record<string, number>>;
  readonly arrivals: Readonly<Record<string, number>>;
  readonly leakers: number;
  /** By unit, then by interceptor. */
  readonly rounds: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** By unit: pairs by state, those that occurred. */
  readonly refusals: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly limits: Readonly<Record<string, number>>;
  /** Hash of the fate of every threat, as in `replications.csv`. */
  readonly checksum: string;
}

export function namedTally(setup: Setup, tally: Tally): NamedTally {
  let slot = 0;
  const rounds = setup.fireUnits.map(({ id, magazines }) => {
    const used: Record<string, number> = {};
    for (const { interceptor } of magazines) {
      used[interceptor] = (used[interceptor] ?? 0) + tally.rounds[slot]!;
      slot += 1;
    }
    return [id, used] as const;
  });
  const refusals = setup.fireUnits.map(({ id }, unit) => {
    const first = unit * PAIR_STATES.length;
    return [id, occurred(PAIR_STATES, tally.pairs.subarray(first))] as const;
  });
  return {
    fates: Object.fromEntries(FATES.map((fate, index) => [fate, tally.fates[index]!])),
    arrivals: Object.fromEntries(setup.assets.map(({ id }, i) => [id, tally.arrivals[i]!])),
    leakers: tally.leakers,
    rounds: Object.fromEntries(rounds),
    refusals: Object.fromEntries(refusals),
    limits: occurred(LIMITS, tally.limits),
    checksum: (tally.fateHash >>> 0).toString(16).padStart(8, "0"),
  };
}

function occurred(names: readonly string[], counts: Int32Array): Record<string, number> {
  const entries = names.map((name, index) => [name, counts[index]!] as const);
  return Object.fromEntries(entries.filter(([, count]) => count > 0));
}

/** A tally as lines of at most 100 columns. */
export function tallyLines(setup: Setup, tally: Tally): string[] {
  const { fates, arrivals, rounds, refusals, limits } = namedTally(setup, tally);
  const lines = [
    `fates     ${counts(fates)}`,
    `arrivals  ${counts(arrivals)}`,
    ...Object.entries(rounds).map(([unit, used]) => `rounds    ${unit}: ${counts(used)}`),
    ...Object.entries(refusals).map(([unit, states]) => `pairs     ${unit}: ${counts(states)}`),
    `limits    ${counts(limits)}`,
  ];
  return lines.flatMap((line) => wrappedLines(line, COLUMNS, 10));
}

function counts(by: Readonly<Record<string, number>>): string {
  const entries = Object.entries(by);
  if (entries.length === 0) return "none";
  return entries.map(([name, count]) => `${name} ${count}`).join(" · ");
}
