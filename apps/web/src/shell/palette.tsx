import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { View } from "../state/lab-state.ts";
import { texts } from "../texts/texts.ts";
import { type Command, commandsMatching, commandsNow } from "./commands.ts";

/** Commands by name: Ctrl K opens it anywhere, arrows choose, Enter runs, Escape leaves. */
export function Palette({ views }: { views: readonly View[] }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const hear = (event: globalThis.KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener("keydown", hear);
    return () => removeEventListener("keydown", hear);
  }, []);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  const words = texts.shell;
  return (
    <>
      <button type="button" className="plain" onClick={() => setOpen(true)}>
        {words.palette} <kbd>{words.paletteKey}</kbd>
      </button>
      <dialog
        ref={dialog}
        className="palette"
        aria-label={words.palette}
        onClose={() => setOpen(false)}
      >
        {isOpen ? <Chooser views={views} close={() => setOpen(false)} /> : null}
      </dialog>
    </>
  );
}

interface ChooserProps {
  readonly views: readonly View[];
  readonly close: () => void;
}

function Chooser({ views, close }: ChooserProps): ReactNode {
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const words = texts.shell;
  const found = commandsMatching(commandsNow(views), typed);
  const current = Math.min(chosen, found.length - 1);
  const run = (command: Command | undefined): void => {
    if (command === undefined) return;
    close();
    command.run();
  };
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      const next = (current + step + found.length) % found.length;
      setChosen(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      event.preventDefault();
      run(found[current]);
    }
  };
  return (
    <>
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${current}` : undefined}
        aria-label={words.paletteField}
        placeholder={words.paletteField}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={press}
      />
      <div id={id} role="listbox" aria-label={words.palette}>
        {found.map((command, index) => (
          <div
            key={command.name}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            onClick={() => run(command)}
            onKeyDown={press}
          >
            {command.name}
          </div>
        ))}
      </div>
      {found.length === 0 ? <p className="grey">{words.paletteNothing}</p> : null}
    </>
  );
}
