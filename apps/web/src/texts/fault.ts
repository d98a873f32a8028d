/** Words for what cannot be played. */
export const fault = {
  ofInput: "This cannot be played as it is written",
  ofPavise: "This could not be played",
  place: "Where",
  expected: "Expected",
  got: "Got",
  open: "Show the text of the scenario",
} as const;
