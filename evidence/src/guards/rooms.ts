/** The rooms, in the order in which imports may run downhill. */
export interface Room {
  /** Folder from the root. */
  path: string;
  /** The package that is its door. */
  door: string;
  /** Rooms it may import, by door. */
  mayImport: string[];
  /** Does no input or output and reads no clock. */
  isPure: boolean;
}

const kernel = "@pavise/kernel";
const models = "@pavise/models";
const catalogue = "@pavise/catalogue";
const lab = "@pavise/lab";
const report = "@pavise/report";
const shared = [kernel, models, catalogue, lab, report];

/** Every room there is or will be. */
export const rooms: Room[] = [
  { path: "kernel", door: kernel, mayImport: [], isPure: true },
  { path: "models", door: models, mayImport: [kernel], isPure: true },
  { path: "catalogue", door: catalogue, mayImport: [kernel, models], isPure: true },
  { path: "lab", door: lab, mayImport: [kernel, models, catalogue], isPure: true },
  {
    path: "apps/report",
    door: report,
    mayImport: [kernel, models, catalogue, lab],
    isPure: false,
  },
  { path: "apps/cli", door: "@pavise/cli", mayImport: shared, isPure: false },
  { path: "apps/web", door: "@pavise/web", mayImport: shared, isPure: false },
  { path: "apps/server", door: "@pavise/server", mayImport: shared, isPure: false },
  {
    path: "evidence",
    door: "@pavise/evidence",
    mayImport: [...shared, "@pavise/cli", "@pavise/web", "@pavise/server"],
    isPure: false,
  },
];

/** The room a file lies in, if it lies in one. */
export function roomOf(path: string): Room | undefined {
  return rooms.find((room) => path.startsWith(`${room.path}/`));
}
