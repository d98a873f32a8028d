/** What keys do while a replay is on the screen. */

import type { Playback } from "./playback.ts";

const JUMP_SECONDS = 10;

/** What of a key press decides. */
export interface ReplayKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** Does what a key stands for; false if it stands for nothing. */
export function pressReplayKey(playback: Playback, pressed: ReplayKey): boolean {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = pressed;
  if (ctrlKey || altKey || metaKey) return false;
  if (key === " ") playback.toggle();
  else if (key === "ArrowRight" && shiftKey) playback.seek(playback.seconds + JUMP_SECONDS);
  else if (key === "ArrowLeft" && shiftKey) playback.seek(playback.seconds - JUMP_SECONDS);
  else if (key === "ArrowRight") playback.step(1);
  else if (key === "ArrowLeft") playback.step(-1);
  else if (key === "Home") playback.seek(playback.span[0]);
  else if (key === "End") playback.seek(playback.span[1]);
  else if (key === "+") playback.shift(1);
  else if (key === "-" || key === "−") playback.shift(-1);
  else return false;
  return true;
}

/** Whether an element wants its keys for itself: fields, and the map, which moves by arrows. */
export function keepsKeys(element: Element, key: string): boolean {
  if (element.closest("input:not([type=range]), select, textarea, [contenteditable]")) return true;
  if (element.closest(".stage-map")) return key !== " ";
  // A button is pressed by the space bar.
  return key === " " && element.closest("button") !== null;
}
