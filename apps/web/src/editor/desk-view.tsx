/** The map of the editor with what can be done on it. */
import { lazy, type ReactNode, Suspense, useId, useMemo, useRef, useState } from "react";
import { pageEngine } from "../engine/engine.ts";
import type { DeskHandle } from "../stage/desk-ground.tsx";
import { laterTexts } from "../texts/later-texts.ts";
import { AddThing } from "./add-thing.tsx";
import type { Desk, DeskThing, FormGuide } from "./desk.ts";
import { type DeskKey, keyOf, placeText, sceneOf } from "./desk-scene.ts";
import { type Addition, added, moved } from "./moves.ts";
import type { WrittenText } from "./written-text.ts";

const DeskGround = lazy(() => import("../stage/desk-ground.tsx"));
const words = laterTexts.editor;
type Degrees = readonly [number, number];

export interface DeskViewProps {
  readonly desk: Desk;
  readonly isStale: boolean;
  readonly guide: FormGuide | null;
  readonly written: WrittenText;
  readonly chosen: DeskKey | null;
  readonly choose: (key: DeskKey) => void;
  readonly setOption: (id: string) => void;
}

/** Height of the ground at a place; what stood there before where it is not known. */
async function heightAt(world: Desk["world"], at: Degrees, before: number | null) {
  if (world === "flat") return { height: before ?? 0, isKnown: true };
  const height = await pageEngine().ask("ground", [at[1], at[0]]);
  return { height: height ?? before ?? 0, isKnown: height !== null };
}

/** What is moved is shown where it is, before the engine has read the text again. */
function useMoves({ desk, written }: DeskViewProps) {
  const [told, setTold] = useState("");
  const [way, setWay] = useState<{ of: Desk; at: ReadonlyMap<DeskKey, Degrees> } | null>(null);
  const move = async (key: DeskKey, at: Degrees): Promise<void> => {
    const thing = desk.things.find((each) => keyOf(each) === key);
    if (thing === undefined) return;
    setWay({ of: desk, at: new Map([[key, at]]) });
    const { height, isKnown } = await heightAt(desk.world, at, thing.height);
    const yaml = written.yaml();
    if (yaml === null) {
      setWay(null);
      setTold(words.unreadable);
      return;
    }
    written.change(moved(yaml, desk.world, thing, { at, height }));
    setTold(movedText(desk, thing, at, { height, isKnown }));
  };
  const onTheirWay = way?.of === desk ? way.at : new Map<DeskKey, Degrees>();
  return { told, setTold, move, onTheirWay };
}

function movedText(
  desk: Desk,
  thing: DeskThing,
  at: Degrees,
  { height, isKnown }: { readonly height: number; readonly isKnown: boolean },
): string {
  const { title, asset, place, writtenIn, hasPost, kind } = thing;
  const guests = desk.things.filter(({ asset: host }) => kind === "asset" && host === thing.id);
  return [
    words.moved(title, placeText(desk.world, at)),
    desk.world === "flat" ? "" : words.onGround(Math.round(height), isKnown),
    asset === null ? "" : words.leftAsset(asset, hasPost),
    place === null ? "" : words.leftPlace(place),
    writtenIn === null || writtenIn === desk.option ? "" : words.alsoIn(writtenIn),
    guests.length === 0 ? "" : words.movesToo(guests.map(({ title: each }) => each)),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** Puts something new into the text; answers with what is said of it. */
async function placed(
  { desk, written, choose }: DeskViewProps,
  addition: Addition,
  at: Degrees,
): Promise<string> {
  const { height, isKnown } = await heightAt(desk.world, at, null);
  const yaml = written.yaml();
  if (yaml === null) return words.unreadable;
  const index = desk.options.findIndex(({ id }) => id === desk.option);
  const { id, changes } = added(yaml, desk, index, addition, { at, height });
  written.change(changes);
  choose(keyOf({ kind: addition.kind, id }));
  const isTurned = addition.kind === "unit" && addition.system.isNarrow;
  return [
    words.added(id, placeText(desk.world, at)),
    words.onGround(Math.round(height), isKnown),
    isTurned ? words.facesNorth : "",
  ].join(" ");
}

export function DeskView(props: DeskViewProps): ReactNode {
  const { desk, isStale, guide, chosen, choose, setOption } = props;
  const handle = useRef<DeskHandle>(null);
  const [awaited, setAwaited] = useState<Addition | null>(null);
  const { told, setTold, move, onTheirWay } = useMoves(props);
  const scene = useMemo(
    () => sceneOf(desk, chosen, isStale, onTheirWay),
    [desk, chosen, isStale, onTheirWay],
  );
  const put = (addition: Addition, at: Degrees): void => {
    setAwaited(null);
    void placed(props, addition, at).then(setTold);
  };
  return (
    <section className="desk" aria-label={words.desk}>
      <Defences desk={desk} setOption={setOption}>
        <AddThing guide={guide} isOff={isStale} awaited={awaited} setAwaited={setAwaited} />
      </Defences>
      {awaited === null ? null : (
        <Awaiting
          place={() => put(awaited, handle.current?.middle() ?? [0, 0])}
          cancel={() => setAwaited(null)}
        />
      )}
      <Suspense fallback={<p className="desk-ground waiting">{laterTexts.stage.loadingMap}</p>}>
        <DeskGround
          scene={scene}
          isAwaiting={awaited !== null}
          handle={handle}
          listener={{
            chosen: choose,
            moving: (key, at) => {
              const thing = desk.things.find((each) => keyOf(each) === key);
              setTold(words.moving(thing?.title ?? key, placeText(desk.world, at)));
            },
            moved: (key, at) => void move(key, at),
            pointed: (at) => awaited !== null && put(awaited, at),
          }}
        />
      </Suspense>
      <p className="small grey desk-told" role="status">
        {isStale ? words.stale : told === "" ? words.mapHelp : told}
      </p>
    </section>
  );
}

interface DefencesProps {
  readonly desk: Desk;
  readonly setOption: (id: string) => void;
  readonly children: ReactNode;
}

/** Which option stands on the map, and what can be added to it. */
function Defences({ desk, setOption, children }: DefencesProps): ReactNode {
  const id = useId();
  return (
    <div className="desk-tools">
      <div>
        <label htmlFor={id}>{words.option}</label>
        <select
          id={id}
          value={desk.option}
          onChange={(event) => setOption(event.currentTarget.value)}
        >
          {desk.options.map((each) => (
            <option key={each.id} value={each.id}>
              {each.title}
            </option>
          ))}
        </select>
      </div>
      {children}
    </div>
  );
}

function Awaiting({ place, cancel }: { place: () => void; cancel: () => void }): ReactNode {
  return (
    <p className="desk-await">
      {words.awaiting}{" "}
      <button type="button" onClick={place}>
        {words.placeInMiddle}
      </button>
      <button type="button" onClick={cancel}>
        {words.cancel}
      </button>
    </p>
  );
}
