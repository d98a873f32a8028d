/** The map of the editor as a part of the page. */

import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { laterTexts } from "../texts/later-texts.ts";
import { type DeskListener, DeskMap, type DeskScene } from "./desk-map.ts";
import { usePalette } from "./palette.ts";
import { StageFoot } from "./stage-foot.tsx";

/** What the page asks of the map beside what it shows. */
export interface DeskHandle {
  readonly middle: () => readonly [number, number];
}

export interface DeskGroundProps {
  readonly scene: DeskScene | null;
  readonly isAwaiting: boolean;
  readonly listener: Pick<DeskListener, "chosen" | "moving" | "moved" | "pointed">;
  readonly handle: Ref<DeskHandle>;
}

type State = "drawing" | "ready" | { readonly failed: string };

export default function DeskGround(props: DeskGroundProps): ReactNode {
  const { scene, isAwaiting, listener, handle } = props;
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<DeskMap | null>(null);
  const [state, setState] = useState<State>("drawing");
  const [scale, setScale] = useState(1000);
  const palette = usePalette();
  const latest = useRef({ listener, palette });
  latest.current = { listener, palette };
  useEffect(() => {
    const hears = (): DeskGroundProps["listener"] => latest.current.listener;
    try {
      map.current = new DeskMap(box.current!, latest.current.palette, {
        chosen: (key) => hears().chosen(key),
        moving: (key, at) => hears().moving(key, at),
        moved: (key, at) => hears().moved(key, at),
        pointed: (at) => hears().pointed(at),
        viewed: setScale,
        ready: () => setState("ready"),
        failed: (failed) => setState({ failed }),
      });
    } catch {
      setState({ failed: laterTexts.editor.noMap });
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
  useEffect(() => {
    if (scene !== null) map.current?.show(scene);
  }, [scene]);
  useEffect(() => map.current?.wear(palette), [palette]);
  useEffect(() => map.current?.await(isAwaiting), [isAwaiting]);
  useImperativeHandle(handle, () => ({
    middle: () => map.current?.middle() ?? [0, 0],
  }));
  const isFlat = scene?.world === "flat";
  return (
    <div className="desk-ground" data-state={typeof state === "string" ? state : "failed"}>
      <div ref={box} className="stage-map" />
      <button type="button" className="desk-whole" onClick={() => map.current?.frame(true)}>
        {laterTexts.editor.whole}
      </button>
      <StageFoot view={{ metresPerPixel: scale, pitch: 0 }} isFlat={isFlat} />
      {state === "ready" ? null : (
        <p className="stage-note" role={state === "drawing" ? undefined : "alert"}>
          {state === "drawing" ? laterTexts.stage.loadingMap : state.failed}
        </p>
      )}
    </div>
  );
}
