/** Small maps, one per option with fire units: what each can reach, and what headlines say. */

import type { ReportInput, ReportMap, ReportUnit } from "../input.ts";
import { html, type Markup } from "../markup.ts";
import { MULTIPLE_WIDTH, titleAbove, titleRoom } from "../multiple.ts";
import { drawing, hatched, label } from "../svg.ts";
import { type MapFrame, mapFrame } from "./frame.ts";
import { borderLines } from "./ground.ts";
import { assetMark, groundTracks, inset, launchArea, ring, scaleBar } from "./parts.ts";

/** Names need more free ground in a small map. */
const MARGIN = 0.12;
const LINE = 18;

export function defenceMaps(map: ReportMap, { answer }: ReportInput): Markup {
  const titles = new Map(answer.summary.options.map(({ id, title }) => [id, title]));
  const titleOf = (option: string): string => titles.get(option) ?? option;
  const frame = mapFrame(map, MULTIPLE_WIDTH, MARGIN);
  const under = borderLines(frame);
  const top = titleRoom(map.defences.map(({ option }) => titleOf(option)));
  return html`${map.defences.map(({ option, units }, index) => {
    const id = `defence-${index + 1}`;
    const title = titleOf(option);
    const content = html`${under}${map.launchAreas.map((area) => launchArea(id, frame, area))}
${groundTracks(map, frame)}${units.map((unit) => reach(id, unit, frame))}
${map.assets.map((asset) => named(asset, units, frame))}`;
    return drawing(
      {
        id,
        width: MULTIPLE_WIDTH,
        height: top + frame.height + 3 * LINE + 6,
        title: `Reach: ${title}, hypothetical positions`,
        description: units.map(unitText).join(" "),
      },
      [...titleAbove(title, top), inset(content, top, frame), ...below(units, top, frame)],
    );
  })}`;
}

/** `48N6E3, against ballistic missiles: 3 to 60 km away, 2 to 25 km high.` */
function unitText({ system, envelope, headline, switchedOff }: ReportUnit): string {
  const { words, rangeMinKm, rangeMaxKm, heightMinKm, heightMaxKm } = envelope;
  const away = `${rangeMinKm} to ${rangeMaxKm} km away, ${heightMinKm} to ${heightMaxKm} km high`;
  const told = headline === undefined ? "" : ` Told: ${headline.rangeKm} km, ${headline.words}.`;
  const off = switchedOff ? " Switched off before the raid." : "";
  return `${system}, ${words}: ${away}.${told}${off}`;
}

function reach(id: string, unit: ReportUnit, frame: MapFrame): Markup {
  const { at, envelope, headline, switchedOff } = unit;
  const [x, y] = frame.place(at);
  const radius = envelope.rangeMaxKm * frame.pixelsPerKm;
  if (switchedOff) {
    return html`<circle cx="${x}" cy="${y}" r="${radius}" fill="${hatched(id)}"/>
${ring("envelope off", frame, at, envelope.rangeMaxKm)}`;
  }
  return html`${headline === undefined ? null : ring("headline", frame, at, headline.rangeKm)}
${ring("envelope", frame, at, envelope.rangeMaxKm)}`;
}

/** An asset with its name, clear of the ring around it. */
function named(
  { at, name }: ReportMap["assets"][number],
  units: readonly ReportUnit[],
  frame: MapFrame,
): Markup {
  const [x, y] = frame.place(at);
  const here = units.filter((unit) => unit.at[0] === at[0] && unit.at[1] === at[1]);
  const radius = Math.max(4, ...here.map((each) => each.envelope.rangeMaxKm * frame.pixelsPerKm));
  const isHigh = y - radius < 20;
  return html`${assetMark([x, y], 3)}${label({
    x,
    y: isHigh ? y + radius + 15 : y - radius - 5,
    text: name,
    anchor: "middle",
    className: "label haloed",
  })}`;
}

/** Scale, what the rings are, and that nothing stands there. */
function below(units: readonly ReportUnit[], top: number, frame: MapFrame): Markup[] {
  const ranges = new Set(
    units.map(({ envelope, switchedOff }) =>
      switchedOff ? "switched off" : `${envelope.rangeMaxKm} km`,
    ),
  );
  const [told] = units.flatMap((unit) =>
    unit.headline === undefined || unit.switchedOff ? [] : [unit.headline],
  );
  const dashed = told === undefined ? "" : `, dashed: ${told.rangeKm} km`;
  const first = top + frame.height + LINE;
  const text = `ring: ${[...ranges].join(", ")}${dashed}`;
  return [
    label({ x: 0, y: first, text, className: "label defence" }),
    label({ x: 0, y: first + LINE, text: "hypothetical positions", className: "label grey" }),
    scaleBar(frame, [0, first + 2 * LINE - 4], "start"),
  ];
}
