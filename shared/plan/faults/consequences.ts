import type { Fault } from "../fault.ts";
import { pathText } from "../text/document-path.ts";

/**
 * `faults` without those that only follow from a misspelt key of the same object: the key that is then missing, and the
 * rule that the object then breaks.
 */
export function withoutConsequences(faults: readonly Fault[]): Fault[] {
  const misspelt = new Set<string>();
  for (const { path, atKey, suggestion } of faults) {
    if (atKey !== true || suggestion == null) continue;
    misspelt.add(pathText(path.slice(0, -1)));
    misspelt.add(pathText([...path.slice(0, -1), suggestion]));
  }
  if (misspelt.size === 0) return [...faults];
  return faults.filter(({ path, atKey, value }) => {
    const isMissing = value === undefined;
    const isOfWhole = typeof value === "object" && value !== null && !Array.isArray(value);
    return atKey === true || !(isMissing || isOfWhole) || !misspelt.has(pathText(path));
  });
}
