/** The parts of a report, in the order of the page. */

import { figuresOfAnswer, type ReportSection } from "./answer-figures.ts";
import { asked } from "./asked.ts";
import { assumptions, singleFigures, withoutEffect } from "./assumptions.ts";
import { CellList } from "./cell-list.ts";
import { expectations } from "./expectations.ts";
import { GROUND_DOUBT_TITLE, groundDoubtSection } from "./ground-doubt.ts";
import { lastLines } from "./identity.ts";
import type { ReportInput } from "./input.ts";
import { mapSection } from "./map/section.ts";
import { html, type Markup } from "./markup.ts";
import { recordCheck } from "./record-check.ts";
import { refusals } from "./refusals.ts";
import { SourceList } from "./source-list.ts";

/** Every part of a report. Sources are numbered as they are named, so the order is that of the page. */
export function reportSections(
  input: ReportInput,
  cells = new CellList(input.answer),
): ReportSection[] {
  const sources = new SourceList(input.sources);
  const doubt = groundDoubtSection(input);
  const beside = asked(input);
  const figures: [string | null, Markup][] = [
    ...figuresOfAnswer(input, cells),
    ...(beside === null ? [] : [["What else was asked", beside] as [string, Markup]]),
    ...(doubt === null ? [] : [[GROUND_DOUBT_TITLE, doubt] as [string, Markup]]),
    ["The honest check", recordCheck(input, cells)],
    ["What was expected of the answer", expectations(input, sources, cells)],
    ["Where it happens, and what can be reached", mapSection(input)],
    ["What became of every threat, unit by unit", refusals(input, cells)],
    ["What the answer rests on", assumptions(input, sources, cells)],
    ["Drawn, without effect here", withoutEffect(input, sources)],
    ["Single figures", singleFigures(input, sources)],
    ["The scenario", about(input, sources)],
  ];
  figures.push(
    ["Sources", sources.list()],
    ["Cells of the study", cells.list()],
    ["To run it again", lastLines(input)],
  );
  return figures.map(([title, content]) => ({ title, content }));
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
