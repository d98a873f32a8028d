/** The views of a scenario. Those that need much are fetched when they are first opened. */
import { type ComponentType, lazy, type ReactNode, Suspense } from "react";
import { AnswerView } from "../answer/answer-view.tsx";
import type { View } from "../state/lab-state.ts";
import { labStore } from "../state/lab-store.ts";
import { useStore } from "../state/store.ts";
import { texts } from "../texts/texts.ts";
import { Boundary } from "./boundary.tsx";

/** What can be opened, in the order of the tabs. A view that is not here cannot be reached. */
export const views: Partial<Record<View, ComponentType>> = {
  answer: AnswerView,
  stage: fetchedView(() => import("../timeline/stage-view.tsx")),
  coverage: fetchedView(() => import("../coverage/coverage-view.tsx")),
  scenario: fetchedView(() => import("../editor/editor-view.tsx")),
  sources: fetchedView(() => import("../provenance/sources-view.tsx")),
};

/** The views that can be opened. */
export const viewNames = Object.keys(views) as readonly View[];

/** A view that is fetched when it is first opened: `fetchedView(() => import(…))`. */
export function fetchedView(fetch: () => Promise<{ default: ComponentType }>): ComponentType {
  return lazy(fetch);
}

/** The view that the state asks for; the answer where it is not there. */
export function CurrentView(): ReactNode {
  const { view } = useStore(labStore);
  const Shown = views[view] ?? AnswerView;
  return (
    <Boundary key={view}>
      <Suspense fallback={<p className="waiting view-wait">{texts.shell.loading}</p>}>
        <Shown />
      </Suspense>
    </Boundary>
  );
}

/** One tab for each view; none where there is only one. */
export function ViewTabs(): ReactNode {
  const { view } = useStore(labStore);
  if (viewNames.length < 2) return null;
  return (
    <nav className="views" aria-label={texts.shell.viewsLabel}>
      {viewNames.map((name) => (
        <button
          key={name}
          type="button"
          className="plain"
          aria-current={name === view ? "page" : undefined}
          onClick={() => labStore.change({ view: name })}
        >
          {texts.shell.views[name]}
        </button>
      ))}
    </nav>
  );
}
