/** One engagement from the side: height against ground distance from the asset. */

import { type ReactNode, useEffect, useMemo, useRef } from "react";
import type { Replay } from "../replay/replay.ts";
import { laterTexts } from "../texts/later-texts.ts";
import { ChainMark, type ChainMarkName } from "./chain-mark.tsx";
import { useSize } from "./kill-chain.tsx";
import type { Playback } from "./playback.ts";
import { type ProfilePoint, type SideProfile, sideProfile } from "./side-profile.ts";

const words = laterTexts.stage;
const HEIGHT = 232;
const EDGE = { left: 44, right: 16, top: 24, bottom: 44 };

interface Scale {
  readonly x: (rangeKm: number) => number;
  readonly y: (heightKm: number) => number;
  /** How many times larger heights are drawn than distances; 1 is true to scale. */
  readonly factor: number;
}

/** Distances run to the asset on the right; heights to the same scale where there is room for it. */
function scaleOf({ longestKm, highestKm }: SideProfile, width: number): Scale {
  const across = Math.max(40, width - EDGE.left - EDGE.right);
  const up = HEIGHT - EDGE.top - EDGE.bottom;
  const perKm = Math.min(across / longestKm, up / highestKm);
  const isFlat = perKm * highestKm < 48;
  const perKmUp = isFlat ? up / highestKm : perKm;
  const perKmAcross = isFlat ? across / longestKm : perKm;
  const right = EDGE.left + across;
  return {
    x: (rangeKm) => right - rangeKm * perKmAcross,
    y: (heightKm) => HEIGHT - EDGE.bottom - heightKm * perKmUp,
    factor: Math.max(1, Math.round(perKmUp / perKmAcross)),
  };
}

const FATE_MARKS: Readonly<Record<string, ChainMarkName>> = {
  arrived: "arrival",
  "fell-short": "short",
  failed: "fell",
};

export function SideView({
  replay,
  playback,
  selected,
}: {
  replay: Replay;
  playback: Playback;
  selected: number | null;
}): ReactNode {
  const [ref, { width }] = useSize();
  const profile = useMemo(
    () => (selected === null ? null : sideProfile(replay, selected)),
    [replay, selected],
  );
  return (
    <section className="side" aria-label={words.side}>
      <h2>{words.side}</h2>
      <div ref={ref}>
        {profile === null ? <p className="note">{words.sideNone}</p> : null}
        {profile === null || width === 0 ? null : (
          <Drawing replay={replay} playback={playback} profile={profile} width={width} />
        )}
      </div>
    </section>
  );
}

function Drawing({
  replay,
  playback,
  profile,
  width,
}: {
  replay: Replay;
  playback: Playback;
  profile: SideProfile;
  width: number;
}): ReactNode {
  const scale = scaleOf(profile, width);
  const { x, y } = scale;
  const threat = replay.threats[profile.threat]!;
  const asset = replay.assets[threat.asset]!.name;
  const line = (points: readonly ProfilePoint[]): string =>
    points
      .map((p, k) => `${k === 0 ? "M" : "L"}${x(p.rangeKm).toFixed(1)} ${y(p.heightKm).toFixed(1)}`)
      .join("");
  const { longestKm, highestKm } = profile;
  const end = profile.flown.at(-1)!;
  const mark = FATE_MARKS[threat.fate];
  return (
    <svg
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={words.sideDescription(threat.id, asset, longestKm, highestKm)}
    >
      <Axes profile={profile} scale={scale} width={width} asset={asset} />
      {profile.units.map(({ name, rangeKm, reachKm }) => (
        <path
          key={name}
          className="reach"
          d={`M${x(Math.min(longestKm, rangeKm + reachKm))} ${y(0) + 3}H${x(Math.max(0, rangeKm - reachKm))}`}
        />
      ))}
      <path className="unflown" d={line(profile.unflown)} />
      <path className="flown" d={line(profile.flown)} />
      {profile.shots.map(({ shot, from, to }) => (
        <g key={`${shot.unit} ${shot.launchSeconds}`}>
          <path className={`shot shot-${shot.result}`} d={line([from, to])} />
          <ChainMark
            name={shot.result === "threat-intercepted" ? "kill" : "miss"}
            x={x(to.rangeKm)}
            y={y(to.heightKm)}
          />
        </g>
      ))}
      {mark === undefined ? null : <ChainMark name={mark} x={x(end.rangeKm)} y={y(end.heightKm)} />}
      <NowDot playback={playback} profile={profile} scale={scale} />
    </svg>
  );
}

const STEPS_KM = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

function roundSteps(most: number, count: number): number[] {
  const step = STEPS_KM.find((each) => each >= most / count) ?? 2000;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, k) => k * step);
}

function Axes({
  profile: { longestKm, highestKm },
  scale: { x, y, factor },
  width,
  asset,
}: {
  profile: SideProfile;
  scale: Scale;
  width: number;
  asset: string;
}): ReactNode {
  const right = x(0);
  const left = x(longestKm);
  const tidy = (value: number): string => String(Math.round(value * 10) / 10);
  const heights = roundSteps(highestKm, 3).slice(1);
  return (
    <>
      {heights.map((km) => (
        <g key={km}>
          <path className="grid" d={`M${left} ${y(km)}H${right}`} />
          <text x={left - 6} y={y(km) + 4} textAnchor="end">
            {tidy(km)}
          </text>
        </g>
      ))}
      <path className="axis" d={`M${left} ${y(0)}H${right}`} />
      {roundSteps(longestKm, Math.max(2, (right - left) / 70)).map((km) => (
        <g key={km}>
          <path className="axis" d={`M${x(km)} ${y(0)}v5`} />
          <text x={x(km)} y={y(0) + 18} textAnchor="middle">
            {tidy(km)}
          </text>
        </g>
      ))}
      <text className="grey" x={width - EDGE.right} y={12} textAnchor="end">
        {factor === 1 ? words.sideTrue : words.sideScaled(factor)}
      </text>
      <text className="grey" x={8} y={HEIGHT - 8}>
        {words.sideUnits(shortName(asset))}
      </text>
    </>
  );
}

/** A name up to its first bracket or comma: the axis has little room. */
function shortName(name: string): string {
  return name.split(/ \(|, /)[0] ?? name;
}

/** Where the threat is now. */
function NowDot({
  playback,
  profile,
  scale,
}: {
  playback: Playback;
  profile: SideProfile;
  scale: Scale;
}): ReactNode {
  const dot = useRef<SVGCircleElement | null>(null);
  useEffect(
    () =>
      playback.watch((seconds) => {
        const { flown } = profile;
        const after = flown.findIndex((point) => point.seconds > seconds);
        const isAloft = after > 0;
        dot.current?.setAttribute("visibility", isAloft ? "visible" : "hidden");
        if (!isAloft) return;
        const [a, b] = [flown[after - 1]!, flown[after]!];
        const part = (seconds - a.seconds) / Math.max(1e-9, b.seconds - a.seconds);
        const between = (p: number, q: number): number => p + part * (q - p);
        dot.current?.setAttribute("cx", scale.x(between(a.rangeKm, b.rangeKm)).toFixed(1));
        dot.current?.setAttribute("cy", scale.y(between(a.heightKm, b.heightKm)).toFixed(1));
      }),
    [playback, profile, scale],
  );
  return <circle ref={dot} className="now" r="4.5" />;
}
