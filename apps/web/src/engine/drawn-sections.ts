/** The parts of a report as markup, drawn beside the page so that the page never waits. */
import { answerFigures, type ReportMaterial, reportInput } from "@pavise/report";
import type { AnswerSection } from "./message.ts";
import { programIdentity } from "./program.ts";

type Material = Omit<ReportMaterial, "identity">;

/** The first figure alone, or everything a report has. */
export async function drawnSections(
  material: Material,
  isFigure: boolean,
): Promise<AnswerSection[]> {
  const whole = { ...material, identity: programIdentity };
  if (isFigure) {
    return answerFigures(reportInput(whole)).map(({ title, content }) => ({
      title,
      markup: content.text,
    }));
  }
  const { wholeSections } = await import("./after-answer.ts");
  return wholeSections(whole);
}
