/**
 * Engagement envelopes: where an interceptor may meet a threat, and what stands in the way.
 *
 * An envelope is the box that published figures draw: least and greatest ground range, least and
 * greatest height, greatest threat speed, one per class of threat. Real envelopes have rounded
 * shoulders and depend on the crossing distance; nobody publishes those.
 */

/** Where one type of interceptor may meet one class of threat. */
export interface Envelope {
  /** Ground range from the launcher, m. */
  readonly rangeMin: number;
  /** m. */
  readonly rangeMax: number;
  /** Height above the ground of the unit, m. */
  readonly heightMin: number;
  /** m. */
  readonly heightMax: number;
  /** Greatest speed of the threat, m/s; Infinity where none is published. */
  readonly threatSpeedMax: number;
}

/** The envelopes of one interceptor by class of threat; a class without one cannot be engaged. */
export type EnvelopeByThreatClass<ThreatClass extends string> = Partial<
  Readonly<Record<ThreatClass, Envelope>>
>;

/** A wedge of the compass. */
export interface Sector {
  /** Azimuth of the middle, radians clockwise from north. */
  readonly azimuthCentre: number;
  /** Full width, radians, in (0, 2π]; 2π sees all round. */
  readonly width: number;
}

/** Where a threat is, seen from a unit. */
export interface ThreatPlacement {
  /** Radians clockwise from north. */
  readonly azimuth: number;
  /** Above the horizontal, radians. */
  readonly elevation: number;
  /** m. */
  readonly groundRange: number;
  /** m. */
  readonly height: number;
  /** m/s. */
  readonly speed: number;
  /** Neither below the horizon nor behind a ridge for the engagement radar. */
  readonly isVisible: boolean;
}

/** What a placement alone can refuse, in the order of the refusal chain. */
export type PlacementObstacle =
  | "outside-sector"
  | "below-horizon-or-masked"
  | "outside-range"
  | "outside-height"
  | "too-fast";

/** Is this azimuth (radians, any turn) inside the sector, its edges included? */
export function isInSector(sector: Sector, azimuth: number): boolean {
  const fullTurn = 2 * Math.PI;
  const turns = (azimuth - sector.azimuthCentre) / fullTurn;
  return Math.abs(turns - Math.round(turns)) * fullTurn <= sector.width / 2;
}

/** Is this ground range (m) between the least and the greatest, both included? */
export function isInRange(envelope: Envelope, groundRange: number): boolean {
  return groundRange >= envelope.rangeMin && groundRange <= envelope.rangeMax;
}

/** Is this height (m) between the least and the greatest, both included? */
export function isInHeight(envelope: Envelope, height: number): boolean {
  return height >= envelope.heightMin && height <= envelope.heightMax;
}

/** Does a threat at this speed (m/s) outrun the envelope? */
export function isTooFast(envelope: Envelope, speed: number): boolean {
  return speed > envelope.threatSpeedMax;
}

/**
 * The first obstacle a unit meets against a threat at one place, or null when nothing stands in
 * the way. `elevationMax` (radians) is how high the engagement radar looks; above it is outside
 * its sector.
 */
export function firstObstacle(
  envelope: Envelope,
  sector: Sector,
  elevationMax: number,
  placement: ThreatPlacement,
): PlacementObstacle | null {
  const { azimuth, elevation, groundRange, height, speed, isVisible } = placement;
  if (!isInSector(sector, azimuth) || elevation > elevationMax) return "outside-sector";
  if (!isVisible) return "below-horizon-or-masked";
  if (!isInRange(envelope, groundRange)) return "outside-range";
  if (!isInHeight(envelope, height)) return "outside-height";
  if (isTooFast(envelope, speed)) return "too-fast";
  return null;
}
