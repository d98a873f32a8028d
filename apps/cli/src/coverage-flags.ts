/** What `pavise coverage` is asked on the command line. */

import { InputError } from "@pavise/catalogue";
import { coverageClasses, type ThreatClass } from "@pavise/lab";
import { type Command, Option } from "commander";
import { coverage } from "./coverage-command.ts";
import { askedGround, terrainOption } from "./ground.ts";
import type { StudySource } from "./study-source.ts";

interface CoverageFlags {
  readonly option?: string;
  readonly rcs: number;
  readonly heights: number[];
  readonly class?: ThreatClass[];
  readonly terrain?: string;
  readonly country?: string;
  readonly spacing: number;
  readonly json?: true;
  readonly out?: string;
  readonly seed: number;
  readonly set?: string[];
}

function numberFrom(flag: string, least: number, greatest: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== "" && value >= least && value <= greatest) return value;
    const expected = `a number from ${least} to ${greatest}`;
    throw new InputError({ place: flag, path: "", expected, got: `"${text}"` });
  };
}

/** Heights in kilometres, as metres. */
function heightsFrom(text: string): number[] {
  const height = numberFrom("--heights", 0.001, 1000);
  return text.split(",").map((each) => Math.round(1000 * height(each)));
}

/** Classes of threat, without repetition. */
function classesFrom(text: string): ThreatClass[] {
  return text.split(",").map((word) => {
    const known = coverageClasses.find((each) => each === word.trim());
    if (known !== undefined) return known;
    const expected = coverageClasses.join(", ");
    throw new InputError({ place: "--class", path: "", expected, got: `"${word}"` });
  });
}

/** Adds the command; `sourceOf` reads the scenario that is named. */
export function addCoverage(
  program: Command,
  sourceOf: (named: string, flags: { seed: number; set?: string[] }) => StudySource,
): void {
  program
    .command("coverage")
    .description("draw where a defence sees and reaches, by height above the ground")
    .argument("<scenario>", "id or path")
    .option("--option <ID>", "the defence; the first that has fire units, if not given")
    .addOption(
      new Option("--rcs <M2>", "radar cross-section of what is to be seen")
        .argParser(numberFrom("--rcs", 1e-6, 1e6))
        .default(1),
    )
    .addOption(
      new Option("--heights <LIST>", "kilometres above the ground, with commas between")
        .argParser(heightsFrom)
        .default([100, 500, 1000, 3000, 10_000, 20_000], "0.1,0.5,1,3,10,20"),
    )
    .addOption(terrainOption())
    .addOption(
      new Option(
        "--class <LIST>",
        "classes of threat, with commas between (default: all that the units can engage)",
      ).argParser(classesFrom),
    )
    .option(
      "--country <NAME>",
      "whose airspace is shared out (default: the one where the first unit stands)",
    )
    .addOption(
      new Option("--spacing <KM>", "distance between the places that are asked about")
        .argParser(numberFrom("--spacing", 0.2, 50))
        .default(5),
    )
    .addOption(new Option("--seed <N>").argParser(Number).default(1).hideHelp())
    .option("--set <PATH=VALUE...>", "put a value in place of what is published")
    .option("--json", "print the GeoJSON and nothing else")
    .option("--out <DIR>", "write coverage.geojson and coverage.svg there")
    .action(async (named: string, flags: CoverageFlags) => {
      const { option, rcs, heights, terrain, seed, set } = flags;
      const source = sourceOf(named, { seed, ...(set === undefined ? {} : { set }) });
      await coverage({
        source: { ...source, ...(await askedGround(terrain)) },
        option,
        rcs,
        heights,
        classes: flags.class ?? null,
        country: flags.country ?? null,
        spacingKm: flags.spacing,
        json: flags.json === true,
        out: flags.out ?? null,
      });
    });
}
