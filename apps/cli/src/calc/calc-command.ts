/** `pavise calc`: every model as a calculator, one subcommand each, made from the definitions. */
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

function answer(calculator: Calculator, { json, ...texts }: Flags): void {
  const found = calculator.answer(texts as Record<string, string | undefined>);
  if (json === true) print(JSON.stringify(answerData(calculator, found), null, 2));
  else for (const line of answerLines(calculator, found, COLUMNS)) print(line);
}

/** Adds `calc` and its calculators to the program. */
export function addCalc(program: Command): void {
  const calc = program.command("calc").description("the models as calculators, with their sources");
  for (const calculator of calculators) {
    const command = calc.command(calculator.name).description(calculator.title);
    for (const [name, input] of Object.entries(calculator.inputs)) {
      command.option(`${optionFromName(name)} <value>`, inputHelp(input));
    }
    command
      .option("--json", "print the answer as JSON")
      .addHelpText("after", helpTail(calculator))
      .action((flags: Flags) => answer(calculator, flags));
  }
}
