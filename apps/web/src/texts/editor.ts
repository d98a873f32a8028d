/** Words of the editor. */
export const editor = {
  heading: "The scenario as it is written",
  hint: "Change a line: the study follows as soon as the text can be played. Ctrl Z takes back, Ctrl Space offers field names, Escape then Tab leaves the editor. The attack is yours to write; nothing here suggests one.",
  label: "Scenario in YAML",
  good: "This can be played.",
  reading: "Reading …",
  goTo: (place: string): string => `Go to ${place}`,
  asShipped: "Back to the shipped text",
  download: "Download",
  loading: "Fetching the editor …",
} as const;
