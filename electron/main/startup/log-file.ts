import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** A log over this size begins anew; the one before it stays as `desktop.log.old`. */
const MOST_BYTES = 1_000_000;

/** Notes one line about what went wrong. Never throws. */
export type Log = (line: string) => void;

/**
 * A log file for what a person cannot see in a window that does not open. Lines are written at once, so that the one before a crash
 * is there. It holds no plan's text, only what the program says about itself.
 */
export function createLog(path: string, now: () => Date = () => new Date()): Log {
  return (line) => {
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES) renameSync(path, `${path}.old`);
      appendFileSync(path, `${now().toISOString()} ${line.replaceAll("\n", "\n  ")}\n`, { mode: 0o600 });
    } catch {
      // A disk that is full or read-only: there is nowhere left to say so.
    }
  };
}
