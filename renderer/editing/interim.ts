/** Stand-ins until shared/plan/edit lands. */
import { err, ok, type Result } from "../../shared/lib/result.ts";
import type { PlanDocument } from "../../shared/plan/document.ts";
import type { DocumentPath } from "../../shared/plan/fault.ts";
import { readText } from "../../shared/plan/text/read-text.ts";

export type PlanEdit =
  | { readonly op: "set"; readonly path: DocumentPath; readonly value: unknown }
  | { readonly op: "remove"; readonly path: DocumentPath }
  | { readonly op: "insert"; readonly path: DocumentPath; readonly at: number; readonly value: unknown }
  | { readonly op: "move"; readonly path: DocumentPath; readonly from: number; readonly to: number }
  | { readonly op: "rename"; readonly path: DocumentPath; readonly from: string; readonly to: string }
  | { readonly op: "moveKey"; readonly path: DocumentPath; readonly key: string; readonly to: number };

export function readTree(text: string): { readonly value: unknown } {
  const read = readText(text);
  return { value: read.ok ? read.value.root.value : null };
}

export function editText(text: string, edits: readonly PlanEdit[]): Result<string, string> {
  const { value } = readTree(text);
  if (typeof value !== "object" || value === null) return err("unreadable");
  const root = JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
  for (const edit of edits) apply(root, edit);
  return ok(`${JSON.stringify(root, null, 2)}\n`);
}

type Holder = Record<string | number, unknown>;

function holderOf(root: Holder, path: DocumentPath): Holder {
  let at = root;
  path.forEach((step, depth) => {
    if (typeof at[step] !== "object" || at[step] === null) at[step] = typeof path[depth + 1] === "number" ? [] : {};
    at = at[step] as Holder;
  });
  return at;
}

function apply(root: Holder, edit: PlanEdit): void {
  if (edit.op === "set" || edit.op === "remove") {
    const last = edit.path.at(-1);
    if (last === undefined) return;
    const holder = holderOf(root, edit.path.slice(0, -1));
    if (edit.op === "set") holder[last] = edit.value;
    else if (Array.isArray(holder)) holder.splice(Number(last), 1);
    else delete holder[last];
    return;
  }
  const holder = holderOf(root, edit.path);
  if (edit.op === "insert") (holder as unknown as unknown[]).splice(edit.at, 0, edit.value);
  else if (edit.op === "move") {
    const list = holder as unknown as unknown[];
    list.splice(edit.to, 0, ...list.splice(edit.from, 1));
  } else {
    const entries = Object.entries(holder);
    for (const [key] of entries) delete holder[key];
    const next =
      edit.op === "rename"
        ? entries.map(([key, value]) => [key === edit.from ? edit.to : key, value] as const)
        : moved(entries, edit.key, edit.to);
    for (const [key, value] of next) holder[key] = value;
  }
}

function moved(entries: [string, unknown][], key: string, to: number): [string, unknown][] {
  const from = entries.findIndex(([name]) => name === key);
  if (from >= 0) entries.splice(to, 0, ...entries.splice(from, 1));
  return entries;
}

export interface TextDifference {
  readonly at: number;
  readonly removed: string;
  readonly inserted: string;
}

export function textDifference(before: string, after: string): TextDifference {
  let at = 0;
  while (at < before.length && at < after.length && before[at] === after[at]) at += 1;
  let end = 0;
  while (
    end < before.length - at &&
    end < after.length - at &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  return { at, removed: before.slice(at, before.length - end), inserted: after.slice(at, after.length - end) };
}

export const applyDifference = (text: string, { at, removed, inserted }: TextDifference): string =>
  text.slice(0, at) + inserted + text.slice(at + removed.length);

export const describeChange = (
  before: PlanDocument,
  after: PlanDocument,
): { readonly words: string; readonly where: string | null } => ({
  words: JSON.stringify(before) === JSON.stringify(after) ? "" : "Plan changed",
  where: null,
});

export const usesOf = (_: PlanDocument): readonly { readonly kind: "quote"; readonly id: string }[] => [];
