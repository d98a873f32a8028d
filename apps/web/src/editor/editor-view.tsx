import type { EditorView } from "@codemirror/view";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { shippedTexts } from "../gallery/shipped-texts.ts";
import { save } from "../share/download.ts";
import { beforeLeaving } from "../state/draft.ts";
import { labStore } from "../state/lab-store.ts";
import { useStore } from "../state/store.ts";
import { studyStore } from "../state/study-store.ts";
import { texts } from "../texts/texts.ts";
import { goToFault, markFault, textEditor } from "./text-editor.ts";
import "./editor.css";

/** The study follows so long after the last key. */
const PAUSE_MS = 400;

/** The scenario's text, and whether it can be played. */
export default function ScenarioView(): ReactNode {
  const { scenario } = useStore(labStore);
  const { fault, isStale, news } = useStore(studyStore);
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const [generation, setGeneration] = useState(0);
  useEffect(() => openedEditor(place.current, view, generation), [generation]);
  useEffect(() => {
    if (view.current !== null) markFault(view.current, fault);
  }, [fault]);
  if (scenario === null) return null;
  const words = texts.editor;
  const shipped = shippedTexts.find(({ name }) => name === scenario.name);
  const restore = (): void => {
    if (shipped === undefined) return;
    labStore.change({ scenario: { name: shipped.name, text: shipped.text } });
    setGeneration(generation + 1);
  };
  return (
    <div className="written">
      <h1>{words.heading}</h1>
      <p className="small">{words.hint}</p>
      <div className="actions">
        <button
          type="button"
          onClick={() => save(scenario.name, "application/yaml", scenario.text)}
        >
          {words.download}
        </button>
        {shipped === undefined || shipped.text === scenario.text ? null : (
          <button type="button" onClick={restore}>
            {words.asShipped}
          </button>
        )}
      </div>
      <div role="status" className="verdict">
        {fault === null ? (
          <p className="grey">{isStale || news === null ? words.reading : words.good}</p>
        ) : (
          <p className="fault">
            {fault.message}{" "}
            {fault.place === undefined ? null : (
              <button
                type="button"
                className="plain"
                onClick={() => view.current !== null && goToFault(view.current, fault)}
              >
                {words.goTo(fault.place)}
              </button>
            )}
          </p>
        )}
      </div>
      <div ref={place} className="yaml" />
    </div>
  );
}

/** Puts an editor into its place; answers with what takes it away again. */
function openedEditor(
  place: HTMLElement | null,
  view: { current: EditorView | null },
  _generation: number,
): (() => void) | undefined {
  const { scenario } = labStore.current();
  if (place === null || scenario === null) return undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let pending: string | null = null;
  const { name } = scenario;
  const take = (): void => {
    clearTimeout(pause);
    const isOpen = labStore.current().scenario?.name === name;
    if (pending !== null && isOpen) labStore.change({ scenario: { name, text: pending } });
    pending = null;
  };
  const editor = textEditor({
    place,
    text: scenario.text,
    label: texts.editor.label,
    changed: (text) => {
      pending = text;
      clearTimeout(pause);
      pause = setTimeout(take, PAUSE_MS);
    },
  });
  view.current = editor;
  const stays = beforeLeaving(take);
  markFault(editor, studyStore.current().fault);
  return () => {
    stays();
    take();
    view.current = null;
    editor.destroy();
  };
}
