/** Progress of a study on standard error: a bar for people, a line now and then for a log. */
import { SingleBar } from "cli-progress";

/** In a log, a line this often at most. */
const LOG_MILLISECONDS = 10_000;

export class ProgressBar {
  private readonly bar: SingleBar;
  private started = false;
  private total = 0;

  constructor() {
    this.bar = new SingleBar({
      format:
        "{bar} {percentage} % · {value} of {total} jobs · {duration_formatted} · {eta_formatted} left",
      stream: process.stderr,
      noTTYOutput: true,
      notTTYSchedule: LOG_MILLISECONDS,
      clearOnComplete: true,
      hideCursor: true,
      barsize: 40,
      barCompleteChar: "━",
      barIncompleteChar: "─",
    });
  }

  show(done: number, total: number): void {
    if (!this.started) this.bar.start(total, done);
    else {
      // What is asked beside a study is counted anew.
      if (total !== this.total) this.bar.setTotal(total);
      this.bar.update(done);
    }
    this.started = true;
    this.total = total;
  }

  stop(): void {
    if (this.started) this.bar.stop();
  }
}
