/** Why threats arrived, defence by defence: the one that is looked at first, then the others. */

import type { StudySource } from "@pavise/lab";
import { useEffect, useState } from "react";
import { pageEngine } from "../engine/engine.ts";
import type { EngineFault, ToldReasons } from "../engine/message.ts";
import type { StudySize } from "../state/lab-state.ts";
import { engineFault } from "./use-asked.ts";

export type ReasonsByOption = ReadonlyMap<string, ToldReasons | EngineFault>;

export interface AskedAsset {
  readonly id: string;
  readonly name: string;
}

export function isTold(each: ToldReasons | EngineFault | undefined): each is ToldReasons {
  return each !== undefined && "assets" in each;
}

/** Arrivals of a night in the mean, to two digits that say something. */
export function perNight(arrivals: number, nights: number): string {
  return String(Number((arrivals / nights).toPrecision(2)));
}

/** What was counted so far; empty after every change of the study. */
export function useReasons(
  source: StudySource,
  size: StudySize,
  options: readonly string[],
  first: string,
): ReasonsByOption {
  const study = JSON.stringify([source, size]);
  const [counted, setCounted] = useState<{ study: string; told: ReasonsByOption }>({
    study,
    told: new Map(),
  });
  const told: ReasonsByOption = counted.study === study ? counted.told : new Map();
  const next = [first, ...options].find((option) => !told.has(option));
  useEffect(() => {
    if (next === undefined) return;
    const [ownSource, ownSize] = JSON.parse(study) as [StudySource, StudySize];
    let isCurrent = true;
    const take = (each: ToldReasons | EngineFault): void => {
      if (!isCurrent) return;
      setCounted((before) => {
        const known = before.study === study ? before.told : [];
        return { study, told: new Map([...known, [next, each]]) };
      });
    };
    pageEngine()
      .ask("reasons", { source: ownSource, option: next, size: ownSize })
      .then(take, (error: unknown) => take(engineFault(error)));
    return () => {
      isCurrent = false;
    };
  }, [study, next]);
  return told;
}
