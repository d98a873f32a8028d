/** What passes between the main thread and its workers. */
import type { Fault } from "@pavise/catalogue";
import type { JobResult, StudyPlan } from "@pavise/lab";
import type { StudySource } from "./study-source.ts";

export interface ThreadTask {
  readonly source: StudySource;
  readonly plan: StudyPlan;
}

/** A result, or what was wrong with the input: an error of its class does not cross threads. */
export type ThreadReply =
  | { readonly index: number; readonly result: JobResult }
  | { readonly fault: Fault };
