/** In what two plan documents differ, item by item, before anybody words it. */

import { sameValue } from "../edit/same-value.ts";
import type { DocumentPath } from "../fault.ts";
import { memberOf } from "../value-at.ts";

/**
 * One difference. `path` is a place of the later document; of what is gone, its last step is one of the earlier document.
 *
 * `changed` also stands for one key in place of another that says the same in another way (`was` is the other one's name).
 */
export type Difference =
  | {
      readonly kind: "changed";
      readonly path: DocumentPath;
      readonly was: string | null;
      readonly before: unknown;
      readonly after: unknown;
    }
  | { readonly kind: "added"; readonly path: DocumentPath; readonly value: unknown }
  | { readonly kind: "removed"; readonly path: DocumentPath; readonly value: unknown }
  | { readonly kind: "renamed"; readonly path: DocumentPath; readonly from: string; readonly to: string }
  | { readonly kind: "reordered"; readonly path: DocumentPath };

export type Fields = Readonly<Record<string, unknown>>;

/** Objects that are told by their members also where one of the two documents has none of it. */
const GROUPS: ReadonlySet<string> = new Set([
  "defaults",
  "model",
  "training",
  "hardware",
  "instead",
  "overhead",
  "energy",
  "storage",
  "commitment",
  "purchase",
  "budget",
  "indirect",
  "tax",
  "escalation",
  "computeLines",
  "storageLine",
  "egressLine",
  "costShare",
  "justification",
  "axes",
  "variables",
]);

/** Objects whose keys are names of the author's, in an order of his. */
const NAMED: ReadonlySet<string> = new Set(["axes", "variables"]);

/** Keys of one object of which each says the same in its own way. */
const ALTERNATIVES: readonly (readonly string[])[] = [
  ["utilisation", "achieved"],
  ["steps", "tokens", "tokensPerParameter", "epochs"],
  ["feedForward", "feedForwardRatio"],
  ["price", "rate"],
];

/** Everything in which `after` differs from `before`; empty for equal documents. */
export function differences(before: unknown, after: unknown): Difference[] {
  return between(before, after, []);
}

function between(before: unknown, after: unknown, path: DocumentPath): Difference[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    const areRows = [...before, ...after].every(isFields);
    if (areRows && (before.length > 0 || after.length > 0)) return ofRows(before, after, path);
  }
  if (isFields(before) && isFields(after) && !isOneValue(path)) return ofFields(before, after, path);
  return sameValue(before, after) ? [] : [{ kind: "changed", path, was: null, before, after }];
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const keysOf = (fields: Fields): string[] => Object.keys(fields).filter((key) => fields[key] !== undefined);

/** Values that are told whole: numbers in doubt, cards by value, and the like. Axes and variables are such, too. */
function isOneValue(path: DocumentPath): boolean {
  const last = path.at(-1);
  const list = path.at(-2);
  if (last === undefined || (typeof list === "string" && NAMED.has(list))) return last !== undefined;
  return typeof last === "string" && !GROUPS.has(last);
}

function ofFields(before: Fields, after: Fields, path: DocumentPath): Difference[] {
  const gone = keysOf(before).filter((key) => after[key] === undefined);
  const come = keysOf(after).filter((key) => before[key] === undefined);
  const kept = keysOf(after).filter((key) => before[key] !== undefined);
  const isNamed = NAMED.has(String(path.at(-1)));
  const found: Difference[] = [];
  for (const key of [...gone]) {
    const partner = come.find((other) =>
      isNamed
        ? sameValue(before[key], after[other])
        : ALTERNATIVES.some((ways) => ways.includes(key) && ways.includes(other)),
    );
    if (partner === undefined) continue;
    gone.splice(gone.indexOf(key), 1);
    come.splice(come.indexOf(partner), 1);
    const at = [...path, partner];
    found.push(
      isNamed
        ? { kind: "renamed", path: at, from: key, to: partner }
        : { kind: "changed", path: at, was: key, before: before[key], after: after[partner] },
    );
  }
  for (const key of kept) found.push(...between(before[key], after[key], [...path, key]));
  for (const key of gone) found.push(...oneSided("removed", before[key], [...path, key]));
  for (const key of come) found.push(...oneSided("added", after[key], [...path, key]));
  const orders = [before, after].map((fields) => keysOf(fields).filter((key) => kept.includes(key)));
  if (isNamed && !sameValue(orders[0], orders[1])) found.push({ kind: "reordered", path });
  return found;
}

/** What only one of the documents has: a group by its members, anything else whole. */
function oneSided(kind: "added" | "removed", value: unknown, path: DocumentPath): Difference[] {
  const last = path.at(-1);
  const isGroup = typeof last === "string" && GROUPS.has(last) && !NAMED.has(String(path.at(-2)));
  if (!isGroup || !isFields(value) || keysOf(value).length === 0) return [{ kind, path, value }];
  return keysOf(value).flatMap((key) => oneSided(kind, value[key], [...path, key]));
}

/**
 * Lists of objects. Rows are matched by what names them; those without a name by being equal, and then by their place. A row in
 * another place than before among those that stayed counts as reordered.
 */
function ofRows(before: readonly Fields[], after: readonly Fields[], path: DocumentPath): Difference[] {
  const pairs = matched(before, after);
  const found: Difference[] = [];
  const stayed = [...pairs.values()].filter((index) => index !== null);
  const kept = new Set(stayed);
  if (stayed.some((index, at) => index < (stayed[at - 1] ?? -1))) found.push({ kind: "reordered", path });
  for (const [now, then] of pairs) {
    if (then === null) found.push({ kind: "added", path: [...path, now], value: after[now] });
    // Rows are told by their members, whatever key they stand under.
    else found.push(...ofFields(before[then] ?? {}, after[now] ?? {}, [...path, now]));
  }
  for (const [then, row] of before.entries()) {
    if (!kept.has(then)) found.push({ kind: "removed", path: [...path, then], value: row });
  }
  return found;
}

/** For every row of `after` the place of its like in `before`. */
export function matched(before: readonly Fields[], after: readonly Fields[]): Map<number, number | null> {
  const pairs = new Map<number, number | null>(after.map((_, now) => [now, null]));
  const free = new Set(before.keys());
  const pair = (keyOf: (row: Fields, index: number) => string | null) => {
    const places = new Map<string, number[]>();
    for (const then of free) {
      const key = keyOf(before[then] ?? {}, then);
      if (key === null) continue;
      const alike = places.get(key);
      if (alike === undefined) places.set(key, [then]);
      else alike.push(then);
    }
    for (const [now, row] of after.entries()) {
      const key = pairs.get(now) === null ? keyOf(row, now) : null;
      const then = key === null ? undefined : places.get(key)?.shift();
      if (then === undefined) continue;
      pairs.set(now, then);
      free.delete(then);
    }
  };
  pair(nameOf);
  pair((row) => JSON.stringify(row));
  pair(titleOf);
  pair((row, index) => (nameOf(row) === null ? String(index) : null));
  return pairs;
}

/** What tells a row from the others of its list. */
function nameOf(row: Fields): string | null {
  const name = memberOf(row, "id") ?? memberOf(row, "label") ?? memberOf(row, "currency");
  return typeof name === "string" ? name : null;
}

function titleOf(row: Fields): string | null {
  const title = memberOf(row, "title");
  return typeof title === "string" ? title : null;
}
