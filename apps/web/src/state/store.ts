/** One value that parts of the page watch. */
import { useSyncExternalStore } from "react";

export interface Store<T> {
  readonly current: () => T;
  readonly change: (part: Partial<T>) => void;
  /** Answers with what ends the watching. */
  readonly watch: (listener: () => void) => () => void;
}

export function store<T extends object>(first: T): Store<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    current: () => value,
    change: (part) => {
      value = { ...value, ...part };
      for (const listener of listeners) listener();
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The value of a store, in a component that is drawn again when it changes. */
export function useStore<T extends object>(watched: Store<T>): T {
  return useSyncExternalStore(watched.watch, watched.current);
}
