/**
 * Every word on the screen, by view: translate this folder and the laboratory is translated. Views that
 * are fetched later have theirs in `later-texts.ts`.
 */
import { answer } from "./answer.ts";
import { fault } from "./fault.ts";
import { gallery } from "./gallery.ts";
import { share } from "./share.ts";
import { shell } from "./shell.ts";
import { sources } from "./sources.ts";
import { study } from "./study.ts";

export const texts = {
  shell,
  fault,
  gallery,
  study,
  answer,
  share,
  sources,
} as const;
