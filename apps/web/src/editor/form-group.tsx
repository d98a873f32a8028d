/** Fields, mappings and lists of a form: what is written, and what else may be. */
import { shownPath } from "@pavise/catalogue";
import { type ReactNode, useId, useState } from "react";
import { laterTexts } from "../texts/later-texts.ts";
import type { FieldPath } from "./desk.ts";
import { keysAt } from "./field-choices.ts";
import { faultText, fieldTitle, InText, LineField, useForm } from "./form-line.tsx";
import { type JsonSchema, schemaAt, shapeOf } from "./schema-shape.ts";
import { isStated } from "./typed-value.ts";

const words = laterTexts.editor;

export interface FieldProps {
  readonly path: FieldPath;
  readonly isNeeded?: boolean;
  /** Keys of a mapping are shown as they are written. */
  readonly isKey?: boolean;
}

/** Any field: a line to type in, a choice, or what it holds in turn. */
export function FormField(props: FieldProps): ReactNode {
  const { guide, yaml } = useForm();
  const { path } = props;
  const schema = schemaAt(guide.schema as JsonSchema, path);
  if (schema === null) return null;
  const shape = shapeOf(schema);
  const name = String(path.at(-1));
  if (shape.kind === "group") return <FormGroup path={path} title={fieldTitle(name)} isPart />;
  if (shape.kind === "list") return <FormList path={path} />;
  if (shape.kind === "record") return <FormRecord path={path} />;
  if (shape.kind === "unknown") return <InText path={path} />;
  const isOfSource = isStated(yaml.value(path));
  return (
    <LineField
      {...props}
      path={isOfSource ? [...path, "value"] : path}
      owner={path}
      shape={shape}
      isOfSource={isOfSource}
    />
  );
}

interface GroupProps {
  readonly path: FieldPath;
  readonly title: string;
  /** A part of another group, with a frame and a way to take it out. */
  readonly isPart?: boolean;
  /** Fields shown also while they are not written. */
  readonly usual?: readonly string[];
}

export function FormGroup({ path, title, isPart = false, usual = [] }: GroupProps): ReactNode {
  const { guide, yaml, fault, change } = useForm();
  const shape = shapeOf(schemaAt(guide.schema as JsonSchema, path)!);
  if (shape.kind !== "group") return null;
  const value = yaml.value(path);
  const written = typeof value === "object" && value !== null ? Object.keys(value) : [];
  const shown = shape.fields.filter(
    (name) => written.includes(name) || shape.needed.includes(name) || usual.includes(name),
  );
  const said = fault?.path === shownPath(path) ? faultText(fault) : null;
  const body = (
    <>
      {said === null ? null : <p className="small wrong">{said}</p>}
      {shown.map((name) => (
        <FormField key={name} path={[...path, name]} isNeeded={shape.needed.includes(name)} />
      ))}
      <AddField path={path} names={shape.fields.filter((name) => !shown.includes(name))} />
    </>
  );
  if (!isPart) return body;
  return (
    <fieldset className="form-part">
      <legend>{title}</legend>
      {body}
      <button type="button" className="plain" onClick={() => change((now) => now.remove(path))}>
        {words.removeThis(title)}
      </button>
    </fieldset>
  );
}

/** A start that is nothing yet: a person fills it in. */
function emptyValue(schema: JsonSchema): unknown {
  const { kind } = shapeOf(schema);
  if (kind === "group" || kind === "record") return {};
  return kind === "list" ? [{}] : undefined;
}

function AddField({ path, names }: { path: FieldPath; names: readonly string[] }): ReactNode {
  const { guide, change } = useForm();
  const [opened, setOpened] = useState<readonly string[]>([]);
  const id = useId();
  const add = (name: string): void => {
    const at = [...path, name];
    const schema = schemaAt(guide.schema as JsonSchema, at);
    const value = schema === null ? undefined : emptyValue(schema);
    if (value === undefined) setOpened([...opened, name]);
    else change((now) => now.set(at, value));
  };
  const closed = names.filter((name) => !opened.includes(name));
  return (
    <>
      {opened
        .filter((name) => names.includes(name))
        .map((name) => (
          <FormField key={name} path={[...path, name]} />
        ))}
      {closed.length === 0 ? null : (
        <div className="form-field form-add">
          <label htmlFor={id} className="unseen">
            {words.addFieldLabel}
          </label>
          <select id={id} value="" onChange={(event) => add(event.currentTarget.value)}>
            <option value="">{words.addField}</option>
            {closed.map((name) => (
              <option key={name} value={name}>
                {fieldTitle(name)}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}

/** Groups one after another: waypoints, releases, launchers apart. */
export function FormList({ path }: { path: FieldPath }): ReactNode {
  const { yaml, change } = useForm();
  const value = yaml.value(path);
  const count = Array.isArray(value) ? value.length : 0;
  const name = fieldTitle(String(path.at(-1)));
  // An item of a text has no name but its number.
  const items = Array.from({ length: count }, (_, index) => ({
    at: [...path, index],
    title: words.item(name, index + 1),
  }));
  return (
    <>
      {items.map(({ at, title }) => (
        <FormGroup key={title} path={at} title={title} isPart />
      ))}
      <button type="button" className="plain" onClick={() => change((now) => now.append(path, {}))}>
        {words.addTo(name)}
      </button>
    </>
  );
}

/** A mapping whose keys are names: rounds by interceptor, counts by type. */
export function FormRecord({ path }: { path: FieldPath }): ReactNode {
  const { yaml, scenario, guide, change } = useForm();
  const [key, setKey] = useState("");
  const id = useId();
  const value = yaml.value(path);
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  const known = (keysAt(path, scenario, guide) ?? []).filter((each) => !keys.includes(each.id));
  const schema = schemaAt(guide.schema as JsonSchema, [...path, "x"])!;
  const add = (): void => {
    if (key.trim() === "") return;
    const first = emptyValue(schema) ?? 1;
    change((now) => now.set([...path, key.trim()], first));
    setKey("");
  };
  const title = fieldTitle(String(path.at(-1)));
  return (
    <fieldset className="form-part">
      <legend>{title}</legend>
      {keys.map((each) => (
        <FormField key={each} path={[...path, each]} isKey />
      ))}
      <div className="form-field form-key">
        <label htmlFor={id}>{words.addKey}</label>
        <input
          id={id}
          value={key}
          list={`${id}-list`}
          onChange={(event) => setKey(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") add();
          }}
        />
        <datalist id={`${id}-list`}>
          {known.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </datalist>
        <button type="button" onClick={add}>
          {words.addItem}
        </button>
      </div>
    </fieldset>
  );
}
