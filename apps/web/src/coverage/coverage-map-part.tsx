/** The map of what is chosen, fetched with the map library. */

import { type CoverageLayer, heightWords } from "@pavise/lab";
import { lazy, type ReactNode, Suspense, useMemo } from "react";
import type { CoverageTold, ScenarioNotes } from "../engine/message.ts";
import type { CoverageScene } from "../stage/coverage-map.ts";
import { type CoverageOutline, outlineBounds } from "../stage/coverage-outlines.ts";
import { laterTexts } from "../texts/later-texts.ts";
import { layerAt, type Shown } from "./coverage-choice.ts";

const CoverageStage = lazy(() => import("../stage/coverage-stage.tsx"));
const words = laterTexts.coverage;

type Layers = readonly CoverageLayer[];

interface CoverageMapPartProps {
  readonly told: CoverageTold;
  readonly shown: Shown;
  readonly unit: CoverageTold["units"][number] | null;
  readonly options: ScenarioNotes["options"];
  readonly beside: Layers | null;
  readonly footprint: Layers | null;
}

export function CoverageMapPart(props: CoverageMapPartProps): ReactNode {
  const { told, shown, unit, options, beside, footprint } = props;
  const { height, against, ground } = shown;
  const scene = useMemo((): CoverageScene => {
    const outlines = outlinesOf(told, { height, against, ground }, unit, beside, footprint);
    return { standings: standingsOf(told), outlines, bounds: boundsOf(told) };
  }, [told, height, against, ground, unit, beside, footprint]);
  const title = options.find(({ id }) => id === told.option)?.title ?? told.option;
  return (
    <Suspense fallback={<p className="stage coverage-note">{laterTexts.stage.loadingMap}</p>}>
      <CoverageStage scene={scene} title={words.map(title, heightWords(height))} />
    </Suspense>
  );
}

function outlinesOf(
  { coverage }: CoverageTold,
  { height, against, ground }: Shown,
  unit: CoverageMapPartProps["unit"],
  beside: Layers | null,
  footprint: Layers | null,
): CoverageOutline[] {
  const name = heightWords(height);
  const outline = (kind: CoverageOutline["kind"], layers: Layers | null, label: string) => {
    const of = kind === "seen" ? null : against;
    const polygons = layers === null ? [] : (layerAt(layers, height, of)?.polygons ?? []);
    return { kind, label, polygons };
  };
  const other = ground === "smooth" ? "coarse" : "smooth";
  const own: CoverageOutline[] = [
    outline("seen", coverage.layers, words.seenLine(name, words.rcsOf(coverage.rcs))),
    outline("beside", beside, words.besideLine(other, against === null)),
  ];
  if (against === null) return own;
  own.push(outline("reached", coverage.layers, words.reachedLine(against, name)));
  if (unit !== null)
    own.push(outline("footprint", footprint, words.footprintLine(shortName(unit.name))));
  return own;
}

/** A name up to its first bracket: a map has little room. */
function shortName(name: string): string {
  return name.split(" (")[0]!;
}

/** Everything that is covered at any height: the camera need not move with the height. */
function boundsOf({ coverage, units, assets }: CoverageTold): CoverageScene["bounds"] {
  const polygons = coverage.layers.flatMap((layer) => layer.polygons);
  const places = [...units, ...assets].map(({ at }) => at);
  return outlineBounds(polygons, places) ?? [0, 0, 1, 1];
}

function standingsOf({ units, sensors, assets }: CoverageTold): CoverageScene["standings"] {
  return {
    assets: assets.map(({ id, name, at }) => ({ id, name, at: [...at, 0], arrivalRadius: 0 })),
    units: units.map(({ id, name, at, isOut }) => ({
      id,
      system: name,
      at: [...at, 0],
      reach: 0,
      outSeconds: isOut ? 0 : Number.POSITIVE_INFINITY,
      launchers: [],
    })),
    sensors: sensors.map(({ at, unit }, index) => {
      return { id: String(index), role: "acquisition", at: [...at, 0], unit };
    }),
  };
}
