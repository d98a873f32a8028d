/** What is printed, and how: dim only where a person looks on. */
import type { TableLine } from "@pavise/lab";

const DIM = "\u001b[2m";
const PLAIN = "\u001b[0m";

function isStyled(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && process.env.NO_COLOR === undefined;
}

/** Prints a result. */
export function print(line = ""): void {
  process.stdout.write(`${line}\n`);
}

/** Prints what is not the result: progress, times, warnings. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Prints a table, widths dimmer than means. */
export function printTable(lines: readonly TableLine[]): void {
  const styled = isStyled(process.stdout);
  for (const { text, dim } of lines) print(dim && styled ? `${DIM}${text}${PLAIN}` : text);
}
