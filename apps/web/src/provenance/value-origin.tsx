import { signedQuantity } from "@pavise/catalogue";
import type { ReactNode } from "react";
import type { NotedSource, NotedValue, ScenarioNotes } from "../engine/message.ts";
import { useStore } from "../state/store.ts";
import { studyStore } from "../state/study-store.ts";
import { texts } from "../texts/texts.ts";

/** All that is known of one value. */
export function ValueOrigin({
  value,
  notes,
}: {
  value: NotedValue;
  notes: ScenarioNotes;
}): ReactNode {
  const { news } = useStore(studyStore);
  const words = texts.sources;
  const move = news?.answer.influences.find(({ path }) => path === value.path)?.largestMove;
  const titles = new Map(notes.options.map(({ id, title }) => [id, title]));
  const isDrawn = value.lower < value.upper;
  return (
    <div className="told">
      <p>
        <code>{value.path}</code> <span className="grey">{words.origins[value.origin]}</span>
      </p>
      {isDrawn ? (
        <p>
          {words.drawn} {signedQuantity([value.lower, value.upper], value.unit)},{" "}
          {words.likely(signedQuantity(value.likely, value.unit))}
          {move === undefined || move === 0 ? null : `. ${words.moves} ${move.toFixed(1)}`}
        </p>
      ) : (
        <p>{words.single}</p>
      )}
      {value.note === "" ? null : <p>{value.note}</p>}
      <h2>{words.source}</h2>
      {value.sources.length === 0 ? <p>{words.noSource}</p> : null}
      <Sources keys={value.sources} notes={notes} />
      {value.alternatives.length === 0 ? null : (
        <>
          <h2>{words.conflicts}</h2>
          {value.alternatives.map((each) => (
            <div key={JSON.stringify(each)}>
              <p>
                {`${each.who}: ${signedQuantity(each.value, value.unit)}`}
                {each.note === "" ? null : `. ${each.note}`}
              </p>
              <Sources keys={each.sources} notes={notes} />
            </div>
          ))}
        </>
      )}
      <p className="small grey">
        {words.usedBy} {value.options.map((id) => titles.get(id) ?? id).join("; ")}
      </p>
    </div>
  );
}

function Sources({ keys, notes }: { keys: readonly string[]; notes: ScenarioNotes }): ReactNode {
  return (
    <ul className="cited">
      {keys.map((key) => (
        <li key={key}>
          <Source source={notes.sources[key]} name={key} />
        </li>
      ))}
    </ul>
  );
}

function Source({ source, name }: { source: NotedSource | undefined; name: string }): ReactNode {
  if (source === undefined) return <code>{name}</code>;
  const { title, publisher, date, url, opened } = source;
  return (
    <>
      {url === null ? (
        title
      ) : (
        <a href={url} target="_blank" rel="noreferrer noopener">
          {title}
        </a>
      )}
      <span className="grey">
        {[publisher, date, opened || url === null ? "" : texts.sources.unopened]
          .filter((each) => each !== "")
          .map((each) => `, ${each}`)
          .join("")}
      </span>
    </>
  );
}
