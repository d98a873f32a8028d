export type * from "./input.ts";
