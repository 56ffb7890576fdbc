/** The browser host as a program: `flopsheet serve`, and what `npm start` opens where there is no desktop window. */
import { findInstallation } from "../backend/installation.ts";
import { helpOf } from "../backend/terminal/command.ts";
import { type ExitCode, exitCodes } from "../backend/terminal/exit-codes.ts";
import { readArguments } from "../backend/terminal/read-arguments.ts";
import { runProgram } from "../backend/terminal/run-program.ts";
import { readPort, serveCommand } from "../backend/terminal/serve-command.ts";
import { processTerminal, type Terminal } from "../backend/terminal/terminal.ts";
import { serve } from "./serve.ts";

const terminal = processTerminal();
await runProgram(terminal, () => main(terminal, process.argv.slice(2)));
// A browser that was opened, or a request that hangs, does not keep the program alive.
process.exit();

async function main(terminal: Terminal, typed: readonly string[]): Promise<ExitCode> {
  const badInput = (message: string): ExitCode => {
    terminal.complain(message);
    return exitCodes.badInput;
  };
  const read = readArguments(serveCommand, typed);
  if (!read.ok) return badInput(read.error);
  if (read.value.help) {
    terminal.write(helpOf(serveCommand));
    return exitCodes.done;
  }
  const { port, "no-open": noOpen } = read.value.options;
  const number = port === undefined ? null : readPort(port);
  if (port !== undefined && number === null) return badInput(`--port ${port}: a port is a number from 0 to 65535.`);
  return serve(terminal, findInstallation(), { port: number, open: noOpen === undefined });
}
