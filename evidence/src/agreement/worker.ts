/** Plays the jobs it is sent, in a thread of its own. */
import { parentPort } from "node:worker_threads";
import { ainAlAsad } from "../setups/ain-al-asad.ts";
import { type AgreementJob, playJob } from "./job.ts";

const port = parentPort;
if (port === null) throw new Error("agreement worker: expected to be started as a thread");
const scenario = ainAlAsad();
port.on("message", (job: AgreementJob) => port.postMessage(playJob(job, scenario)));
