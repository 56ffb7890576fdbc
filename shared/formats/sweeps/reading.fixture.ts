/** Reading sweep files in tests: the reading, or the faults, without a way around them. */
import type { PlanFault } from "../../plan/fault.ts";
import { countRuns } from "./count-runs.ts";
import { readSweep } from "./read-sweep.ts";
import type { SweepAxis, SweepFile, SweepValue } from "./sweep-file.ts";

export function sweepOf(text: string, name = "sweep.yaml"): SweepFile {
  const read = readSweep(text, name);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

export function faultsOf(text: string, name = "sweep.yaml"): readonly PlanFault[] {
  const read = readSweep(text, name);
  if (read.ok) throw new Error("The file was read.");
  return read.error;
}

/** The first fault as `line:column message`. */
export function faultOf(text: string, name = "sweep.yaml"): string {
  const [fault] = faultsOf(text, name);
  return `${fault?.line}:${fault?.column} ${fault?.message}`;
}

export const runsOf = (text: string, name = "sweep.yaml"): number | null => countRuns(sweepOf(text, name));

/** The axes that list their values, by name. */
export const valuesOf = (file: SweepFile): Record<string, readonly SweepValue[]> =>
  Object.fromEntries(file.axes.flatMap((axis) => (axis.kind === "values" ? [[axis.name, axis.values]] : [])));

export const axisOf = (file: SweepFile, name: string): SweepAxis | undefined =>
  file.axes.find((axis) => axis.name === name);
