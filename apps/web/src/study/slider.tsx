import type { ReactNode } from "react";
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from "react-aria-components";
import { texts } from "../texts/texts.ts";

interface Common {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** How a value is shown. */
  readonly shown: (value: number) => string;
  /** What stands once behind one value or two: ` km`. */
  readonly unit: string;
  /** Shows where the value comes from. */
  readonly explain: () => void;
  readonly isChanged: boolean;
  readonly reset: () => void;
}

/** One value on a line. The study follows when the thumb is let go. */
export function ValueSlider({
  value,
  change,
  ...rest
}: Common & { readonly value: number; readonly change: (value: number) => void }): ReactNode {
  return <Frame {...rest} values={[value]} change={([next]) => change(next!)} />;
}

/** A range on a line: two thumbs. */
export function RangeSlider({
  range,
  change,
  ...rest
}: Common & {
  readonly range: readonly [number, number];
  readonly change: (range: readonly [number, number]) => void;
}): ReactNode {
  return <Frame {...rest} values={range} change={([from, to]) => change([from!, to!])} />;
}

function Frame({
  name,
  least,
  most,
  step,
  shown,
  unit,
  explain,
  isChanged,
  reset,
  values,
  change,
}: Common & {
  readonly values: readonly number[];
  readonly change: (values: readonly number[]) => void;
}): ReactNode {
  const words = texts.study;
  const key = values.join(" ");
  return (
    <Slider
      key={key}
      className={isChanged ? "slider changed" : "slider"}
      defaultValue={[...values]}
      minValue={least}
      maxValue={most}
      step={step}
      onChangeEnd={(next) => change([next].flat())}
    >
      <Label>{name}</Label>
      <Figures shown={shown} unit={unit} explain={explain} />
      <SliderTrack>
        {({ state }) => (
          <>
            <Fill percents={state.values.map((_, index) => state.getThumbPercent(index))} />
            {state.values.map((_, index) => (
              <SliderThumb
                key={index === 0 ? "least" : "greatest"}
                index={index}
                aria-label={
                  state.values.length === 1
                    ? name
                    : index === 0
                      ? words.least(name)
                      : words.greatest(name)
                }
              />
            ))}
          </>
        )}
      </SliderTrack>
      {isChanged ? (
        <button
          type="button"
          className="reset"
          aria-label={words.resetOne(name)}
          title={words.reset}
          onClick={reset}
        >
          {"↺"}
        </button>
      ) : null}
    </Slider>
  );
}

function Fill({ percents }: { percents: readonly number[] }): ReactNode {
  const from = percents.length === 1 ? 0 : percents[0]!;
  const to = percents.at(-1)!;
  return (
    <div className="fill" style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }} />
  );
}

/** The number itself leads to where it comes from. */
function Figures({ shown, unit, explain }: Pick<Common, "shown" | "unit" | "explain">): ReactNode {
  const words = texts.study;
  return (
    <SliderOutput>
      {({ state }) => {
        const [from, to] = [state.values[0]!, state.values.at(-1)!];
        const text = from === to ? shown(from) : words.range(shown(from), shown(to));
        return (
          <button type="button" className="number" title={words.explain} onClick={explain}>
            {text + unit}
          </button>
        );
      }}
    </SliderOutput>
  );
}
