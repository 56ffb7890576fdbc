/** How many runs a sweep comes to, as an equation: from the raw document, so that it follows every keystroke. Pure. */
import type { DocumentPath } from "../../../../shared/plan/fault.ts";
import { treeEntries, treeItems, treeValue } from "../../../fields/tree-value.ts";

/** A number at its low, likely and high end. */
export interface Count {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

export interface Factor {
  /** Name of the axis; null for the repeats. */
  readonly axis: string | null;
  /** Null while no number stands there. */
  readonly count: Count | null;
  /** The axis on whose values the count depends: the two are one factor. */
  readonly over: string | null;
}

export interface Equation {
  readonly factors: readonly Factor[];
  /** Null where one of the factors is. */
  readonly runs: Count | null;
}

/** The runs of the sweep at `path`: the product of its axes and its repeats. */
export function equationOf(tree: unknown, path: DocumentPath): Equation {
  const axes = treeEntries(tree, [...path, "axes"]);
  const tables = axes.flatMap(([name, value]) => {
    const by = treeValue(value, ["by"]);
    return typeof by === "string" ? [{ name, by }] : [];
  });
  // Tables that share the axis on which they depend are multiplied value by value.
  const asked = new Set(tables.map(({ by }) => by));
  const factors = axes.flatMap(([name, value]): Factor[] => {
    if (tables.some((table) => table.name === name)) return [];
    if (!asked.has(name)) return [{ axis: name, count: axisCount(tree, value), over: null }];
    const own = tables.filter(({ by }) => by === name);
    return [
      {
        axis: own.map((table) => table.name).join(" × "),
        count: tableCount(
          tree,
          value,
          own.map((table) => treeValue(tree, [...path, "axes", table.name])),
        ),
        over: name,
      },
    ];
  });
  // A table whose axis is not there.
  const lost = tables.filter(({ by }) => !axes.some(([name]) => name === by));
  const repeats = repeatsAt(tree, path);
  const all: Factor[] = [
    ...factors,
    ...lost.map(({ name }): Factor => ({ axis: name, count: null, over: null })),
    ...(repeats === undefined ? [] : [{ axis: null, count: countOf(tree, repeats), over: null }]),
  ];
  return { factors: all, runs: productOf(all.map(({ count }) => count)) };
}

function repeatsAt(tree: unknown, path: DocumentPath): unknown {
  const repeats = treeValue(tree, [...path, "repeats"]) ?? treeValue(tree, [...path.slice(0, 2), "repeats"]);
  return repeats === 1 ? undefined : repeats;
}

/** How many settings an axis has. */
export function axisCount(tree: unknown, value: unknown): Count | null {
  if (!Array.isArray(value)) return countOf(tree, value);
  return value.length === 0 ? null : exactly(value.length);
}

/** A number of the document that may be in doubt; null where none stands. */
export function countOf(tree: unknown, value: unknown): Count | null {
  if (typeof value === "number") return Number.isFinite(value) && value >= 0 ? exactly(value) : null;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const use = treeValue(value, ["use"]);
  const range = use === undefined ? value : typeof use === "string" ? treeValue(tree, ["variables", use]) : undefined;
  const [low, likely, high] = ["low", "likely", "high"].map((end) => treeValue(range, [end]));
  if (typeof low !== "number" || typeof likely !== "number" || typeof high !== "number") return null;
  return low <= likely && likely <= high ? { low, likely, high } : null;
}

/** The sum, over the values of the axis that is asked, of the product of the tables' counts there. */
function tableCount(tree: unknown, axis: unknown, tables: readonly unknown[]): Count | null {
  const keys = treeItems(axis, []).map((value) => String(treeValue(value, ["label"]) ?? value));
  const counts = keys.map((key) =>
    productOf(
      tables.map((table) => countOf(tree, treeValue(table, ["counts", key]) ?? treeValue(table, ["otherwise"]))),
    ),
  );
  if (counts.length === 0) return null;
  return counts.reduce<Count | null>(
    (sum, count) =>
      sum === null || count === null
        ? null
        : { low: sum.low + count.low, likely: sum.likely + count.likely, high: sum.high + count.high },
    exactly(0),
  );
}

function productOf(counts: readonly (Count | null)[]): Count | null {
  return counts.reduce<Count | null>(
    (product, count) =>
      product === null || count === null
        ? null
        : { low: product.low * count.low, likely: product.likely * count.likely, high: product.high * count.high },
    exactly(1),
  );
}

const exactly = (count: number): Count => ({ low: count, likely: count, high: count });
