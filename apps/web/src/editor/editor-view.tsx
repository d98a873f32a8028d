import { type ReactNode, useId, useMemo, useRef, useState } from "react";
import { OwnFile } from "../gallery/own-file.tsx";
import { shippedTexts } from "../gallery/shipped-texts.ts";
import { save } from "../share/download.ts";
import type { OpenScenario } from "../state/lab-state.ts";
import { labStore } from "../state/lab-store.ts";
import { useStore } from "../state/store.ts";
import { studyStore } from "../state/study-store.ts";
import { laterTexts } from "../texts/later-texts.ts";
import { DeskView } from "./desk-view.tsx";
import { EntityForm, entityOf, groupsOf } from "./entity-form.tsx";
import { EntityList } from "./entity-list.tsx";
import type { FormScope } from "./form-context.ts";
import { freeId } from "./moves.ts";
import { useDesk, useGuide } from "./use-desk.ts";
import { useWrittenText, type WrittenText } from "./written-text.ts";
import { YamlText } from "./yaml-text.ts";
import "./editor.css";

const words = laterTexts.editor;

/** The scenario on a map, in forms and as text; whether it can be played. */
export default function ScenarioView(): ReactNode {
  const { scenario } = useStore(labStore);
  const guide = useGuide();
  const box = useRef<HTMLDivElement>(null);
  const { written, steps } = useWrittenText(box, scenario?.name, guide);
  if (scenario === null) return null;
  return (
    <div className="written">
      <h1>{words.heading}</h1>
      <p className="small">{words.hint}</p>
      <Actions scenario={scenario} written={written} steps={steps} />
      <div className="written-parts">
        <Parts key={scenario.name} scenario={scenario} guide={guide} written={written} />
        <section className="written-text" aria-label={words.text}>
          <div ref={box} className="yaml" />
          <p className="small grey">{words.textHelp}</p>
        </section>
      </div>
    </div>
  );
}

interface ActionsProps {
  readonly scenario: OpenScenario;
  readonly written: WrittenText;
  readonly steps: { readonly undo: number; readonly redo: number };
}

function Actions({ scenario, written, steps }: ActionsProps): ReactNode {
  const shipped = shippedTexts.find(({ name }) => name === scenario.name);
  const file = useId();
  return (
    <div className="actions">
      <button type="button" disabled={steps.undo === 0} onClick={written.undo}>
        {words.undo}
      </button>
      <button type="button" disabled={steps.redo === 0} onClick={written.redo}>
        {words.redo}
      </button>
      <button type="button" onClick={() => save(scenario.name, "application/yaml", scenario.text)}>
        {words.download}
      </button>
      {shipped === undefined || shipped.text === scenario.text ? null : (
        <button type="button" onClick={() => written.replaceAll(shipped.text)}>
          {words.asShipped}
        </button>
      )}
      <Verdict written={written} />
      <span className="written-file">
        <label htmlFor={file}>{words.open}</label>
        <OwnFile id={file} />
      </span>
    </div>
  );
}

function Verdict({ written }: { written: WrittenText }): ReactNode {
  const { fault, isStale, news } = useStore(studyStore);
  if (fault === null) {
    return (
      <div role="status" className="verdict">
        <p className="grey">{isStale || news === null ? words.reading : words.good}</p>
      </div>
    );
  }
  return (
    <div role="status" className="verdict">
      <p className="fault">
        {fault.message}{" "}
        {fault.place === undefined ? null : (
          <button type="button" className="plain" onClick={() => written.goTo(fault)}>
            {words.goTo(fault.place)}
          </button>
        )}
      </p>
    </div>
  );
}

interface PartsProps {
  readonly scenario: OpenScenario;
  readonly guide: ReturnType<typeof useGuide>;
  readonly written: WrittenText;
}

/** Map, list and form of what stands in the text. */
function Parts({ scenario, guide, written }: PartsProps): ReactNode {
  const { fault } = useStore(studyStore);
  const [option, setOption] = useState<string | null>(null);
  const [chosen, choose] = useState<string | null>(null);
  const { desk, isStale } = useDesk(scenario, option);
  const scope = useMemo((): FormScope | null => {
    const yaml = new YamlText(scenario.text);
    if (guide === null || !yaml.isReadable) return null;
    return {
      yaml,
      scenario: yaml.value([]),
      guide,
      fault,
      change: (make) => {
        const now = written.yaml();
        if (now !== null) written.change(make(now));
      },
      show: written.show,
    };
  }, [scenario.text, guide, fault, written]);
  if (desk === null) return <p className="waiting">{isStale ? words.stale : words.loading}</p>;
  const addGroup = (): void => {
    const now = written.yaml();
    if (now === null) return;
    const id = freeId(now.text, "group");
    written.change(now.append(["raid"], { id }));
    choose(`group:${id}`);
  };
  const groups = scope === null ? [] : groupsOf(scope.yaml);
  const entity = scope === null ? undefined : entityOf(desk, scope.yaml, chosen);
  return (
    <div className="written-desk">
      <DeskView {...{ desk, isStale, guide, written, chosen, choose, setOption }} />
      <div className="desk-parts">
        <EntityList {...{ desk, groups, chosen, choose, addGroup }} />
        {entity === undefined || scope === null ? (
          <p className="small grey">{words.noneChosen}</p>
        ) : (
          <EntityForm key={chosen} {...{ entity, scope }} option={desk.option} />
        )}
      </div>
    </div>
  );
}
