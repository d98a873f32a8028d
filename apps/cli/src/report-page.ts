/** The page of a report. */
import type { ReportInput } from "@pavise/report";
import { REPRODUCE_ID } from "./reproduce-block.ts";

/** A page with the answer and what reproduces it. */
export function reportPage(input: ReportInput): string {
  const json = JSON.stringify(input.reproduce).replaceAll("<", "\\u003c");
  return [
    "<!doctype html>",
    '<html lang="en"><meta charset="utf-8"><title>Pavise</title>',
    ...input.words.map((sentence) => `<p>${escaped(sentence)}</p>`),
    `<script type="application/json" id="${REPRODUCE_ID}">${json}</script></html>`,
    "",
  ].join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
