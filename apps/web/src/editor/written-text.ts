/** The text of the open scenario in its editor, and all that changes it: one history for all. */
import { redo, undo } from "@codemirror/commands";
import type { EditorView } from "@codemirror/view";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { EngineFault } from "../engine/message.ts";
import { beforeLeaving } from "../state/draft.ts";
import { labStore } from "../state/lab-store.ts";
import { studyStore } from "../state/study-store.ts";
import { laterTexts } from "../texts/later-texts.ts";
import type { FieldPath, FormGuide } from "./desk.ts";
import {
  applyChanges,
  type EditorSteps,
  editorSteps,
  goToFault,
  keptEditor,
  markFault,
  showOffset,
  textEditor,
} from "./text-editor.ts";
import { type TextChange, YamlText } from "./yaml-text.ts";

/** The study follows so long after the last key. */
const PAUSE_MS = 400;

export interface WrittenText {
  /** Null while the text cannot be read. */
  readonly yaml: () => YamlText | null;
  /** One step of the history. */
  readonly change: (changes: readonly TextChange[]) => void;
  readonly replaceAll: (text: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly show: (path: FieldPath) => void;
  readonly goTo: (fault: EngineFault) => void;
}

/** The editor that was last left, so that another view and back loses no step of the history. */
let left: { readonly name: string; readonly text: string; readonly kept: unknown } | null = null;

/** Puts an editor of the scenario `name` into a box for as long as both are there. */
export function useWrittenText(
  box: RefObject<HTMLDivElement | null>,
  name: string | undefined,
  guide: FormGuide | null,
): { readonly written: WrittenText; readonly steps: EditorSteps } {
  const view = useRef<EditorView | null>(null);
  const guideNow = useRef(guide);
  guideNow.current = guide;
  const takeNow = useRef<() => void>(() => {});
  const [steps, setSteps] = useState<EditorSteps>({ undo: 0, redo: 0 });
  useEffect(() => {
    if (name === undefined) return undefined;
    return openedEditor(box.current, { view, takeNow, guide: () => guideNow.current, setSteps });
  }, [box, name]);
  const [written] = useState((): WrittenText => {
    const run = (command: typeof undo): void => {
      if (view.current === null) return;
      command(view.current);
      takeNow.current();
    };
    const yaml = (): YamlText | null => {
      const read = new YamlText(view.current?.state.doc.toString() ?? "");
      return read.isReadable ? read : null;
    };
    return {
      yaml,
      change: (changes) => {
        if (view.current !== null) applyChanges(view.current, changes);
        takeNow.current();
      },
      replaceAll: (insert) => {
        if (view.current === null) return;
        applyChanges(view.current, [{ from: 0, to: view.current.state.doc.length, insert }]);
        takeNow.current();
      },
      undo: () => run(undo),
      redo: () => run(redo),
      show: (path) => {
        const offset = yaml()?.offset(path);
        if (view.current !== null && offset !== undefined) showOffset(view.current, offset);
      },
      goTo: (fault) => view.current !== null && goToFault(view.current, fault),
    };
  });
  useFaultMarks(view);
  return { written, steps };
}

/** Underlines what the engine says is wrong, whenever it says so. */
function useFaultMarks(view: RefObject<EditorView | null>): void {
  useEffect(() => {
    let marked = studyStore.current().fault;
    return studyStore.watch(() => {
      const { fault } = studyStore.current();
      if (fault === marked || view.current === null) return;
      marked = fault;
      markFault(view.current, fault);
    });
  }, [view]);
}

interface Opening {
  readonly view: { current: EditorView | null };
  /** Hands the text over at once. */
  readonly takeNow: { current: () => void };
  readonly guide: () => FormGuide | null;
  readonly setSteps: (steps: EditorSteps) => void;
}

function openedEditor(
  place: HTMLElement | null,
  { view, takeNow, guide, setSteps }: Opening,
): (() => void) | undefined {
  const { scenario } = labStore.current();
  if (place === null || scenario === null) return undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let pending: string | null = null;
  const { name } = scenario;
  const take = (): void => {
    clearTimeout(pause);
    const isOpen = labStore.current().scenario?.name === name;
    const text = pending;
    pending = null;
    if (text !== null && isOpen) labStore.change({ scenario: { name, text } });
  };
  const editor = textEditor({
    place,
    text: scenario.text,
    kept: left?.name === name && left.text === scenario.text ? left.kept : null,
    label: laterTexts.editor.label,
    guide,
    changed: (text, steps) => {
      setSteps(steps);
      pending = text;
      clearTimeout(pause);
      pause = setTimeout(take, PAUSE_MS);
    },
  });
  view.current = editor;
  setSteps(editorSteps(editor));
  takeNow.current = take;
  const stays = beforeLeaving(take);
  markFault(editor, studyStore.current().fault);
  // The address may bring another text: back, forward, a link.
  const follows = labStore.watch(() => {
    const { scenario: now } = labStore.current();
    if (pending !== null || now?.name !== name || now.text === editor.state.doc.toString()) return;
    applyChanges(editor, [{ from: 0, to: editor.state.doc.length, insert: now.text }]);
    clearTimeout(pause);
    pending = null;
  });
  return () => {
    stays();
    follows();
    take();
    left = { name, text: editor.state.doc.toString(), kept: keptEditor(editor) };
    view.current = null;
    takeNow.current = () => {};
    editor.destroy();
  };
}
