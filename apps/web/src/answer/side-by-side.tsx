import {
  halfWidth,
  moneyText,
  moneyWidthText,
  type OptionSummary,
  percentText,
  reasonText,
  roundedText,
  type StudyAnswer,
  widthText,
} from "@pavise/lab";
import { type ReactNode, useState } from "react";
import type { ScenarioNotes } from "../engine/message.ts";
import { texts } from "../texts/texts.ts";

/** More than this many columns are no longer taken in at a glance. */
const COLUMNS_MAX = 4;

/** What a cell says: a figure, and what stands smaller below it. */
type Said = readonly [string, string];

interface Line {
  readonly name: string;
  readonly of: (option: OptionSummary) => Said;
}

export interface SideBySideProps {
  readonly answer: StudyAnswer;
  readonly notes: ScenarioNotes | null;
}

/** Up to four options beside one another, each chosen in the head of its column. */
export function SideBySide({ answer, notes }: SideBySideProps): ReactNode {
  const { options } = answer.summary;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  if (options.length < 2) return null;
  const words = texts.answer.beside;
  const columns = columnsOf(options, chosen);
  const put = (column: number, id: string): void => {
    const before = columns.map((option) => option.id);
    // An option that is chosen twice changes places with the one it takes the column of.
    setChosen(before.map((each, k) => (k === column ? id : each === id ? before[column]! : each)));
  };
  return (
    <section>
      <h2>{words.heading}</h2>
      <div className="wide">
        <table className="beside">
          <thead>
            <tr>
              <th scope="col">
                <span className="unseen">{words.quantity}</span>
              </th>
              {columns.map((option, column) => (
                <th key={option.id} scope="col">
                  <Head {...{ options, option, column, put }} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {linesOf(notes?.assets ?? [], columns[0]!).map(({ name, of }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {columns.map((option) => {
                  const [figure, below] = of(option);
                  return (
                    <td key={option.id}>
                      {figure}
                      {below === "" ? null : <span className="grey">{below}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="note grey">{words.note}</p>
    </section>
  );
}

/** Those that were chosen and are still played, then the first of the others. */
function columnsOf(
  options: readonly OptionSummary[],
  chosen: readonly string[],
): readonly OptionSummary[] {
  const wanted = chosen.flatMap((id) => options.filter((option) => option.id === id));
  const others = options.filter((option) => !wanted.includes(option));
  return [...wanted, ...others].slice(0, COLUMNS_MAX);
}

interface HeadProps {
  readonly options: readonly OptionSummary[];
  readonly option: OptionSummary;
  readonly column: number;
  readonly put: (column: number, id: string) => void;
}

/** The title; a list of all where there are more than columns. */
function Head({ options, option, column, put }: HeadProps): ReactNode {
  if (options.length <= COLUMNS_MAX) return option.title;
  return (
    // The list lies over the title, which it would cut short.
    <div className="chosen">
      <span aria-hidden="true">{option.title}</span>
      <select
        aria-label={texts.answer.beside.column(column + 1)}
        value={option.id}
        onChange={(event) => put(column, event.currentTarget.value)}
      >
        {options.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

function linesOf(assets: ScenarioNotes["assets"], first: OptionSummary): readonly Line[] {
  const words = texts.answer.beside;
  return [
    { name: words.arrive, of: (option) => count(option.arrivals.total) },
    ...(assets.length < 2 || assets.length > COLUMNS_MAX ? [] : assets).map(({ id, title }) => ({
      name: words.at(title),
      of: (option: OptionSummary) => count(option.arrivals[id]!),
    })),
    {
      name: words.nothing,
      of: ({ nothingArrives: { mean, ignorance } }) => [
        percentText(mean),
        ignorance[0] === ignorance[1] ? "" : ignorance.map(percentText).join(words.to),
      ],
    },
    { name: words.against(first.title), of: (option) => difference(option, first) },
    { name: words.rounds, of: (option) => count(option.roundsSpent) },
    {
      name: words.spent,
      of: ({ costSpent_usd: { defence } }) => [
        moneyText(defence.mean, halfWidth(defence.both)),
        defence.both[0] === defence.both[1] ? "" : moneyWidthText(defence.both),
      ],
    },
    {
      name: words.fielded,
      of: ({ costFielded_usd: { mean, ignorance }, roundsFielded }) => [
        moneyText(mean, halfWidth(ignorance)),
        words.loaded(roundedText(roundsFielded.mean, 0)),
      ],
    },
    {
      name: words.limited,
      of: ({ limits }) => {
        const most = limits.toSorted((a, b) => b.share - a.share)[0];
        return most === undefined
          ? [words.none, ""]
          : [reasonText(most.reason), percentText(most.share)];
      },
    },
  ];
}

function count({ mean, both }: OptionSummary["roundsSpent"]): Said {
  return [roundedText(mean, halfWidth(both)), both[0] === both[1] ? "" : widthText(both)];
}

/** Arrivals less those of the first column, on the same luck. */
function difference(option: OptionSummary, first: OptionSummary): Said {
  const words = texts.answer.beside;
  const found = option.difference[first.id];
  if (found === undefined) return [words.none, ""];
  const { arrivals, verdict } = found;
  const text = roundedText(arrivals.mean, halfWidth(arrivals.both));
  return [arrivals.mean > 0 ? `+${text}` : text, words.verdicts[verdict]];
}
