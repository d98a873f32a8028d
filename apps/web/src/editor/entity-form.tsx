/** The form of one thing: its fields by the schema, and the way to take it out. */
import type { ReactNode } from "react";
import { texts } from "../texts/texts.ts";
import type { Desk, FieldPath } from "./desk.ts";
import { type DeskKey, keyOf } from "./desk-scene.ts";
import { FormContext, type FormScope } from "./form-context.ts";
import { FormGroup } from "./form-group.tsx";

const words = texts.editor;

/** Fields that most people look for, shown before they are written. */
const USUAL = {
  asset: ["title", "arrival_radius_km"],
  unit: ["title", "system", "sector_centre_deg"],
  sensor: ["sector_deg"],
  launchers: [],
  group: ["title", "threat", "aim", "count"],
} as const;

export interface Entity {
  readonly kind: keyof typeof USUAL;
  readonly id: string;
  readonly title: string;
  readonly path: FieldPath;
  readonly writtenIn: string | null;
}

/** What a key means in a desk; undefined once it is gone. */
export function entityOf(desk: Desk, key: DeskKey | null): Entity | undefined {
  if (key === null) return undefined;
  const course = desk.courses.find(({ id }) => `group:${id}` === key);
  if (course !== undefined) return { ...course, kind: "group", writtenIn: null };
  const thing = desk.things.find((each) => keyOf(each) === key);
  if (thing === undefined) return undefined;
  const { kind, id, title, path } = thing;
  const isOfOption = path[0] === "options";
  return { kind, id, title, path, writtenIn: isOfOption ? optionOf(desk, path) : null };
}

function optionOf({ options }: Desk, path: FieldPath): string {
  return options[Number(path[1])]?.id ?? "";
}

interface EntityFormProps {
  readonly entity: Entity;
  readonly option: string;
  readonly scope: FormScope;
}

export function EntityForm({ entity, option, scope }: EntityFormProps): ReactNode {
  const { kind, id, title, path, writtenIn } = entity;
  const isElsewhere = writtenIn !== null && writtenIn !== option;
  return (
    <FormContext value={scope}>
      <section className="desk-form" aria-label={title}>
        <h2>{title}</h2>
        <p className="small grey">
          {words.kinds[kind]} <code>{id}</code>
          {isElsewhere ? `, ${words.elsewhere(writtenIn)}` : null}
        </p>
        <div className="actions">
          <button type="button" onClick={() => scope.show(path)}>
            {words.showText}
          </button>
          <button type="button" onClick={() => scope.change((now) => now.remove(path))}>
            {words.remove}
          </button>
        </div>
        <p className="small grey">{words.figures}</p>
        <FormGroup path={path} title={title} usual={USUAL[kind]} />
      </section>
    </FormContext>
  );
}
