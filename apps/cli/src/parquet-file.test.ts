import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { csvRows, parquetFromCsv } from "./parquet-file.ts";

const csv = 'option,share,note\nnone,0.1,\n"a ""b"", c",-2e-7,two\nd,,"line\nbreak"\n';

test("reads its own CSV: quotes doubled, commas and line ends within quotes, empty cells", () => {
  expect(csvRows(csv)).toEqual([
    ["option", "share", "note"],
    ["none", "0.1", ""],
    ['a "b", c', "-2e-7", "two"],
    ["d", "", "line\nbreak"],
  ]);
});

test("another program reads from the Parquet file the cells of the CSV, numbers as numbers", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pavise-parquet-"));
  const path = join(folder, "table.parquet");
  writeFileSync(path, parquetFromCsv(csv));
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  const reader = await connection.runAndReadAll(
    `select *, typeof(share) as kind from read_parquet('${path}')`,
  );
  expect(reader.getRowsJson()).toEqual([
    ["none", 0.1, null, "DOUBLE"],
    ['a "b", c', -2e-7, "two", "DOUBLE"],
    ["d", null, "line\nbreak", "DOUBLE"],
  ]);
  connection.closeSync();
  database.closeSync();
  rmSync(folder, { recursive: true });
});

test("a column with one cell that is no number is text, and the same CSV gives the same bytes", () => {
  expect(parquetFromCsv("a\n1\nx\n")).toEqual(parquetFromCsv("a\n1\nx\n"));
  expect(parquetFromCsv("a\n1\nx\n")).not.toEqual(parquetFromCsv("a\n1\n2\n"));
});
