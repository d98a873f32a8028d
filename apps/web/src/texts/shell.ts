/** Words of the frame. */
export const shell = {
  name: "Pavise",
  tagline: "What would a defence have changed, how sure is that, and why?",
} as const;
