export * from "./engagement/refusal.ts";
export * from "./scenario/setup.ts";
