/** Looking into plain values of unknown shape. */
import type { DocumentPath } from "./fault.ts";

/** What stands at `path` inside `value`; undefined where there is nothing. */
export function valueAt(value: unknown, path: DocumentPath): unknown {
  return path.reduce(memberOf, value);
}

/** The member or item of `value` that `step` names; undefined where it has none. */
export function memberOf(value: unknown, step: string | number): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
  return Reflect.get(value, step);
}
