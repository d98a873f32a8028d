/**
 * The whole report, with its maps: fetched when a study is complete. Coverage comes along: both need the
 * outlines of countries, and a piece of the engine that they shared would be fetched by the gallery.
 */
import { type ReportMaterial, reportHtml, reportInput, reportSections } from "@pavise/report";
import type { AnswerSection } from "./message.ts";

export { coverageFiles, coverageTold, footprintTold } from "./coverage-answers.ts";

/** Every part of a report as markup, without what reproduces it: the link does that here. */
export function wholeSections(material: ReportMaterial): AnswerSection[] {
  return reportSections(reportInput(material)).map(({ title, content }) => ({
    title,
    markup: content.text,
  }));
}

/** The report as the text of an HTML file: the bytes that the command line writes. */
export function wholeReport(material: ReportMaterial): string {
  return reportHtml(reportInput(material));
}
