/** "Why is this asset not covered?": what is reached above it, and what stopped the defence there. */

import { shareWords } from "@pavise/lab";
import { type ReactNode, useId } from "react";
import type { CoverageTold, ToldReasons } from "../engine/message.ts";
import { COVERAGE_HEIGHTS, type StudySize } from "../state/lab-state.ts";
import { labStore } from "../state/lab-store.ts";
import { useStore } from "../state/store.ts";
import { studyStore } from "../state/study-store.ts";
import { laterTexts } from "../texts/later-texts.ts";
import { choose, type Shown, type ToldProps } from "./coverage-choice.ts";
import { heightRuns } from "./height-runs.ts";
import { OtherDefences } from "./other-defences.tsx";
import {
  type AskedAsset,
  isTold,
  perNight,
  type ReasonsByOption,
  useReasons,
} from "./use-reasons.ts";

const words = laterTexts.coverage;

export function WhyPart({ options, source, told, shown }: ToldProps & { shown: Shown }): ReactNode {
  const { coverage: choice, size: wanted } = useStore(labStore);
  const { notes } = useStore(studyStore);
  const title = useId();
  const size: StudySize = wanted ?? notes?.size ?? { draws: 1, replications: 1 };
  const ids = options.map(({ id }) => id);
  const reasons = useReasons(source, size, ids, told.option);
  const asset = told.assets.find(({ id }) => id === choice.asset) ?? told.assets[0];
  if (asset === undefined) return null;
  return (
    <section className="why" aria-labelledby={title}>
      <h2 id={title}>{words.why}</h2>
      <label className="field">
        <span>{words.asset}</span>
        <select value={asset.id} onChange={(event) => choose({ asset: event.currentTarget.value })}>
          {told.assets.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Above told={told} shown={shown} asset={asset.id} />
      <Reasons told={told} size={size} reasons={reasons} asset={asset} />
      <OtherDefences {...{ options, reasons, asset }} shown={told.option} />
    </section>
  );
}

/** What the defence sees and reaches over it. */
function Above({
  told,
  shown: { against },
  asset,
}: {
  told: CoverageTold;
  shown: Shown;
  asset: string;
}): ReactNode {
  const cover = told.cover.find((each) => each.asset === asset);
  if (cover === undefined) return null;
  const { above } = words;
  const seen = heightRuns(COVERAGE_HEIGHTS, cover.seen);
  const units = cover.reached.find((each) => each.class === against)?.units ?? [];
  const isReached = units.map((there) => there.length > 0);
  const reached = heightRuns(COVERAGE_HEIGHTS, isReached);
  const engaged =
    against === null
      ? ""
      : reached === null
        ? above.notReached(against)
        : above.reached(against, reached);
  return (
    <p>
      {seen === null ? above.notSeen : above.seen(seen)} {engaged}
    </p>
  );
}

interface ReasonsProps {
  readonly told: CoverageTold;
  readonly size: StudySize;
  readonly reasons: ReasonsByOption;
  readonly asset: AskedAsset;
}

function Reasons({ told, size, reasons, asset }: ReasonsProps): ReactNode {
  const own = reasons.get(told.option);
  if (own === undefined) {
    return (
      <p className="waiting" role="status">
        {words.reasonsLoading}
      </p>
    );
  }
  if (!isTold(own)) return <p role="alert">{words.reasonsFailed(own.message)}</p>;
  const here = own.assets.find((each) => each.asset === asset.id);
  if (here === undefined) return null;
  const nights = own.nights.toLocaleString("en");
  if (here.arrivals === 0) return <p>{words.nothingArrived(asset.name, nights)}</p>;
  const { draws, replications } = own.played;
  const isAll = own.nights === size.draws * size.replications;
  return (
    <>
      <p>{words.arrived(perNight(here.arrivals, own.nights), asset.name)}</p>
      <table className="reasons">
        <thead className="unseen">
          <tr>
            <th scope="col">{words.share}</th>
            <th scope="col">{words.reason}</th>
            <th scope="col">{words.showNight}</th>
          </tr>
        </thead>
        <tbody>
          {here.limits.map(({ reason, count, night }) => (
            <tr key={reason} data-reason={reason} data-count={count}>
              <td className="figure-share">{shareWords(count / here.arrivals)}</td>
              <td>{words.reasons[reason]}</td>
              <td>
                <button
                  type="button"
                  className="plain"
                  aria-label={words.showNightOf(words.reasons[reason])}
                  onClick={() =>
                    labStore.change({ view: "stage", night: { option: told.option, ...night } })
                  }
                >
                  {words.showNight}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {here.units.length === 0 ? null : <UnitStates told={told} here={here} />}
      <p className="note">
        {isAll
          ? words.nightsAll(nights)
          : words.nightsSome(nights, draws, replications.toLocaleString("en"))}
      </p>
    </>
  );
}

/** Where the part of each unit in these arrivals ended. */
function UnitStates({
  told,
  here,
}: {
  told: CoverageTold;
  here: ToldReasons["assets"][number];
}): ReactNode {
  const nameOf = (id: string): string => told.units.find((each) => each.id === id)?.name ?? id;
  return (
    <>
      <h3>{words.unitsTitle}</h3>
      <table className="unit-states">
        <thead className="unseen">
          <tr>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.ended}</th>
          </tr>
        </thead>
        <tbody>
          {here.units.map(({ unit, states }) => (
            <tr key={unit} data-unit={unit}>
              <th scope="row">{words.unitOf(nameOf(unit), unit)}</th>
              <td>
                {states
                  .map(({ state, count }) =>
                    words.listed(shareWords(count / here.arrivals), words.states[state]),
                  )
                  .join(", ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
