/** Making an edit as small as it can be, so that what does not change keeps its writing. */

import { memberOf } from "../value-at.ts";
import type { PlainValue, PlanEdit } from "./plan-edit.ts";
import { sameValue } from "./same-value.ts";

/**
 * The smallest edits of `root` that come to the same as `edit`; itself where it is one of them, none where nothing changes.
 *
 * Setting `{low: 1, likely: 3}` over `{low: 1, likely: 2}` is setting `likely`.
 */
export function narrowed(root: unknown, edit: PlanEdit): readonly PlanEdit[] {
  if (edit.op === "move") return edit.from === edit.to ? [] : [edit];
  if (edit.op === "rename") return edit.from === edit.to ? [] : [edit];
  if (edit.op !== "set") return [edit];
  const { path, value } = edit;
  const old = path.reduce(memberOf, root);
  if (sameValue(old, value) && (value !== null || hasAt(root, path))) return [];
  if (typeof old !== "object" || old === null || typeof value !== "object" || value === null) return [edit];
  if (Array.isArray(old) !== Array.isArray(value)) return [edit];
  const steps = Array.isArray(old) ? [...old.keys()] : Object.keys(old);
  const members: ReadonlyMap<string | number, PlainValue> = new Map<string | number, PlainValue>(
    Array.isArray(value) ? value.entries() : Object.entries(value),
  );
  if (steps.length !== members.size || !steps.every((step) => members.has(step))) return [edit];
  const order = [...members.keys()];
  if (steps.some((step, index) => step !== order[index])) return [edit];
  return [...members].flatMap(([step, member]) => narrowed(root, { op: "set", path: [...path, step], value: member }));
}

function hasAt(root: unknown, path: PlanEdit["path"]): boolean {
  const last = path.at(-1);
  if (last === undefined) return true;
  const parent = path.slice(0, -1).reduce(memberOf, root);
  return typeof parent === "object" && parent !== null && Object.hasOwn(parent, last);
}
