/** The night in words: the same sentences as `pavise run`, each leading to its moment and threat. */

import { memo, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Replay } from "../replay/replay.ts";
import { laterTexts } from "../texts/later-texts.ts";
import type { Playback } from "./playback.ts";

const words = laterTexts.timeline;
/** Sentences drawn at once; a great raid has tens of thousands. */
const SENTENCES_MAX = 300;

export interface StoryLogProps {
  readonly replay: Replay;
  readonly playback: Playback;
  readonly selected: number | null;
  readonly select: (threat: number | null) => void;
}

/** While a night is played, the log follows this often: more is read by nobody and costs frames. */
const FOLLOW_MILLISECONDS = 250;

/** Index of the last sentence that has been told, or −1. */
function useTold(replay: Replay, playback: Playback): number {
  const [told, setTold] = useState(-1);
  useEffect(() => {
    let at = -1;
    let late: ReturnType<typeof setTimeout> | undefined;
    const follow = (): void => {
      late = undefined;
      setTold(at);
    };
    const stop = playback.watch((seconds) => {
      const { story } = replay;
      while (at + 1 < story.length && story[at + 1]!.seconds <= seconds) at++;
      while (at >= 0 && story[at]!.seconds > seconds) at--;
      if (!playback.state().isPlaying) follow();
      else late ??= setTimeout(follow, FOLLOW_MILLISECONDS);
    });
    return () => {
      stop();
      clearTimeout(late);
    };
  }, [replay, playback]);
  return told;
}

export function StoryLog({ replay, playback, selected, select }: StoryLogProps): ReactNode {
  const told = useTold(replay, playback);
  const list = useRef<HTMLOListElement | null>(null);
  const { story } = replay;
  const from = Math.max(0, Math.min(told - SENTENCES_MAX / 2, story.length - SENTENCES_MAX));
  const shown = useMemo(() => story.slice(from, from + SENTENCES_MAX), [story, from]);
  useEffect(() => {
    const box = list.current;
    const item = box?.children[Math.max(0, told - from)];
    if (box === null || !(item instanceof HTMLElement)) return;
    const middle = item.offsetTop - box.offsetTop - box.clientHeight / 2;
    box.scrollTop = Math.max(0, middle);
  }, [told, from]);
  return (
    <section className="log" aria-label={words.log}>
      <h2>{words.log}</h2>
      {story.length > SENTENCES_MAX ? (
        <p className="note">{words.logPart(from + 1, from + shown.length, story.length)}</p>
      ) : null}
      <ol ref={list} className="log-lines">
        {shown.map((sentence, k) => (
          <Sentence
            key={sentence.key}
            sentence={sentence}
            isTold={from + k <= told}
            isNow={from + k === told}
            isSelected={selected !== null && sentence.threats.includes(selected)}
            playback={playback}
            select={select}
          />
        ))}
      </ol>
    </section>
  );
}

interface SentenceProps extends Pick<StoryLogProps, "playback" | "select"> {
  readonly sentence: Replay["story"][number];
  readonly isTold: boolean;
  readonly isNow: boolean;
  readonly isSelected: boolean;
}

/** Drawn again only when something about it changes: there are hundreds of them. */
const Sentence = memo(function Sentence(props: SentenceProps): ReactNode {
  const { sentence, isTold, isNow, isSelected, playback, select } = props;
  const lead = (): void => {
    playback.pause();
    playback.seek(sentence.seconds);
    if (sentence.threats.length > 0) select(sentence.threats[0]!);
  };
  const state = `${isTold ? "told" : "untold"}${isSelected ? " about" : ""}`;
  return (
    <li className={state} aria-current={isNow ? "step" : undefined}>
      <button type="button" onClick={lead}>
        <time>{words.seconds(sentence.seconds)}</time>
        <span>{sentence.told}</span>
      </button>
    </li>
  );
});
