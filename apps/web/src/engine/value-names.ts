/** Names of values for a reader: where the lab says an id, what catalogue and scenario call it. */
import type { Catalogue } from "@pavise/catalogue";
import { type OpenedStudy, pathText } from "@pavise/lab";

type Written = OpenedStudy["scenario"]["written"];

const LAUNCH_TIME = /^raid\.([^.]+)\.launch_times\.(.+)_s$/;
const LOAD = /\.units\.([^.]+)\.load\.([^.]+)$/;

/** The name of a value by its path: `rounds per battery`, `flight reliability of Qiam-1`. */
export function valueNames(written: Written, catalogue: Catalogue): (path: string) => string {
  const titles = titlesOf(written, catalogue);
  const titled = (id: string): string => titles.get(id) ?? plain(id);
  const nameOf = (path: string): string => {
    const [, unit, interceptor] = LOAD.exec(path) ?? [];
    if (unit !== undefined) return `${titled(interceptor!)}, ${unitName(written, unit, titled)}`;
    // Moments of launch are not a number of threats.
    const [, group, moment] = LAUNCH_TIME.exec(path) ?? [];
    if (moment !== undefined) return `launch times of ${titled(group!)}, ${plain(moment)}`;
    return path.split(".").reduce((name, id) => withTitle(name, id, titles), pathText(path));
  };
  return (path) => nameOf(path).replace(/^the /, "");
}

function titlesOf(written: Written, { systems, threats, places }: Catalogue): Map<string, string> {
  const rounds = [...systems.values()].flatMap((each) => Object.entries(each.interceptors));
  const known = [...systems, ...threats, ...places, ...rounds];
  const titles = new Map(known.map(([id, { name }]) => [id, shortName(name)]));
  for (const { id, title } of written.assets) if (title !== undefined) titles.set(id, title);
  return titles;
}

/** `Patriot at Erbil`; the id where the scenario gives a place by its coordinates. */
function unitName(written: Written, id: string, titled: (id: string) => string): string {
  const layers = written.options.flatMap(({ units }) => units ?? []).filter((u) => u.id === id);
  const system = layers.find((unit) => unit.system !== undefined)?.system;
  const at = layers.find((unit) => unit.at !== undefined)?.at;
  if (system === undefined || typeof at !== "string") return plain(id);
  return `${titled(system)} at ${titled(at)}`;
}

/** The last mention of an id, as it is called. */
function withTitle(name: string, id: string, titles: ReadonlyMap<string, string>): string {
  const title = titles.get(id);
  const place = Math.max(name.lastIndexOf(id), name.lastIndexOf(plain(id)));
  if (title === undefined || place < 0) return name;
  return name.slice(0, place) + title + name.slice(place + id.length);
}

/** A name up to its first bracket or comma. */
function shortName(name: string): string {
  return name.split(/ \(|, /)[0] ?? name;
}

function plain(id: string): string {
  return id.replaceAll(/[_-]/g, " ");
}
