/** The defended footprint of one fire unit, chosen from a list. */

import { heightWords } from "@pavise/lab";
import type { ReactNode } from "react";
import type { CoverageTold } from "../engine/message.ts";
import { COVERAGE_HEIGHTS } from "../state/lab-state.ts";
import { laterTexts } from "../texts/later-texts.ts";
import { choose, layerAt, type Shown } from "./coverage-choice.ts";
import type { Asked } from "./use-asked.ts";

const words = laterTexts.coverage;

interface FootprintPartProps {
  readonly told: CoverageTold;
  readonly shown: Shown;
  readonly unit: CoverageTold["units"][number] | null;
  readonly footprint: Asked<"footprint">;
}

export function FootprintPart(props: FootprintPartProps): ReactNode {
  const { told, unit } = props;
  if (told.units.length === 0) return null;
  return (
    <section aria-busy={props.footprint.isAsking}>
      <h2>{words.footprint}</h2>
      <label className="field">
        <span>{words.footprintUnit}</span>
        <select
          value={unit?.id ?? ""}
          onChange={(event) => choose({ unit: event.currentTarget.value || null })}
        >
          <option value="">{words.footprintNone}</option>
          {told.units.map(({ id, name }) => (
            <option key={id} value={id}>
              {words.unitOf(name, id)}
            </option>
          ))}
        </select>
      </label>
      <p className="small">{words.footprintHelp}</p>
      {unit === null ? null : <UnderIt {...props} unit={unit} />}
    </section>
  );
}

/** Which assets stand inside. */
function UnderIt({
  told,
  shown: { height, against },
  unit,
  footprint,
}: FootprintPartProps & { readonly unit: CoverageTold["units"][number] }): ReactNode {
  if (footprint.fault !== null) return <p role="alert">{footprint.fault.message}</p>;
  if (against === null) return <p className="note">{words.footprintOnlySeen}</p>;
  if (footprint.says === null) return <p className="note waiting">{words.footprintLoading}</p>;
  const layer = layerAt(footprint.says, height, against);
  const row = COVERAGE_HEIGHTS.indexOf(height);
  const isUnder = (asset: string): boolean => {
    const cover = told.cover.find((each) => each.asset === asset);
    const reached = cover?.reached.find((each) => each.class === against);
    return reached?.units[row]?.includes(unit.id) ?? false;
  };
  return (
    <>
      {unit.isOut ? <p className="note">{words.out}</p> : null}
      {layer === undefined || layer.areaKm2 === 0 ? (
        <p>{words.footprintEmpty(against, heightWords(height))}</p>
      ) : (
        <ul className="under">
          {told.assets.map(({ id, name }) => (
            <li key={id} data-asset={id}>
              {words.footprintAsset(name, isUnder(id))}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
