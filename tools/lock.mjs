// One process at a time: a folder is made by exactly one of many who try at once, on every system.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A holder that is gone without a word is forgiven after this long. */
const silentMsMax = 10_000;

function pause(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Whether whoever made the folder has ended without removing it. */
function isAbandoned(folder) {
  try {
    return !isRunning(Number(readFileSync(join(folder, "pid"), "utf8")));
  } catch {
    const made = statSync(folder, { throwIfNoEntry: false });
    return made !== undefined && Date.now() - made.mtimeMs > silentMsMax;
  }
}

function take(folder) {
  try {
    mkdirSync(folder);
  } catch (error) {
    // Windows answers EPERM while another process is just removing the folder.
    if (error.code === "EEXIST" || error.code === "EPERM") return false;
    throw error;
  }
  writeFileSync(join(folder, "pid"), String(process.pid));
  return true;
}

/** Runs an action while no other process runs one under the same folder. */
export function alone(folder, action) {
  while (!take(folder)) {
    if (isAbandoned(folder)) rmSync(folder, { recursive: true, force: true });
    else pause(100);
  }
  const release = () => rmSync(folder, { recursive: true, force: true });
  // An action may end the process: the folder goes with it.
  process.once("exit", release);
  try {
    return action();
  } finally {
    process.removeListener("exit", release);
    release();
  }
}
