/** The same asset under every other defence of the scenario, on the same nights. */

import { shareWords } from "@pavise/lab";
import type { ReactNode } from "react";
import type { ScenarioNotes } from "../engine/message.ts";
import { laterTexts } from "../texts/later-texts.ts";
import { chooseOption } from "./coverage-choice.ts";
import { type AskedAsset, isTold, perNight, type ReasonsByOption } from "./use-reasons.ts";

const words = laterTexts.coverage;

interface OtherDefencesProps {
  readonly options: ScenarioNotes["options"];
  readonly reasons: ReasonsByOption;
  readonly asset: AskedAsset;
  /** Id of the option that is looked at. */
  readonly shown: string;
}

export function OtherDefences({ options, reasons, asset, shown }: OtherDefencesProps): ReactNode {
  const others = options.filter(({ id }) => id !== shown);
  if (others.length === 0) return null;
  return (
    <>
      <h3>{words.others}</h3>
      <table className="others">
        <thead>
          <tr>
            <th scope="col">{words.otherHead.option}</th>
            <th scope="col">{words.otherHead.arrivals}</th>
            <th scope="col">{words.otherHead.reason}</th>
          </tr>
        </thead>
        <tbody>
          {others.map(({ id, title }) => (
            <tr key={id} data-option={id}>
              <th scope="row">
                <button type="button" className="plain" onClick={() => chooseOption(id)}>
                  {title}
                </button>
              </th>
              <OtherCells each={reasons.get(id)} asset={asset} />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function OtherCells({
  each,
  asset,
}: {
  each: ReturnType<ReasonsByOption["get"]>;
  asset: AskedAsset;
}): ReactNode {
  if (each === undefined) return <td colSpan={2}>{words.waiting}</td>;
  if (!isTold(each)) return <td colSpan={2}>{words.reasonsFailed(each.message)}</td>;
  const here = each.assets.find((one) => one.asset === asset.id);
  const [first] = here?.limits ?? [];
  if (here === undefined || first === undefined) return <td colSpan={2}>{words.nothing}</td>;
  const reason = first.reason;
  const name = reason === "shots-missed" ? words.states.engaged : shortReason(reason);
  return (
    <>
      <td>{perNight(here.arrivals, each.nights)}</td>
      <td>{words.listed(shareWords(first.count / here.arrivals), name)}</td>
    </>
  );
}

type Reason = keyof typeof words.reasons;

function shortReason(reason: Exclude<Reason, "shots-missed">): string {
  return reason === "no-fire-unit" ? words.noUnit : words.states[reason];
}
