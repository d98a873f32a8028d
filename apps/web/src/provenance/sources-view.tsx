import { signedQuantity } from "@pavise/catalogue";
import { type ReactNode, useDeferredValue, useEffect, useRef, useState } from "react";
import type { NotedValue, ScenarioNotes } from "../engine/message.ts";
import { FaultView } from "../shell/fault.tsx";
import { explainedStore } from "../state/explained.ts";
import { useStore } from "../state/store.ts";
import { studyStore } from "../state/study-store.ts";
import { texts } from "../texts/texts.ts";
import { ValueOrigin } from "./value-origin.tsx";
import "./provenance.css";

/** Every value that the scenario reads, with its range, its grade and its sources. */
export default function SourcesView(): ReactNode {
  const { notes, fault } = useStore(studyStore);
  const words = texts.sources;
  if (notes === null) {
    if (fault === null) return <p className="waiting view-wait">{words.loading}</p>;
    return <FaultView fault={fault} />;
  }
  return <Values notes={notes} />;
}

/** Whether a value has all of these words anywhere. */
function isFound(value: NotedValue, notes: ScenarioNotes, typed: string): boolean {
  const titles = value.sources.map((key) => notes.sources[key]?.title ?? key);
  const said = [value.path, value.name, value.note, ...value.names, ...titles]
    .join(" ")
    .toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}

function Values({ notes }: { notes: ScenarioNotes }): ReactNode {
  const [typed, setTyped] = useState("");
  const wanted = useDeferredValue(typed);
  const words = texts.sources;
  const found = notes.values.filter((value) => isFound(value, notes, wanted));
  return (
    <div className="origins">
      <header>
        <p className="kicker">{notes.title}</p>
        <h1>{words.heading}</h1>
        <p>{words.intro(notes.values.length)}</p>
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </header>
      {found.length === 0 ? <p className="grey">{words.nothing}</p> : null}
      {found.map((value) => (
        <Entry key={value.path} value={value} notes={notes} />
      ))}
    </div>
  );
}

function Entry({ value, notes }: { value: NotedValue; notes: ScenarioNotes }): ReactNode {
  const { path } = useStore(explainedStore);
  const entry = useRef<HTMLDetailsElement>(null);
  const isAsked = path === value.path;
  const [isOpen, setOpen] = useState(isAsked);
  useEffect(() => {
    if (!isAsked) return;
    entry.current?.scrollIntoView({ block: "start" });
    entry.current?.querySelector("summary")?.focus({ preventScroll: true });
  }, [isAsked]);
  const words = texts.sources;
  return (
    <details
      ref={entry}
      className="origin"
      open={isOpen}
      data-path={value.path}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span className="what">{value.name}</span>
        <span className="figure">{signedQuantity(value.written, value.unit)}</span>
        <span className="grey">{words.grade(value.confidence, value.kind)}</span>
      </summary>
      {isOpen ? <ValueOrigin value={value} notes={notes} /> : null}
    </details>
  );
}
