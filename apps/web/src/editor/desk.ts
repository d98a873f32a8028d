/** What the editor moves and what may be written: plain data from the engine. */

export type FieldPath = readonly (string | number)[];

/** Something with a place, and where in the text that place is written. */
export interface DeskThing {
  readonly kind: "asset" | "unit" | "sensor" | "launchers";
  readonly id: string;
  readonly title: string;
  /** Of its own mapping in the text. */
  readonly path: FieldPath;
  /** Of the mapping that says where it stands. */
  readonly where: FieldPath;
  readonly at: readonly [longitude: number, latitude: number];
  readonly height: number;
  /** The asset it stands at, or null. */
  readonly asset: string | null;
  /** The place of the catalogue that is named, or null. */
  readonly place: string | null;
  /** The option whose text holds it; null for an asset. */
  readonly writtenIn: string | null;
  readonly hasPost: boolean;
}

/** A line through what was typed of a group of threats. */
export interface DeskCourse {
  readonly id: string;
  readonly title: string;
  readonly path: FieldPath;
  readonly lines: readonly (readonly (readonly [number, number])[])[];
}

export interface Desk {
  readonly world: "wgs84" | "flat";
  readonly option: string;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly things: readonly DeskThing[];
  readonly courses: readonly DeskCourse[];
}

export interface Choice {
  readonly id: string;
  readonly name: string;
}

export interface SystemChoice extends Choice {
  readonly interceptors: readonly Choice[];
  /** The load of one fire unit as the catalogue has it. */
  readonly load: Readonly<Record<string, number>>;
  /** Whether it must be told where to look. */
  readonly isNarrow: boolean;
  /** Its search radar as a scenario writes a sensor, ranges as published. */
  readonly radar: Readonly<Record<string, unknown>>;
}

export interface FormGuide {
  /** JSON Schema of scenarios. */
  readonly schema: unknown;
  readonly systems: readonly SystemChoice[];
  readonly threats: readonly Choice[];
  readonly places: readonly Choice[];
}
