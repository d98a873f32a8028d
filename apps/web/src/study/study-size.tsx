import { type ReactNode, useId } from "react";
import type { ScenarioNotes } from "../engine/message.ts";
import { labStore } from "../state/lab-store.ts";
import { useStore } from "../state/store.ts";
import { texts } from "../texts/texts.ts";

const DRAWS = [20, 50, 100, 200, 500, 1000];
const NIGHTS = [50, 100, 200, 500, 1000, 2000, 5000];

/** How much is played, and where luck begins. */
export function StudySizeFields({ notes }: { notes: ScenarioNotes }): ReactNode {
  const { size, seed } = useStore(labStore);
  const words = texts.study;
  const current = size ?? notes.size;
  const id = useId();
  const change = (part: Partial<typeof current>): void => {
    const next = { ...current, ...part };
    const isOwn = next.draws === notes.size.draws && next.replications === notes.size.replications;
    labStore.change({ size: isOwn ? null : next });
  };
  return (
    <section className="group sizes">
      <h2>{words.size}</h2>
      <Choice
        name={words.draws}
        value={current.draws}
        choices={DRAWS}
        change={(draws) => change({ draws })}
      />
      <Choice
        name={words.nights}
        value={current.replications}
        choices={NIGHTS}
        change={(replications) => change({ replications })}
      />
      <label htmlFor={id}>{words.seed}</label>
      <input
        id={id}
        inputMode="numeric"
        pattern="[0-9]{1,15}"
        key={seed}
        defaultValue={seed}
        onBlur={({ currentTarget: { value } }) => {
          if (/^\d{1,15}$/.test(value)) labStore.change({ seed: Number(value) });
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
      />
    </section>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: number;
  readonly choices: readonly number[];
  readonly change: (value: number) => void;
}

function Choice({ name, value, choices, change }: ChoiceProps): ReactNode {
  const id = useId();
  const all = choices.includes(value) ? choices : [...choices, value].toSorted((a, b) => a - b);
  return (
    <>
      <label htmlFor={id}>{name}</label>
      <select id={id} value={value} onChange={(event) => change(Number(event.currentTarget.value))}>
        {all.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </>
  );
}
