/** Looking into what was read of a sweep file. */
import { canonicalJson } from "../../lib/canonical-json.ts";
import type { SourceNode } from "../../plan/text/source.ts";
import type { SweepValue } from "./sweep-file.ts";

/** The member of `node` under `key`; undefined where there is none, or no mapping. */
export const memberOf = (node: SourceNode | undefined, key: string): SourceNode | undefined => node?.members?.get(key);

/** The text of the member; null where no text stands. */
export function textOf(node: SourceNode | undefined, key: string): string | null {
  const value = memberOf(node, key)?.value;
  return typeof value === "string" ? value : null;
}

export function numberOf(node: SourceNode | undefined, key: string): number | null {
  const value = memberOf(node, key)?.value;
  return typeof value === "number" ? value : null;
}

/** Whether the member is a whole number above 0: a count of runs. */
export function countOf(node: SourceNode | undefined, key: string): number | null {
  const value = numberOf(node, key);
  return value !== null && Number.isSafeInteger(value) && value > 0 ? value : null;
}

/** A value as one of the four kinds that a parameter takes; lists and objects become their JSON. */
export function sweepValue(value: unknown): SweepValue {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return value === null || value === undefined ? null : canonicalJson(value);
}
