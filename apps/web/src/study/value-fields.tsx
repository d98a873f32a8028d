import type { ReactNode } from "react";
import type { NotedValue } from "../engine/message.ts";
import { explainValue } from "../state/explained.ts";
import { labStore } from "../state/lab-store.ts";
import { useStore } from "../state/store.ts";
import { texts } from "../texts/texts.ts";
import { RangeSlider, ValueSlider } from "./slider.tsx";
import { spanOf, unitText, writtenEnds } from "./value-span.ts";
import { changeWish, endsOfWish, figureText, wishOf } from "./wishes.ts";

/** The name at the beginning of a line. */
function titleOf({ name, path }: NotedValue): string {
  if (path === "doctrine.salvo_per_look") return texts.study.salvo;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What every slider of a value shows and takes back, whatever it is moved between. */
function sliderOf(value: NotedValue, wish: string | undefined) {
  return {
    name: titleOf(value),
    shown: figureText,
    unit: unitText(value),
    explain: (): void => explainValue(value.path),
    isChanged: wish !== undefined,
    reset: (): void => changeWish(value.path, undefined),
  };
}

/** A single figure: rounds loaded, threats fired. */
export function ValueField({ value }: { value: NotedValue }): ReactNode {
  const { sets } = useStore(labStore);
  const wish = wishOf(sets, value.path);
  const [written] = writtenEnds(value);
  const current = endsOfWish(wish)?.[0] ?? value.likely;
  return (
    <ValueSlider
      {...sliderOf(value, wish)}
      {...spanOf(value, current)}
      value={current}
      change={(next) => changeWish(value.path, next === written ? undefined : figureText(next))}
    />
  );
}

/** A range that nobody published more exactly. */
export function RangeField({ value }: { value: NotedValue }): ReactNode {
  const { sets } = useStore(labStore);
  const wish = wishOf(sets, value.path);
  const written = writtenEnds(value);
  const range = endsOfWish(wish) ?? written;
  const change = ([from, to]: readonly [number, number]): void => {
    const isWritten = from === written[0] && to === written[1];
    const text = from === to ? figureText(from) : `${figureText(from)}..${figureText(to)}`;
    changeWish(value.path, isWritten ? undefined : text);
  };
  return (
    <RangeSlider
      {...sliderOf(value, wish)}
      {...spanOf(value, ...range)}
      range={range}
      change={change}
    />
  );
}

const LOOKS_UNLIMITED = 7;

/** Rounds per look, and how many looks: the doctrine that all units share. */
export function DoctrineFields({ values }: { values: readonly NotedValue[] }): ReactNode {
  const { sets } = useStore(labStore);
  const salvo = values.find(({ path }) => path === "doctrine.salvo_per_look");
  const looks = values.find(({ path }) => path === "doctrine.looks_max");
  const words = texts.study;
  if (salvo === undefined && looks === undefined) return null;
  const wish = looks === undefined ? undefined : wishOf(sets, looks.path);
  const current = wish ?? String(looks?.written ?? "");
  const isUnlimited = current === "unlimited" || current === "";
  return (
    <section className="group">
      <h2>{words.doctrine}</h2>
      {salvo === undefined ? null : <ValueField value={salvo} />}
      {looks === undefined ? null : (
        <ValueSlider
          {...sliderOf(looks, wish)}
          name={words.looks}
          value={isUnlimited ? LOOKS_UNLIMITED : Number(current)}
          least={1}
          most={LOOKS_UNLIMITED}
          step={1}
          unit=""
          shown={(each) => (each === LOOKS_UNLIMITED ? words.unlimited : String(each))}
          change={(next) =>
            changeWish(looks.path, next === LOOKS_UNLIMITED ? "unlimited" : String(next))
          }
        />
      )}
    </section>
  );
}
