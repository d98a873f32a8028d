/** A worker thread: opens the study for itself and plays the jobs it is sent. */
import { performance } from "node:perf_hooks";
import { parentPort, workerData } from "node:worker_threads";
import { InputError } from "@pavise/catalogue";
import { JobPlayer, type StudyJob } from "@pavise/lab";
import { openedStudy } from "./study-source.ts";
import type { ThreadReply, ThreadTask } from "./thread-message.ts";

const { source, plan } = workerData as ThreadTask;
const { subject } = openedStudy(source);
const player = new JobPlayer(subject, plan, () => performance.now());

parentPort?.on("message", ({ index, job }: { index: number; job: StudyJob }) => {
  parentPort?.postMessage(replyTo(index, job));
});

function replyTo(index: number, job: StudyJob): ThreadReply {
  try {
    return { index, result: player.play(job) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { place, path, expected, got } = error;
    return { fault: { place, path, expected, got } };
  }
}
