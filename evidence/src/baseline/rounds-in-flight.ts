/** Rounds on their way, and what becomes of them (rules 14 and 16). */
import type { Luck } from "./luck.ts";
import { fallsAt, type ThreatInPlay } from "./picture.ts";

export interface Round {
  readonly threat: number;
  readonly meetsAt: number;
  readonly killProbability: number;
  /** When its unit is switched off or loses its radar: what meets then or later is lost. */
  readonly lostFrom: number;
}

export class RoundsInFlight {
  #rounds: Round[] = [];

  launch(round: Round): void {
    this.#rounds.push(round);
  }

  /** Lets every round meet its threat that does so by a moment. */
  meet(to: number, threats: readonly ThreatInPlay[], luck: Luck): void {
    if (this.#rounds.length === 0) return;
    const due = this.#rounds.filter((round) => round.meetsAt <= to);
    if (due.length === 0) return;
    this.#rounds = this.#rounds.filter((round) => round.meetsAt > to);
    due.sort((a, b) => a.meetsAt - b.meetsAt);
    for (const round of due) {
      const threat = threats[round.threat]!;
      if (round.meetsAt >= round.lostFrom || round.meetsAt >= fallsAt(threat)) continue;
      if (luck.uniform() < round.killProbability) threat.killedAt = round.meetsAt;
    }
  }
}
