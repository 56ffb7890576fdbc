import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Runs a program to its exit code. What it throws is a defect: one line, with how to report it, and the place in the
 * sources only with FLOPSHEET_DEBUG=1.
 */
export async function runProgram(terminal: Terminal, program: () => ExitCode | Promise<ExitCode>): Promise<void> {
  const defect = (error: unknown): void => {
    terminal.complain(describeDefect(error, process.env.FLOPSHEET_DEBUG === "1"));
    process.exitCode = exitCodes.defect;
  };
  process.on("uncaughtException", (error) => {
    defect(error);
    process.exit();
  });
  try {
    process.exitCode = await program();
  } catch (error) {
    defect(error);
  }
}

/** What a person reads when the program is at fault. */
export function describeDefect(error: unknown, debug: boolean): string {
  const message = error instanceof Error ? error.message : String(error);
  const [line = ""] = message.split("\n", 1);
  const report = `Flopsheet has a defect: ${line}. Please report this line with the command that led to it; FLOPSHEET_DEBUG=1 adds where it happened.`;
  return debug && error instanceof Error ? `${report}\n${error.stack}` : report;
}
