/** The view `coverage`: where a defence sees and reaches, and why an asset is not covered. */

import type { StudySource } from "@pavise/lab";
import { type ReactNode, useMemo } from "react";
import type { CoverageAsks, EngineFault, ScenarioNotes } from "../engine/message.ts";
import { COVERAGE_HEIGHTS, emptyState } from "../state/lab-state.ts";
import { labStore } from "../state/lab-store.ts";
import { useStore } from "../state/store.ts";
import { sourceOf, studyStore } from "../state/study-store.ts";
import { laterTexts } from "../texts/later-texts.ts";
import { Controls, HeightSlider } from "./controls.tsx";
import { FIRST_RCS, shownOf, type ToldProps } from "./coverage-choice.ts";
import { CoverageHead } from "./coverage-head.tsx";
import { CoverageMapPart } from "./coverage-map-part.tsx";
import { Downloads } from "./downloads.tsx";
import { FootprintPart } from "./footprint-part.tsx";
import { HeightTable } from "./height-table.tsx";
import { useAsked } from "./use-asked.ts";
import { WhyPart } from "./why-part.tsx";
import "./coverage.css";

const words = laterTexts.coverage;

export default function CoverageView(): ReactNode {
  const { scenario, options, seed, sets } = useStore(labStore);
  const { notes, fault } = useStore(studyStore);
  const source = useMemo(
    () => sourceOf({ ...emptyState, scenario, options, seed, sets }),
    [scenario, options, seed, sets],
  );
  if (source === null || notes === null) {
    return fault === null ? (
      <p className="waiting view-wait">{words.loading}</p>
    ) : (
      <Failed fault={fault} again={null} />
    );
  }
  if (notes.world === "flat") return <Nothing told={words.flat} help={words.flatHelp} />;
  return <Coverage source={source} notes={notes} />;
}

function Nothing({ told, help }: { told: string; help: string }): ReactNode {
  return (
    <div className="coverage-note">
      <p>{told}</p>
      <p>{help}</p>
    </div>
  );
}

function Failed({ fault, again }: { fault: EngineFault; again: (() => void) | null }): ReactNode {
  return (
    <div className="coverage-note" role="alert">
      <p>{words.failed}</p>
      <p className="reason">{fault.message}</p>
      {again === null ? null : (
        <button type="button" onClick={again}>
          {words.retry}
        </button>
      )}
    </div>
  );
}

interface CoverageProps {
  readonly source: StudySource;
  readonly notes: ScenarioNotes;
}

function Coverage({ source, notes }: CoverageProps): ReactNode {
  const { coverage: choice, options: played } = useStore(labStore);
  const options = notes.options.filter(({ id }) => played?.includes(id) ?? true);
  const { option, ground, rcs } = choice;
  const asks: CoverageAsks = {
    source: ground === null ? source : { ...source, terrain: ground },
    option,
    rcs: rcs ?? FIRST_RCS,
    heights: COVERAGE_HEIGHTS,
  };
  const asked = useAsked("coverage", asks);
  const told = asked.says;
  const parts = { options, asks, source };
  return (
    <div className="coverage" aria-busy={asked.isAsking}>
      <h1 className="unseen">{notes.title}</h1>
      <Controls options={options} option={option} told={told} isAsking={asked.isAsking} />
      {asked.fault === null ? null : <NoCoverage fault={asked.fault} again={asked.again} />}
      {told === null && asked.fault === null ? (
        <p className="coverage-note waiting" role="status">
          {words.loading}
        </p>
      ) : null}
      {told === null || asked.fault !== null ? null : <Told {...parts} told={told} />}
    </div>
  );
}

/** A defence without anything is no fault: it covers nothing. */
function NoCoverage({ fault, again }: { fault: EngineFault; again: () => void }): ReactNode {
  if (fault.place === "coverage" && fault.got === "neither") {
    return <Nothing told={words.unarmed} help={words.unarmedHelp} />;
  }
  return <Failed fault={fault} again={again} />;
}

function Told(props: ToldProps): ReactNode {
  const { asks, told } = props;
  const { coverage: choice } = useStore(labStore);
  const shown = shownOf(choice, told);
  const other = shown.ground === "smooth" ? "coarse" : "smooth";
  const chosen = { ...asks, option: told.option };
  const otherAsks = { ...chosen, source: { ...asks.source, terrain: other } as const };
  const beside = useAsked("coverage", otherAsks);
  const unit = told.units.find(({ id }) => id === choice.unit) ?? null;
  const { against } = shown;
  const isDrawn = unit !== null && against !== null;
  const footprint = useAsked("footprint", isDrawn ? { ...asks, unit: unit.id, against } : null);
  const besideLayers = beside.says?.coverage.layers ?? null;
  return (
    <div className="coverage-body">
      <div className="coverage-main">
        <CoverageMapPart
          {...{ told, shown, unit }}
          options={props.options}
          beside={besideLayers}
          footprint={footprint.says}
        />
        <HeightSlider height={shown.height} />
      </div>
      <div className="coverage-side">
        <CoverageHead told={told} shown={shown} />
        <HeightTable told={told} shown={shown} beside={beside} />
        <FootprintPart told={told} shown={shown} unit={unit} footprint={footprint} />
        <WhyPart {...props} shown={shown} />
        <Downloads asks={chosen} />
      </div>
    </div>
  );
}
