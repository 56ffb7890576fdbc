import type { Fault } from "../fault.ts";
import { pathText } from "../text/document-path.ts";

/**
 * `faults` with what every one of several sweeps lacks said once, of the plan's defaults, where one line mends it.
 * `sweeps` is the number of sweeps that were looked at.
 */
export function gatherMissing(faults: readonly Fault[], sweeps: number): Fault[] {
  if (sweeps < 2) return [...faults];
  const lacking = new Map<string, Set<string>>();
  for (const fault of faults) {
    const name = missingOf(fault);
    if (name === null) continue;
    const places = lacking.get(name) ?? new Set<string>();
    lacking.set(name, places.add(pathText(fault.path)));
  }
  const gathered = new Map<string, Fault>();
  for (const fault of faults) {
    const name = missingOf(fault);
    if (name === null || lacking.get(name)?.size !== sweeps) gathered.set(`${gathered.size}`, fault);
    else gathered.set(name, { ...fault, path: ["defaults", ...fault.path.slice(-2)] });
  }
  return [...gathered.values()];
}

/** "model.layers is missing" of a fault that says so of a sweep; null of any other. */
function missingOf({ path, value, message }: Fault): string | null {
  const ofSweep = path.length === 6 && path[0] === "experiments" && path[2] === "sweeps";
  return ofSweep && value === undefined ? `${path.slice(-2).join(".")} ${message}` : null;
}
