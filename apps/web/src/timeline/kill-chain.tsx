/** The kill chain of a night: one row per threat, and the present moment across all of them. */

import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Replay } from "../replay/replay.ts";
import { laterTexts } from "../texts/later-texts.ts";
import { ChainMark, type ChainMarkName } from "./chain-mark.tsx";
import { ChainLine, chainText, fateText, ROW_HEIGHT, type TimeScale } from "./chain-row.tsx";
import { tickSeconds } from "./clock-ticks.ts";
import type { Playback } from "./playback.ts";

const words = laterTexts.timeline;
/** Rows drawn beyond what can be seen, so that scrolling shows no gap. */
const SPARE = 8;
/** Room for half a mark at both ends, pixels. */
const MARGIN = 10;

const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
};

/** Scrolls a list just so far that a row is in sight. */
function reveal(list: HTMLElement | null, row: number | null): void {
  if (list === null || row === null) return;
  const at = row * ROW_HEIGHT;
  const { scrollTop, clientHeight } = list;
  if (at < scrollTop) list.scrollTop = at;
  else if (at + ROW_HEIGHT > scrollTop + clientHeight) {
    list.scrollTop = at + ROW_HEIGHT - clientHeight;
  }
}

export interface KillChainProps {
  readonly replay: Replay;
  readonly playback: Playback;
  readonly selected: number | null;
  readonly select: (threat: number | null) => void;
}

/** Width and height of an element, kept in step with the page. */
export function useSize(): [
  (element: HTMLElement | null) => void,
  { width: number; height: number },
] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, size];
}

export function KillChain({ replay, playback, selected, select }: KillChainProps): ReactNode {
  const [lineRef, { width }] = useSize();
  const [listRef, { height }] = useSize();
  const [top, setTop] = useState(0);
  const list = useRef<HTMLDivElement | null>(null);
  const x = useMemo((): TimeScale => {
    const [first, last] = playback.span;
    const perSecond = Math.max(1, width - 2 * MARGIN) / Math.max(1, last - first);
    return (seconds) => MARGIN + (seconds - first) * perSecond;
  }, [playback, width]);
  useEffect(() => reveal(list.current, selected), [selected]);
  const choose = (threat: number): void => {
    select(threat);
    playback.pause();
    playback.seek(replay.threats[threat]!.trackSeconds ?? replay.threats[threat]!.launchSeconds);
  };
  const count = replay.threats.length;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && selected !== null) choose(selected);
    const step = KEY_STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    select(Math.min(count - 1, Math.max(0, (selected ?? (step > 0 ? -1 : count)) + step)));
  };
  const first = Math.max(0, Math.floor(top / ROW_HEIGHT) - SPARE);
  const last = Math.min(count, Math.ceil((top + height) / ROW_HEIGHT) + SPARE);
  const rows = Array.from({ length: last - first }, (_, k) => first + k);
  return (
    <section className="chain" aria-label={words.chain} style={nameWidth(replay)}>
      <ChainHead playback={playback} x={x} width={width} lineRef={lineRef} />
      <div className="chain-body">
        <div
          ref={(element) => {
            list.current = element;
            listRef(element);
          }}
          className="chain-rows"
          role="listbox"
          aria-label={words.chainRows}
          aria-activedescendant={selected === null ? undefined : `chain-${selected}`}
          tabIndex={0}
          onScroll={(event) => setTop(event.currentTarget.scrollTop)}
          onKeyDown={onKeyDown}
        >
          <div style={{ height: count * ROW_HEIGHT, position: "relative" }}>
            {rows.map((threat) => (
              <Row
                key={threat}
                replay={replay}
                threat={threat}
                isSelected={threat === selected}
                choose={choose}
                x={x}
                width={width}
              />
            ))}
          </div>
        </div>
        <NowLine playback={playback} x={x} />
      </div>
    </section>
  );
}

/** Names have room for the longest, within reason. */
function nameWidth({ threats }: Replay): CSSProperties {
  const longest = threats.reduce((most, { id }) => Math.max(most, id.length), 0);
  return { "--name": `clamp(104px, ${longest + 2}ch, 176px)` } as CSSProperties;
}

function Row({
  replay,
  threat,
  isSelected,
  choose,
  x,
  width,
}: {
  replay: Replay;
  threat: number;
  isSelected: boolean;
  choose: (threat: number) => void;
  x: TimeScale;
  width: number;
}): ReactNode {
  const row = replay.threats[threat]!;
  const fate = fateText(replay, row);
  return (
    <div
      id={`chain-${threat}`}
      className="chain-row"
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      style={{ top: threat * ROW_HEIGHT }}
      onClick={() => choose(threat)}
      onKeyDown={(event) => {
        if (event.key === "Enter") choose(threat);
      }}
    >
      <span className="unseen">{chainText(replay, row)}</span>
      <span className="chain-name" title={`${row.id} · ${row.type}`} aria-hidden="true">
        {row.id}
      </span>
      <svg className="chain-line" width={width} height={ROW_HEIGHT} aria-hidden="true">
        <ChainLine replay={replay} threat={row} x={x} />
      </svg>
      <span className={`chain-fate fate-${row.fate}`} title={fate} aria-hidden="true">
        {fate}
      </span>
    </div>
  );
}

function ChainHead({
  playback,
  x,
  width,
  lineRef,
}: {
  playback: Playback;
  x: TimeScale;
  width: number;
  lineRef: (element: HTMLElement | null) => void;
}): ReactNode {
  const ticks = tickSeconds(playback.span, Math.max(2, Math.floor(width / 90)));
  return (
    <div className="chain-head">
      <ul className="chain-legend" title={words.legendNote}>
        {words.legend.map(([name, text]) => (
          <li key={name}>
            <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
              <ChainMark name={name as ChainMarkName} x={0} y={0} />
            </svg>
            {text}
          </li>
        ))}
      </ul>
      <div className="chain-scale">
        <span className="chain-name">{words.chainHead.threat}</span>
        <div className="chain-line" ref={lineRef}>
          {ticks.map((tick) => (
            <span key={tick} className="chain-tick" style={{ left: x(tick) }}>
              {words.clock(tick).replace(/\.0$/, "")}
            </span>
          ))}
        </div>
        <span className="chain-fate">{words.chainHead.what}</span>
      </div>
    </div>
  );
}

/** The present moment, moved without drawing the rows again. */
function NowLine({ playback, x }: { playback: Playback; x: TimeScale }): ReactNode {
  const line = useRef<HTMLDivElement | null>(null);
  useEffect(
    () =>
      playback.watch((seconds) => {
        if (line.current !== null) {
          line.current.style.transform = `translateX(${x(seconds).toFixed(1)}px)`;
        }
      }),
    [playback, x],
  );
  return (
    <div className="chain-now" aria-hidden="true">
      <div ref={line} />
    </div>
  );
}
