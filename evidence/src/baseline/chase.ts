/** A fire unit against a threat: the geometry of the chase. */
import type { MagazineSetup, ThreatSetup } from "@pavise/lab";
import { isInSector, type Sector } from "@pavise/models";
import { azimuthAt, type Sighting, valueAt } from "./sighting.ts";
import type { Watch } from "./watch.ts";

/** Where a threat flies, as one fire unit has it. */
export interface ChaseGeometry {
  readonly threat: ThreatSetup;
  readonly seen: Sighting;
  readonly unitHeight: number;
  readonly sector: Sector;
}

/** One fire unit against one threat. */
export interface Chase extends ChaseGeometry {
  /** The engagement radar against this threat, or null where the unit needs none. */
  readonly radar: Watch | null;
  /** For each sample, the first sample from there on at which the radar is blind. */
  readonly blindFrom: Int32Array | null;
  /** By magazine: does any sample of the course lie where its rounds may meet the threat? */
  readonly isEverInEnvelope: readonly boolean[];
}

/** Whether a place on the course lies where rounds of a magazine may meet this threat. */
export function isInEnvelope(
  chase: ChaseGeometry,
  magazine: MagazineSetup,
  position: number,
): boolean {
  const envelope = magazine.envelopes[chase.threat.class];
  if (envelope === undefined) return false;
  const { seen } = chase;
  const height = valueAt(seen.height, position) - chase.unitHeight;
  if (height < envelope.heightMin || height > envelope.heightMax) return false;
  const ground = valueAt(seen.groundDistance, position);
  if (ground < envelope.rangeMin || ground > envelope.rangeMax) return false;
  if (valueAt(seen.course.speeds, position) > envelope.threatSpeedMax) return false;
  return isInSector(chase.sector, azimuthAt(seen.azimuth, position));
}

/** Whether any sample of the course lies in the envelope; a lone glimpse between two is missed. */
export function isEverInEnvelope(chase: ChaseGeometry, magazine: MagazineSetup): boolean {
  const last = chase.seen.course.count - 1;
  for (let sample = 0; sample < last; sample++) {
    if (isInEnvelope(chase, magazine, sample)) return true;
  }
  return false;
}
