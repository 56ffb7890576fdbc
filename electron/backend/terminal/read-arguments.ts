import { parseArgs } from "node:util";
import { nearest } from "../../../shared/lib/nearest.ts";
import { err, ok, type Result } from "../../../shared/lib/result.ts";
import { type Command, type OptionList, operandsOf, usageOf } from "./command.ts";

/** What was typed after a command's name. A switch is true or absent, an option its value or absent. */
export interface Arguments<Options extends OptionList> {
  readonly help: boolean;
  /** Empty when the command takes none, or only help was asked for. */
  readonly operand: string;
  /** Empty when the command works on one thing at most. */
  readonly second: string;
  readonly options: {
    readonly [Name in keyof Options]: (Options[Name]["value"] extends null ? true : string) | undefined;
  };
}

/** Reads a command's arguments. The error is one sentence on the first thing that is wrong, and the usage. */
export function readArguments<Options extends OptionList>(
  command: Command<Options>,
  typed: readonly string[],
): Result<Arguments<Options>, string> {
  const wrong = (message: string) => err(`${message}\nUsage: ${usageOf(command)}`);
  const names = [...Object.keys(command.options), "help"];
  const config = Object.fromEntries(
    names.map((name) => [name, { type: command.options[name]?.value == null ? "boolean" : "string" } as const]),
  );
  const { tokens } = parseArgs({
    args: [...typed],
    options: config,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });

  const operands: string[] = [];
  const options: Record<string, true | string> = {};
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const option = command.options[token.name];
    if (!names.includes(token.name)) {
      const meant = nearest(token.name, names);
      const suggestion = meant === undefined ? "" : ` Did you mean --${meant}?`;
      return wrong(`${command.name} has no option ${token.rawName}.${suggestion}`);
    }
    const takesValue = option != null && option.value !== null;
    if (takesValue && (token.value === undefined || (!token.inlineValue && /^-./.test(token.value)))) {
      return wrong(`${token.rawName} needs a value: ${token.rawName} ${option.value}.`);
    }
    if (!takesValue && token.value !== undefined) return wrong(`${token.rawName} takes no value.`);
    if (token.name in options) return wrong(`${token.rawName} is given twice.`);
    options[token.name] = token.value ?? true;
  }

  const { help, ...stated } = options;
  const [operand, second] = operands;
  if (help === undefined) {
    const wanted = operandsOf(command);
    const missing = wanted[operands.length];
    if (missing !== undefined) return wrong(`${command.name} needs ${missing.name}.`);
    const extra = operands[wanted.length];
    if (extra !== undefined) return wrong(`${command.name} does not know what to do with ${JSON.stringify(extra)}.`);
  }
  return ok({
    help: help !== undefined,
    operand: operand ?? "",
    second: second ?? "",
    options: stated as Arguments<Options>["options"],
  });
}
