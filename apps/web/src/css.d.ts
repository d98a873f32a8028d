/** Style sheets are imported for their effect. */
declare module "*.css";

/** What the build says of itself. */
interface ImportMeta {
  readonly env: { readonly PROD: boolean };
}
