/** What happens when a person presses Ctrl-C: clean up, then end as a program that was interrupted. */

const INTERRUPTED = 130;

/** Runs work; on an interrupt cleans up and ends the process. */
export async function withInterrupt<T>(
  cleanUp: () => void,
  work: () => Promise<T>,
  said = "nothing was written",
): Promise<T> {
  const stop = (): void => {
    cleanUp();
    process.stderr.write(`\nInterrupted; ${said}.\n`);
    process.exit(INTERRUPTED);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  try {
    return await work();
  } finally {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  }
}
