/** One line of comma-separated values: shortest decimals, quotes where they have to be. */

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The fields of a line, ended by a line feed; what is not a finite number is left empty. */
export function csvLine(fields: readonly (string | number)[]): string {
  const texts = fields.map((each) => {
    return typeof each === "number" && !Number.isFinite(each) ? "" : field(String(each));
  });
  return `${texts.join(",")}\n`;
}
