/** A worker thread: opens the study for itself and plays the jobs it is sent. */
import { performance } from "node:perf_hooks";
import { parentPort, workerData } from "node:worker_threads";
import { JobPlayer, type StudyJob } from "@pavise/lab";
import { openedStudy } from "./study-source.ts";
import type { ThreadReply, ThreadTask } from "./thread-message.ts";

const { source, plan } = workerData as ThreadTask;
const { subject } = openedStudy(source);
const player = new JobPlayer(subject, plan, () => performance.now());

parentPort?.on("message", ({ index, job }: { index: number; job: StudyJob }) => {
  const reply: ThreadReply = { index, result: player.play(job) };
  parentPort?.postMessage(reply);
});
