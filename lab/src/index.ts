export * from "./engagement/refusal.ts";
export * from "./engagement/tally.ts";
export * from "./scenario/setup.ts";
export * from "./study/summary.ts";
