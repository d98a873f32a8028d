/** The ground that a user asks for in place of the scenario's: a word, or a file of heights. */

import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { InputError } from "@pavise/catalogue";
import type { AskedGround, WrittenGround } from "@pavise/lab";
import { Option } from "commander";
import { readTerrain } from "./terrain-file.ts";

/** The flag of every command that plays a scenario. */
export const terrainOption = (): Option =>
  new Option(
    "--terrain <GROUND>",
    "in place of the scenario's: smooth, coarse, or a file of heights (.hgt, GeoTIFF)",
  );

/** What `--terrain` says, as a field of a study's source; no field where it says nothing. */
export async function askedGround(
  text: string | undefined,
): Promise<{ readonly terrain?: AskedGround }> {
  if (text === undefined) return {};
  if (text === "smooth" || text === "coarse") return { terrain: text };
  return { terrain: await readTerrain(text) };
}

/**
 * The ground that a report was made over. Its file is the one that is named, or else lies beside the
 * report or in this folder.
 *
 * @throws InputError where there is no such file, and where its heights are not those of the report.
 */
export async function groundAgain(
  written: WrittenGround | undefined,
  report: string,
  named: string | undefined,
): Promise<{ readonly terrain?: AskedGround }> {
  if (written === undefined || typeof written === "string") {
    if (named === undefined) return written === undefined ? {} : { terrain: written };
    const expected = "nothing, as this report was not made over a file of heights";
    throw new InputError({ place: "--terrain", path: "", expected, got: `"${named}"` });
  }
  const { name, hash } = written;
  const places = named === undefined ? [join(dirname(report), name), name] : [named];
  const path = places.find((each) => existsSync(each));
  const expected = `the file of heights ${name} with the hash ${hash}`;
  if (path === undefined) {
    const got = named === undefined ? "no such file beside it or here" : `no file ${named}`;
    const hint = named === undefined ? " (or --terrain FILE)" : "";
    throw new InputError({ place: basename(report), path: "", expected: expected + hint, got });
  }
  const window = await readTerrain(path, name);
  if (window.hash === hash) return { terrain: window };
  const got = `the hash ${window.hash}`;
  throw new InputError({ place: path, path: "", expected, got });
}
