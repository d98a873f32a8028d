/** `pavise calc`: every model as a calculator, one subcommand each, made from the definitions. */
import {
  type Catalogue,
  InputError,
  likelyValue,
  type Parameter,
  resolveParameter,
  shownQuantity,
  unitFactor,
} from "@pavise/catalogue";
import {
  answerData,
  answerLines,
  type Calculator,
  type CalculatorInput,
  calculators,
  optionFromName,
  wrappedLines,
} from "@pavise/lab";
import type { Command } from "commander";
import { catalogueFolder, openedCatalogue } from "../study-source.ts";
import { print } from "../terminal.ts";

const COLUMNS = 100;

type Flags = Readonly<Record<string, string | true | undefined>>;

function inputHelp({ meaning, expected, standard, isOptional }: CalculatorInput<unknown>): string {
  const more = standard === undefined ? (isOptional ? "; may be left out" : "") : `; ${standard}`;
  return `${meaning}: ${expected}${more}`;
}

function helpTail({ name, examples, source, limits }: Calculator): string {
  const lines = [
    "",
    "Examples:",
    ...examples.map((each) => `  pavise calc ${name} ${shellWords(each)}`),
    "",
    ...wrappedLines(`Source: ${source}`, COLUMNS, 2),
    ...limits.flatMap((limit) => wrappedLines(`Limit: ${limit}`, COLUMNS, 2)),
  ];
  return lines.join("\n");
}

/** An example as a shell takes it: a semicolon would end the command. */
function shellWords(example: string): string {
  return example
    .split(" ")
    .map((word) => (word.includes(";") ? `"${word}"` : word))
    .join(" ");
}

/** `systems.patriot.antenna_height_m` in place of a number: its likely value is taken. */
const PATH = /^(?:systems|threats|places)\.[\w.-]+$/;

/** Units of the catalogue as calculators write them. */
const UNITS: Readonly<Record<string, string>> = {
  deg: "°",
  "deg (WGS-84)": "°",
  fraction: "",
  "kg/m2": "kg/m²",
  m2: "m²",
  rounds: "",
  scans: "",
  threats: "",
  launchers: "",
};

/** A value of the catalogue in the place of a number. */
interface Taken {
  readonly option: string;
  readonly text: string;
  readonly parameter: Parameter;
}

/** @throws InputError for a path that the catalogue has not, or whose unit is another. */
function takenValue(
  name: string,
  path: string,
  asked: CalculatorInput<unknown>,
  all: Catalogue,
): Taken {
  const option = optionFromName(name);
  const parameter = resolveParameter(all, path);
  const { value } = parameter.datum;
  const likely = likelyValue(value);
  const unit = parameter.rule.unit;
  const factor = (UNITS[unit] ?? unit) === asked.unit ? 1 : unitFactor(unit, asked.unit);
  if (likely === null || factor === null) {
    const expected = `${asked.expected}, or a path of the catalogue in that unit`;
    const got = `${path}, ${shownQuantity(value, unit)}`;
    throw new InputError({ place: option, path: "", expected, got });
  }
  // Seven digits: a factor of a thousand leaves no tail of binary digits behind.
  return { option, text: String(Number((likely * factor).toPrecision(7))), parameter };
}

function takenLine({ option, text, parameter: { path, datum, rule } }: Taken): string {
  const told = `${shownQuantity(datum.value, rule.unit)} · ${datum.kind}, ${datum.confidence} · ${datum.sources.join(", ")}`;
  return `${option} ${text} is the likely value of ${path}: ${told}`;
}

function answer(calculator: Calculator, { json, ...texts }: Flags, catalogue: Catalogue): void {
  const taken: Taken[] = [];
  const given = Object.entries(texts).map(([name, text]) => {
    const asked = calculator.inputs[name];
    if (asked === undefined || typeof text !== "string" || !PATH.test(text)) return [name, text];
    const value = takenValue(name, text, asked, catalogue);
    taken.push(value);
    return [name, value.text];
  });
  const found = calculator.answer(Object.fromEntries(given));
  if (json === true) {
    const data = answerData(calculator, found);
    const from = taken.map(({ option, parameter: { path, datum, rule } }) => {
      const { value, kind, confidence, sources } = datum;
      return { option, path, value, unit: rule.unit, kind, confidence, sources };
    });
    const withValues = from.length === 0 ? data : { ...data, catalogue: from };
    print(JSON.stringify(withValues, null, 2));
    return;
  }
  for (const line of answerLines(calculator, found, COLUMNS)) print(line);
  for (const each of taken) {
    for (const line of wrappedLines(takenLine(each), COLUMNS, 2)) print(line);
  }
}

/** Adds `calc` and its calculators to the program. */
export function addCalc(program: Command, overlay: () => string | undefined): void {
  const calc = program
    .command("calc")
    .description("the models as calculators, with their sources")
    .addHelpText(
      "after",
      "\nIn place of a number, a path of the catalogue takes its likely value:\n" +
        "  pavise calc horizon --height-m systems.nasams.antenna_height_m --threat-height-m 50",
    );
  for (const calculator of calculators) {
    const command = calc.command(calculator.name).description(calculator.title);
    for (const [name, input] of Object.entries(calculator.inputs)) {
      command.option(`${optionFromName(name)} <value>`, inputHelp(input));
    }
    command
      .option("--json", "print the answer as JSON")
      .addHelpText("after", helpTail(calculator))
      .action((flags: Flags) => {
        answer(calculator, flags, openedCatalogue(catalogueFolder(overlay())));
      });
  }
}
