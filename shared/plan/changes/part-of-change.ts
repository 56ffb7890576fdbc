/** A document on the way from one version to the next: with some of the differences made, and the others not yet. */
import type { DocumentPath } from "../fault.ts";
import { type Difference, type Fields, matched } from "./differences.ts";

type Open = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a list is one of rows, whose members are told one by one. */
const isRows = (value: unknown): value is readonly Fields[] => Array.isArray(value) && value.every(isFields);

/** Rows of the two documents, each with the row of the copy that it stands for. */
interface Links {
  readonly ofBefore: Map<object, Open>;
  readonly ofAfter: Map<object, Open>;
}

/**
 * `before` with the differences of `made` (some of those of `differences(before, after)`, in their order) and no others. With all of
 * them it means what `after` means: only groups that `after` has empty are missing. A difference inside a row that is not
 * there yet is left out.
 *
 * @example partOfChange({a: 1, b: 1}, {a: 2, b: 2}, [changed a]) // {a: 2, b: 1}
 */
export function partOfChange(before: unknown, after: unknown, made: readonly Difference[]): unknown {
  const links: Links = { ofBefore: new Map(), ofAfter: new Map() };
  const copy = copied(before, links.ofBefore);
  link(before, after, links);
  for (const difference of made) make(copy, after, difference, links);
  return copy;
}

/** A deep copy; every object of the original is noted with its copy. */
function copied(value: unknown, of: Map<object, Open>): unknown {
  if (Array.isArray(value)) return value.map((item) => copied(item, of));
  if (!isFields(value)) return value;
  const copy: Open = {};
  of.set(value, copy);
  for (const [key, member] of Object.entries(value)) copy[key] = copied(member, of);
  return copy;
}

/** Notes for every row of `after` the copy of its like in `before`. */
function link(before: unknown, after: unknown, links: Links): void {
  if (isRows(before) && isRows(after)) {
    for (const [now, then] of matched(before, after)) {
      const [row, like] = [after[now], then === null ? undefined : before[then]];
      const copy = like === undefined ? undefined : links.ofBefore.get(like);
      if (row === undefined || copy === undefined) continue;
      links.ofAfter.set(row, copy);
      link(like, row, links);
    }
  } else if (isFields(before) && isFields(after)) {
    for (const key of Object.keys(after)) link(before[key], after[key], links);
  }
}

function make(copy: unknown, after: unknown, difference: Difference, links: Links): void {
  const { path } = difference;
  const last = path.at(-1);
  const isGone = difference.kind === "removed";
  if (difference.kind === "reordered") {
    const rows = place(copy, after, path, links, false);
    if (Array.isArray(rows)) reorder(rows, valueIn(after, path), links);
    return;
  }
  if (typeof last === "number") {
    if (isGone) removeRow(copy, after, path, links);
    else {
      const list = path.slice(0, -1);
      insertRow(place(copy, after, list, links, false), valueIn(after, list), last, links);
    }
    return;
  }
  const parent = place(copy, after, path.slice(0, -1), links, !isGone);
  if (!isFields(parent) || last === undefined) return;
  const fields: Open = parent;
  if (isGone) {
    delete fields[last];
    tidy(copy, after, path.slice(0, -1), links);
    return;
  }
  if (difference.kind === "changed" && difference.was !== null) delete fields[difference.was];
  if (difference.kind === "renamed") delete fields[difference.from];
  fields[last] = copied(valueIn(after, path), links.ofAfter);
}

/** What stands in the copy for `path` of the later document; groups that are missing are made, if `makes`. */
function place(copy: unknown, after: unknown, path: DocumentPath, { ofAfter }: Links, makes: boolean): unknown {
  let [here, there] = [copy, after];
  for (const step of path) {
    const next = isFields(there) || Array.isArray(there) ? (there as Fields)[step] : undefined;
    if (typeof step === "number") here = isFields(next) ? ofAfter.get(next) : undefined;
    else if (isFields(here)) {
      const fields: Open = here;
      if (fields[step] === undefined && makes && isFields(next)) fields[step] = {};
      here = fields[step];
    } else here = undefined;
    there = next;
  }
  return here;
}

const valueIn = (document: unknown, path: DocumentPath): unknown =>
  path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? (value as Fields)[step] : undefined),
    document,
  );

/** Puts the row of `wanted` at `index` behind the row that stands before it there: rows that will go do not count. */
function insertRow(rows: unknown, wanted: unknown, index: number, links: Links): void {
  if (!Array.isArray(rows) || !isRows(wanted)) return;
  const row = wanted[index];
  if (row === undefined) return;
  const earlier = wanted.slice(0, index).map((one) => rows.indexOf(links.ofAfter.get(one)));
  const at = (earlier.findLast((found) => found >= 0) ?? -1) + 1;
  rows.splice(at, 0, copied(row, links.ofAfter));
}

/** The last step of `path` is the row's place in the earlier document, those before it are of the later one. */
function removeRow(copy: unknown, after: unknown, path: DocumentPath, links: Links): void {
  const [list = "", index = 0] = path.slice(-2);
  const owner = place(copy, after, path.slice(0, -2), links, false);
  const [original] = [...links.ofBefore].find(([, one]) => one === owner) ?? [];
  const row = valueIn(original, [list, index]);
  const rows = isFields(owner) ? owner[list] : undefined;
  if (!isFields(row) || !Array.isArray(rows)) return;
  const at = rows.indexOf(links.ofBefore.get(row));
  if (at >= 0) rows.splice(at, 1);
}

/** Rows in the order that those of `after` have; the others stay where they are among them. */
function reorder(rows: unknown[], wanted: unknown, links: Links): void {
  if (!isRows(wanted)) return;
  const order = new Map(wanted.map((row, index) => [links.ofAfter.get(row), index] as const));
  const known = rows.filter((row) => order.has(row as Open));
  known.sort((a, b) => (order.get(a as Open) ?? 0) - (order.get(b as Open) ?? 0));
  let next = 0;
  for (const [index, row] of rows.entries()) if (order.has(row as Open)) rows[index] = known[next++];
}

/** A group goes with its last member: an empty one says nothing, and some may not be empty. */
function tidy(copy: unknown, after: unknown, path: DocumentPath, links: Links): void {
  const last = path.at(-1);
  if (typeof last !== "string") return;
  const parent = place(copy, after, path.slice(0, -1), links, false);
  if (!isFields(parent)) return;
  const fields: Open = parent;
  const group = fields[last];
  if (!isFields(group) || Object.keys(group).length > 0) return;
  delete fields[last];
  tidy(copy, after, path.slice(0, -1), links);
}
