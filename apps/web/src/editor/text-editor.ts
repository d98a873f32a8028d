/**
 * The editor of a scenario's text. It lives in a shadow tree, where its styles are adopted sheets:
 * the policy of the page allows no other.
 */
import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import {
  defaultKeymap,
  history,
  historyField,
  historyKeymap,
  indentWithTab,
  isolateHistory,
  redoDepth,
  undoDepth,
} from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { EngineFault } from "../engine/message.ts";
import { completionSource } from "./completion.ts";
import type { FormGuide } from "./desk.ts";
import { spanOfPlace } from "./fault-place.ts";
import type { TextChange } from "./yaml-text.ts";

const look = EditorView.theme({
  "&": { height: "100%", fontSize: "13px", backgroundColor: "var(--ground)", color: "var(--text)" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace' },
  ".cm-content": { caretColor: "var(--text)" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-gutters": {
    backgroundColor: "var(--ground)",
    color: "var(--grey)",
    borderRight: "1px solid var(--rule)",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--rule) !important",
  },
  ".cm-tooltip, .cm-panels": {
    backgroundColor: "var(--ground)",
    color: "var(--text)",
    border: "1px solid var(--text)",
  },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--text)",
    color: "var(--ground)",
  },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--threat) 1.5px",
    textUnderlineOffset: "3px",
  },
});

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--defence)" },
  { tag: tags.comment, color: "var(--grey)", fontStyle: "italic" },
  { tag: [tags.string, tags.content], color: "var(--text)" },
]);

export interface EditorWishes {
  readonly place: HTMLElement;
  readonly text: string;
  /** What {@link keptEditor} said when the same text was last left. */
  readonly kept: unknown;
  readonly label: string;
  /** What may be written, once it is known. */
  readonly guide: () => FormGuide | null;
  readonly changed: (text: string, steps: EditorSteps) => void;
}

/** How many steps can be taken back and made again. */
export interface EditorSteps {
  readonly undo: number;
  readonly redo: number;
}

/** Text and history of an editor as plain data. */
export function keptEditor(view: EditorView): unknown {
  return view.state.toJSON(KEPT);
}

const KEPT = { history: historyField };

export function editorSteps({ state }: EditorView): EditorSteps {
  return { undo: undoDepth(state), redo: redoDepth(state) };
}

export function textEditor(wishes: EditorWishes): EditorView {
  const { place, text, kept } = wishes;
  const root = place.shadowRoot ?? place.attachShadow({ mode: "open" });
  root.replaceChildren();
  const parent = document.createElement("div");
  parent.style.height = "100%";
  root.append(parent);
  const config = { doc: text, extensions: extensionsOf(wishes) };
  const state =
    kept === null ? EditorState.create(config) : EditorState.fromJSON(kept, config, KEPT);
  return new EditorView({ root, parent, state });
}

function extensionsOf({ label, guide, changed }: EditorWishes): Extension[] {
  return [
    lineNumbers(),
    history(),
    yaml(),
    lintGutter(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    autocompletion({ override: [completionSource(guide)] }),
    syntaxHighlighting(colours),
    look,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    keymap.of([
      ...completionKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      ...searchKeymap,
      ...lintKeymap,
      indentWithTab,
    ]),
    EditorView.updateListener.of(({ docChanged, state, view }) => {
      if (docChanged) changed(state.doc.toString(), editorSteps(view));
    }),
  ];
}

/** Makes changes as one step that can be taken back by itself, and shows the first of them. */
export function applyChanges(view: EditorView, changes: readonly TextChange[]): void {
  const [first] = changes;
  if (first === undefined) return;
  view.dispatch({ changes: [...changes], annotations: isolateHistory.of("full") });
  showOffset(view, first.from);
}

/** Scrolls the text to a place without moving the page or the focus. */
export function showOffset(view: EditorView, offset: number): void {
  const { top } = view.lineBlockAt(Math.min(offset, view.state.doc.length));
  view.scrollDOM.scrollTop = Math.max(0, top - view.scrollDOM.clientHeight / 3);
}

/** Marks what cannot be played, at its place. */
export function markFault(view: EditorView, fault: EngineFault | null): void {
  const marks: Diagnostic[] = [];
  if (fault !== null) {
    const [from, to] = spanOfPlace(view.state.doc, fault.place);
    const said =
      fault.expected === undefined
        ? fault.message
        : `expected ${fault.expected}, got ${fault.got ?? ""}`;
    marks.push({ from, to, severity: "error", message: said });
  }
  view.dispatch(setDiagnostics(view.state, marks));
}

/** Moves to where a fault lies. */
export function goToFault(view: EditorView, fault: EngineFault): void {
  const [from] = spanOfPlace(view.state.doc, fault.place);
  view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
  view.focus();
}
