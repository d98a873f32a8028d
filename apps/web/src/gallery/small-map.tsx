import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { RaidPicture } from "../engine/message.ts";
import { texts } from "../texts/texts.ts";
import { boundsOf, type Point, placer, scaleBar } from "./map-frame.ts";
import { type Label, type MapGround, mapGround } from "./map-ground.ts";

const WIDTH = 176;
const HEIGHT = 176;
/** More places than this are not named. */
const NAMED_MAX = 3;
/** Of a letter of a name, pixels. */
const LETTER = 6.4;

/** What can be laid out before the ground is fetched. */
function layoutOf(picture: RaidPicture) {
  const bounds = boundsOf(picture, WIDTH / HEIGHT);
  const place = placer(bounds, WIDTH, HEIGHT);
  const assets = picture.assets.map(({ name, at }) => ({ name, at: place(at) }));
  const named = labelled(assets);
  const busy = [
    ...picture.tracks.flat().map(place),
    ...named.flatMap(({ at: [x, y], text }) => {
      return [-1, 0, 1].map((k): Point => [x + (k * LETTER * text.length) / 3, y]);
    }),
  ];
  return { bounds, place, assets, named, busy };
}

/** Where the raid comes from and where it goes, at a glance. */
export function SmallMap({ picture, title }: { picture: RaidPicture; title: string }): ReactNode {
  const layout = useMemo(() => layoutOf(picture), [picture]);
  const { outline, countries } = useGround(layout);
  const { bounds, place, assets, named } = layout;
  const line = (points: readonly Point[]): string =>
    points.map((point, index) => `${index === 0 ? "M" : "L"}${place(point).join(" ")}`).join("");
  return (
    <svg
      className="small-map"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={texts.gallery.map(title)}
    >
      <path className="land" d={outline} />
      {countries.map(({ text, at: [x, y] }) => (
        <text key={text} className="country" x={x} y={y + 4}>
          {text}
        </text>
      ))}
      {picture.tracks.map((track) => (
        <path key={line(track)} className="track" d={line(track)} />
      ))}
      {assets.map(({ name, at: [x, y] }) => (
        <rect key={name} className="asset" x={x - 3.5} y={y - 3.5} width={7} height={7} />
      ))}
      {named.map(({ text, at: [x, y] }) => (
        <text key={text} className="name" x={x} y={y + 4}>
          {text}
        </text>
      ))}
      <Scale kmAndPixels={scaleBar(bounds, HEIGHT)} />
    </svg>
  );
}

function Scale({
  kmAndPixels: [km, pixels],
}: {
  kmAndPixels: readonly [number, number];
}): ReactNode {
  const [x, y] = [8, HEIGHT - 8];
  return (
    <>
      <path className="scale" d={`M${x} ${y - 3}V${y}H${x + pixels}V${y - 3}`} />
      <text className="scale" x={x + pixels + 5} y={y}>
        {texts.gallery.kilometres(km)}
      </text>
    </>
  );
}

/** Names of places, under each or above it, where they fit. */
function labelled(assets: readonly { readonly name: string; readonly at: Point }[]): Label[] {
  if (assets.length > NAMED_MAX) return [];
  const set: Label[] = [];
  for (const { name, at } of assets) {
    const text = name.split(/ \(|, /)[0]!;
    const half = (LETTER * text.length) / 2;
    if (2 * half > WIDTH - 8) continue;
    const x = Math.min(WIDTH - half - 4, Math.max(half + 4, at[0]));
    const y = at[1] < HEIGHT - 40 ? at[1] + 14 : at[1] - 14;
    if (set.some((each) => Math.abs(each.at[1] - y) < 14)) continue;
    set.push({ text, at: [x, y] });
  }
  return set;
}

const NOTHING: MapGround = { outline: "", countries: [] };

/** Borders, coasts and names; nothing until they are fetched. */
function useGround({ bounds, busy }: ReturnType<typeof layoutOf>): MapGround {
  const [ground, setGround] = useState(NOTHING);
  useEffect(() => {
    let isCurrent = true;
    void mapGround(bounds, [WIDTH, HEIGHT], busy).then((found) => {
      if (isCurrent) setGround(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [bounds, busy]);
  return ground;
}
