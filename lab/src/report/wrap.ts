/**
 * Text in lines of at most `columns`, broken at blanks; every line but the first starts with so many
 * blanks. A word that is longer than a line stands alone.
 */
export function wrappedLines(text: string, columns: number, indent = 0): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const start = lines.length === 0 ? 0 : indent;
    if (line.length > start && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = " ".repeat(indent) + word;
    } else {
      line = line === "" ? word : line.trim() === "" ? line + word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}
