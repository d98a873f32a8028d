export { countryAt, countryNamesKnown, countryRegion } from "./coverage/country.ts";
export type { CoveragePicture } from "./coverage/layers.ts";
export { coverageSvg } from "./coverage/picture.ts";
export * from "./gather/report-input.ts";
export { REPRODUCE_SCHEMA } from "./gather/reproduce-block.ts";
export { REPRODUCE_ELEMENT } from "./identity.ts";
export type * from "./input.ts";
export { reportHtml } from "./page.ts";
export * from "./tokens.ts";
