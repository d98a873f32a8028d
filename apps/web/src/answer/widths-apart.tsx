import { type Interval, roundedText, type StudyAnswer, widthText } from "@pavise/lab";
import type { ReactNode } from "react";
import { texts } from "../texts/texts.ts";

const WIDTH = 152;
const HEIGHT = 16;
const EDGE = 4;
const KINDS = ["luck", "ignorance", "both"] as const;

/** Each width of the arrivals by itself, on one scale: a column a width, a row an option. */
export function WidthsApart({ answer }: { answer: StudyAnswer }): ReactNode {
  const words = texts.answer.widths;
  const most = Math.max(1, answer.launched[1]);
  const x = (value: number): number => EDGE + ((WIDTH - 2 * EDGE) * value) / most;
  return (
    <section>
      <h2>{words.heading}</h2>
      <p>{words.intro}</p>
      <div className="wide">
        <table className="widths">
          <thead>
            <tr>
              <th scope="col">
                <span className="unseen">{words.option}</span>
              </th>
              {KINDS.map((kind) => (
                <th key={kind} scope="col">
                  <strong>{words.kinds[kind].name}</strong>
                  <span className="grey">{words.kinds[kind].says}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.summary.options.map(({ id, title, arrivals: { total } }) => (
              <tr key={id}>
                <th scope="row">
                  {title}
                  <span className="grey">
                    {words.mean(
                      roundedText(total.mean, total.precision),
                      roundedText(total.precision, total.precision),
                    )}
                  </span>
                </th>
                {KINDS.map((kind) => (
                  <td key={kind}>
                    <Band kind={kind} width={total[kind]} x={x} />
                    {widthText(total[kind])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="note grey">{words.scale(most)}</p>
    </section>
  );
}

interface BandProps {
  readonly kind: (typeof KINDS)[number];
  readonly width: Interval;
  readonly x: (value: number) => number;
}

/** Dots for luck, a bar for ignorance, a line for both: as in the figure above. */
function Band({ kind, width: [lower, upper], x }: BandProps): ReactNode {
  const [from, to] = [x(lower), Math.max(x(upper), x(lower) + 1.5)];
  const middle = HEIGHT / 2 - 1;
  return (
    <svg
      className={`band ${kind}`}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
    >
      <path className="axis" d={`M${EDGE} ${HEIGHT - 0.5}H${WIDTH - EDGE}`} />
      {kind === "ignorance" ? (
        <rect className="bar" x={from} y={middle - 4} width={to - from} height={8} />
      ) : (
        <path className="line" d={`M${from} ${middle}H${to}`} />
      )}
    </svg>
  );
}
