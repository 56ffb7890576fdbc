/** The command line: finds the command, reads its arguments and runs it. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { nearest } from "../../shared/lib/nearest.ts";
import { findInstallation } from "../backend/installation.ts";
import { type Command, helpOf, helpOfAll, type OptionList, usageOf } from "../backend/terminal/command.ts";
import { type ExitCode, exitCodes } from "../backend/terminal/exit-codes.ts";
import { type Arguments, readArguments } from "../backend/terminal/read-arguments.ts";
import { runProgram } from "../backend/terminal/run-program.ts";
import { processTerminal } from "../backend/terminal/terminal.ts";
import {
  commands,
  compareCommand,
  diffCommand,
  estimateCommand,
  fitCommand,
  importQuotesCommand,
  importSweepCommand,
  modelCommand,
  recordBackupCommand,
  recordExportCommand,
  recordImportCommand,
  recordInfoCommand,
  redTeamCommand,
  scheduleCommand,
  sheetCommand,
  validateCommand,
} from "./command-list.ts";

const terminal = processTerminal();
const words = process.argv.slice(2);
/** Commands of these families are named by two words. */
const isFamily = words[0] === "record" || words[0] === "import";
const wordsOfName = isFamily && words[1] !== undefined && !words[1].startsWith("-") ? 2 : 1;
const name = words.length === 0 ? undefined : words.slice(0, wordsOfName).join(" ");
const typed = words.slice(wordsOfName);

await runProgram(terminal, main);

function main(): ExitCode | Promise<ExitCode> {
  switch (name) {
    case undefined:
      terminal.complain(helpOfAll(commands).trimEnd());
      return exitCodes.badInput;
    case "--help":
      terminal.write(helpOfAll(commands));
      return exitCodes.done;
    case "--version":
      terminal.write(`${findInstallation().version}\n`);
      return exitCodes.done;
    case "estimate":
      return run(estimateCommand, async (read) => {
        const { runEstimate } = await import("./commands/estimate.ts");
        return runEstimate(terminal, read);
      });
    case "sheet":
      return run(sheetCommand, async (read) => {
        const { runSheet } = await import("./commands/sheet.ts");
        return runSheet(terminal, read);
      });
    case "diff":
      return run(diffCommand, async (read) => {
        const { runDiff } = await import("./commands/diff.ts");
        return runDiff(terminal, read);
      });
    case "fit":
      return run(fitCommand, async (read) => {
        const { runFit } = await import("./commands/fit.ts");
        return runFit(terminal, read);
      });
    case "red-team":
      return run(redTeamCommand, async (read) => {
        const { runRedTeam } = await import("./commands/red-team.ts");
        return runRedTeam(terminal, read);
      });
    case "schedule":
      return run(scheduleCommand, async (read) => {
        const { runSchedule } = await import("./commands/schedule.ts");
        return runSchedule(terminal, read);
      });
    case "compare":
      return run(compareCommand, async (read) => {
        const { runCompare } = await import("./commands/compare.ts");
        return runCompare(terminal, read);
      });
    case "validate":
      return run(validateCommand, async ({ operand }) => {
        const { runValidate } = await import("./commands/validate.ts");
        return runValidate(terminal, operand);
      });
    case "model":
      return run(modelCommand, async (read) => {
        const { runModel } = await import("./commands/model.ts");
        return runModel(terminal, read);
      });
    case "serve":
      return becomeServer(typed);
    case "import sweep":
      return run(importSweepCommand, async (read) => {
        const { runImportSweep } = await import("./commands/import-sweep.ts");
        return runImportSweep(terminal, read);
      });
    case "import quotes":
      return run(importQuotesCommand, async (read) => {
        const { runImportQuotes } = await import("./commands/import-quotes.ts");
        return runImportQuotes(terminal, read);
      });
    case "record":
    case "import":
      return overviewOf(name);
    case "record info":
      return run(recordInfoCommand, async (read) => {
        const { runRecordInfo } = await import("./commands/record.ts");
        return runRecordInfo(terminal, read);
      });
    case "record backup":
      return run(recordBackupCommand, async () => {
        const { runRecordBackup } = await import("./commands/record.ts");
        return runRecordBackup(terminal);
      });
    case "record export":
      return run(recordExportCommand, async ({ operand }) => {
        const { runRecordExport } = await import("./commands/record.ts");
        return runRecordExport(terminal, operand);
      });
    case "record import":
      return run(recordImportCommand, async ({ operand }) => {
        const { runRecordImport } = await import("./commands/record.ts");
        return runRecordImport(terminal, operand);
      });
    default:
      return refuse(unknown(name));
  }
}

async function run<Options extends OptionList>(
  command: Command<Options>,
  act: (read: Arguments<Options>) => Promise<ExitCode>,
): Promise<ExitCode> {
  const read = readArguments(command, typed);
  if (!read.ok) return refuse(read.error);
  if (!read.value.help) return act(read.value);
  terminal.write(helpOf(command));
  return exitCodes.done;
}

/** `record` or `import` alone names none of its commands; with --help it lists them. */
function overviewOf(family: string): ExitCode {
  const usages = commands.filter((command) => command.name.startsWith(`${family} `)).map(usageOf);
  const list = usages.map((usage) => `  ${usage}`).join("\n");
  if (typed.length !== 1 || typed[0] !== "--help") return refuse(`${family} needs a second word:\n${list}`);
  terminal.write(`${list}\n`);
  return exitCodes.done;
}

function refuse(message: string): ExitCode {
  terminal.complain(message);
  return exitCodes.badInput;
}

function unknown(word: string): string {
  const isOption = word.startsWith("-");
  const known = isOption ? ["--help", "--version"] : commands.map((command) => command.name);
  const meant = nearest(word, known);
  const suggestion = meant === undefined ? "" : ` Did you mean ${meant}?`;
  return `There is no ${isOption ? "option" : "command"} ${word}.${suggestion}\nflopsheet --help lists them all.`;
}

/** The browser host is a program of its own, beside this one: this process goes on as that, and ends as that. */
async function becomeServer(args: readonly string[]): Promise<ExitCode> {
  const program = join(findInstallation().root, "out", "server", "main.js");
  process.argv = [process.execPath, program, ...args];
  await import(pathToFileURL(program).href);
  return exitCodes.done;
}
