import { halfWidth, roundedText, type StudyAnswer, widthText } from "@pavise/lab";
import type { ReactNode } from "react";

const BAR_WIDTH = 96;

/** A row per option: a thin line for both widths, a thick bar for ignorance, a tick for the mean. */
export function CardFigure({ answer }: { answer: StudyAnswer }): ReactNode {
  const most = Math.max(1, answer.launched[1]);
  const x = (value: number): number => Math.round((value / most) * (BAR_WIDTH - 8) * 10) / 10 + 4;
  return (
    <table className="card-figure">
      <tbody>
        {answer.summary.options.map(({ id, title, arrivals: { total } }) => (
          <tr key={id}>
            <th scope="row">{title}</th>
            <td>
              <svg width={BAR_WIDTH} height={14} viewBox={`0 0 ${BAR_WIDTH} 14`} aria-hidden="true">
                <path className="axis" d={`M4 13.5H${BAR_WIDTH - 4}`} />
                <path className="both" d={`M${x(total.both[0])} 7H${x(total.both[1])}`} />
                <rect
                  className="bar"
                  x={x(total.ignorance[0])}
                  y={4}
                  width={Math.max(1.5, x(total.ignorance[1]) - x(total.ignorance[0]))}
                  height={6}
                />
                <path className="mean" d={`M${x(total.mean)} 1V13`} />
              </svg>
            </td>
            <td className="number">
              {roundedText(total.mean, halfWidth(total.both))}
              <span className="grey"> {`(${widthText(total.both)})`}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
