/** What passes between the main thread and its workers. */
import type { JobResult, StudyPlan } from "@pavise/lab";
import type { StudySource } from "./study-source.ts";

export interface ThreadTask {
  readonly source: StudySource;
  readonly plan: StudyPlan;
}

export interface ThreadReply {
  readonly index: number;
  readonly result: JobResult;
}
