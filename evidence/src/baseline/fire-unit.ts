/** A fire unit in play: its channels, its launchers, and the rounds it has left. */
import type { FireUnitSetup, MagazineSetup } from "@pavise/lab";
import type { Luck } from "./luck.ts";

interface Launcher {
  rounds: number;
  readyAt: number;
}

interface Magazine {
  readonly setup: MagazineSetup;
  readonly launchers: Launcher[];
  stock: number;
}

export class FireUnitInPlay {
  readonly setup: FireUnitSetup;
  readonly isOut: boolean;
  readonly magazines: readonly Magazine[];
  readonly channelsFreeAt: number[];
  nextLaunchAt = Number.NEGATIVE_INFINITY;
  spent = 0;
  /** Without its engagement radar from the one moment until the other (rule 6c). */
  blindFrom = Number.POSITIVE_INFINITY;
  blindUntil = Number.POSITIVE_INFINITY;

  constructor(setup: FireUnitSetup, luck: Luck) {
    this.setup = setup;
    let isOut = luck.uniform() < setup.commonModeFailure;
    for (const availability of setup.availabilities) {
      if (luck.uniform() >= availability) isOut = true;
    }
    this.isOut = isOut;
    this.channelsFreeAt = new Array<number>(setup.channels).fill(Number.NEGATIVE_INFINITY);
    this.magazines = setup.magazines.map((magazine) => ({
      setup: magazine,
      launchers: magazine.launchers.map((rounds) => ({
        rounds,
        readyAt: Number.NEGATIVE_INFINITY,
      })),
      stock: magazine.stock,
    }));
  }

  isBlind(time: number): boolean {
    return this.blindFrom <= time && time < this.blindUntil;
  }

  /** The first moment from this one on at which it has its engagement radar. */
  seesFrom(time: number): number {
    return this.isBlind(time) ? this.blindUntil : time;
  }

  /** What is launched at a moment is lost if it meets its threat from the answer on. */
  losesFrom(launch: number): number {
    const { switchedOffSeconds } = this.setup;
    return launch < this.blindUntil
      ? Math.min(this.blindFrom, switchedOffSeconds)
      : switchedOffSeconds;
  }

  /** When the first channel is or becomes free. */
  channelFreeAt(): number {
    let first = Number.POSITIVE_INFINITY;
    for (const free of this.channelsFreeAt) first = Math.min(first, free);
    return first;
  }

  holdChannel(until: number): void {
    this.channelsFreeAt[this.channelsFreeAt.indexOf(this.channelFreeAt())] = until;
  }

  hasRound(magazine: number, time: number): boolean {
    for (const launcher of this.magazines[magazine]!.launchers) {
      if (launcher.rounds > 0 && launcher.readyAt <= time) return true;
    }
    return false;
  }

  /** Takes a round off the first launcher that has one; an emptied launcher starts to reload. */
  launchRound(magazine: number, time: number): void {
    const { setup, launchers } = this.magazines[magazine]!;
    const launcher = launchers.find((each) => each.rounds > 0 && each.readyAt <= time);
    if (launcher === undefined) throw new Error(`${this.setup.id}: no round at ${time} s`);
    launcher.rounds--;
    this.spent++;
    this.nextLaunchAt = time + this.setup.launchSpacingSeconds;
    if (launcher.rounds > 0) return;
    const load = Math.min(setup.roundsPerLauncher, this.magazines[magazine]!.stock);
    if (load <= 0) return;
    this.magazines[magazine]!.stock -= load;
    launcher.rounds = load;
    launcher.readyAt = time + setup.reloadSeconds;
  }
}
