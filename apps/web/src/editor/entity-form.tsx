/** The form of one thing: its fields by the schema, and the way to take it out. */
import type { ReactNode } from "react";
import { laterTexts } from "../texts/later-texts.ts";
import type { Desk, FieldPath } from "./desk.ts";
import { type DeskKey, keyOf } from "./desk-scene.ts";
import { FormContext, type FormScope } from "./form-context.ts";
import { FormGroup } from "./form-group.tsx";
import type { YamlText } from "./yaml-text.ts";

const words = laterTexts.editor;

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

/** Groups of threats as they stand in the text, which may be more than the engine can read. */
export function groupsOf(yaml: YamlText): Entity[] {
  const raid = yaml.value(["raid"]);
  if (!Array.isArray(raid)) return [];
  return raid.map((group, index): Entity => {
    const { id, title } = Object(group) as { readonly id?: unknown; readonly title?: unknown };
    const own = String(id ?? index);
    const path = ["raid", index];
    return { kind: "group", id: own, title: String(title ?? own), path, writtenIn: null };
  });
}

/** What a key means; undefined once it is gone, or stands elsewhere in a text not yet read. */
export function entityOf(desk: Desk, yaml: YamlText, key: DeskKey | null): Entity | undefined {
  const group = groupsOf(yaml).find(({ id }) => `group:${id}` === key);
  if (group !== undefined) return group;
  const thing = desk.things.find((each) => keyOf(each) === key);
  if (thing === undefined) return undefined;
  const { kind, id, title, path } = thing;
  if (kind !== "launchers" && yaml.value([...path, "id"]) !== id) return undefined;
  return { kind, id, title, path, writtenIn: path[0] === "options" ? optionOf(desk, path) : null };
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
