/**
 * Kinds of events, in the order in which they act at one instant: which way threats turn, what sensors
 * lose and win back, what they see, whom that tells, then what posts and units make of it. Rounds that
 * missed are counted last: all that has met a threat by then is known.
 */
export const KIND = {
  turned: 0,
  sensorLost: 1,
  sensorRestored: 2,
  placeFreed: 3,
  tracked: 4,
  cued: 5,
  networkTracked: 6,
  reported: 7,
  assessed: 8,
  freed: 9,
  opened: 10,
  postLost: 11,
  passed: 12,
} as const;
