/** Words of the view of sources. */
export const sources = {
  heading: "Where every number comes from",
  intro: (count: number): string =>
    `${count} values are read by the options of this scenario. Each has what is written, the range that is drawn, how well it is known, and who said so.`,
  search: "Search values, sources and notes",
  nothing: "No value has these words.",
  loading: "Reading the scenario …",
  grade: (confidence: string, kind: string): string => `${confidence}, ${kind}`,
  origins: {
    fact: "from the catalogue",
    "common assumption": "the same for every system",
    "own value": "as the catalogue reads its sources",
    override: "set by you",
    scenario: "written in the scenario",
    neutral: "left out of the scenario, so that nothing is assumed",
  },
  drawn: "Drawn between",
  single: "One figure, no range: its doubt is in no width.",
  likely: (likely: string): string => `likely ${likely}`,
  moves: "Moves the mean of arrivals by",
  noSource: "No source: the scenario or its user says so.",
  source: "Sources",
  unopened: "cited, not opened by the compiler",
  conflicts: "Others say",
  usedBy: "Read by",
  asWritten: "Also known as",
} as const;
