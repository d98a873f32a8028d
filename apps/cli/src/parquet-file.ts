/**
 * A table of results as Parquet, beside its CSV: the CSV is the canonical one, and the columns here
 * are read from it, so that the two cannot differ.
 */
import { parquetWriteBuffer } from "hyparquet-writer";

type Cell = string | number | null;
type ColumnType = "DOUBLE" | "STRING";

/** Fields of every line of a CSV as this program writes it: quotes doubled, lines end in \n. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^,"\n]*))(,|\n|$)/y;
  let row: string[] = [];
  while (pattern.lastIndex < text.length) {
    const [, quoted, plain = "", end] = pattern.exec(text)!;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Numbers where every cell that is written is one, else text: a whole column has one type. */
function columnType(cells: readonly string[]): ColumnType {
  const written = cells.filter((cell) => cell !== "");
  const isNumber = (cell: string): boolean => String(Number(cell)) === cell && cell !== "NaN";
  return written.length > 0 && written.every(isNumber) ? "DOUBLE" : "STRING";
}

/** The bytes of a Parquet file with the columns of a CSV; the same CSV gives the same bytes. */
export function parquetFromCsv(text: string): Uint8Array {
  const [names = [], ...rows] = csvRows(text);
  const columnData = names.map((name, index) => {
    const cells = rows.map((row) => row[index] ?? "");
    const type = columnType(cells);
    const value = (cell: string): Cell => {
      if (cell === "") return null;
      return type === "STRING" ? cell : Number(cell);
    };
    return { name, type, data: cells.map(value) };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: "pavise" }));
}
