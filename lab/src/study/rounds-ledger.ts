/**
 * How many rounds of each price a night took, for many nights, exactly and compactly.
 *
 * Slots whose rounds are the same thing at the same price are added up into one group. The nights
 * are leaves of a tree: one level per group, one branch per number of rounds. With one group, the
 * usual case, the leaves are the histogram of rounds.
 */
import { type Counted, pooled } from "./counted.ts";

/** One magazine of one fire unit: a slot of a tally. */
export interface Slot {
  readonly unit: string;
  readonly interceptor: string;
  readonly unitCostUsd: number;
}

/** More rounds of one kind than any night can take; a branch is node × this + rounds. */
const ROUNDS_LIMIT = 1_048_576;

interface Group {
  readonly unitCostUsd: number;
  readonly slots: readonly number[];
}

interface Leaf {
  readonly rounds: number;
  readonly costUsd: number;
  nights: number;
}

export class RoundsLedger {
  private readonly groups: readonly Group[];
  private readonly branches = new Map<number, number>();
  /** By node; undefined where a node is no leaf. */
  private readonly leaves: (Leaf | undefined)[] = [undefined];

  constructor(slots: readonly Slot[]) {
    const byKey = new Map<string, { unitCostUsd: number; slots: number[] }>();
    slots.forEach(({ interceptor, unitCostUsd }, index) => {
      const key = `${interceptor} ${unitCostUsd}`;
      const group = byKey.get(key);
      if (group === undefined) byKey.set(key, { unitCostUsd, slots: [index] });
      else group.slots.push(index);
    });
    this.groups = [...byKey.values()];
    if (this.groups.length === 0) this.leaves[0] = { rounds: 0, costUsd: 0, nights: 0 };
  }

  /** Counts one night by its rounds per slot. */
  count(rounds: Int32Array): void {
    let node = 0;
    for (const group of this.groups) {
      let used = 0;
      for (const slot of group.slots) used += rounds[slot]!;
      node = this.branches.get(node * ROUNDS_LIMIT + used) ?? this.grow(node, used);
    }
    const leaf = this.leaves[node] ?? this.leafAt(node, rounds);
    leaf.nights += 1;
  }

  private grow(node: number, used: number): number {
    const next = this.leaves.length;
    this.leaves.push(undefined);
    this.branches.set(node * ROUNDS_LIMIT + used, next);
    return next;
  }

  private leafAt(node: number, rounds: Int32Array): Leaf {
    let total = 0;
    let costUsd = 0;
    for (const group of this.groups) {
      let used = 0;
      for (const slot of group.slots) used += rounds[slot]!;
      total += used;
      costUsd += used * group.unitCostUsd;
    }
    const leaf = { rounds: total, costUsd, nights: 0 };
    this.leaves[node] = leaf;
    return leaf;
  }

  private *counted(): Generator<Leaf> {
    for (const leaf of this.leaves) if (leaf !== undefined && leaf.nights > 0) yield leaf;
  }

  /** Nights by rounds launched, from 0 to the most that any night took. */
  roundsHistogram(): number[] {
    const histogram: number[] = [];
    for (const { rounds, nights } of this.counted()) {
      while (histogram.length <= rounds) histogram.push(0);
      histogram[rounds]! += nights;
    }
    return histogram;
  }

  /** Nights by what their rounds cost, US dollars. */
  costs(): Counted {
    return pooled(
      [...this.counted()].map((leaf) => ({ values: [leaf.costUsd], counts: [leaf.nights] })),
    );
  }
}
