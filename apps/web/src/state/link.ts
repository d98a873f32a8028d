/**
 * The whole state in the fragment of a link: JSON, deflated, in base64url, after a version. The
 * fragment never leaves the machine. Anybody may have written it: everything is checked on reading,
 * and what does not fit is refused as a whole.
 */
import { shippedTexts } from "../gallery/shipped-texts.ts";
import { coverageFromPacked, type PackedCoverage, packedCoverage } from "./coverage-link.ts";
import { emptyState, type LabState, type Night, VIEWS } from "./lab-state.ts";
import { count, LinkError, NAME_MAX, text } from "./link-field.ts";

export { LinkError };

const VERSION = "1.";
/** Longer fragments are refused unread. */
export const FRAGMENT_MAX = 400_000;
/** A longer scenario is refused, from a link, a file or the command line. */
export const TEXT_MAX = 2_000_000;
const SETS_MAX = 500;

/** What a link says: the state, and the hash of the study that its writer saw. */
export interface Linked {
  readonly state: LabState;
  readonly studyHash: string | null;
}

/** A state as a link carries it, before it is pressed together. */
export interface Packed {
  readonly name?: string;
  /** Only of a scenario that did not come with the build. */
  readonly text?: string;
  readonly options?: readonly string[];
  readonly sets?: readonly string[];
  readonly seed: number;
  readonly size?: readonly [number, number];
  readonly view?: string;
  readonly night?: readonly [string, number, number];
  readonly coverage?: PackedCoverage;
  readonly hash?: string;
}

/** The fragment of a state, without `#`; empty for the gallery as it opens. */
export async function fragmentFromState(
  state: LabState,
  studyHash: string | null = null,
): Promise<string> {
  const packed = packedFromState(state, studyHash);
  if (packed === null) return state.seed === emptyState.seed ? "" : `seed=${state.seed}`;
  const bytes = new TextEncoder().encode(JSON.stringify(packed));
  return VERSION + base64FromBytes(await deflated(bytes));
}

/** A state as plain data; null for the gallery. */
export function packedFromState(state: LabState, studyHash: string | null = null): Packed | null {
  const { scenario, seed } = state;
  if (scenario === null) return null;
  const isShipped = shippedTexts.some(
    ({ name, text }) => name === scenario.name && text === scenario.text,
  );
  return {
    name: scenario.name,
    ...(isShipped ? {} : { text: scenario.text }),
    ...(state.options === null ? {} : { options: state.options }),
    ...(state.sets.length === 0 ? {} : { sets: state.sets }),
    seed,
    ...(state.size === null ? {} : { size: [state.size.draws, state.size.replications] }),
    ...(state.view === emptyState.view ? {} : { view: state.view }),
    ...(state.night === null
      ? {}
      : { night: [state.night.option, state.night.draw, state.night.replication] }),
    ...packedCoverage(state.coverage),
    ...(studyHash === null ? {} : { hash: studyHash }),
  };
}

/**
 * The state of a fragment, without `#`.
 *
 * @throws LinkError for anything that no page of Pavise writes.
 */
export async function stateFromFragment(fragment: string): Promise<Linked> {
  if (fragment === "" || fragment === "/") return { state: emptyState, studyHash: null };
  if (fragment.length > FRAGMENT_MAX) throw new LinkError("longer than any link of Pavise");
  const seed = /^seed=(\d{1,15})$/.exec(fragment)?.[1];
  if (seed !== undefined) return { state: { ...emptyState, seed: Number(seed) }, studyHash: null };
  if (!fragment.startsWith(VERSION)) throw new LinkError("not a link of this version of Pavise");
  const json = await inflatedText(bytesFromBase64(fragment.slice(VERSION.length)));
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new LinkError("its contents are damaged");
  }
  return linkedFromPacked(value);
}

/**
 * The state of plain data that anybody may have written.
 *
 * @throws LinkError for anything that no page of Pavise writes.
 */
export function linkedFromPacked(value: unknown): Linked {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new LinkError("its contents are not a state");
  }
  const fields = value as Record<string, unknown>;
  const field = (key: string): unknown => (Object.hasOwn(fields, key) ? fields[key] : undefined);
  const name = text(field("name"), "name", NAME_MAX);
  const written = field("text");
  const shipped = shippedTexts.find((each) => each.name === name);
  if (written === undefined && shipped === undefined) {
    throw new LinkError("it names a scenario that this build does not have");
  }
  const view = VIEWS.find((each) => each === (field("view") ?? emptyState.view));
  if (view === undefined) throw new LinkError("it asks for a view that is not there");
  const options = field("options");
  return {
    state: {
      scenario: {
        name,
        text: written === undefined ? shipped!.text : text(written, "text", TEXT_MAX),
      },
      options: options === undefined ? null : texts(options, "options"),
      sets: field("sets") === undefined ? [] : texts(field("sets"), "sets"),
      seed: count(field("seed"), "seed", 0, Number.MAX_SAFE_INTEGER),
      size: sizeFrom(field("size")),
      view,
      night: nightFrom(field("night")),
      coverage: coverageFromPacked(field("coverage")),
    },
    studyHash: field("hash") === undefined ? null : text(field("hash"), "hash", 64),
  };
}

function sizeFrom(value: unknown): LabState["size"] {
  if (value === undefined) return null;
  if (!Array.isArray(value)) throw new LinkError("its size is not a pair of numbers");
  return {
    draws: count(value[0], "draws", 1, 100_000),
    replications: count(value[1], "replications", 2, 10_000_000),
  };
}

function nightFrom(value: unknown): Night | null {
  if (value === undefined) return null;
  if (!Array.isArray(value)) throw new LinkError("its night is not an address");
  return {
    option: text(value[0], "night", NAME_MAX),
    draw: count(value[1], "draw", 0, 100_000),
    replication: count(value[2], "replication", 0, 10_000_000),
  };
}

function texts(value: unknown, name: string): string[] {
  if (!Array.isArray(value) || value.length > SETS_MAX) {
    throw new LinkError(`its ${name} are not a list of at most ${SETS_MAX}`);
  }
  return value.map((each) => text(each, name, 1000));
}

function base64FromBytes(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function bytesFromBase64(encoded: string): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9_-]*$/.test(encoded)) throw new LinkError("it has characters of no link");
  try {
    const binary = atob(encoded.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    throw new LinkError("its contents are cut off");
  }
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Inflates, and gives up as soon as there is more than any scenario has. */
async function inflatedText(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let inflated = "";
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new LinkError("its contents are damaged or cut off");
    });
    if (done) return inflated + decoder.decode();
    inflated += decoder.decode(value, { stream: true });
    if (inflated.length > TEXT_MAX) {
      void reader.cancel();
      throw new LinkError("it holds more than any scenario has");
    }
  }
}
