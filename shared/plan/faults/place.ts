/** Putting a fault where it stands in the text, and telling people about it. */
import type { Fault, PlanFault } from "../fault.ts";
import { pathText } from "../text/document-path.ts";
import type { LineIndex } from "../text/lines.ts";
import { preview } from "../text/preview.ts";
import { nodeAt, type PlacedFault, type SourceNode } from "../text/source.ts";
import { MOST_WORDED } from "./schema-faults.ts";

/**
 * `fault` with its characters: the value at its path, or the key where the key is wrong, or the nearest place above
 * where something is missing. The suggestion, if there is one, becomes an edit of the text.
 */
export function placeFault(fault: Fault, root: SourceNode, text: string): PlacedFault {
  const { node, steps } = nodeAt(root, fault.path);
  const isThere = steps === fault.path.length;
  const key = isThere && fault.atKey === true ? node.key : null;
  const at = key ?? (isThere ? node : { from: node.from, to: Math.min(node.from + 1, node.to) });
  const suggestion = fault.suggestion ?? null;
  return {
    path: fault.path,
    at: { from: at.from, to: at.to },
    message: fault.message,
    value: fault.value === undefined ? null : preview(fault.value),
    allowed: fault.allowed,
    hint: fault.hint ?? null,
    edit:
      suggestion === null || !isThere
        ? null
        : { from: at.from, to: at.to, text: key === null ? suggestion : asKey(suggestion, text.charAt(at.from)) },
  };
}

/** A key is quoted where the one that it replaces is. */
const asKey = (name: string, first: string): string => (first === '"' || first === "'" ? JSON.stringify(name) : name);

/** The most faults that one answer lists. */
const MOST_FAULTS = 200;

/** Faults by place, each with its line and column; beyond 200 a last one says how many more there are. */
export function listFaults(faults: readonly PlacedFault[], place: LineIndex): PlanFault[] {
  const sorted = [...faults].sort((a, b) => (a.at?.from ?? 0) - (b.at?.from ?? 0));
  const listed = sorted.slice(0, MOST_FAULTS).map((fault) => toPlanFault(fault, place));
  const more = sorted.length - listed.length;
  if (more === 0) return listed;
  const rest = { path: "", line: null, column: null, value: null, hint: null, edit: null };
  return [
    ...listed,
    {
      ...rest,
      message: faults.length < MOST_WORDED ? `There are ${more} more faults` : "There are many more faults",
      allowed: "none; mend those above first",
    },
  ];
}

function toPlanFault({ path, at, message, value, allowed, hint, edit }: PlacedFault, place: LineIndex): PlanFault {
  const { line, column } = at === null ? { line: null, column: null } : place(at.from);
  return { path: pathText(path), line, column, message, value, allowed, hint, edit };
}
