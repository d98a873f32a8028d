/** The stage: the map with its cameras, its scale, and the words that nothing stands there. */

import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Replay } from "../replay/replay.ts";
import { laterTexts } from "../texts/later-texts.ts";
import type { Playback } from "../timeline/playback.ts";
import { CAMERAS, type CameraName, firstCamera } from "./camera.ts";
import { usePalette, useStillness } from "./palette.ts";
import { type MapView, StageFoot } from "./stage-foot.tsx";
import { StageMap } from "./stage-map.ts";

const words = laterTexts.stage;

export interface StageProps {
  readonly replay: Replay;
  readonly playback: Playback;
  readonly title: string;
  readonly selected: number | null;
  readonly select: (threat: number | null) => void;
}

type MapState =
  | { readonly kind: "drawing" | "ready" }
  | { readonly kind: "failed"; reason: string };

/** The map of a box, made once, and what it last said of itself. */
function useStageMap(select: StageProps["select"]) {
  const box = useRef<HTMLDivElement | null>(null);
  const map = useRef<StageMap | null>(null);
  const [state, setState] = useState<MapState>({ kind: "drawing" });
  const [view, setView] = useState<MapView>({ metresPerPixel: 1000, pitch: 0 });
  const palette = usePalette();
  const isStill = useStillness();
  const first = useRef({ palette, isStill, select });
  first.current.select = select;
  useEffect(() => {
    const { palette: worn, isStill: still } = first.current;
    try {
      map.current = new StageMap(
        box.current!,
        { palette: worn, isStill: still },
        {
          picked: (threat) => first.current.select(threat),
          viewed: (metresPerPixel, pitch) => setView({ metresPerPixel, pitch }),
          ready: () => setState({ kind: "ready" }),
          failed: (reason) => setState({ kind: "failed", reason }),
        },
      );
    } catch {
      setState({ kind: "failed", reason: words.noGraphics });
      return;
    }
    const observer = new ResizeObserver(() => {
      alignToPixels(box.current!);
      map.current?.resize();
    });
    observer.observe(box.current!);
    return () => {
      observer.disconnect();
      map.current?.remove();
      map.current = null;
    };
  }, []);
  useEffect(() => map.current?.wear({ palette, isStill }), [palette, isStill]);
  return { box, map, state, view };
}

/** A canvas between two pixels of the screen is blurred: its box begins at a whole one. */
function alignToPixels(element: HTMLElement): void {
  element.style.top = "0px";
  const { top } = element.getBoundingClientRect();
  element.style.top = `${Math.ceil(top) - top}px`;
}

export default function Stage(props: StageProps): ReactNode {
  const { replay, playback, title, selected, select } = props;
  const { box, map, state, view } = useStageMap(select);
  const [camera, setCamera] = useState<CameraName>(() => firstCamera(replay));
  useEffect(() => {
    const suited = firstCamera(replay);
    setCamera(suited);
    map.current?.show(replay, suited);
    return playback.watch((seconds) => map.current?.moveTo(seconds));
  }, [replay, playback, map]);
  useEffect(() => map.current?.point(selected), [selected, map]);
  const stand = (name: CameraName): void => {
    setCamera(name);
    map.current?.stand(name);
  };
  const cameras = CAMERAS.filter((name) => name !== "globe" || replay.world === "wgs84");
  return (
    <section className="stage" aria-label={words.map(title)}>
      <div ref={box} className="stage-map" title={words.mapHelp} />
      <fieldset className="stage-cameras">
        <legend>{words.camera}</legend>
        {cameras.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={camera === name}
            onClick={() => stand(name)}
          >
            {words.cameras[name]}
          </button>
        ))}
      </fieldset>
      <StageFoot view={view} isFlat={replay.world === "flat"} />
      <StageNote state={state} />
    </section>
  );
}

function StageNote({ state }: { state: MapState }): ReactNode {
  if (state.kind !== "failed") {
    return state.kind === "ready" ? null : <p className="stage-note">{words.loadingMap}</p>;
  }
  return (
    <p className="stage-note" role="alert">
      {state.reason}
    </p>
  );
}
