/** Play, pause, scrub, speed, next and previous record. */

import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { laterTexts } from "../texts/later-texts.ts";
import { type Playback, SPEEDS } from "./playback.ts";

const words = laterTexts.timeline;

/** Icons of the few buttons, inlined. */
const ICONS = {
  play: "M4 2.5L13 8L4 13.5Z",
  pause: "M4 2.5H7V13.5H4ZM9 2.5H12V13.5H9Z",
  next: "M3 2.5L11 8L3 13.5ZM11 2.5H13V13.5H11Z",
  previous: "M13 2.5L5 8L13 13.5ZM3 2.5H5V13.5H3Z",
} as const;

function IconButton({
  icon,
  name,
  press,
}: {
  icon: keyof typeof ICONS;
  name: string;
  press: () => void;
}): ReactNode {
  return (
    <button type="button" className="icon-button" aria-label={name} title={name} onClick={press}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={ICONS[icon]} />
      </svg>
    </button>
  );
}

export function Transport({ playback }: { playback: Playback }): ReactNode {
  const { isPlaying, speed } = useSyncExternalStore(playback.listen, playback.state);
  return (
    <div className="transport">
      <IconButton icon="previous" name={words.previous} press={() => playback.step(-1)} />
      <IconButton
        icon={isPlaying ? "pause" : "play"}
        name={isPlaying ? words.pause : words.play}
        press={() => playback.toggle()}
      />
      <IconButton icon="next" name={words.next} press={() => playback.step(1)} />
      <Moment playback={playback} />
      <label className="speed">
        <span>{words.speed}</span>
        <select value={speed} onChange={(event) => playback.run(Number(event.target.value))}>
          {SPEEDS.map((each) => (
            <option key={each} value={each}>
              {words.speedOf(each)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** The scrubber and the clock, moved without drawing the rest again. */
function Moment({ playback }: { playback: Playback }): ReactNode {
  const slider = useRef<HTMLInputElement | null>(null);
  const clock = useRef<HTMLOutputElement | null>(null);
  const [first, last] = playback.span;
  useEffect(
    () =>
      playback.watch((seconds) => {
        if (slider.current === null || clock.current === null) return;
        const share =
          (seconds - playback.span[0]) / Math.max(1e-9, playback.span[1] - playback.span[0]);
        slider.current.value = String(seconds);
        slider.current.style.setProperty("--played", `${(100 * share).toFixed(2)}%`);
        slider.current.setAttribute("aria-valuetext", words.spoken(seconds));
        const text = words.clock(seconds);
        if (clock.current.textContent !== text) clock.current.textContent = text;
      }),
    [playback],
  );
  return (
    <>
      <output ref={clock} className="clock" aria-hidden="true" />
      <input
        ref={slider}
        className="moment"
        type="range"
        min={first}
        max={last}
        step="any"
        defaultValue={first}
        aria-label={words.moment}
        onInput={(event) => {
          playback.pause();
          playback.seek(Number(event.currentTarget.value));
        }}
      />
      <span className="clock last">{words.clock(last)}</span>
    </>
  );
}
