/** Where the faults stand in the text as it is now. */
import type { PlanFault } from "../../../shared/plan/fault.ts";
import { lineNow, linesOf } from "./text-lines.ts";

export interface FaultMark {
  /** Position of the fault in the list, from 0. */
  readonly fault: number;
  /** From 1. */
  readonly line: number;
  /** Characters of the line, from 0. */
  readonly from: number;
  readonly to: number;
}

/** A word, number or quoted text: what a fault without an edit is about. */
const TOKEN = /"(?:[^"\\]|\\.)*"|\[\s*\]|\{\s*\}|[^\s,[\]{}:]+/y;

/** A mark for every fault whose line is still as it was when the text was checked. */
export function faultMarks(checked: string, current: string, faults: readonly PlanFault[]): FaultMark[] {
  const before = linesOf(checked);
  const now = checked === current ? before : linesOf(current);
  return faults.flatMap(({ line, column, edit }, fault) => {
    const at = line === null ? null : lineNow(before, now, line);
    if (line === null || at === null) return [];
    const text = now.lines[at - 1] ?? "";
    const from = Math.min((column ?? 1) - 1, text.length);
    TOKEN.lastIndex = from;
    const token = from + (TOKEN.exec(text)?.[0].length ?? Math.max(text.trimEnd().length - from, 1));
    const edited = edit === null || edit.to === edit.from ? 0 : edit.to - (before.starts[line - 1] ?? 0);
    const to = edited > from && edited <= text.length ? edited : token;
    return [{ fault, line: at, from, to: Math.min(to, Math.max(text.length, from)) }];
  });
}

export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The suggested edits that still fit the text as it is now, last first, so that one does not move the next. An edit fits
 * when its line, and what it replaces, are as they were.
 */
export function fittingEdits(checked: string, current: string, faults: readonly PlanFault[]): TextEdit[] {
  const before = linesOf(checked);
  const now = linesOf(current);
  return faults
    .flatMap(({ edit }) => {
      if (edit === null) return [];
      const line = before.starts.findLastIndex((start) => start <= edit.from) + 1;
      const at = lineNow(before, now, line);
      if (at === null) return [];
      const from = (now.starts[at - 1] ?? 0) + edit.from - (before.starts[line - 1] ?? 0);
      const to = from + edit.to - edit.from;
      return current.slice(from, to) === checked.slice(edit.from, edit.to) ? [{ from, to, text: edit.text }] : [];
    })
    .sort((a, b) => b.from - a.from)
    .filter((edit, index, all) => index === 0 || edit.to <= (all[index - 1]?.from ?? 0));
}

/** The text with `edits` put in, which come last first as `fittingEdits` gives them. */
export const withEdits = (text: string, edits: readonly TextEdit[]): string =>
  edits.reduce((before, { from, to, text: put }) => before.slice(0, from) + put + before.slice(to), text);

/** The list as plain text, for a message or a note. */
export function faultsText(name: string, faults: readonly PlanFault[]): string {
  const entries = faults.map(({ message, path, line, column, value, allowed, hint }, index) =>
    [
      `${index + 1}. ${message}${line === null ? "" : ` (line ${line}, column ${column ?? 1})`}`,
      ...(path === "" ? [] : [`   where    ${path}`]),
      ...(value === null ? [] : [`   value    ${value}`]),
      `   allowed  ${allowed}`,
      ...(hint === null ? [] : [`   do       ${hint}`]),
    ].join("\n"),
  );
  return [`${name}: ${faults.length === 1 ? "1 fault" : `${faults.length} faults`}`, ...entries].join("\n\n");
}
