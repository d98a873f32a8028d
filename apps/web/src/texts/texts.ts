/** Every word on the screen, by view: translate this folder and the laboratory is translated. */
import { answer } from "./answer.ts";
import { coverage } from "./coverage.ts";
import { editor } from "./editor.ts";
import { fault } from "./fault.ts";
import { gallery } from "./gallery.ts";
import { share } from "./share.ts";
import { shell } from "./shell.ts";
import { sources } from "./sources.ts";
import { stage } from "./stage.ts";
import { study } from "./study.ts";
import { timeline } from "./timeline.ts";

export const texts = {
  shell,
  editor,
  fault,
  gallery,
  study,
  answer,
  coverage,
  share,
  sources,
  stage,
  timeline,
} as const;
