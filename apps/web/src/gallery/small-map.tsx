import { type ReactNode, useEffect, useState } from "react";
import type { RaidPicture } from "../engine/message.ts";
import { texts } from "../texts/texts.ts";
import { type Bounds, boundsOf, outlinePath, placer } from "./map-frame.ts";

const WIDTH = 168;
const HEIGHT = 168;

/** Where the raid comes from and where it goes, at a glance. */
export function SmallMap({ picture, title }: { picture: RaidPicture; title: string }): ReactNode {
  const bounds = boundsOf(picture, WIDTH / HEIGHT);
  const outline = useOutline(bounds);
  const place = placer(bounds, WIDTH, HEIGHT);
  const line = (points: readonly (readonly [number, number])[]): string =>
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
      {picture.tracks.map((track) => (
        <path key={line(track)} className="track" d={line(track)} />
      ))}
      {picture.assets.map(({ name, at }) => {
        const [x, y] = place(at);
        return <rect key={name} className="asset" x={x - 3.5} y={y - 3.5} width={7} height={7} />;
      })}
    </svg>
  );
}

/** Borders and coasts within the bounds; nothing until they are fetched. */
function useOutline(bounds: Bounds): string {
  const [outline, setOutline] = useState("");
  const key = JSON.stringify(bounds);
  useEffect(() => {
    let isCurrent = true;
    void outlinePath(JSON.parse(key) as Bounds, WIDTH, HEIGHT).then((path) => {
      if (isCurrent) setOutline(path);
    });
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return outline;
}
