/**
 * What a study has played so far, kept in a file beside its results so that it can go on after
 * anything that stopped it. One line a result, each with a hash of itself: a line that was cut off
 * is not taken for one. The results are numbers that text keeps exactly, so a study that was resumed
 * is the study that was not stopped, byte for byte.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { hashText } from "@pavise/kernel";
import type { Executor, JobResult, StudyJob } from "@pavise/lab";

const STATE_FILE = ".study-state.jsonl";

export class StudyState {
  private readonly path: string;
  private readonly folder: string;
  private readonly played = new Map<string, JobResult>();
  private readonly file: number;

  /** @param identity all that the results depend on: a state of another study is begun anew */
  constructor(folder: string, identity: string) {
    this.folder = folder;
    this.path = join(folder, STATE_FILE);
    mkdirSync(folder, { recursive: true });
    removeParts(folder);
    const head = lineOf({ study: hashText(identity) });
    const kept = existsSync(this.path) ? readFileSync(this.path, "utf8") : "";
    const isOurs = kept.startsWith(head);
    const bytes = isOurs ? this.read(kept, head.length) : 0;
    if (bytes > 0) truncateSync(this.path, bytes);
    this.file = openSync(this.path, isOurs ? "a" : "w");
    if (!isOurs) writeSync(this.file, head);
  }

  /** Results that need not be played again. */
  get count(): number {
    return this.played.size;
  }

  /** Reads lines until one is not whole; answers with how many bytes were good. */
  private read(text: string, from: number): number {
    let at = from;
    for (;;) {
      const end = text.indexOf("\n", at);
      if (end < 0) break;
      const line = text.slice(at, end);
      if (hashText(line.slice(17)) !== line.slice(0, 16)) break;
      const { job, result } = JSON.parse(line.slice(17)) as { job: StudyJob; result: JobResult };
      this.played.set(JSON.stringify(job), result);
      at = end + 1;
    }
    return Buffer.byteLength(text.slice(0, at));
  }

  keep(job: StudyJob, result: JobResult): void {
    writeSync(this.file, lineOf({ job, result }));
  }

  /** An executor that plays only what was not played before. */
  resuming(executor: Executor): Executor {
    return {
      play: async (jobs, progress) => {
        const known = jobs.map((job) => this.played.get(JSON.stringify(job)));
        const missing = jobs.filter((_, index) => known[index] === undefined);
        const before = jobs.length - missing.length;
        if (before > 0) progress(before);
        const fresh =
          missing.length === 0
            ? []
            : await executor.play(
                missing,
                (done) => progress(before + done),
                (job, result) => this.keep(job, result),
              );
        let next = 0;
        return known.map((result) => result ?? fresh[next++]!);
      },
    };
  }

  /** The results are in their place: the state is no longer needed. */
  remove(): void {
    closeSync(this.file);
    rmSync(this.path, { force: true });
    removeParts(this.folder);
  }
}

function lineOf(value: unknown): string {
  const text = JSON.stringify(value);
  return `${hashText(text)} ${text}\n`;
}

/** Takes away what a killed process had begun to write. */
function removeParts(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^\..*\.\d+\.part$/.test(name)) rmSync(join(folder, name), { force: true });
  }
}
