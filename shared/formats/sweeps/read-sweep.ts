/** From the text of a file that a lab already has to what it sweeps over. */
import { err, ok, type Result } from "../../lib/result.ts";
import type { PlanFault } from "../../plan/fault.ts";
import { listFaults } from "../../plan/faults/place.ts";
import { lineIndex } from "../../plan/text/lines.ts";
import { isLarger, readText } from "../../plan/text/read-text.ts";
import type { PlacedFault, SourceNode } from "../../plan/text/source.ts";
import { readCommandLine } from "./hydra/command-line.ts";
import { isHydra, readHydra } from "./hydra/read-hydra.ts";
import { Notes } from "./notes.ts";
import { readRunsCsv } from "./runs-table/runs-table.ts";
import { readSearchSpace } from "./search-space/read-search-space.ts";
import { isScript, readSlurm } from "./slurm/read-slurm.ts";
import type { SweepFile } from "./sweep-file.ts";
import { isWandb, readWandb } from "./wandb/read-wandb.ts";

/** The largest sweep file that is read. */
export const SWEEP_MAX_BYTES = 1_000_000;

type Reading = Omit<SweepFile, "needs" | "warnings" | "rows"> & { readonly rows?: SweepFile["rows"] };

/**
 * Reads a sweep file. Its format is found out from what it holds; `name`, the file's, decides only for tables (.csv, .tsv) and
 * scripts. Every fault has its line and column.
 *
 * @example readSweep("method: grid\nparameters: {lr: {values: [0.1, 0.01]}}", "sweep.yaml") // a grid of two runs
 */
export function readSweep(text: string, name: string): Result<SweepFile, readonly PlanFault[]> {
  const notes = new Notes(text);
  const reading = isLarger(text, SWEEP_MAX_BYTES)
    ? tooLarge(notes)
    : text.trim() === ""
      ? empty(notes)
      : readAny(text, name, notes);
  return finished(reading, notes, text);
}

/** Parameters of one file; more than a person can look through. */
const MOST_PARAMETERS = 500;

/** A reading with what was noted beside it, or the faults of its file. */
export function finished(reading: Reading | null, notes: Notes, text: string): Result<SweepFile, readonly PlanFault[]> {
  const parameters = reading === null ? 0 : reading.axes.length + reading.constants.length;
  if (parameters > MOST_PARAMETERS) {
    notes.fault(null, { message: "The file has too many parameters", value: parameters, allowed: "at most 500" });
  }
  if (reading === null || notes.faults.length > 0) return err(listFaults(notes.faults, lineIndex(text)));
  return ok({ rows: null, ...reading, needs: notes.needs, warnings: notes.warnings });
}

function readAny(text: string, name: string, notes: Notes): Reading | null {
  if (/\.[ct]sv$/i.test(name)) return readRunsCsv(text, notes);
  if (isScript(text) || /\.(sh|bash|sbatch|slurm)$/i.test(name)) return readScript(text, notes);
  const read = readText(text);
  if (!read.ok) return isTable(text) ? readRunsCsv(text, notes) : refused(read.error, notes);
  const { root, faults } = read.value;
  if (root.members === null && root.items === null && isTable(text)) return readRunsCsv(text, notes);
  if (faults.length > 0) return refused(faults, notes);
  return readDocument(root, notes);
}

function readDocument(root: SourceNode, notes: Notes): Reading | null {
  const version = root.members?.get("flopsheet");
  if (version !== undefined) {
    const allowed = "a sweep file of another program";
    notes.fault(version.key, { message: "This is a plan of Flopsheet, not a sweep file", value: undefined, allowed });
    return null;
  }
  if (isHydra(root)) return readHydra(root, notes);
  if (isWandb(root)) return readWandb(root, notes);
  const space = readSearchSpace(root, notes);
  if (space === null && notes.faults.length === 0) {
    notes.fault(null, {
      message: "This is none of the sweep files that are read, or nothing in it varies",
      value: undefined,
      allowed:
        "a W&B sweep, a Hydra configuration with hydra.sweeper.params, a search space of Optuna or Ray Tune, a table of runs, a Slurm script with --array",
    });
  }
  return space;
}

/** A script is read for the array of its jobs, else for a multirun of Hydra. */
function readScript(text: string, notes: Notes): Reading | null {
  const scout = new Notes(text);
  const array = readSlurm(text, scout);
  const multirun = array === null ? readCommandLine(text, notes) : null;
  if (multirun !== null && multirun.axes.length > 0) return multirun;
  return notes.faults.length > 0 ? null : readSlurm(text, notes);
}

/** Several lines, and a separator on each of the first two outside of brackets. */
function isTable(text: string): boolean {
  const [first = "", second = ""] = text.split(/\r?\n/, 2);
  const isDocument = /^(?:[[{#&-]|["'\w./ ]+:(?:\s|$))/.test(first.trim());
  return !isDocument && [",", ";", "\t"].some((mark) => first.includes(mark) && second.includes(mark));
}

function refused(faults: readonly PlacedFault[], notes: Notes): null {
  notes.faults.push(...faults);
  return null;
}

function tooLarge(notes: Notes): null {
  notes.fault(null, { message: "The file is larger than 1 MB", value: undefined, allowed: "at most 1,000,000 bytes" });
  return null;
}

function empty(notes: Notes): null {
  notes.fault(null, {
    message: "There is nothing in this file",
    value: undefined,
    allowed: "a sweep as W&B, Hydra, Optuna, Ray Tune or Slurm write it, or a table of runs",
  });
  return null;
}
