/** What a command post believes of a threat, and what a fire unit has made of it. */

import type { Judged } from "./judgement.ts";

/** One threat on one command post's picture. */
export class PictureRow {
  /** Moment of the first track; Infinity while there is none. */
  since = Number.POSITIVE_INFINITY;
  /** Of the engagement in progress, the moment of its assessment; Infinity when there is none. */
  assessedAt = Number.POSITIVE_INFINITY;
  /** The unit whose engagement that is, or −1. */
  engagedBy = -1;
  isDeclaredKilled = false;
  /** The last miss was assessed at this moment. */
  reopenedAt = Number.NEGATIVE_INFINITY;

  isEngaged(): boolean {
    return this.assessedAt !== Number.POSITIVE_INFINITY;
  }
}

/** One fire unit and one threat. */
export class Pairing {
  looks = 0;
  /** When the opportunity opened; NaN while there is none. */
  openedAt = Number.NaN;
  /** The intercept that was predicted then. */
  predictedIntercept = Number.NaN;
  /** After a lost order: no new one before this moment. */
  retryAt = Number.NEGATIVE_INFINITY;
  /** By magazine: a sample of the course known to lie before the next meeting. */
  readonly meetingFrom: number[];
  /** The same on the course of a threat that turned back. */
  readonly meetingFromTurned: number[];

  constructor(magazineCount: number) {
    this.meetingFrom = new Array<number>(magazineCount).fill(0);
    this.meetingFromTurned = new Array<number>(magazineCount).fill(0);
  }

  close(): void {
    this.openedAt = Number.NaN;
    this.predictedIntercept = Number.NaN;
  }
}

/** One threat as it truly is. */
export interface ThreatInPlay {
  readonly launch: number;
  /** End of the course it was sent on, and of the one that it flies. */
  readonly plannedEnd: number;
  end: number;
  /** When it fails by itself; Infinity if it does not, −Infinity if it was never in the air. */
  readonly failsAt: number;
  killedAt: number;
  /** Where scatter takes it if it reaches the end. */
  readonly wouldArrive: boolean;
  readonly judged: Judged;
  /** Would it turn back if it were fired upon? */
  readonly wouldTurn: boolean;
  isFiredUpon: boolean;
  /** When it turns back, and on which of its branches; Infinity if it does not. */
  turnsAt: number;
  branch: number;
  /** Has what is known of it been changed to its new course? */
  hasTurned: boolean;
}

/** When a threat is no longer in the air for a reason other than the end of its course. */
export function fallsAt(threat: ThreatInPlay): number {
  return Math.min(threat.failsAt, threat.killedAt);
}
