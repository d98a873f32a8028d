/** The fragment of the address follows the state, and the state follows the fragment. */

import { keepDrafts, keptDraft } from "./draft.ts";
import { emptyState } from "./lab-state.ts";
import { labStore } from "./lab-store.ts";
import {
  FRAGMENT_MAX,
  fragmentFromState,
  LinkError,
  linkedFromPacked,
  packedFromState,
  stateFromFragment,
} from "./link.ts";
import { type Store, store } from "./store.ts";
import { studyStore } from "./study-store.ts";

export interface RouteState {
  /** Why the link could not be opened, or null. */
  readonly refused: string | null;
  /** Hash of the study that the writer of the link saw, or null. */
  readonly linkedHash: string | null;
}

export const routeStore: Store<RouteState> = store<RouteState>({ refused: null, linkedHash: null });

const PAUSE_MS = 150;
let written = "";
let pause: ReturnType<typeof setTimeout> | undefined;
let before = emptyState;

async function read(): Promise<void> {
  const fragment = location.hash.slice(1);
  if (fragment === written) return;
  try {
    const { state, studyHash } = await stateFromFragment(fragment);
    written = fragment;
    before = state;
    routeStore.change({ refused: null, linkedHash: studyHash });
    labStore.change(state);
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    written = fragment;
    before = emptyState;
    routeStore.change({ refused: error.message, linkedHash: null });
    labStore.change(emptyState);
  }
}

/**
 * The link to what is shown now, with the hash of its study where that is known; null where it would
 * be longer than a page reads.
 */
export async function currentLink(): Promise<string | null> {
  const { news, isStale } = studyStore.current();
  const hash = news?.isWhole === true && !isStale ? news.answer.studyHash : null;
  const fragment = await fragmentFromState(labStore.current(), hash);
  return fragment.length > FRAGMENT_MAX ? null : `${location.href.split("#")[0]}#${fragment}`;
}

async function write(): Promise<void> {
  const state = labStore.current();
  const fragment = await fragmentFromState(state);
  if (state !== labStore.current()) return;
  if (fragment === written) before = state;
  // What no page would read stays a draft.
  if (fragment === written || fragment.length > FRAGMENT_MAX) return;
  const isTurn = state.scenario?.name !== before.scenario?.name || state.view !== before.view;
  written = fragment;
  before = state;
  const address = fragment === "" ? location.pathname + location.search : `#${fragment}`;
  if (isTurn) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

/** Takes up what the address did not have yet when this page was last left. */
function takeUpDraft(): void {
  const packed = keptDraft();
  if (packed === null) return;
  try {
    labStore.change(linkedFromPacked(packed).state);
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
  }
}

/** Reads the address once, then keeps both in step. */
export async function followAddress(): Promise<void> {
  await read();
  addEventListener("hashchange", () => void read());
  addEventListener("popstate", () => void read());
  labStore.watch(() => {
    if (labStore.current().scenario !== null) routeStore.change({ refused: null });
    clearTimeout(pause);
    pause = setTimeout(() => void write(), PAUSE_MS);
  });
  takeUpDraft();
  keepDrafts(() => {
    const state = labStore.current();
    return state === before ? null : packedFromState(state);
  });
}
