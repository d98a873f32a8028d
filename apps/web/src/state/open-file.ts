/** A scenario out of a file that the user chose. */
import { TEXT_MAX } from "./link.ts";

/** A file that is not read, with the reason in words for its user. */
export class FileError extends Error {
  readonly size: number;

  constructor(size: number) {
    super(`a file of ${size} bytes`);
    this.size = size;
  }
}

/** Longer names are cut: a link takes no longer one. */
const NAME_MAX = 200;

/**
 * Name and text of a file. It is not judged: the engine says where it cannot be played.
 *
 * @throws FileError for more than {@link TEXT_MAX} bytes, which are not even read.
 */
export async function scenarioFromFile(
  file: File,
): Promise<{ readonly name: string; readonly text: string }> {
  if (file.size > TEXT_MAX) throw new FileError(file.size);
  return { name: file.name.slice(0, NAME_MAX), text: await file.text() };
}
