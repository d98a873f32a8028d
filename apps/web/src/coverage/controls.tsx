/** Which defence, against what, over which ground, at which height. */

import { heightWords } from "@pavise/lab";
import { type ReactNode, useId } from "react";
import type { CoverageTold, ScenarioNotes } from "../engine/message.ts";
import { COVERAGE_GROUNDS, COVERAGE_HEIGHTS, COVERAGE_RCS } from "../state/lab-state.ts";
import { labStore } from "../state/lab-store.ts";
import { useStore } from "../state/store.ts";
import { laterTexts } from "../texts/later-texts.ts";
import { choose, chooseOption, FIRST_RCS, shownOf } from "./coverage-choice.ts";

const words = laterTexts.coverage;

interface ControlsProps {
  readonly options: ScenarioNotes["options"];
  readonly option: string | null;
  readonly told: CoverageTold | null;
  readonly isAsking: boolean;
}

export function Controls({ options, option, told, isAsking }: ControlsProps): ReactNode {
  const { coverage: choice } = useStore(labStore);
  return (
    <section className="coverage-controls" aria-label={words.controls}>
      <label>
        <span>{words.option}</span>
        <select
          value={option ?? told?.option ?? ""}
          onChange={(event) => chooseOption(event.currentTarget.value)}
        >
          {options.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {told === null ? null : <LayerField told={told} />}
      <label>
        <span>{words.rcs}</span>
        <select
          value={choice.rcs ?? FIRST_RCS}
          onChange={(event) => choose({ rcs: Number(event.currentTarget.value) })}
        >
          {COVERAGE_RCS.map((rcs) => (
            <option key={rcs} value={rcs}>
              {words.rcsOf(rcs)}
            </option>
          ))}
        </select>
      </label>
      {told === null ? null : (
        <fieldset>
          <legend>{words.ground}</legend>
          {COVERAGE_GROUNDS.map((ground) => (
            <button
              key={ground}
              type="button"
              aria-pressed={(choice.ground ?? told.ground) === ground}
              onClick={() => choose({ ground })}
            >
              {words.grounds[ground]}
            </button>
          ))}
        </fieldset>
      )}
      <span className="grey" role="status">
        {told !== null && isAsking ? words.loadingNext : ""}
      </span>
    </section>
  );
}

function LayerField({ told }: { told: CoverageTold }): ReactNode {
  const { coverage: choice } = useStore(labStore);
  const { against } = shownOf(choice, told);
  const layers = [...told.classes, "seen"] as const;
  return (
    <label>
      <span>{words.layer}</span>
      <select
        value={against ?? "seen"}
        onChange={(event) => {
          const layer = layers.find((each) => each === event.currentTarget.value);
          if (layer !== undefined) choose({ layer });
        }}
      >
        {layers.map((layer) => {
          const name = words.layers[layer];
          const isInRaid = told.raid.some((each) => each === layer);
          return (
            <option key={layer} value={layer}>
              {isInRaid ? words.inRaid(name) : name}
            </option>
          );
        })}
      </select>
    </label>
  );
}

/** From height to height: they stand evenly on the line, for the low ones matter most. */
export function HeightSlider({ height }: { height: number }): ReactNode {
  const id = useId();
  const last = COVERAGE_HEIGHTS.length - 1;
  const index = COVERAGE_HEIGHTS.indexOf(height);
  return (
    <div className="coverage-height">
      <label htmlFor={id}>{words.height}</label>
      <div className="heights">
        <input
          id={id}
          type="range"
          min={0}
          max={last}
          step={1}
          value={index}
          title={words.heightHelp}
          aria-valuetext={heightWords(height)}
          onChange={(event) =>
            choose({ height: COVERAGE_HEIGHTS[Number(event.currentTarget.value)]! })
          }
        />
        <ol aria-hidden="true">
          {COVERAGE_HEIGHTS.map((each, k) => (
            <li
              key={each}
              className={each === height ? "chosen" : undefined}
              style={{ left: `${(100 * k) / last}%` }}
            >
              {heightWords(each)}
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
