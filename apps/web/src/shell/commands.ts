/** Everything that can be done from the keyboard by name. */
import { shippedTexts } from "../gallery/shipped-texts.ts";
import { shareActions } from "../share/share-actions.ts";
import type { View } from "../state/lab-state.ts";
import { labStore } from "../state/lab-store.ts";
import { closeScenario, openScenario } from "../state/open-scenario.ts";
import { THEMES, themeStore } from "../state/theme.ts";
import { texts } from "../texts/texts.ts";

export interface Command {
  readonly name: string;
  readonly run: () => unknown;
}

/** What can be done here and now. */
export function commandsNow(views: readonly View[]): Command[] {
  const words = texts.shell;
  const { scenario, sets, options } = labStore.current();
  const ofScenario: Command[] =
    scenario === null
      ? []
      : [
          ...views.map((view) => ({
            name: words.showView(words.views[view]),
            run: () => labStore.change({ view }),
          })),
          ...(sets.length === 0 && options === null
            ? []
            : [
                {
                  name: texts.study.reset,
                  run: () => labStore.change({ sets: [], options: null, size: null }),
                },
              ]),
          ...shareActions()
            .filter(({ isReady }) => isReady)
            .map(({ name, run }) => ({ name: `${texts.share.heading}: ${name}`, run })),
          { name: words.gallery, run: closeScenario },
        ];
  return [
    ...ofScenario,
    ...shippedTexts.map((shipped) => ({
      name: words.openScenario(shipped.title),
      run: () => openScenario(shipped),
    })),
    ...THEMES.map((theme) => ({
      name: `${words.theme.label}: ${words.theme[theme]}`,
      run: () => themeStore.change({ theme }),
    })),
  ];
}

/** Commands whose names have every word that was typed. */
export function commandsMatching(commands: readonly Command[], typed: string): Command[] {
  const wanted = typed.toLowerCase().split(/\s+/);
  return commands.filter(({ name }) => {
    const plain = name.toLowerCase();
    return wanted.every((word) => plain.includes(word));
  });
}
