import type { ReactNode } from "react";
import { laterTexts } from "../texts/later-texts.ts";
import type { Desk } from "./desk.ts";
import { type DeskKey, keyOf } from "./desk-scene.ts";
import type { Entity } from "./entity-form.tsx";

const words = laterTexts.editor;
const KINDS = ["asset", "unit", "launchers", "sensor"] as const;

interface EntityListProps {
  readonly desk: Desk;
  readonly groups: readonly Entity[];
  readonly chosen: DeskKey | null;
  readonly choose: (key: DeskKey) => void;
  readonly addGroup: () => void;
}

/** Everything that has a form, by kind. */
export function EntityList({ desk, groups, chosen, choose, addGroup }: EntityListProps): ReactNode {
  const kinds = KINDS.map((kind) => ({
    title: words.plural[kind],
    entries: desk.things
      .filter((thing) => thing.kind === kind)
      .map((thing) => ({ key: keyOf(thing), ...thing })),
  })).filter(({ entries }) => entries.length > 0);
  return (
    <nav className="desk-list" aria-label={words.things}>
      {kinds.map(({ title, entries }) => (
        <Entries key={title} {...{ title, entries, chosen, choose }} />
      ))}
      <Entries
        title={words.plural.group}
        entries={groups.map(({ id, title }) => ({ key: `group:${id}`, id, title }))}
        chosen={chosen}
        choose={choose}
      />
      <button type="button" className="plain" onClick={addGroup}>
        {words.addGroup}
      </button>
    </nav>
  );
}

interface EntriesProps {
  readonly title: string;
  readonly entries: readonly {
    readonly key: DeskKey;
    readonly id: string;
    readonly title: string;
  }[];
  readonly chosen: DeskKey | null;
  readonly choose: (key: DeskKey) => void;
}

function Entries({ title, entries, chosen, choose }: EntriesProps): ReactNode {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {entries.map((each) => (
          <li key={each.key}>
            <button
              type="button"
              className="plain"
              aria-current={each.key === chosen}
              onClick={() => choose(each.key)}
            >
              {each.title} {each.id === each.title ? null : <code>{each.id}</code>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
