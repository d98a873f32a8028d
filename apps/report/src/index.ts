export { REPRODUCE_ELEMENT } from "./identity.ts";
export type * from "./input.ts";
export { reportHtml } from "./page.ts";
export * from "./tokens.ts";
