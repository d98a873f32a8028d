export * from "./math/elementary.ts";
export * from "./math/vector3.ts";
