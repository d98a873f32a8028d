/** Light or dark: what the reader chose, else what the system says. */
import { type Store, store } from "./store.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const KEY = "pavise-theme";

function remembered(): Theme {
  try {
    return THEMES.find((each) => each === localStorage.getItem(KEY)) ?? "system";
  } catch {
    // A browser that keeps nothing still shows the page.
    return "system";
  }
}

export const themeStore: Store<{ readonly theme: Theme }> = store({ theme: remembered() });

/** Puts the choice on the root of the page, now and whenever it changes. */
export function followTheme(): void {
  const apply = (): void => {
    const { theme } = themeStore.current();
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };
  themeStore.watch(() => {
    apply();
    try {
      localStorage.setItem(KEY, themeStore.current().theme);
    } catch {
      // As above.
    }
  });
  apply();
}
