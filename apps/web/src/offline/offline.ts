/** Asks the browser to keep the page, so that it opens without a network. */

/** Registers the keeper that the build writes beside the page; a page that is not built has none. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  navigator.serviceWorker.register("./keeper.js").catch(() => {
    // A browser that keeps nothing (a private window) still shows the page.
  });
}
