/** The map of coverage as a part of the page: with its scale, and the words that nothing stands there. */

import { type ReactNode, useEffect, useRef, useState } from "react";
import { laterTexts } from "../texts/later-texts.ts";
import { CoverageMap, type CoverageScene } from "./coverage-map.ts";
import { usePalette } from "./palette.ts";
import { type MapView, StageFoot } from "./stage-foot.tsx";

export interface CoverageStageProps {
  readonly scene: CoverageScene;
  /** What the map shows, in words. */
  readonly title: string;
}

type MapState =
  | { readonly kind: "drawing" | "ready" }
  | { readonly kind: "failed"; reason: string };

export default function CoverageStage({ scene, title }: CoverageStageProps): ReactNode {
  const box = useRef<HTMLDivElement | null>(null);
  const map = useRef<CoverageMap | null>(null);
  const [state, setState] = useState<MapState>({ kind: "drawing" });
  const [view, setView] = useState<MapView>({ metresPerPixel: 1000, pitch: 0 });
  const palette = usePalette();
  const first = useRef(palette);
  useEffect(() => {
    try {
      map.current = new CoverageMap(box.current!, first.current, {
        viewed: (metresPerPixel, pitch) => setView({ metresPerPixel, pitch }),
        ready: () => setState({ kind: "ready" }),
        failed: (reason) => setState({ kind: "failed", reason }),
      });
    } catch {
      setState({ kind: "failed", reason: laterTexts.coverage.noGraphics });
      return;
    }
    const observer = new ResizeObserver(() => map.current?.resize());
    observer.observe(box.current!);
    return () => {
      observer.disconnect();
      map.current?.remove();
      map.current = null;
    };
  }, []);
  useEffect(() => map.current?.wear(palette), [palette]);
  useEffect(() => map.current?.show(scene), [scene]);
  return (
    <section className="stage" aria-label={title} data-map={state.kind}>
      <div ref={box} className="stage-map" title={laterTexts.coverage.mapHelp} />
      <StageFoot view={view} isFlat={false} />
      {state.kind === "ready" ? null : (
        <p className="stage-note" role={state.kind === "failed" ? "alert" : undefined}>
          {state.kind === "failed" ? state.reason : laterTexts.stage.loadingMap}
        </p>
      )}
    </section>
  );
}
