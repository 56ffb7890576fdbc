/** Numbers of cards on the command line. */
import { err, ok, type Result } from "../../shared/lib/result.ts";
import { exact } from "../../shared/units/format/exact.ts";

const MOST_CARDS = 1e7;
const MOST_SIZES = 50;

/** Whole numbers, separated by commas: `--cards 10,100,100000`. */
export function readSizes(text: string): Result<number[], string> {
  const sizes: number[] = [];
  for (const part of text.split(",")) {
    const size = sizeOf(part);
    if (size === null) {
      return err(
        `--cards ${text}: ${JSON.stringify(part.trim())} is no number of cards. Allowed: ${ALLOWED}, separated by commas, as 10,100,100000.`,
      );
    }
    sizes.push(size);
  }
  return sizes.length > MOST_SIZES
    ? err(`--cards ${text}: these are ${sizes.length} sizes. Allowed: at most ${MOST_SIZES}.`)
    : ok(sizes);
}

/** One whole number: `--cards 1024`. */
export function readSize(text: string): Result<number, string> {
  const size = sizeOf(text);
  return size === null ? err(`--cards ${text}: this is no number of cards. Allowed: one of the ${ALLOWED}.`) : ok(size);
}

const ALLOWED = `whole numbers from 1 to ${exact(MOST_CARDS)}`;

function sizeOf(text: string): number | null {
  const size = /^\d{1,8}$/.test(text.trim()) ? Number(text) : 0;
  return size < 1 || size > MOST_CARDS ? null : size;
}
