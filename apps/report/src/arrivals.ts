/** The first figure of a report: what arrives under each option. */

import { halfWidth, type Quantity, roundedText, widthText } from "@pavise/lab";
import type { ReportInput } from "./input.ts";
import { html, type Markup } from "./markup.ts";
import { rangeFigure } from "./range-figure.ts";

/** A mean and the width to bet on: `4.2 (0 to 9)`. */
export function quantityText({ mean, both }: Quantity): string {
  return `${roundedText(mean, halfWidth(both))} (${widthText(both)})`;
}

/** `16 threats fired`, or `13 to 22 threats fired`. */
export function firedText({ answer: { launched } }: ReportInput): string {
  const [least, most] = launched;
  if (least === most) return `${most} ${most === 1 ? "threat" : "threats"} fired`;
  return `${least} to ${most} threats fired`;
}

const BY_CONSTRUCTION = "Repeats the record by construction; see the honest check.";

/** Figure, and the three widths said once. */
export function arrivalsFigure(input: ReportInput): Markup {
  const { answer, options, recorded } = input;
  const notes = new Map(options.map(({ id, note }) => [id, note]));
  const figure = rangeFigure({
    id: "arrivals",
    title: "What arrives under each option",
    most: answer.launched[1],
    axis: `threats that arrive in a night, of ${firedText(input)}`,
    ...(recorded?.arrivals.total === undefined ? {} : { recorded: recorded.arrivals.total }),
    isNamed: true,
    rows: answer.summary.options.map(({ id, title, arrivals: { total } }) => {
      const note = [id === input.checkedOption ? BY_CONSTRUCTION : "", notes.get(id) ?? ""]
        .join(" ")
        .trim();
      const likely = answer.likelyArrivals[id];
      return {
        title,
        figures: quantityText(total),
        ...(note === "" ? {} : { note }),
        both: total.both,
        ignorance: total.ignorance,
        ...(likely === undefined ? {} : { likely }),
        nights: answer.nights[id] ?? [],
      };
    }),
  });
  return html`<figure aria-label="What arrives under each option">${figure}<figcaption>
<p>Each dot is one night of a hundred: <em>luck</em> is what would still differ from night to night if
every number were known, and <em>ignorance</em> (the thick bar) is how far the average night moves with
the numbers that nobody published. The thin line holds <em>both</em> and is the one to bet on: eight nights
of ten fall on it.</p></figcaption></figure>`;
}
