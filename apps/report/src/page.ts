/** A report: one self-contained page. */

import { CellList } from "./cell-list.ts";
import type { ReportInput } from "./input.ts";
import { html, type Markup, styleSheet } from "./markup.ts";
import { reportSections } from "./sections.ts";
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
  const cells = new CellList(input.answer);
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
${head(input, cells)}
<main>
${body(input, cells)}
</main>
</body>
</html>`;
}

function head(input: ReportInput, cells: CellList): Markup {
  const { scenario, words } = input;
  return html`<header><p class="kicker">${scenario.title}. A study by Pavise on published numbers;
all fire units are hypothetical.</p>
<h1>${scenario.question}</h1>
<div class="answer">${words.map((sentence) => html`<p>${cells.sentence(sentence)}</p>`)}</div>
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

function body(input: ReportInput, cells: CellList): Markup {
  return html`${reportSections(input, cells).map(({ title, content }) =>
    title === null
      ? content
      : html`<section><h2>${title}</h2>
${content}</section>`,
  )}`;
}
