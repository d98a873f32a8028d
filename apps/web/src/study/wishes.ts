/** `PATH=VALUE` wishes of the state, by path. */
import { labStore } from "../state/lab-store.ts";

/** What is set for a path, or undefined. */
export function wishOf(sets: readonly string[], path: string): string | undefined {
  const start = `${path}=`;
  return sets.find((each) => each.startsWith(start))?.slice(start.length);
}

/** Sets a path, in the place where it was set before; undefined takes it back. */
export function changeWish(path: string, value: string | undefined): void {
  const { sets } = labStore.current();
  const start = `${path}=`;
  const others = sets.filter((each) => !each.startsWith(start));
  if (value === undefined) labStore.change({ sets: others });
  else if (others.length === sets.length) labStore.change({ sets: [...sets, start + value] });
  else {
    labStore.change({
      sets: sets.map((each) => (each.startsWith(start) ? start + value : each)),
    });
  }
}

/** The ends of a wish: `3..5` and `3..4..5` as their first and last, `4` as both. */
export function endsOfWish(wish: string | undefined): readonly [number, number] | null {
  if (wish === undefined) return null;
  const figures = wish.split("..").map(Number);
  const [first, last] = [figures[0]!, figures.at(-1)!];
  return Number.isFinite(first) && Number.isFinite(last) ? [first, last] : null;
}

/** A number as a wish writes it: short, and the same when it is read again. */
export function figureText(value: number): string {
  return String(Number(value.toPrecision(6)));
}
