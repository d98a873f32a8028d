/** The words of views that are fetched when they are first opened. */
import { coverage } from "./coverage.ts";
import { editor } from "./editor.ts";
import { stage } from "./stage.ts";
import { timeline } from "./timeline.ts";

export const laterTexts = { editor, coverage, stage, timeline } as const;
