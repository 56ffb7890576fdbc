import { printable } from "../../../shared/formats/terminal/style.ts";
import { exitCodes } from "./exit-codes.ts";

/** Where a program of ours reads and writes; a parameter of everything that does. */
export interface Terminal {
  /** Standard output. */
  write(text: string): void;
  /** Lines on standard error: what is not the result. What they quote of a plan or a path is printed, never obeyed. */
  complain(message: string): void;
  readonly input: AsyncIterable<Uint8Array>;
  /** Characters a line. */
  readonly width: number;
  readonly colour: boolean;
}

/** A line is this long where nobody knows better: in a file or a pipe. */
const DEFAULT_WIDTH = 100;

/**
 * The process's own streams. Colour where a person reads (and has not set NO_COLOR, https://no-color.org, nor a terminal
 * that knows none).
 *
 * A reader that has seen enough closes the pipe (`| head`): that ends the program quietly. A disk that is full ends it with
 * a word.
 */
export function processTerminal(env: NodeJS.ProcessEnv = process.env): Terminal {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit();
      if (stream === stdout) stderr.write(`Standard output cannot be written: ${error.code}.\n`);
      process.exit(exitCodes.missing);
    });
  }
  return {
    write: (text) => stdout.write(text),
    complain: (message) => stderr.write(`${message.split("\n").map(printable).join("\n")}\n`),
    // Asking for standard input opens it: only when somebody reads.
    get input() {
      return process.stdin;
    },
    width: stdout.columns ?? DEFAULT_WIDTH,
    colour: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb",
  };
}
