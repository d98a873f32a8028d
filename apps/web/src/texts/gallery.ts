/** Words of the gallery. */
export const gallery = {
  heading: "What would a defence have changed?",
  intro:
    "Pavise plays an attack against a defence thousands of times, on published numbers only, and says what would have got through, how sure that is, and why. Choose a question; every answer on this page is being computed now, in your browser.",
  list: "Questions",
  waiting: "waiting for its turn …",
  oneLine: (clause: string, fewer: number, others: number): string => {
    if (others === 0) return `${clause}.`;
    if (fewer === 0) return `${clause}; for none of the others can it be said that fewer do.`;
    if (fewer === others)
      return `${clause}; fewer do with ${others === 1 ? "the other" : `each of the ${others} others`}.`;
    return `${clause}; fewer do with ${fewer} of the ${others} others.`;
  },
  size: (draws: number, nights: number, seed: number): string =>
    `A first look: ${draws} draws × ${nights} nights, seed ${seed}; hash`,
  failed: (message: string): string => `This scenario could not be played: ${message}`,
  map: (title: string): string => `${title}: ground tracks and places defended`,
  kilometres: (length: number): string => `${length} km`,
  own: "Open a scenario of your own",
  ownHint: "A YAML file, copied from one of these and changed. It stays on this machine.",
  ownTooLong: (bytes: number, most: number): string =>
    `The file has ${(bytes / 1e6).toFixed(1)} MB; a scenario has at most ${most / 1e6} MB. It was not read.`,
  ownUnread: "The browser could not read this file.",
  seed: "Seed",
} as const;
