/** Tables of results in a folder: each as canonical CSV and, with the same cells, as Parquet. */
import type { AnswerTable } from "@pavise/lab";
import type { OutputFolder } from "./output-folder.ts";
import { parquetFromCsv } from "./parquet-file.ts";

/** Writes every table twice; the folder puts them in place. */
export function writeTables(folder: OutputFolder, tables: readonly AnswerTable[]): void {
  for (const { name, csv } of tables) {
    folder.write(`${name}.csv`, [csv]);
    folder.write(`${name}.parquet`, [parquetFromCsv(csv)]);
  }
}
