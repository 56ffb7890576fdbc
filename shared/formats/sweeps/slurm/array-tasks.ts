/** The tasks of a Slurm array. */

export interface ArrayTasks {
  /** How many different indices; null where the script computes them. */
  readonly count: number | null;
  /** Most tasks at the same time; null without a limit. */
  readonly limit: number | null;
}

const PART = /^(\d{1,7})(?:-(\d{1,7})(?::(\d{1,7}))?)?$/;

/** The largest index that Slurm can be configured for: MaxArraySize is 4,000,001 at most. */
const LARGEST_INDEX = 4_000_000;

/** Indices that are looked at one by one to find those that stand twice. */
const MOST_INDICES = 8_000_000;

/**
 * Counts the indices of `--array`: numbers and ranges parted by commas, `:4` every fourth, `%10` ten at a time. An index that stands
 * twice is one task. Null where the text is no such specification.
 *
 * @example arrayTasks("0-99%10") // {count: 100, limit: 10}
 * @example arrayTasks("0-20:4,3") // {count: 7, limit: null}
 */
export function arrayTasks(specification: string): ArrayTasks | null {
  const [list = "", limitText, ...rest] = specification.split("%");
  if (rest.length > 0) return null;
  const limit = limitText === undefined ? null : Number(limitText);
  if (limitText !== undefined && !/^\d{1,9}$/.test(limitText) && !limitText.includes("$")) return null;
  const known = limit !== null && Number.isFinite(limit) && limit > 0 ? limit : null;
  if (list.includes("$")) return { count: null, limit: known };
  const parts = list.split(",");
  const ranges: Steps[] = [];
  for (const part of parts) {
    const [, first, last = first, step = "1"] = PART.exec(part.trim()) ?? [];
    if (first === undefined || last === undefined || !fits(Number(first), Number(last), Number(step))) return null;
    ranges.push({ first: Number(first), last: Number(last), step: Number(step) });
  }
  const count = union(ranges);
  return count === null ? null : { count, limit: known };
}

interface Steps {
  readonly first: number;
  readonly last: number;
  readonly step: number;
}

const sizeOf = ({ first, last, step }: Steps): number => Math.floor((last - first) / step) + 1;

const fits = (first: number, last: number, step: number): boolean => first <= last && last <= LARGEST_INDEX && step > 0;

/** How many different indices; null where there are too many to look at. */
function union(ranges: readonly Steps[]): number | null {
  const all = ranges.reduce((sum, range) => sum + sizeOf(range), 0);
  if (ranges.length === 1) return all;
  if (all > MOST_INDICES) return null;
  const indices = new Set<number>();
  for (const { first, last, step } of ranges) for (let index = first; index <= last; index += step) indices.add(index);
  return indices.size;
}
