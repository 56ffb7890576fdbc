/** What an edit means, told on plain values: the measure for every edit of a text. */
import { err, ok, type Result } from "../../lib/result.ts";
import type { DocumentPath } from "../fault.ts";
import type { EditFault, PlainValue, PlanEdit } from "./plan-edit.ts";

type Edited = Result<unknown, EditFault>;

/**
 * `value` after `edit`; what the edit does not touch is the same object as before. Members that come in at a position stand
 * at that position, as far as JavaScript keeps an order: names that are whole numbers it puts first.
 *
 * @example editValue({ a: [1] }, { op: "set", path: ["a", 0], value: 2 }) // {ok: true, value: {a: [2]}}
 */
export function editValue(value: unknown, edit: PlanEdit): Edited {
  const key = keyOf(edit);
  if (key === PROTO || edit.path.includes(PROTO)) return err({ why: "keyTaken", path: edit.path, key: PROTO });
  switch (edit.op) {
    case "set":
      return setAt(value, edit.path, 0, edit.value);
    case "remove": {
      const last = edit.path.at(-1);
      if (last === undefined) return noSuchPlace(edit.path);
      return within(value, edit.path.slice(0, -1), (parent) => without(parent, last, edit.path));
    }
    case "insert":
      return inArray(value, edit.path, (items) =>
        isIndex(edit.at, items.length + 1) ? items.toSpliced(edit.at, 0, edit.value) : null,
      );
    case "move":
      return inArray(value, edit.path, (items) =>
        isIndex(edit.from, items.length) && isIndex(edit.to, items.length) ? moved(items, edit.from, edit.to) : null,
      );
    case "rename":
      return inObject(value, edit.path, (entries) => {
        if (!entries.some(([name]) => name === edit.from)) return noSuchPlace([...edit.path, edit.from]);
        if (edit.from !== edit.to && entries.some(([name]) => name === edit.to)) return taken(edit.path, edit.to);
        return ok(entries.map(([name, member]) => [name === edit.from ? edit.to : name, member]));
      });
    case "moveKey":
      return inObject(value, edit.path, (entries) => {
        const from = entries.findIndex(([name]) => name === edit.key);
        return from < 0 || !isIndex(edit.to, entries.length)
          ? noSuchPlace([...edit.path, edit.key])
          : ok(moved(entries, from, edit.to));
      });
    case "insertKey":
      return inObject(value, edit.path, (entries) => {
        if (entries.some(([name]) => name === edit.key)) return taken(edit.path, edit.key);
        return isIndex(edit.at, entries.length + 1)
          ? ok(entries.toSpliced(edit.at, 0, [edit.key, edit.value]))
          : noSuchPlace([...edit.path, edit.key]);
      });
  }
}

/** `items` with the one at `from` taken out and put in so that it stands at `to`. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const item = items.slice(from, from + 1);
  return items.toSpliced(from, 1).toSpliced(to, 0, ...item);
}

/** A whole number from 0 to below `end`. */
export const isIndex = (index: number, end: number): boolean => Number.isInteger(index) && index >= 0 && index < end;

/** The value that makes the parents `steps` of `value`: `wrap(["a", 0], 1)` is `{a: [1]}`; null for an index other than 0. */
export function wrap(steps: DocumentPath, value: PlainValue): { readonly value: PlainValue } | null {
  let wrapped = value;
  for (const step of steps.toReversed()) {
    if (typeof step === "number" && step !== 0) return null;
    wrapped = typeof step === "number" ? [wrapped] : { [step]: wrapped };
  }
  return { value: wrapped };
}

/** A name that JavaScript takes for something else; the reader refuses it, too. */
const PROTO = "__proto__";

function keyOf(edit: PlanEdit): string | null {
  if (edit.op === "rename") return edit.to;
  return edit.op === "insertKey" ? edit.key : null;
}

const noSuchPlace = (path: DocumentPath) => err<EditFault>({ why: "noSuchPlace", path });
const taken = (path: DocumentPath, key: string) => err<EditFault>({ why: "keyTaken", path, key });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function setAt(value: unknown, path: DocumentPath, depth: number, set: PlainValue): Edited {
  const step = path[depth];
  if (step === undefined) return ok(set);
  if (value === null || value === undefined) {
    const made = wrap(path.slice(depth), set);
    return made === null ? noSuchPlace(path) : ok(made.value);
  }
  if (Array.isArray(value)) {
    if (typeof step !== "number" || !isIndex(step, value.length + 1)) return noSuchPlace(path);
    const inner = setAt(value[step], path, depth + 1, set);
    return inner.ok ? ok(value.toSpliced(step, 1, inner.value)) : inner;
  }
  if (!isObject(value) || typeof step !== "string") return noSuchPlace(path);
  const inner = setAt(Object.hasOwn(value, step) ? value[step] : undefined, path, depth + 1, set);
  return inner.ok ? ok({ ...value, [step]: inner.value }) : inner;
}

/** `value` with `change` made of what stands at `path`. */
function within(value: unknown, path: DocumentPath, change: (inner: unknown) => Edited, depth = 0): Edited {
  const step = path[depth];
  if (step === undefined) return change(value);
  if (Array.isArray(value) && typeof step === "number" && isIndex(step, value.length)) {
    const inner = within(value[step], path, change, depth + 1);
    return inner.ok ? ok(value.toSpliced(step, 1, inner.value)) : inner;
  }
  if (!isObject(value) || typeof step !== "string" || !Object.hasOwn(value, step)) return noSuchPlace(path);
  const inner = within(value[step], path, change, depth + 1);
  return inner.ok ? ok({ ...value, [step]: inner.value }) : inner;
}

function without(parent: unknown, step: string | number, path: DocumentPath): Edited {
  if (Array.isArray(parent)) {
    return typeof step === "number" && isIndex(step, parent.length) ? ok(parent.toSpliced(step, 1)) : noSuchPlace(path);
  }
  if (!isObject(parent) || typeof step !== "string" || !Object.hasOwn(parent, step)) return noSuchPlace(path);
  return ok(Object.fromEntries(Object.entries(parent).filter(([name]) => name !== step)));
}

function inArray(
  value: unknown,
  path: DocumentPath,
  change: (items: readonly unknown[]) => readonly unknown[] | null,
): Edited {
  return within(value, path, (inner) => {
    const items = Array.isArray(inner) ? change(inner) : null;
    return items === null ? noSuchPlace(path) : ok(items);
  });
}

type Entries = readonly (readonly [string, unknown])[];

function inObject(
  value: unknown,
  path: DocumentPath,
  change: (entries: Entries) => Result<Entries, EditFault>,
): Edited {
  return within(value, path, (inner) => {
    if (!isObject(inner)) return noSuchPlace(path);
    const entries = change(Object.entries(inner));
    return entries.ok ? ok(Object.fromEntries(entries.value)) : entries;
  });
}
