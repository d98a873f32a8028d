/** Which night is on the stage: a defence, and the best, the median, the worst, or a number. */

import type { NightChoice, NightRank } from "@pavise/lab";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import type { NightRequest } from "../replay/night-request.ts";
import type { Replay } from "../replay/replay.ts";
import { laterTexts } from "../texts/later-texts.ts";

const words = laterTexts.timeline;
const CHOICES: readonly NightChoice[] = ["best", "median", "worst"];
const NUMBER_MAX = 2 ** 31 - 1;

/** Where the choices fall among the nights of a study. */
export interface CountedStudy {
  readonly ranks: Readonly<Record<NightChoice, NightRank>>;
  /** Nights played of each draw. */
  readonly replications: number;
}

export interface NightPickerProps {
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly option: string;
  readonly request: NightRequest;
  /** What the study counted of the option; null until it is known. */
  readonly counted: CountedStudy | null;
  readonly replay: Replay | null;
  readonly rank: NightRank | null;
  readonly choose: (option: string, request: NightRequest) => void;
}

export function NightPicker(props: NightPickerProps): ReactNode {
  const { options, option, request, counted, replay, rank, choose } = props;
  const titles = useId();
  return (
    <div className="picker">
      <label>
        <span id={titles}>{words.option}</span>
        <select
          value={option}
          onChange={(event) => {
            // The same night: the same raid and the same luck, against another defence.
            const again = replay === null ? request : numberOf(replay);
            choose(event.target.value, again);
          }}
        >
          {options.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <fieldset title={counted === null ? words.choicesWait : undefined}>
        <legend>{words.night}</legend>
        {CHOICES.map((choice) => (
          <button
            key={choice}
            type="button"
            disabled={counted === null}
            aria-pressed={request.kind === "choice" && request.choice === choice}
            title={words.choiceHelp[choice]}
            onClick={() => {
              if (counted === null) return;
              const { ranks, replications } = counted;
              choose(option, { kind: "choice", choice, rank: ranks[choice], replications });
            }}
          >
            {words.choices[choice]}
          </button>
        ))}
      </fieldset>
      <NightNumber
        key={`${replay?.address.draw} ${replay?.address.replication}`}
        replay={replay}
        choose={(draw, replication) => choose(option, { kind: "number", draw, replication })}
      />
      {replay === null ? null : <NightFacts replay={replay} rank={rank} />}
    </div>
  );
}

function numberOf({ address: { draw, replication } }: Replay): NightRequest {
  return { kind: "number", draw, replication };
}

function NightNumber({
  replay,
  choose,
}: {
  replay: Replay | null;
  choose: (draw: number, replication: number) => void;
}): ReactNode {
  const [draw, setDraw] = useState(String(replay?.address.draw ?? 0));
  const [replication, setReplication] = useState(String(replay?.address.replication ?? 0));
  const isWhole = (text: string): boolean => /^\d{1,10}$/.test(text) && Number(text) <= NUMBER_MAX;
  const isValid = isWhole(draw) && isWhole(replication);
  const show = (event: FormEvent): void => {
    event.preventDefault();
    if (isValid) choose(Number(draw), Number(replication));
  };
  const field = (name: string, value: string, change: (text: string) => void): ReactNode => (
    <label>
      <span>{name}</span>
      <input
        inputMode="numeric"
        value={value}
        aria-invalid={!isWhole(value)}
        title={isWhole(value) ? undefined : words.invalidNumber(NUMBER_MAX)}
        onChange={(event) => change(event.target.value.trim())}
      />
    </label>
  );
  return (
    <form className="night-number" onSubmit={show}>
      {field(words.draw, draw, setDraw)}
      {field(words.replication, replication, setReplication)}
      <button type="submit" disabled={!isValid}>
        {words.show}
      </button>
    </form>
  );
}

function NightFacts({ replay, rank }: { replay: Replay; rank: NightRank | null }): ReactNode {
  const { address, counted, hash } = replay;
  const { arrived, intercepted, failed } = counted.fates;
  return (
    <p className="night-facts" role="status">
      <strong>{words.told(arrived, counted.launched)}</strong>
      <span>{words.counted(intercepted, failed, counted.rounds)}</span>
      <span>{words.address(address.draw, address.replication)}</span>
      {rank === null ? null : <span>{words.rank(rank.fewer, rank.equal, rank.nights)}</span>}
      <span className="hash">{words.journal(hash)}</span>
    </p>
  );
}
