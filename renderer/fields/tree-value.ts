/** Reading the raw document for forms: anything may stand in it, and nothing may throw. */
import type { DocumentPath } from "../../shared/plan/fault.ts";

/** The value at `path`; undefined where there is none. */
export function treeValue(tree: unknown, path: DocumentPath): unknown {
  let at = tree;
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Readonly<Record<string | number, unknown>>)[step];
  }
  return at;
}

/** The members of an object in their order; none where something else stands. */
export function treeEntries(tree: unknown, path: DocumentPath): readonly (readonly [string, unknown])[] {
  const value = treeValue(tree, path);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

/** The items of a list; none where something else stands. */
export function treeItems(tree: unknown, path: DocumentPath): readonly unknown[] {
  const value = treeValue(tree, path);
  return Array.isArray(value) ? value : [];
}

/** A scalar as it is shown in a field. */
export function fieldText(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** What is taken out when the value at `path` goes: `within` where it holds nothing else, so that no empty object stays. */
export const emptied = (tree: unknown, path: DocumentPath, within: DocumentPath | undefined): DocumentPath =>
  within !== undefined && path.length === within.length + 1 && treeEntries(tree, within).length <= 1 ? within : path;
