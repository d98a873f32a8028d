/** Every word on the screen, by view: translate this folder and the laboratory is translated. */
import { shell } from "./shell.ts";

export const texts = { shell } as const;
