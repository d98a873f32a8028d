import type { Guard, Inspection, Plant, Sin } from "./guard.ts";
import { importsOf, resolvedPath } from "./imports.ts";
import type { Repository } from "./repository.ts";
import { isTest } from "./repository.ts";
import { roomOf } from "./rooms.ts";

/** Which file imports which, within rooms. */
export type Graph = Map<string, string[]>;

/** The graph of relative imports; `valuesOnly` leaves out what is gone at run time. */
export function graphOf(repository: Repository, valuesOnly = false): Graph {
  return new Map(
    repository.sources.map((source) => {
      const imported = importsOf(source)
        .filter((one) => one.specifier?.startsWith(".") && !(valuesOnly && one.isType))
        .map((one) => resolvedPath(repository, one.from, one.specifier!))
        .filter((path) => path !== undefined);
      return [source.path, [...new Set(imported)]];
    }),
  );
}

/** Everything reachable from some files, themselves included. */
export function reachable(graph: Graph, from: Iterable<string>): Set<string> {
  const seen = new Set<string>();
  const open = [...from];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    open.push(...(graph.get(path) ?? []));
  }
  return seen;
}

/** Each file with the way by which it reaches itself. Every cycle is named once. */
function cycles(graph: Graph): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (path: string): void => {
    const start = way.indexOf(path);
    if (start >= 0) {
      found.push([...way.slice(start), path]);
      return;
    }
    if (done.has(path)) return;
    way.push(path);
    for (const next of graph.get(path) ?? []) visit(next);
    way.pop();
    done.add(path);
  };
  for (const path of graph.keys()) visit(path);
  return found;
}

/** Where the world comes in: doors, commands, configuration, and what is loaded by folder. */
function isEntry(repository: Repository, path: string): boolean {
  if (isConfiguration(path) || /\/src\/index\.ts$/.test(path) || /\/bin\/[^/]+\.mjs$/.test(path))
    return true;
  if (roomOf(path) === undefined || isInPage(repository, path)) return true;
  if (path.startsWith("evidence/src/reference/adapters/")) return true;
  if (isSecondDoor(repository, path)) return true;
  const built = path.replace("/src/", "/dist/").replace(/\.ts$/, ".js");
  const scripts = repository.manifest("package.json").scripts ?? {};
  if (Object.values(scripts).some((script) => String(script).split(" ").includes(built))) {
    return true;
  }
  return [...repository.files.values()].some(
    (file) => /^(tools\/|\.ci\/)|\.(md|test\.ts)$/.test(file.path) && file.text?.includes(built),
  );
}

/** Whether the page of its room begins with this file, or its build writes it beside the page. */
function isInPage(repository: Repository, path: string): boolean {
  const room = roomOf(path)?.path;
  const named = path.slice((room ?? "").length + 1);
  const textOf = (name: string): string => repository.files.get(`${room}/${name}`)?.text ?? "";
  return (
    textOf("index.html").includes(`"./${named}"`) || textOf("vite.config.ts").includes(`"${named}"`)
  );
}

/** Whether the package of its room names the file as a door. */
function isSecondDoor(repository: Repository, path: string): boolean {
  const room = roomOf(path)?.path ?? "";
  const doors = JSON.stringify(repository.manifest(`${room}/package.json`).exports ?? {});
  const inner = path.slice(room.length).replace("/src/", "./dist/").replace(/\.ts$/, ".js");
  return doors.includes(`"${inner}"`);
}

/** Configuration beside the sources of a room is read by its tools. */
function isConfiguration(path: string): boolean {
  return /^apps\/[a-z]+\/[a-z]+\.config\.ts$/.test(path);
}

function orphans(repository: Repository, graph: Graph): Sin[] {
  const paths = [...graph.keys()].filter((path) => !path.endsWith(".d.ts"));
  const used = reachable(
    graph,
    paths.filter((path) => isEntry(repository, path)),
  );
  const tests = reachable(
    graph,
    paths.filter((path) => /\.test\.tsx?$/.test(path)),
  );
  return paths.flatMap((path): Sin[] => {
    if (used.has(path)) return [];
    // Evidence and what is made for tests may live on tests alone; nothing else may.
    const isForTests = isTest(path) || path.startsWith("evidence/");
    if (tests.has(path) && isForTests) return [];
    const what = tests.has(path) ? "only tests import it" : "nobody imports it";
    return [{ path, line: 1, what: `is an orphan: ${what}` }];
  });
}

/** Scripts that run something built from no source. */
function emptyScripts(repository: Repository): Sin[] {
  const scripts = repository.manifest("package.json").scripts ?? {};
  return Object.entries(scripts).flatMap(([name, script]): Sin[] => {
    const built = String(script)
      .split(" ")
      .filter((word) => /\.m?js$/.test(word));
    const missing = built.find(
      (path) => resolvedPath(repository, "package.json", path) === undefined,
    );
    if (missing === undefined) return [];
    return [{ path: "package.json", line: 1, what: `script ${name} runs ${missing}: no source` }];
  });
}

function inspect(repository: Repository): Inspection {
  const graph = graphOf(repository);
  const circles = cycles(graph).map((way) => {
    const what = `imports itself in a circle: ${way.join(" → ")}`;
    return { path: way[0]!, line: 1, what };
  });
  return {
    looked: graph.size,
    sins: [...circles, ...orphans(repository, graph), ...emptyScripts(repository)],
  };
}

const plants: Plant[] = [
  {
    files: {
      "lab/src/index.ts": 'export * from "./a.ts";',
      "lab/src/a.ts": 'import type { B } from "./b.ts";',
      "lab/src/b.ts": 'import { a } from "./a.ts";',
    },
    says: /circle: lab\/src\/a.ts → lab\/src\/b.ts → lab\/src\/a.ts/,
  },
  { files: { "lab/src/index.ts": "", "lab/src/a.ts": "" }, says: /a.ts:1 is an orphan: nobody/ },
  {
    files: { "lab/src/a.ts": "", "lab/src/a.test.ts": 'import "./a.ts";' },
    says: /only tests import it/,
  },
  {
    files: {
      "apps/web/index.html": '<script type="module" src="./src/main.tsx"></script>',
      "apps/web/src/main.tsx": "",
      "apps/web/src/b.tsx": "",
    },
    says: /b.tsx:1 is an orphan: nobody/,
  },
  {
    files: { "package.json": '{"scripts": {"soak": "node tools/run.mjs evidence/dist/a.js"}}' },
    says: /script soak runs tools\/run.mjs: no source/,
  },
];

/** No cycles, no orphans. */
export const importGraph: Guard = { name: "import graph", counts: "files", inspect, plants };
