/** What a study file asked beside the study: sweeps over values, and goals. */
import {
  goalWords,
  halfWidth,
  pathText,
  percentText,
  roundedText,
  type SweepFinding,
  type SweepOption,
  sweepValueText,
  widthText,
} from "@pavise/lab";
import type { ReportInput } from "./input.ts";
import { html, type Markup, prose } from "./markup.ts";

/** Null where no study file asked for anything. */
export function asked({ answer }: ReportInput): Markup | null {
  const { sweeps = [], goals = [], summary } = answer;
  if (sweeps.length === 0 && goals.length === 0) return null;
  const titles = new Map(summary.options.map(({ id, title }) => [id, title]));
  const titled = (id: string): string => titles.get(id) ?? id;
  return html`${goals.length === 0 ? null : goalList()}${sweeps.map((each, index) =>
    sweepSection(each, index, titled),
  )}`;

  function goalList(): Markup {
    return html`<ul>${goals.map(
      (goal) => html`<li>${prose(goalWords(goal, titled(goal.asked.option)).join(" "))}</li>`,
    )}</ul>
<p class="small grey">Found by playing the same draws and the same luck at every value that was tried. What “the runs
say” is where the 90 % precision interval lets the value be. Data: <a href="goals.csv">goals.csv</a>.</p>`;
  }
}

function sweepSection(
  { paths, cells, draws, replications }: SweepFinding,
  index: number,
  titled: (id: string) => string,
): Markup {
  const name = `sweep_${index + 1}.csv`;
  const columns = ["arrive", "eight nights of ten", "nothing arrives in", "rounds"];
  return html`<table class="figures sweep"><caption>${capital(paths.map(pathText).join(", by "))}: what
arrives</caption><thead><tr><th scope="col" class="words">value</th><th scope="col" class="words">option</th>${columns.map(
    (title) => html`<th scope="col">${title}</th>`,
  )}</tr></thead>${cells.map(
    ({ values, options }) =>
      html`<tbody>${options.map((option, at) => sweepRow(option, at === 0 ? values : [], titled))}</tbody>`,
  )}</table>
<p class="small grey">Each value was played in draws 1 to ${String(draws)} of the study, ${String(replications)} nights
each, on the same luck. Widths and errors: <a href="${name}">${name}</a>.</p>`;
}

function sweepRow(
  { id, arrivals, roundsSpent, nothingArrives }: SweepOption,
  values: SweepFinding["cells"][number]["values"],
  titled: (id: string) => string,
): Markup {
  const numbers = [
    roundedText(arrivals.mean, halfWidth(arrivals.both)),
    widthText(arrivals.both),
    percentText(nothingArrives.mean),
    roundedText(roundsSpent.mean, halfWidth(roundsSpent.both)),
  ];
  return html`<tr><th scope="row">${values.map(sweepValueText).join(" · ")}</th><td class="words">${titled(id)}</td>${numbers.map(
    (text) => html`<td>${prose(text)}</td>`,
  )}</tr>`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
