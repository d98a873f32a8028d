import { type ChangeEvent, type ReactNode, useState } from "react";
import { TEXT_MAX } from "../state/link.ts";
import { FileError, scenarioFromFile } from "../state/open-file.ts";
import { openScenario } from "../state/open-scenario.ts";
import { texts } from "../texts/texts.ts";

/** Opens a scenario file of the user's, or says why not. The label stands outside, by its id. */
export function OwnFile({ id }: { id: string }): ReactNode {
  const [said, setSaid] = useState("");
  const words = texts.gallery;
  const open = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.currentTarget.files?.[0];
    if (file === undefined) return;
    setSaid("");
    scenarioFromFile(file).then(openScenario, (error: unknown) =>
      setSaid(
        error instanceof FileError ? words.ownTooLong(error.size, TEXT_MAX) : words.ownUnread,
      ),
    );
  };
  return (
    <>
      <input id={id} type="file" accept=".yaml,.yml,.json" onChange={open} />
      {said === "" ? null : (
        <p role="alert" className="fault">
          {said}
        </p>
      )}
    </>
  );
}
