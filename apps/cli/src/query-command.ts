/** `pavise query`: SQL over the results of studies, and results as Parquet. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { InputError, shownValue } from "@pavise/catalogue";
import type { Command } from "commander";
import { print } from "./terminal.ts";

export interface QueryRequest {
  readonly sql: string;
  /** Folder of results: every CSV in it is a table of its name. */
  readonly folder: string;
  /** Where the answer goes as Parquet, in place of the terminal. */
  readonly parquet: string | undefined;
  readonly json: boolean;
}

/** A text as SQL writes it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function tablesOf(folder: string): string[] {
  const isFolder = existsSync(folder) && statSync(folder).isDirectory();
  const names = isFolder ? readdirSync(folder).filter((name) => /^[a-z]+\.csv$/.test(name)) : [];
  if (names.length > 0) return names.map((name) => name.slice(0, -4)).sort();
  const expected = "a folder of results, with outcomes.csv or sweep.csv in it";
  throw new InputError({ place: "--in", path: "", expected, got: shownValue(folder) });
}

/**
 * Answers a query over the tables of a folder. The database lies in memory and may read no other file.
 *
 * @throws InputError for SQL that cannot be answered, with what the database says.
 */
export async function query({ sql, folder, parquet, json }: QueryRequest): Promise<void> {
  const tables = tablesOf(folder);
  // Loaded when it is asked for: it is large, and nothing else needs it.
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  try {
    for (const table of tables) {
      const path = quoted(join(folder, `${table}.csv`));
      await connection.run(`create table ${table} as from read_csv(${path}, header = true)`);
    }
    const statements = await connection.extractStatements(sql);
    if (statements.count !== 1) throw new Error(`one statement, not ${statements.count}`);
    if (parquet !== undefined) await connection.run(`set allowed_paths = [${quoted(parquet)}]`);
    await connection.run("set enable_external_access = false");
    if (parquet !== undefined) {
      const select = sql.trim().replace(/;$/, "");
      await connection.run(`copy (${select}) to ${quoted(parquet)} (format parquet)`);
      print(`Wrote ${parquet}`);
      return;
    }
    const reader = await connection.runAndReadAll(sql);
    if (json) print(JSON.stringify(reader.getRowObjectsJson(), undefined, 2));
    else printRows(reader.columnNames(), reader.getRowsJson());
  } catch (error) {
    const said = error instanceof Error ? error.message.split("\n")[0]! : String(error);
    const expected = `SQL over ${tables.join(", ")}`;
    throw new InputError({ place: "query", path: "", expected, got: said });
  } finally {
    connection.closeSync();
    database.closeSync();
  }
}

/** Columns as wide as their longest cell. */
function printRows(names: readonly string[], rows: readonly (readonly unknown[])[]): void {
  const texts = rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell))));
  const widths = names.map((name, i) =>
    Math.max(name.length, ...texts.map((row) => row[i]!.length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join("  ")
      .trimEnd();
  print(line(names));
  print(widths.map((width) => "─".repeat(width)).join("  "));
  for (const row of texts) print(line(row));
}

interface QueryFlags {
  readonly in: string;
  readonly parquet?: string;
  readonly json?: true;
}

/** Adds the command. */
export function addQuery(program: Command): void {
  program
    .command("query")
    .description("ask the results of a study by SQL; every CSV of the folder is a table")
    .argument("<sql>", "such as 'select option, avg(arrived) from outcomes group by option'")
    .option("--in <DIR>", "folder of results", "out/ain-al-asad-2020")
    .option("--parquet <FILE>", "write the answer as Parquet")
    .option("--json", "print the rows as JSON")
    .action(async (sql: string, flags: QueryFlags) => {
      const { in: folder, parquet, json } = flags;
      await query({ sql, folder, parquet, json: json === true });
    });
}
