/** Words of the frame. */
export const shell = {
  name: "Pavise",
  tagline: "What would a defence have changed, how sure is that, and why?",
  skip: "Skip to the content",
  gallery: "Scenarios",
  theme: { label: "Colours", system: "as the system", light: "light", dark: "dark" },
  palette: "Commands",
  paletteKey: "Ctrl K",
  paletteField: "Type a command or a scenario",
  paletteNothing: "Nothing is called that.",
  showView: (view: string): string => `Show: ${view}`,
  openScenario: (title: string): string => `Open: ${title}`,
  views: {
    answer: "Answer",
    stage: "Stage",
    coverage: "Coverage",
    scenario: "Scenario",
    sources: "Sources",
  },
  viewsLabel: "Views of this scenario",
  close: "Close",
  loading: "Fetching this view …",
  failed: (message: string): string => `This view could not be shown: ${message}`,
  badLink: (why: string): string =>
    `This link cannot be opened: ${why}. Nothing of it was run. The scenarios below are those of this build.`,
  foot: "Published, encyclopaedia-level numbers only. All fire units are hypothetical. Everything is computed in this page: nothing leaves this machine.",
} as const;
