/** A question to the engine that is asked again whenever it changes; the last answer stays meanwhile. */

import { useCallback, useEffect, useState } from "react";
import { EngineError, pageEngine } from "../engine/engine.ts";
import type { EngineFault, Questions, Topic } from "../engine/message.ts";

export interface Asked<T extends Topic> {
  /** The newest answer, of an earlier question while `isAsking`. */
  readonly says: Questions[T]["says"] | null;
  readonly fault: EngineFault | null;
  readonly isAsking: boolean;
  readonly again: () => void;
}

interface Heard<T extends Topic> {
  /** What was asked. */
  readonly key: string;
  readonly says: Questions[T]["says"] | null;
  readonly fault: EngineFault | null;
}

/** An error of the engine as plain data. */
export function engineFault(error: unknown): EngineFault {
  if (error instanceof EngineError) return error.fault;
  return { message: error instanceof Error ? error.message : String(error), isOfInput: false };
}

/** Null asks nothing. */
export function useAsked<T extends Topic>(topic: T, asks: Questions[T]["asks"] | null): Asked<T> {
  const [heard, setHeard] = useState<Heard<T> | null>(null);
  const [round, setRound] = useState(0);
  // With the round in it: another one asks the same again.
  const key = asks === null ? "" : JSON.stringify([asks, round]);
  useEffect(() => {
    if (key === "") return;
    let isCurrent = true;
    const hear = (says: Heard<T>["says"], fault: EngineFault | null): void => {
      if (isCurrent) setHeard({ key, says, fault });
    };
    const [question] = JSON.parse(key) as [Questions[T]["asks"], number];
    pageEngine()
      .ask(topic, question)
      .then(
        (says) => hear(says, null),
        (error: unknown) => hear(null, engineFault(error)),
      );
    return () => {
      isCurrent = false;
    };
  }, [topic, key]);
  const again = useCallback(() => {
    setHeard(null);
    setRound((each) => each + 1);
  }, []);
  const isAsking = key !== "" && heard?.key !== key;
  return {
    says: key === "" ? null : (heard?.says ?? null),
    fault: isAsking || key === "" ? null : (heard?.fault ?? null),
    isAsking,
    again,
  };
}
