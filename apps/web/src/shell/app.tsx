import type { ReactNode } from "react";
import { Gallery } from "../gallery/gallery.tsx";
import { labStore } from "../state/lab-store.ts";
import { routeStore } from "../state/route.ts";
import { useStore } from "../state/store.ts";
import { texts } from "../texts/texts.ts";
import { Header } from "./header.tsx";
import { CurrentView } from "./views.tsx";

/** The frame of the laboratory: what stands around every view. */
export function App(): ReactNode {
  const { scenario } = useStore(labStore);
  const { refused } = useStore(routeStore);
  const words = texts.shell;
  return (
    <>
      <button type="button" className="skip" onClick={skip}>
        {words.skip}
      </button>
      <Header />
      {refused === null ? null : (
        <p className="fault bar" role="alert">
          {words.badLink(refused)}
        </p>
      )}
      <main id="content" tabIndex={-1}>
        {scenario === null ? <Gallery /> : <CurrentView />}
      </main>
      <footer className="foot">{words.foot}</footer>
    </>
  );
}

function skip(): void {
  document.getElementById("content")?.focus();
}
