import type { ReactNode } from "react";
import type { EngineFault } from "../engine/message.ts";
import { labStore } from "../state/lab-store.ts";
import { useStore } from "../state/store.ts";
import { texts } from "../texts/texts.ts";

/** A fault in the place of a view. */
export function FaultView({ fault }: { fault: EngineFault }): ReactNode {
  return (
    <div className="view-fault">
      <Fault fault={fault} Heading="h1" />
    </div>
  );
}

interface FaultProps {
  readonly fault: EngineFault;
  readonly Heading?: "h1" | "p";
}

/** What is wrong with what the user wrote, where, and the way there. */
export function Fault({ fault, Heading = "p" }: FaultProps): ReactNode {
  const { view } = useStore(labStore);
  const words = texts.fault;
  return (
    <div className="fault" role="alert">
      <Heading className="what">{fault.isOfInput ? words.ofInput : words.ofPavise}</Heading>
      {fault.place === undefined ? (
        <p>{fault.message}</p>
      ) : (
        <dl>
          <dt>{words.place}</dt>
          <dd>
            <code>{`${fault.place} ${fault.path ?? ""}`}</code>
          </dd>
          <dt>{words.expected}</dt>
          <dd>{fault.expected}</dd>
          <dt>{words.got}</dt>
          <dd>{fault.got}</dd>
        </dl>
      )}
      {view === "scenario" ? null : (
        <button
          type="button"
          className="plain"
          onClick={() => labStore.change({ view: "scenario" })}
        >
          {words.open}
        </button>
      )}
    </div>
  );
}
