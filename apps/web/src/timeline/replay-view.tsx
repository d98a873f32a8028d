/** One night on the screen: stage, clock, kill chain, side view and log, all of one mind. */

import type { StudySource } from "@pavise/lab";
import {
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { pageEngine } from "../engine/engine.ts";
import type { NightRequest, ToldNight } from "../replay/night-request.ts";
import type { Replay } from "../replay/replay.ts";
import { laterTexts } from "../texts/later-texts.ts";
import { KillChain } from "./kill-chain.tsx";
import { type CountedStudy, NightPicker } from "./night-picker.tsx";
import { Playback } from "./playback.ts";
import { keepsKeys, pressReplayKey } from "./replay-keys.ts";
import { SideView } from "./side-view.tsx";
import { StoryLog } from "./story-log.tsx";
import { Transport } from "./transport.tsx";
import { useFrames } from "./use-frames.ts";
import "./timeline.css";
import "./kill-chain.css";

const Stage = lazy(() => import("../stage/stage.tsx"));
const words = laterTexts.stage;

export interface ReplayViewProps {
  readonly source: StudySource;
  /** Of the scenario. */
  readonly title: string;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  /** What is shown: a defence, or null for the first that can fire, and a night. */
  readonly option: string | null;
  readonly request: NightRequest;
  /** What the study counted of an option; null until it has. */
  readonly countedOf: (option: string) => CountedStudy | null;
  readonly choose: (option: string, request: NightRequest) => void;
  /** The night that is on the screen, by its number. */
  readonly shown: (replay: Replay) => void;
}

type Telling =
  | { readonly kind: "telling" }
  | { readonly kind: "told"; readonly night: ToldNight }
  | { readonly kind: "failed"; readonly reason: string };

/** Asks for a night whenever another is wanted; the last one stays while the next is played. */
function useNight({ source, option, request }: ReplayViewProps): [Telling, () => void] {
  const [telling, setTelling] = useState<Telling>({ kind: "telling" });
  const wanted = useRef(0);
  const ask = useCallback(() => {
    wanted.current += 1;
    const asked = wanted.current;
    const take = (told: Telling): void => {
      if (asked === wanted.current) setTelling(told);
    };
    pageEngine()
      .ask("replay", { source, option, request })
      .then(
        (night) => take({ kind: "told", night }),
        (fault: Error) => take({ kind: "failed", reason: fault.message }),
      );
  }, [source, option, request]);
  useEffect(() => {
    ask();
    return () => {
      wanted.current += 1;
    };
  }, [ask]);
  return [telling, ask];
}

export function ReplayView(props: ReplayViewProps): ReactNode {
  const [telling, ask] = useNight(props);
  const night = telling.kind === "told" ? telling.night : null;
  const { shown } = props;
  useEffect(() => {
    if (night !== null) shown(night.replay);
  }, [night, shown]);
  const { options, request, countedOf, choose } = props;
  const option = night?.replay.address.option ?? null;
  return (
    <div className="replay">
      <h1 className="unseen">{props.title}</h1>
      {night === null || option === null ? null : (
        <NightPicker
          {...{ options, option, request, choose }}
          counted={countedOf(option)}
          replay={night.replay}
          rank={night.rank}
        />
      )}
      {telling.kind === "telling" ? <p className="replay-note">{words.loading}</p> : null}
      {telling.kind === "failed" ? (
        <div className="replay-note" role="alert">
          <p>{words.failed}</p>
          <p className="reason">{telling.reason}</p>
          <button type="button" onClick={ask}>
            {words.retry}
          </button>
        </div>
      ) : null}
      {night === null ? null : (
        <NightView
          replay={night.replay}
          title={options.find(({ id }) => id === option)?.title ?? ""}
        />
      )}
    </div>
  );
}

function NightView({ replay, title }: { replay: Replay; title: string }): ReactNode {
  const playback = useMemo(() => {
    const moments = Float64Array.from(new Set(replay.story.map(({ seconds }) => seconds)));
    return new Playback(replay.span, moments.sort());
  }, [replay]);
  const [selected, setSelected] = useState<number | null>(null);
  useEffect(() => setSelected(firstOfInterest(replay)), [replay]);
  useFrames(playback);
  const chosen = selected !== null && selected < replay.threats.length ? selected : null;
  const parts = { replay, playback, selected: chosen, select: setSelected };
  useKeys(playback);
  return (
    <div className="night">
      <div className="night-main">
        <Suspense fallback={<p className="stage replay-note">{words.loadingMap}</p>}>
          <Stage {...parts} title={title} />
        </Suspense>
        <div className="night-time">
          <Transport playback={playback} />
          <KillChain {...parts} />
        </div>
      </div>
      <div className="night-side">
        <SideView replay={replay} playback={playback} selected={chosen} />
        <StoryLog {...parts} />
      </div>
    </div>
  );
}

/** Keys of the clock, wherever the focus is, unless something there wants them for itself. */
function useKeys(playback: Playback): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const focused = event.target instanceof Element ? event.target : document.body;
      if (event.defaultPrevented || keepsKeys(focused, event.key)) return;
      if (pressReplayKey(playback, event)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [playback]);
}

/** The threat that is chosen at first: one that arrived although it was shot at, or the first. */
function firstOfInterest({ threats }: Replay): number | null {
  if (threats.length === 0) return null;
  const shot = threats.findIndex(({ fate, shots }) => fate === "arrived" && shots.length > 0);
  if (shot >= 0) return shot;
  return Math.max(
    0,
    threats.findIndex(({ flew }) => flew),
  );
}
