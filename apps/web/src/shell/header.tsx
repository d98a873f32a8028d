import type { ReactNode } from "react";
import { labStore } from "../state/lab-store.ts";
import { closeScenario } from "../state/open-scenario.ts";
import { useStore } from "../state/store.ts";
import { THEMES, themeStore } from "../state/theme.ts";
import { texts } from "../texts/texts.ts";
import { Palette } from "./palette.tsx";
import { ViewTabs, viewNames } from "./views.tsx";

/** Name, way back, ground. */
export function Header(): ReactNode {
  const { scenario } = useStore(labStore);
  const { theme } = useStore(themeStore);
  const words = texts.shell;
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!;
  return (
    <header className="top">
      <button type="button" className="name" onClick={closeScenario}>
        <Shield />
        {words.name}
      </button>
      {scenario === null ? null : <ViewTabs />}
      <nav>
        <Palette views={viewNames} />
        {scenario === null ? null : (
          <button type="button" className="plain" onClick={closeScenario}>
            {words.gallery}
          </button>
        )}
        <button type="button" className="plain" onClick={() => themeStore.change({ theme: next })}>
          {`${words.theme.label}: ${words.theme[theme]}`}
        </button>
      </nav>
    </header>
  );
}

function Shield(): ReactNode {
  return (
    <svg width="20" height="24" viewBox="0 0 20 24" aria-hidden="true">
      <path className="shield" d="M2 2h16v13c0 4-3 6-8 7-5-1-8-3-8-7z" />
      <path className="ridge" d="M10 2v20" />
    </svg>
  );
}
