/** A line of a form: what is typed or chosen in one field. */
import { fieldName, promisedUnit, shownPath, systemRules, unitSign } from "@pavise/catalogue";
import { type ReactNode, useContext, useId } from "react";
import { laterTexts } from "../texts/later-texts.ts";
import type { Choice, FieldPath } from "./desk.ts";
import { choicesAt } from "./field-choices.ts";
import { FormContext, type FormScope } from "./form-context.ts";
import type { Shape } from "./schema-shape.ts";
import { shownText, typedValue } from "./typed-value.ts";

const words = laterTexts.editor;

export function useForm(): FormScope {
  return useContext(FormContext)!;
}

/** A field as people say it; an id stays what it is. */
export function fieldTitle(name: string): string {
  const said = words.fields[name] ?? fieldName(name);
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** What a form cannot show is one press away in the text. */
export function InText({ path }: { path: FieldPath }): ReactNode {
  const { show } = useForm();
  return (
    <p className="form-field">
      <span>{fieldTitle(String(path.at(-1)))}</span>
      <button type="button" className="plain" onClick={() => show(path)}>
        {words.showText}
      </button>
    </p>
  );
}

interface LineProps {
  readonly path: FieldPath;
  readonly isNeeded?: boolean | undefined;
  /** Keys of a mapping are shown as they are written. */
  readonly isKey?: boolean | undefined;
  readonly owner: FieldPath;
  readonly shape: Shape;
  readonly isOfSource: boolean;
}

export function LineField({
  path,
  owner,
  shape,
  isNeeded,
  isKey,
  isOfSource,
}: LineProps): ReactNode {
  const { yaml, scenario, guide, fault, change } = useForm();
  const id = useId();
  const name = String(owner.at(-1));
  const value = yaml.value(path);
  const shown = shownText(value);
  const commit = (typed: string): void => {
    if (typed.trim() === shown) return;
    const next = typedValue(typed, shape);
    change((now) => (next === undefined ? now.remove(owner) : now.set(path, next)));
  };
  const said = fault !== null && isAt(fault.path, owner) ? faultText(fault) : null;
  const hint = hintOf(shape, name, isOfSource);
  const choices = optionsOf(shape, choicesAt(owner, scenario, guide));
  const shared = {
    id,
    "aria-invalid": said === null ? undefined : true,
    "aria-describedby": `${id}-hint`,
    "data-path": shownPath(owner),
  } as const;
  return (
    <div className="form-field">
      <label htmlFor={id}>
        {isKey ? name : fieldTitle(name)}
        {isNeeded ? <span className="grey"> {words.needed}</span> : null}
      </label>
      {choices === null || choices.length > CHOICES_MAX ? (
        <TypedLine {...shared} shown={shown} commit={commit} choices={choices} shape={shape} />
      ) : (
        <select {...shared} value={shown} onChange={(event) => commit(event.currentTarget.value)}>
          {isNeeded && shown !== "" ? null : <option value="">{words.notWritten}</option>}
          {shown === "" || choices.some((each) => each.id === shown) ? null : (
            <option value={shown}>{shown}</option>
          )}
          {choices.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name === "" ? each.id : each.name}
            </option>
          ))}
        </select>
      )}
      <p id={`${id}-hint`} className={said === null ? "small grey" : "small wrong"}>
        {said ?? hint}
      </p>
    </div>
  );
}

/** Longer lists are typed into, with what fits below. */
const CHOICES_MAX = 24;

interface TypedProps {
  readonly id: string;
  readonly shown: string;
  readonly commit: (typed: string) => void;
  readonly choices: readonly Choice[] | null;
  readonly shape: Shape;
}

function TypedLine({ shown, commit, choices, shape, ...shared }: TypedProps): ReactNode {
  const list = choices === null ? undefined : `${shared.id}-list`;
  return (
    <>
      <input
        {...shared}
        key={shown}
        defaultValue={shown}
        list={list}
        spellCheck={shape.kind === "text"}
        onBlur={(event) => commit(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit(event.currentTarget.value);
        }}
      />
      {choices === null ? null : (
        <datalist id={list}>
          {choices.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </datalist>
      )}
    </>
  );
}

function optionsOf(shape: Shape, named: readonly Choice[] | null): readonly Choice[] | null {
  if (shape.kind === "choice") return shape.values.map((id) => ({ id: String(id), name: "" }));
  if (shape.kind === "flag") {
    return [
      { id: "true", name: words.yes },
      { id: "false", name: words.no },
    ];
  }
  return named;
}

/** Whether a fault is of this field or of something inside it. */
function isAt(faultPath: string | undefined, path: FieldPath): boolean {
  const own = shownPath(path);
  if (faultPath === undefined || !faultPath.startsWith(own)) return false;
  return ["", ".", "["].includes(faultPath.slice(own.length, own.length + 1));
}

export function faultText({
  message,
  expected,
  got,
}: {
  message: string;
  expected?: string;
  got?: string;
}) {
  return expected === undefined ? message : words.wrong(expected, got ?? "");
}

function figure(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 6 });
}

/** Unit, range, and what else may be typed. */
function hintOf(shape: Shape, name: string, isOfSource: boolean): string {
  const unit = unitSign(promisedUnit(name) ?? "");
  const parts = [systemRules[name]?.meaning ?? ""];
  if (shape.kind === "figure") {
    const { least, most, word } = shape;
    const isBound = Number.isFinite(least) && most < 1e11;
    const span = isBound ? words.span(figure(least), figure(most)) : "";
    parts.push(span === "" || unit === "°" ? span + unit : `${span} ${unit}`.trim());
    if (word !== null) parts.push(words.orWord(word));
  }
  if (isOfSource) parts.push(words.stated);
  return parts.filter((part) => part !== "").join(" · ");
}
