/** What every field of a form needs to know. */
import { createContext } from "react";
import type { EngineFault } from "../engine/message.ts";
import type { FieldPath, FormGuide } from "./desk.ts";
import type { TextChange, YamlText } from "./yaml-text.ts";

export interface FormScope {
  /** The text that the fields show. */
  readonly yaml: YamlText;
  /** All of it as plain values. */
  readonly scenario: unknown;
  readonly guide: FormGuide;
  readonly fault: EngineFault | null;
  /** Changes the newest text; nothing happens where it cannot be read. */
  readonly change: (make: (yaml: YamlText) => readonly TextChange[]) => void;
  readonly show: (path: FieldPath) => void;
}

export const FormContext = createContext<FormScope | null>(null);
