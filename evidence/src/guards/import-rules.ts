import type { Guard, Inspection, Plant, Sin } from "./guard.ts";
import type { Import } from "./imports.ts";
import { importsOf, packageOf, resolvedPath } from "./imports.ts";
import type { Repository } from "./repository.ts";
import { isTest } from "./repository.ts";
import type { Room } from "./rooms.ts";
import { roomOf, rooms } from "./rooms.ts";

const mapLibraries = /^(maplibre-gl|@deck\.gl\/.*|@luma\.gl\/.*)$/;

/** The one place that may compute what it imports: it loads every adapter there is. */
const mayComputeImport = new Set(["evidence/src/reference/registry.ts"]);

function declaredPackages(repository: Repository, room: Room | undefined, isForBuild: boolean) {
  const dependencies = (path: string, field: string) =>
    Object.keys((repository.manifest(path)[field] as object | undefined) ?? {});
  const own = (field: string): string[] =>
    room === undefined ? [] : dependencies(`${room.path}/package.json`, field);
  const isDevelopment = isForBuild || room === undefined || room.path === "evidence";
  if (!isDevelopment) return new Set(own("dependencies"));
  const root = dependencies("package.json", "devDependencies");
  return new Set([...own("dependencies"), ...own("devDependencies"), ...root]);
}

function relativeSin(repository: Repository, one: Import, specifier: string): string | undefined {
  const path = resolvedPath(repository, one.from, specifier);
  if (path === undefined) return `imports ${specifier}, and no such file exists`;
  const [from, to] = [roomOf(one.from), roomOf(path)];
  // Tools belong to no room: a command uses them to build itself, evidence looks at all and runs
  // commands as users do.
  const mayUseTools = /\/bin\/[^/]+\.mjs$/.test(one.from) || from?.path === "evidence";
  const isTool = mayUseTools && /^tools\/|\/bin\/[^/]+\.mjs$/.test(path);
  if (from !== undefined && to !== from && !isTool) {
    return `imports ${specifier}: out of its room past the door`;
  }
  return undefined;
}

/** A room may have a second door, if its package says so. */
function isDoor(repository: Repository, room: Room, specifier: string): boolean {
  if (specifier === room.door) return true;
  const doors = repository.manifest(`${room.path}/package.json`).exports as object | undefined;
  return doors !== undefined && specifier.replace(room.door, ".") in doors;
}

function roomSin(
  repository: Repository,
  room: Room | undefined,
  specifier: string,
): string | undefined {
  const other = rooms.find((each) => each.door === packageOf(specifier));
  if (other === undefined) return `imports ${specifier}: there is no such room`;
  if (!isDoor(repository, other, specifier)) return `imports ${specifier}: past the door`;
  if (room === undefined) return undefined;
  if (!room.mayImport.includes(other.door)) {
    return `imports ${specifier}: uphill from ${room.path}`;
  }
  return undefined;
}

function packageSin(
  repository: Repository,
  one: Import,
  room: Room | undefined,
  specifier: string,
) {
  const name = packageOf(specifier);
  if (mapLibraries.test(name) && !one.from.startsWith("apps/web/src/stage/")) {
    return `imports ${specifier}: the map library lives in apps/web/src/stage alone`;
  }
  const isOfBuild = /\.config\.ts$|^apps\/[a-z]+\/build\//.test(one.from);
  const isForBuild = isTest(one.from) || one.isType || isOfBuild;
  const declared = declaredPackages(repository, room, isForBuild);
  if (declared.has(name) || declared.has(`@types/${name}`)) return undefined;
  return `imports ${specifier}, which its package.json does not declare`;
}

function importSin(repository: Repository, one: Import): string | undefined {
  const { specifier } = one;
  const room = roomOf(one.from);
  if (specifier === undefined) {
    return mayComputeImport.has(one.from) || room === undefined
      ? undefined
      : "imports something computed: nobody can say what";
  }
  if (specifier.startsWith(".")) return relativeSin(repository, one, specifier);
  if (specifier.startsWith("@pavise/")) return roomSin(repository, room, specifier);
  if (specifier.startsWith("#")) {
    const inner = repository.manifest(`${room?.path}/package.json`).imports as object | undefined;
    return inner !== undefined && specifier in inner ? undefined : `imports unknown ${specifier}`;
  }
  if (specifier.startsWith("node:")) {
    return room?.isPure && !isTest(one.from)
      ? `imports ${specifier}: ${room.path} does no input or output`
      : undefined;
  }
  return packageSin(repository, one, room, specifier);
}

/** A pure room must not even compile with DOM or Node in sight. */
function configurationSins(repository: Repository): Sin[] {
  const base = repository.manifest("tsconfig.base.json").compilerOptions ?? {};
  return rooms
    .filter((room) => room.isPure && repository.has(`${room.path}/tsconfig.json`))
    .flatMap((room) => {
      const path = `${room.path}/tsconfig.json`;
      const options = { ...base, ...(repository.manifest(path).compilerOptions ?? {}) } as {
        lib?: string[];
        types?: string[];
      };
      const seen = [...(options.lib ?? ["dom"]), ...(options.types ?? ["node"])];
      const bad = seen.filter((name) => /^(dom|webworker|node)/i.test(name));
      return bad.map((name) => ({ path, line: 1, what: `compiles with ${name} in sight` }));
    });
}

function inspect(repository: Repository): Inspection {
  const imports = repository.sources.flatMap((source) => importsOf(source));
  const sins = imports.flatMap((one): Sin[] => {
    const what = importSin(repository, one);
    return what === undefined ? [] : [{ path: one.from, line: one.line, what }];
  });
  return { looked: imports.length, sins: [...sins, ...configurationSins(repository)] };
}

const plants: Plant[] = [
  { files: { "kernel/src/a.ts": 'import "@pavise/models";' }, says: /uphill/ },
  { files: { "lab/src/a.ts": 'import x from "@pavise/report";' }, says: /uphill/ },
  { files: { "apps/cli/src/a.ts": 'export * from "@pavise/evidence";' }, says: /uphill/ },
  { files: { "lab/src/a.ts": 'import "@pavise/kernel/dist/x.js";' }, says: /past the door/ },
  {
    files: { "lab/src/a.ts": 'import "../../kernel/src/b.ts";', "kernel/src/b.ts": "" },
    says: /out of its room/,
  },
  { files: { "lab/src/a.ts": 'import "./nowhere.ts";' }, says: /no such file/ },
  { files: { "lab/src/a.ts": 'import "lodash";' }, says: /does not declare/ },
  { files: { "lab/src/a.ts": 'createRequire(here)("lodash");' }, says: /does not declare/ },
  { files: { "models/src/a.ts": 'import fs from "node:fs";' }, says: /no input or output/ },
  { files: { "lab/src/a.ts": "await import(name);" }, says: /computed/ },
  { files: { "apps/web/src/a.tsx": 'import "maplibre-gl";' }, says: /apps\/web\/src\/stage alone/ },
  {
    files: { "apps/web/src/a.ts": 'import("@deck.gl/core");' },
    says: /apps\/web\/src\/stage alone/,
  },
  { files: { "apps/web/src/a.tsx": 'import "@pavise/cli";' }, says: /uphill from apps\/web/ },
  {
    files: { "lab/src/a.ts": "", "lab/tsconfig.json": '{"compilerOptions": {"lib": ["DOM"]}}' },
    says: /compiles with DOM/,
  },
];

/** Imports run downhill, through the door, to something that is there and declared. */
export const importRules: Guard = { name: "import rules", counts: "imports", inspect, plants };
