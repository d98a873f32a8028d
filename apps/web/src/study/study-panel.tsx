import { type ReactNode, useState } from "react";
import { Checkbox, CheckboxGroup } from "react-aria-components";
import type { NotedValue, ScenarioNotes } from "../engine/message.ts";
import { labStore } from "../state/lab-store.ts";
import { useStore } from "../state/store.ts";
import { studyStore } from "../state/study-store.ts";
import { texts } from "../texts/texts.ts";
import { StudySizeFields } from "./study-size.tsx";
import { DoctrineFields, RangeField, ValueField } from "./value-fields.tsx";

/** What a study can be changed by: options, defence, raid size and what nobody published. */
export function StudyPanel(): ReactNode {
  const { notes } = useStore(studyStore);
  const { sets } = useStore(labStore);
  const words = texts.study;
  if (notes === null) {
    return (
      <aside className="panel" aria-label={words.heading}>
        <p className="grey waiting">{words.reading}</p>
      </aside>
    );
  }
  return (
    <aside className="panel" aria-label={words.heading}>
      <Options notes={notes} />
      <Figures title={words.raid} values={notes.values.filter(isRaidSize)} />
      <Figures title={words.magazines} values={notes.values.filter(isLoad)} notes={notes} />
      <DoctrineFields values={notes.values} />
      <Unknowns values={notes.values} />
      <StudySizeFields notes={notes} />
      {sets.length === 0 ? null : (
        <p className="changed-note">
          {words.changed(sets.length)}{" "}
          <button type="button" className="plain" onClick={() => labStore.change({ sets: [] })}>
            {words.reset}
          </button>
        </p>
      )}
    </aside>
  );
}

const isRaidSize = ({ path }: NotedValue): boolean => /^raid\.[^.]+\.count$/.test(path);
const isLoad = ({ path }: NotedValue): boolean => /^options\..+\.units\.[^.]+\.load\./.test(path);

function Options({ notes }: { notes: ScenarioNotes }): ReactNode {
  const { options } = useStore(labStore);
  const words = texts.study;
  const all = notes.options.map(({ id }) => id);
  const choose = (chosen: readonly string[]): void => {
    if (chosen.length === 0) return;
    const inOrder = all.filter((id) => chosen.includes(id));
    labStore.change({ options: inOrder.length === all.length ? null : inOrder });
  };
  return (
    <CheckboxGroup
      className="group"
      value={[...(options ?? all)]}
      onChange={choose}
      aria-label={words.options}
    >
      <h2>{words.options}</h2>
      {notes.options.map(({ id, title }) => (
        <Checkbox key={id} value={id} className="check">
          <span className="box" aria-hidden="true" />
          <span>{title}</span>
        </Checkbox>
      ))}
      <p className="hint">{words.optionsHint}</p>
    </CheckboxGroup>
  );
}

interface FiguresProps {
  readonly title: string;
  readonly values: readonly NotedValue[];
  /** To leave out what belongs to options that are not played. */
  readonly notes?: ScenarioNotes;
}

function Figures({ title, values, notes }: FiguresProps): ReactNode {
  const { options } = useStore(labStore);
  const shown =
    notes === undefined || options === null
      ? values
      : values.filter((value) => value.options.some((id) => options.includes(id)));
  if (shown.length === 0) return null;
  return (
    <section className="group">
      <h2>{title}</h2>
      {shown.map((value, index) => {
        const owner = notes === undefined ? undefined : ownerOf(notes, value);
        const last = shown[index - 1];
        const before = notes === undefined || last === undefined ? undefined : ownerOf(notes, last);
        return (
          <div key={value.path}>
            {owner === undefined || owner === before ? null : <h3>{owner}</h3>}
            <ValueField value={value} />
          </div>
        );
      })}
    </section>
  );
}

/** The option that a value belongs to, by its title. */
function ownerOf({ options }: ScenarioNotes, value: NotedValue): string | undefined {
  return options.find(({ id }) => id === value.options[0])?.title;
}

/** Unknowns shown before the rest is asked for. */
const SHOWN = 6;

function Unknowns({ values }: { values: readonly NotedValue[] }): ReactNode {
  const [isAll, setAll] = useState(false);
  const { news } = useStore(studyStore);
  const { options, sets } = useStore(labStore);
  const words = texts.study;
  const moves = new Map(
    (news?.answer.influences ?? []).map(({ path, largestMove }) => [path, largestMove]),
  );
  const unknowns = values
    .filter(({ path }) => !isRaidSize({ path } as NotedValue))
    .filter(
      ({ lower, upper, path }) => lower < upper || sets.some((each) => each.startsWith(`${path}=`)),
    )
    .filter((value) => !isLoad(value) && !value.path.startsWith("doctrine."))
    .filter((value) => options === null || value.options.some((id) => options.includes(id)))
    .toSorted((a, b) => (moves.get(b.path) ?? 0) - (moves.get(a.path) ?? 0));
  if (unknowns.length === 0) return null;
  const shown = isAll ? unknowns : unknowns.slice(0, SHOWN);
  return (
    <section className="group">
      <h2>{words.unknowns}</h2>
      <p className="hint">
        {words.unknownsHint} {moves.size > 0 ? words.unknownsOrder : null}
      </p>
      {shown.map((value) => (
        <RangeField key={value.path} value={value} />
      ))}
      {unknowns.length <= SHOWN ? null : (
        <button type="button" className="plain" onClick={() => setAll(!isAll)}>
          {isAll ? words.fewer : words.more(unknowns.length - SHOWN)}
        </button>
      )}
    </section>
  );
}
