/** The array of a Slurm job script, and multiruns of Hydra that a script starts. */
import type { Span } from "../../../plan/text/source.ts";
import type { Notes } from "../notes.ts";
import type { SweepAxis, SweepFile } from "../sweep-file.ts";
import { arrayTasks } from "./array-tasks.ts";

type Reading = Pick<SweepFile, "format" | "method" | "axes" | "constants" | "trials" | "cap" | "maxParallel">;

/** Whether a text is a script that a shell or Slurm runs. */
export const isScript = (text: string): boolean => /^\uFEFF?#!/.test(text) || /^[ \t]*#SBATCH\s/m.test(text);

const OPTION = /(?:--array(?:=|\s+)|(?:^|\s)-a(?:\s*=\s*|\s+)?)(?:"([^"]*)"|'([^']*)'|(\S+))/;

/**
 * Reads `--array` from the lines that start with #SBATCH; of several the last counts, as in Slurm, and those after the first command
 * do not. Where there is none, from a line that calls sbatch. Null, with a fault, where the script has no array.
 */
export function readSlurm(text: string, notes: Notes): Reading | null {
  const found = directive(text) ?? submitted(text);
  if (found === null) {
    notes.fault(null, {
      message: "This script has no array of jobs",
      value: undefined,
      allowed: "a line #SBATCH --array=0-99 before the first command, or a call of sbatch --array",
    });
    return null;
  }
  const tasks = arrayTasks(found.value);
  if (tasks === null) {
    notes.fault(found.at, {
      message: "This array cannot be read",
      value: found.value,
      allowed: "as 0-99, 1,3,7, 0-20:4 or 0-99%10",
    });
    return null;
  }
  if (tasks.count === null) {
    notes.need("tasks", `The size of the array is a variable of the script, ${found.value}`, found.at, "array task");
  }
  notes.warn("Only the array was read: what one task does, and on how many cards, stands elsewhere in the script.");
  const axis: SweepAxis = { name: "array task", drawn: false, kind: "count", count: tasks.count };
  return {
    format: "slurm-array",
    method: "array",
    axes: [axis],
    constants: [],
    trials: 1,
    cap: null,
    maxParallel: tasks.limit,
  };
}

interface Found {
  readonly value: string;
  readonly at: Span;
}

function directive(text: string): Found | null {
  let last: Found | null = null;
  let from = 0;
  for (const line of text.split("\n")) {
    const found = /^\s*#SBATCH\s/.test(line) ? optionIn(line, from) : null;
    if (found !== null) last = found;
    if (!/^\s*(#|$)/.test(line)) break;
    from += line.length + 1;
  }
  return last;
}

function submitted(text: string): Found | null {
  let from = 0;
  for (const line of text.split("\n")) {
    if (/^[^#]*\bsbatch\b/.test(line)) {
      const found = optionIn(line, from);
      if (found !== null) return found;
    }
    from += line.length + 1;
  }
  return null;
}

function optionIn(line: string, from: number): Found | null {
  const [comment] = line.split(/\s#(?!SBATCH)/);
  const match = OPTION.exec(comment ?? line);
  if (match === null) return null;
  const value = match[1] ?? match[2] ?? match[3] ?? "";
  const start = from + match.index + match[0].lastIndexOf(value);
  return { value, at: { from: start, to: start + value.length } };
}
