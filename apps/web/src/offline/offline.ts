/** Asks the browser to keep the page, so that it opens without a network. */

/** The keeper fetches every file of the build: the first answer goes before it. */
const PAUSE_MS = 4000;

/** Registers the keeper that the build writes beside the page; a page that is not built has none. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const register = (): void => {
    navigator.serviceWorker.register("./keeper.js").catch(() => {
      // A browser that keeps nothing (a private window) still shows the page.
    });
  };
  setTimeout(register, PAUSE_MS);
}
