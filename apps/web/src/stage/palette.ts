/** The palette that the page wears now: as its ground says, whoever chose it. */

import { dark, light, type Palette } from "@pavise/report";
import { useSyncExternalStore } from "react";

function wornPalette(): Palette {
  const ground = getComputedStyle(document.documentElement).getPropertyValue("--ground").trim();
  return ground === dark.ground ? dark : light;
}

function watchPalette(listener: () => void): () => void {
  const preference = matchMedia("(prefers-color-scheme: dark)");
  preference.addEventListener("change", listener);
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true });
  return () => {
    preference.removeEventListener("change", listener);
    observer.disconnect();
  };
}

export function usePalette(): Palette {
  return useSyncExternalStore(watchPalette, wornPalette);
}

function watchMotion(listener: () => void): () => void {
  const preference = matchMedia("(prefers-reduced-motion: reduce)");
  preference.addEventListener("change", listener);
  return () => preference.removeEventListener("change", listener);
}

/** Whether the reader wants things to stand still. */
export function useStillness(): boolean {
  return useSyncExternalStore(
    watchMotion,
    () => matchMedia("(prefers-reduced-motion: reduce)").matches,
  );
}
