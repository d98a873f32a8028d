import { posix } from "node:path";
import type { Guard, Inspection, Plant, Sin } from "./guard.ts";
import type { Repository } from "./repository.ts";

interface Line {
  text: string;
  number: number;
}

/** The lines of a page that are prose: fenced blocks left out, code spans emptied. */
function prose(text: string): Line[] {
  const lines: Line[] = [];
  let isFenced = false;
  for (const [index, line] of text.split("\n").entries()) {
    if (/^\s*(```|~~~)/.test(line)) isFenced = !isFenced;
    else if (!isFenced) lines.push({ text: line.replace(/`[^`]*`/g, "``"), number: index + 1 });
  }
  return lines;
}

/** The anchor a heading gets: lower case, words joined by hyphens, punctuation gone. */
function anchor(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replace(/ /g, "-");
}

function anchors(text: string): Set<string> {
  const headings = text.split("\n").filter((line) => /^#{1,6} /.test(line));
  return new Set(headings.map((line) => anchor(line.replace(/^#+ /, ""))));
}

function linkSin(repository: Repository, page: string, link: string): string | undefined {
  if (/^(https?|mailto):/.test(link)) return undefined;
  const [file = "", fragment] = link.split("#");
  const path = file === "" ? page : posix.join(posix.dirname(page), decodeURIComponent(file));
  const plain = path.replace(/\/$/, "");
  const isFolder = [...repository.files.keys()].some((one) => one.startsWith(`${plain}/`));
  if (!repository.has(plain) && !isFolder) return `links to ${link}, which is not there`;
  if (fragment === undefined || !plain.endsWith(".md")) return undefined;
  const known = anchors(repository.files.get(plain)?.text ?? "");
  return known.has(fragment) ? undefined : `links to ${link}, a heading that is not there`;
}

function pageSins(repository: Repository, path: string, text: string): Sin[] {
  const lines = prose(text);
  const titles = lines.filter((line) => /^# /.test(line.text));
  const sins: Sin[] = [];
  if (titles.length !== 1) {
    const what = `has ${titles.length} titles; a page has one`;
    sins.push({ path, line: titles[1]?.number ?? 1, what });
  }
  for (const line of lines) {
    for (const [, link = ""] of line.text.matchAll(/\]\(([^)\s]+)[^)]*\)/g)) {
      const what = linkSin(repository, path, link);
      if (what !== undefined) sins.push({ path, line: line.number, what });
    }
  }
  return sins;
}

function inspect(repository: Repository): Inspection {
  const pages = [...repository.files.values()].filter((file) => file.path.endsWith(".md"));
  const sins = pages.flatMap((page) => pageSins(repository, page.path, page.text ?? ""));
  return { looked: pages.length, sins };
}

const bad = (text: string, says: RegExp): Plant => ({ files: { "docs/a.md": text }, says });

const plants: Plant[] = [
  bad("no title", /has 0 titles/),
  bad("# One\n\n# Two\n", /has 2 titles/),
  bad("# One\n\n[b](b.md)\n", /links to b.md, which is not there/),
  bad("# One\n\n[b](#two)\n", /a heading that is not there/),
];

/** Every page has one title, and its links lead somewhere. */
export const docs: Guard = { name: "docs", counts: "pages", inspect, plants };
