import { posix } from "node:path";
import type { Guard, Inspection, Plant, Sin } from "./guard.ts";
import type { Repository } from "./repository.ts";

/** The page that says where each model is described. */
const INDEX = "docs/methods/README.md";

/** What a page about a model must speak of. */
const SUBJECTS: readonly (readonly [RegExp, string])[] = [
  [/\bassum/i, "assumptions"],
  [/\blimit/i, "limits"],
  [/\bmeasured\b/i, "measured error"],
  [/\bsources?\b/i, "sources"],
];

/** A model: a file of the models, or of the engine that plays them. */
function isModel(path: string): boolean {
  if (/\.test[.-]|(^|\/)index\.ts$/.test(path)) return false;
  return /^(models\/src|lab\/src\/engagement)\/.*\.ts$/.test(path);
}

/** Pages by the files that a row of the index names beside a link to them. */
function pagesByFile(text: string): Map<string, string> {
  const pages = new Map<string, string>();
  for (const row of text.split("\n")) {
    const page = /\]\(([^)#]+\.md)/.exec(row)?.[1];
    if (page === undefined) continue;
    for (const [, file = ""] of row.matchAll(/`([^`]+\.ts)`/g)) {
      pages.set(file, posix.join(posix.dirname(INDEX), page));
    }
  }
  return pages;
}

function pageSins(repository: Repository, page: string): Sin[] {
  const text = repository.files.get(page)?.text ?? "";
  return SUBJECTS.filter(([subject]) => !subject.test(text)).map(([, name]) => {
    return { path: page, line: 1, what: `says nothing of ${name}, and describes a model` };
  });
}

function inspect(repository: Repository): Inspection {
  const models = [...repository.files.keys()].filter(isModel);
  const pages = pagesByFile(repository.files.get(INDEX)?.text ?? "");
  const unnamed = models
    .filter((path) => !pages.has(path))
    .map((path) => ({ path, line: 1, what: `is a model that no row of ${INDEX} names` }));
  const gone = [...pages.keys()]
    .filter((file) => isModel(file) && !repository.has(file))
    .map((file) => ({ path: INDEX, line: 1, what: `names ${file}, which is not there` }));
  const silent = [...new Set(pages.values())].flatMap((page) => pageSins(repository, page));
  return { looked: models.length, sins: [...unnamed, ...gone, ...silent] };
}

const planted = (index: string, page: string, says: RegExp): Plant => ({
  files: { "models/src/a/wind.ts": "", [INDEX]: index, "docs/methods/wind.md": page },
  says,
});
const row = "| [Wind](wind.md) | `models/src/a/wind.ts` |";
const whole = "Assumptions and limits. Measured error. Sources.";

const plants: Plant[] = [
  planted("| [Wind](wind.md) | `wind.ts` |", whole, /wind\.ts:1 is a model that no row/),
  planted("`models/src/a/wind.ts`", whole, /wind\.ts:1 is a model that no row/),
  planted(`${row} \`models/src/a/rain.ts\``, whole, /names models\/src\/a\/rain\.ts, which is not/),
  planted(row, whole.replace("Measured error. ", ""), /wind\.md:1 says nothing of measured error/),
  planted(row, whole.replace("Sources.", ""), /wind\.md:1 says nothing of sources/),
  planted(row, whole.replace("limits", "x"), /wind\.md:1 says nothing of limits/),
];

/** Every model has a page with its assumptions, limits, sources and measured error. */
export const modelPages: Guard = { name: "model pages", counts: "models", inspect, plants };
