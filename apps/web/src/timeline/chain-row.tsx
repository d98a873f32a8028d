/** One threat from launch to fate, as a drawing and in words. */

import type { ReactNode } from "react";
import type { Replay, ReplayThreat } from "../replay/replay.ts";
import { laterTexts } from "../texts/later-texts.ts";
import { ChainMark, type ChainMarkName } from "./chain-mark.tsx";

const words = laterTexts.timeline;

export const ROW_HEIGHT = 24;
const MIDDLE = ROW_HEIGHT / 2;

/** Pixels of a moment of the night. */
export type TimeScale = (seconds: number) => number;

const END_MARKS: Readonly<Record<ReplayThreat["fate"], ChainMarkName>> = {
  arrived: "arrival",
  "fell-short": "short",
  failed: "fell",
  intercepted: "kill",
  "turned-back": "short",
};

/** The chain of a threat between the moments of a scale. */
export function ChainLine({
  replay,
  threat,
  x,
}: {
  replay: Replay;
  threat: ReplayThreat;
  x: TimeScale;
}): ReactNode {
  const { launchSeconds, sightSeconds, trackSeconds, endSeconds, fate, flew, orders } = threat;
  if (!flew) return <ChainMark name="fell" x={x(launchSeconds)} y={MIDDLE} />;
  const known = trackSeconds ?? endSeconds;
  const shots = threat.shots.map((index) => replay.shots[index]!);
  return (
    <>
      <path className="untracked" d={`M${x(launchSeconds)} ${MIDDLE}H${x(known)}`} />
      <path className="tracked" d={`M${x(known)} ${MIDDLE}H${x(endSeconds)}`} />
      {shots.map((shot) => (
        <path
          key={`${shot.launchSeconds} ${shot.unit}`}
          className={`shot shot-${shot.result}`}
          d={`M${x(shot.launchSeconds)} ${MIDDLE + 5}H${x(shot.interceptSeconds)}`}
        />
      ))}
      <ChainMark name="launched" x={x(launchSeconds)} y={MIDDLE} />
      {sightSeconds === null ? null : <ChainMark name="sight" x={x(sightSeconds)} y={MIDDLE} />}
      {trackSeconds === null ? null : <ChainMark name="track" x={x(trackSeconds)} y={MIDDLE} />}
      {orders.map(({ unit, seconds }) => (
        <ChainMark key={`${unit} ${seconds}`} name="order" x={x(seconds)} y={MIDDLE} />
      ))}
      {shots.map((shot) =>
        shot.result === "threat-intercepted" ? null : (
          <ChainMark
            key={`${shot.launchSeconds} ${shot.unit}`}
            name="miss"
            x={x(shot.interceptSeconds)}
            y={MIDDLE + 5}
          />
        ),
      )}
      <ChainMark name={END_MARKS[fate]} x={x(endSeconds)} y={MIDDLE} />
    </>
  );
}

/** `arrived · S-400 at Erbil: no time left`, short enough for a column. */
export function fateText(replay: Replay, threat: ReplayThreat): string {
  const { fate, flew, isWithheld, refusals, shots } = threat;
  if (isWithheld) return words.notReleased(words.fates[fate]);
  if (!flew) return words.notFlown;
  const name = words.fates[fate];
  const kill = shots
    .map((index) => replay.shots[index]!)
    .find(({ result }) => result === "threat-intercepted");
  if (kill !== undefined) return `${name} ${words.by(replay.units[kill.unit]!.id)}`;
  if (fate === "failed") return name;
  if (shots.length > 0) return `${name} · ${words.shotsMissed}`;
  const reasons = refusals.map(({ unit, reason }) => words.refused(replay.units[unit]!.id, reason));
  return [name, ...reasons].join(" · ");
}

/** The whole chain in words, for those who hear it. */
export function chainText(replay: Replay, threat: ReplayThreat): string {
  const { id, type, launchSeconds, sightSeconds, trackSeconds, endSeconds, flew } = threat;
  const head = `${id}, ${type}`;
  if (!flew) return `${head}: ${fateText(replay, threat)}`;
  const orders = threat.orders.map(({ unit, seconds }) =>
    words.ordered(replay.units[unit]!.id, seconds),
  );
  const shots = threat.shots.map((index) => {
    const { interceptor, launchSeconds: from, interceptSeconds, result } = replay.shots[index]!;
    return words.shot(interceptor, from, interceptSeconds, words.results[result]);
  });
  const parts = [
    words.launched(launchSeconds),
    words.seen(sightSeconds),
    words.tracked(trackSeconds),
    ...orders,
    ...shots,
    words.ended(fateText(replay, threat), endSeconds),
  ];
  return `${head}: ${parts.join("; ")}`;
}
