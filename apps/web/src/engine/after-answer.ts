/**
 * What the engine is asked once a study is complete: the whole report with its maps, its tables, and what
 * the views beside the answer need. One piece, fetched then: parts that shared code of the engine would
 * move it into pieces that the gallery fetches.
 */
import { answerTables, type StudyAnswer } from "@pavise/lab";
import { type ReportMaterial, reportHtml, reportInput, reportSections } from "@pavise/report";
import type { AnswerSection } from "./message.ts";

export { toldNight } from "../replay/night-request.ts";
export { coverageFiles, coverageTold, footprintTold } from "./coverage-answers.ts";
export { deskOf, formGuide } from "./desk-from.ts";
export { toldReasons } from "./reasons-told.ts";

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

/** A table that a report has beside it, by the name of its file: `pairs.csv`. */
export function studyTable(answer: StudyAnswer, name: string): string {
  const tables = [{ name: "outcomes", csv: answer.outcomesCsv }, ...answerTables(answer)];
  const found = tables.find((table) => `${table.name}.csv` === name);
  if (found === undefined) throw new Error(`the study has no table ${name}`);
  return found.csv;
}
