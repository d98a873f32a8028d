/** Where an interceptor that is launched now meets its threat, and whether it may. */
import type { MagazineSetup } from "@pavise/lab";
import { type Chase, isInEnvelope } from "./chase.ts";
import { samplePosition, sampleSeconds } from "./sighting.ts";
import { isFollowed } from "./watch.ts";

/** Flight time of an interceptor to the threat's place at a sample. */
function flightAtSample(chase: Chase, magazine: MagazineSetup, sample: number): number {
  const { flyOut } = magazine;
  return flyOut.kind === "fixed" ? flyOut.seconds : chase.seen.slantRange[sample]! / flyOut.speed;
}

/**
 * The first sample at which an interceptor launched at `launch` (s of the course) could already
 * be, looking from `from` on; the number of samples when there is none.
 */
export function meetingSample(
  chase: Chase,
  magazine: MagazineSetup,
  launch: number,
  from: number,
): number {
  const { course } = chase.seen;
  let sample = from;
  while (sample < course.count) {
    const time = sampleSeconds(course, sample);
    if (time >= launch && time - flightAtSample(chase, magazine, sample) >= launch) break;
    sample++;
  }
  return sample;
}

/**
 * When an interceptor launched at `launch` meets the threat, in seconds of the course, or NaN when
 * it never does. `from` is a sample known to be too early or just right.
 */
export function meetingTime(
  chase: Chase,
  magazine: MagazineSetup,
  launch: number,
  from: number,
): number {
  const { course } = chase.seen;
  const sample = meetingSample(chase, magazine, launch, from);
  if (sample >= course.count) return Number.NaN;
  const after = sampleSeconds(course, sample);
  if (sample === 0) return after;
  const before = sampleSeconds(course, sample - 1);
  // Lateness of the interceptor on both sides of the meeting, which lies between them.
  const lateBefore = launch + flightAtSample(chase, magazine, sample - 1) - before;
  const lateAfter = launch + flightAtSample(chase, magazine, sample) - after;
  if (lateBefore <= 0) return Math.max(launch, before);
  return before + ((after - before) * lateBefore) / (lateBefore - lateAfter);
}

/** Whether an interceptor may meet the threat at `meeting` when it was launched at `launch`. */
export function isMeetingAllowed(
  chase: Chase,
  magazine: MagazineSetup,
  launch: number,
  meeting: number,
): boolean {
  const { course } = chase.seen;
  if (!(meeting <= course.flightSeconds)) return false;
  const position = samplePosition(course, meeting);
  return isInEnvelope(chase, magazine, position) && isFollowedThroughout(chase, launch, position);
}

/** Whether the engagement radar has the threat from the launch (s) to the meeting's position. */
function isFollowedThroughout(chase: Chase, launch: number, meetingPosition: number): boolean {
  const { radar, blindFrom } = chase;
  if (radar === null || blindFrom === null) return true;
  const launchPosition = samplePosition(radar.seen.course, launch);
  if (blindFrom[Math.ceil(launchPosition)]! <= meetingPosition) return false;
  return isFollowed(radar, launchPosition) && isFollowed(radar, meetingPosition);
}
