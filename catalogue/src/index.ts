export type { Catalogue, CatalogueFile, PackedCatalogue } from "./catalogue.ts";
export {
  catalogueFromFiles,
  catalogueFromPacked,
  overlay,
  packedFromCatalogue,
} from "./catalogue.ts";
export * from "./census.ts";
export * from "./datum.ts";
export * from "./document.ts";
export * from "./document-check.ts";
export { entryPage } from "./entry-page.ts";
export {
  antennaHeight,
  type Envelope,
  type EnvelopeLimit,
  envelopesOf,
  envelopeThreats,
  envelopeWords,
} from "./envelope-drawing.ts";
export * from "./field-name.ts";
export type { CatalogueDocument, Shelves } from "./file-kind.ts";
export * from "./input-error.ts";
export * from "./page.ts";
export type { Origin, Parameter } from "./parameter.ts";
export { parametersOf } from "./parameter.ts";
export * from "./parameter-path.ts";
export * from "./parameter-rule.ts";
export type {
  About,
  Distance,
  Engagement,
  Interceptor,
  Place,
  PriorReading,
  Remark,
  SeedClaim,
  Source,
  SupplyCase,
  System,
  TestRecord,
  Threat,
  ThreatTrial,
} from "./schema.ts";
export * from "./terrain-window.ts";
export { shownNumber, shownQuantity, signedQuantity } from "./text-layout.ts";
export * from "./unit-name.ts";
