/**
 * What the address does not have yet when the page goes. The address follows the state a moment
 * later; the browser keeps this for the tab at once, so that a reload loses not even the last key.
 */

const KEY = "pavise-draft";
const finishers = new Set<() => void>();

/** Calls `finish` before the page goes, so that it hands over what it still holds; ends with its answer. */
export function beforeLeaving(finish: () => void): () => void {
  finishers.add(finish);
  return () => finishers.delete(finish);
}

/** Keeps what `unwritten` answers with whenever the page may go; null for nothing. */
export function keepDrafts(unwritten: () => unknown): void {
  const keep = (): void => {
    for (const finish of finishers) finish();
    const packed = unwritten();
    try {
      if (packed === null) sessionStorage.removeItem(KEY);
      else sessionStorage.setItem(KEY, JSON.stringify({ address: location.hash, packed }));
    } catch {
      // A browser that keeps nothing has the address alone.
    }
  };
  addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep();
  });
}

/** What was kept when a page of this address went; null when this one was opened afresh. */
export function keptDraft(): unknown {
  const [navigation] = performance.getEntriesByType("navigation");
  const { type } = (navigation ?? {}) as { readonly type?: string };
  if (type !== "reload" && type !== "back_forward") return null;
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as {
      readonly address?: unknown;
      readonly packed?: unknown;
    } | null;
    return kept?.address === location.hash ? (kept.packed ?? null) : null;
  } catch {
    return null;
  }
}
