/** A scenario file that comes with this build. */
export interface ShippedText {
  /** File name: `ain-al-asad-2020.yaml`. */
  readonly name: string;
  readonly text: string;
  readonly title: string;
  readonly question: string;
}

/** Filled by the build with the files of `scenarios/`, in alphabetical order. */
export const shippedTexts: readonly ShippedText[] = [];
