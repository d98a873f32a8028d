/** Coverage by height, and beside it the same over the other ground. */

import { equivalentRadius, heightWords } from "@pavise/lab";
import type { ReactNode } from "react";
import type { CoverageTold } from "../engine/message.ts";
import { COVERAGE_HEIGHTS } from "../state/lab-state.ts";
import { laterTexts } from "../texts/later-texts.ts";
import { choose, layerAt, type Shown } from "./coverage-choice.ts";
import { figureOf } from "./coverage-head.tsx";
import type { Asked } from "./use-asked.ts";

const words = laterTexts.coverage;

interface HeightTableProps {
  readonly told: CoverageTold;
  readonly shown: Shown;
  readonly beside: Asked<"coverage">;
}

export function HeightTable({ told, shown, beside }: HeightTableProps): ReactNode {
  const { layers, regions } = told.coverage;
  const { against, ground } = shown;
  const other = ground === "smooth" ? "coarse" : "smooth";
  const head = words.tableHead;
  const isBeside = beside.fault === null;
  return (
    <section>
      <h2>{words.table}</h2>
      <table className="by-height">
        <thead>
          <tr>
            <th scope="col">{head.height}</th>
            <th scope="col">{head.seen}</th>
            {against === null ? null : <th scope="col">{head.reached}</th>}
            <th scope="col">{head.radius}</th>
            {isBeside ? (
              <th scope="col">{against === null ? head.besideSeen(other) : head.beside(other)}</th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {COVERAGE_HEIGHTS.map((height) => {
            const main = layerAt(layers, height, against);
            const besideLayer =
              beside.says === null
                ? undefined
                : layerAt(beside.says.coverage.layers, height, against);
            const isChosen = height === shown.height;
            const name = heightWords(height);
            return (
              <tr
                key={height}
                className={isChosen ? "chosen" : undefined}
                data-height={height}
                data-km2={roundedKm2(main)}
              >
                <th scope="row">
                  <button
                    type="button"
                    className="plain height-name"
                    aria-pressed={isChosen}
                    title={words.showHeight(name)}
                    onClick={() => choose({ height })}
                  >
                    {name}
                  </button>
                </th>
                <td>{figureOf(layerAt(layers, height, null))}</td>
                {against === null ? null : <td>{figureOf(main)}</td>}
                <td>{radiusOf(main)}</td>
                {isBeside ? (
                  <td>{beside.says === null ? words.waiting : figureOf(besideLayer)}</td>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="note">{words.tableNote(regions[0]?.title ?? null)}</p>
      {isBeside ? null : (
        <p className="note">{words.besideUnknown(other, beside.fault?.message ?? "")}</p>
      )}
    </section>
  );
}

function roundedKm2(layer: ReturnType<typeof layerAt>): number | undefined {
  return layer === undefined ? undefined : Math.round(layer.areaKm2);
}

function radiusOf(layer: ReturnType<typeof layerAt>): string {
  if (layer === undefined || layer.areaKm2 === 0) return "–";
  return (equivalentRadius(layer) / 1000).toFixed(0);
}
