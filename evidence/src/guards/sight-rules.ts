import type { Guard, Inspection, Plant, Sin } from "./guard.ts";
import { graphOf, reachable } from "./import-graph.ts";
import { importsOf, resolvedPath } from "./imports.ts";
import type { Repository, SourceFile } from "./repository.ts";
import { isTest } from "./repository.ts";
import { walk } from "./syntax.ts";

const engagement = "lab/src/engagement";

/**
 * What command may know: the picture, predictions from it, its own units, the words for refusals,
 * and the memory and clock they are written in. Truth (tables, outcome, replicate, …) is not here.
 */
const commandMayKnow = [
  "picture",
  "prediction",
  "policy",
  "fire-unit",
  "refusal",
  "state",
  "ticks",
];
const commandPost = `${engagement}/command-post.ts`;
const known = new Set([commandPost, ...commandMayKnow.map((name) => `${engagement}/${name}.ts`)]);

/** Of a setup, command knows the classes it may call a track by; a setup's numbers are truth. */
const setupFile = "lab/src/scenario/setup.ts";
const classWords = new Set(["THREAT_CLASSES", "ThreatClass"]);

function sightSin(repository: Repository, source: SourceFile): Sin[] {
  return importsOf(source).flatMap((one): Sin[] => {
    const { specifier = "", line } = one;
    const path = specifier.startsWith(".")
      ? (resolvedPath(repository, one.from, specifier) ?? specifier)
      : specifier;
    if (path === "@pavise/kernel" || path === "@pavise/models" || known.has(path)) return [];
    if (path === setupFile && one.names.every((name) => classWords.has(name))) return [];
    return [{ path: source.path, line, what: `command sees ${specifier}, which is truth` }];
  });
}

/** What is behind the files that command imports must not be truth either, at run time. */
function behindSins(repository: Repository): Sin[] {
  const behind = reachable(graphOf(repository, true), [commandPost]);
  return [...behind]
    .filter((path) => path.startsWith("lab/") && !known.has(path) && path !== setupFile)
    .map((path) => ({ path: commandPost, line: 1, what: `command reaches ${path} by others` }));
}

const calculatorMayImport = /^(models\/src\/command\/|models\/src\/interceptor\/kill-probability)/;

function doctrineSins(repository: Repository, source: SourceFile): Sin[] {
  return importsOf(source).flatMap((one): Sin[] => {
    const { specifier = "", line } = one;
    if (specifier === "@pavise/kernel") return [];
    const path = resolvedPath(repository, one.from, specifier) ?? specifier;
    if (calculatorMayImport.test(path)) return [];
    return [{ path: source.path, line, what: `doctrine imports ${specifier}` }];
  });
}

/** Names of the types a setup is made of: all that the baseline may take from the lab. */
function setupNames(repository: Repository): Set<string> {
  const names = new Set<string>();
  for (const source of repository.sources) {
    if (source.path !== setupFile) continue;
    walk(source.syntax.program, (node) => {
      if (node.type === "TSInterfaceDeclaration" || node.type === "TSTypeAliasDeclaration") {
        names.add(node.id.name);
      }
    });
  }
  return names;
}

function baselineSins(source: SourceFile, setup: Set<string>): Sin[] {
  return importsOf(source).flatMap((one): Sin[] => {
    const { specifier = "", line } = one;
    const sin = (what: string): Sin[] => [{ path: source.path, line, what }];
    if (specifier === "@pavise/kernel" || specifier === "@pavise/models") return [];
    if (specifier === "@pavise/lab") {
      const foreign = one.names.filter((name) => !setup.has(name));
      if (!one.isType) return sin("the baseline runs code of the lab it is to check");
      return foreign.length === 0 ? [] : sin(`the baseline looks at ${foreign} of the lab`);
    }
    if (/^\.\/[^/]+$/.test(specifier)) return [];
    return sin(`the baseline imports ${specifier}: expected models and the types of a setup`);
  });
}

function inspect(repository: Repository): Inspection {
  const setup = setupNames(repository);
  let looked = 0;
  const sins: Sin[] = behindSins(repository);
  for (const source of repository.sources) {
    if (isTest(source.path)) continue;
    if (source.path === commandPost) sins.push(...sightSin(repository, source));
    else if (source.path.startsWith("models/src/command/")) {
      sins.push(...doctrineSins(repository, source));
    } else if (source.path.startsWith("evidence/src/baseline/")) {
      sins.push(...baselineSins(source, setup));
    } else continue;
    looked++;
  }
  return { looked, sins };
}

const plants: Plant[] = [
  {
    files: {
      [commandPost]: 'import type { Setup } from "../scenario/setup.ts";',
      [setupFile]: "",
    },
    says: /command sees ..\/scenario\/setup.ts, which is truth/,
  },
  {
    files: { [commandPost]: 'import { x } from "./replicate.ts";' },
    says: /command sees .\/replicate.ts, which is truth/,
  },
  {
    files: {
      [commandPost]: 'import { Picture } from "./picture.ts";',
      [`${engagement}/picture.ts`]: 'import { t } from "./tables.ts";',
      [`${engagement}/tables.ts`]: "",
    },
    says: /command reaches lab\/src\/engagement\/tables.ts/,
  },
  {
    files: {
      "models/src/command/a.ts": 'import "../trajectory/path.ts";',
      "models/src/trajectory/path.ts": "",
    },
    says: /doctrine imports/,
  },
  {
    files: { "evidence/src/baseline/a.ts": 'import { tabulate } from "@pavise/lab";' },
    says: /runs code of the lab/,
  },
  {
    files: {
      "evidence/src/baseline/a.ts": 'import type { Setup, Tables } from "@pavise/lab";',
      "lab/src/scenario/setup.ts": "export interface Setup {}",
    },
    says: /looks at Tables of the lab/,
  },
  {
    files: { "evidence/src/baseline/a.ts": 'import "../reference/runner.ts";' },
    says: /expected models/,
  },
];

/** Command never sees truth; the baseline never sees the engine. */
export const sightRules: Guard = { name: "sight rules", counts: "files", inspect, plants };
