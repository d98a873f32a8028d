/** Words of sharing. */
export const share = {
  heading: "Share",
  copy: "Copy the link",
  copied: "The link is copied.",
  notCopied: "The browser did not let the link be copied: it stands in the address bar.",
  tooLong: "This scenario is too long for a link: download it and pass the file on.",
  hint: "The link holds the whole state. Whoever opens it plays the same study and sees the same hash.",
  report: "Report (HTML)",
  csv: "Outcomes (CSV)",
  svg: "Figure (SVG)",
  png: "Figure (PNG)",
  scenario: "Scenario (YAML)",
  downloads: "Downloads",
} as const;
