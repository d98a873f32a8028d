import { type ReactNode, useId, useState } from "react";
import { laterTexts } from "../texts/later-texts.ts";
import type { FormGuide } from "./desk.ts";
import type { Addition } from "./moves.ts";

const words = laterTexts.editor;

interface AddThingProps {
  readonly guide: FormGuide | null;
  /** Whether nothing can be added now. */
  readonly isOff: boolean;
  readonly awaited: Addition | null;
  readonly setAwaited: (addition: Addition | null) => void;
}

/** Chooses what to place next: a battery or the radar of a system of the catalogue, or an asset. */
export function AddThing({ guide, isOff, awaited, setAwaited }: AddThingProps): ReactNode {
  const [value, setValue] = useState("");
  const field = useId();
  if (guide === null) return null;
  const choose = (): void => {
    const [kind, id] = value.split(":");
    const system = guide.systems.find((each) => each.id === id);
    if (kind === "asset") setAwaited({ kind });
    else if ((kind === "unit" || kind === "sensor") && system !== undefined) {
      setAwaited({ kind, system });
    }
  };
  return (
    <div className="desk-add">
      <label htmlFor={field}>{words.add}</label>
      <select id={field} value={value} onChange={(event) => setValue(event.currentTarget.value)}>
        <option value="">{words.addWhat}</option>
        <option value="asset:">{words.kinds.asset}</option>
        <optgroup label={words.kinds.unit}>
          {guide.systems.map(({ id, name }) => (
            <option key={id} value={`unit:${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label={words.radarOf}>
          {guide.systems.map(({ id, name }) => (
            <option key={id} value={`sensor:${id}`}>
              {words.radar(name)}
            </option>
          ))}
        </optgroup>
      </select>
      <button type="button" disabled={isOff || value === "" || awaited !== null} onClick={choose}>
        {words.placeIt}
      </button>
    </div>
  );
}
