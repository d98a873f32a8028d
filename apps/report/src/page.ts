/** A report: one self-contained page. */

import { REQUIREMENT_TITLE } from "@pavise/lab";
import { arrivalsFigure } from "./arrivals.ts";
import { assumptions, singleFigures, withoutEffect } from "./assumptions.ts";
import { CellList } from "./cell-list.ts";
import { differenceTable } from "./difference-table.ts";
import { expectations } from "./expectations.ts";
import { lastLines } from "./identity.ts";
import type { ReportInput } from "./input.ts";
import { killCurves } from "./kill-curves.ts";
import { mapSection } from "./map/section.ts";
import { html, type Markup, styleSheet } from "./markup.ts";
import { outcomeNotes, outcomeTable } from "./outcome-table.ts";
import { pairTable } from "./pair-table.ts";
import { recordCheck } from "./record-check.ts";
import { refusals } from "./refusals.ts";
import { requirements } from "./requirements.ts";
import { SourceList } from "./source-list.ts";
import { reportCss } from "./style.ts";

/** The page asks the network for nothing, runs nothing, and may not be made to. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * The page of a report, as the text of an HTML file. The same input gives the same bytes. Every
 * text of the input is escaped.
 */
export function reportHtml(input: ReportInput): string {
  return `${document(input).text}\n`;
}

function document(input: ReportInput): Markup {
  const { scenario } = input;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${scenario.title} – Pavise</title>
<style>${styleSheet(reportCss())}</style>
</head>
<body>
${head(input)}
<main>
${body(input)}
</main>
</body>
</html>`;
}

function head(input: ReportInput): Markup {
  const { scenario, words } = input;
  return html`<header><p class="kicker">${scenario.title}. A study by Pavise on published numbers;
all fire units are hypothetical.</p>
<h1>${scenario.question}</h1>
<div class="answer">${words.map((sentence) => html`<p>${sentence}</p>`)}</div>
${warning(input)}</header>`;
}

/** Said before the figure: what is not settled must not be read as an answer. */
function warning({ answer }: ReportInput): Markup | null {
  const { unsettled, summary } = answer;
  if (unsettled.length === 0) return null;
  const titles = new Map(summary.options.map(({ id, title }) => [id, title]));
  const figures = [
    ...new Set(
      unsettled.map(({ option, figure }) => `${figure} under “${titles.get(option) ?? option}”`),
    ),
  ];
  const shown = figures.slice(0, 4).join("; ");
  const more = figures.length > 4 ? `; and ${figures.length - 4} more` : "";
  return html`<p class="warning"><strong>More replications needed.</strong> Chance still blurs the width of
ignorance of: ${shown}${more}. Run the study again with more replications.</p>`;
}

function section(title: string, content: Markup): Markup {
  return html`<section><h2>${title}</h2>
${content}</section>`;
}

function body(input: ReportInput): Markup {
  const sources = new SourceList(input.sources);
  const cells = new CellList(input.answer);
  // In the order of the page, for sources are numbered as they are named.
  const sections = [
    arrivalsFigure(input),
    section("Outcomes", html`${outcomeTable(input, cells)}${outcomeNotes(input)}`),
    section("Against the first option", differenceTable(input, cells)),
    section("Whether public data can tell the options apart", pairTable(input, cells)),
    section("If one shot were better or worse", killCurves(input)),
    section(REQUIREMENT_TITLE, requirements(input)),
    section("The honest check", recordCheck(input)),
    section("What was expected of the answer", expectations(input, sources)),
    section("Where it happens, and what can be reached", mapSection(input)),
    section("What became of every threat, unit by unit", refusals(input)),
    section("What the answer rests on", assumptions(input, sources)),
    section("Drawn, without effect here", withoutEffect(input, sources)),
    section("Single figures", singleFigures(input, sources)),
    section("The scenario", about(input, sources)),
  ];
  return html`${sections}
${section("Sources", sources.list())}
${section("Cells of the study", cells.list())}
${section("To run it again", lastLines(input))}`;
}

function about({ scenario, recorded, assets }: ReportInput, sources: SourceList): Markup {
  const paragraphs = (scenario.description ?? "")
    .split(/\n\s*\n/)
    .filter((text) => text.trim() !== "");
  return html`${paragraphs.map((text) => html`<p>${text}</p>`)}${
    scenario.sources.length === 0
      ? null
      : html`<p>The raid as it is told: ${sources.cited(scenario.sources)}.</p>`
  }${
    recorded === undefined
      ? html`<p>Nothing is recorded: this raid did not happen.</p>`
      : html`<p>Recorded: ${recordedText(recorded, assets)} ${sources.cited(recorded.sources)}. ${recorded.note ?? ""}</p>`
  }`;
}

function recordedText(
  { launched, failed, arrivals }: NonNullable<ReportInput["recorded"]>,
  assets: ReportInput["assets"],
): string {
  const names = new Map(assets.map(({ id, name }) => [id, name]));
  const places = Object.entries(arrivals)
    .filter(([id]) => id !== "total")
    .map(([id, count]) => `${count} at ${names.get(id) ?? id}`);
  return [
    ...(launched === undefined ? [] : [`${launched} fired`]),
    ...(failed === undefined ? [] : [`${failed} failed`]),
    ...(arrivals.total === undefined ? [] : [`${arrivals.total} arrived`]),
    ...places,
  ].join(", ");
}
