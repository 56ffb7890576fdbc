/** An axis as it is shown while nobody edits it: its name, what its values mean, and the values. Pure. */
import { words } from "../../../../shared/plan/faults/field-words.ts";
import type { Merged } from "../../../../shared/plan/resolve/merge.ts";
import { exact } from "../../../../shared/units/format/exact.ts";
import { treeItems, treeValue } from "../../../fields/tree-value.ts";
import { countOf } from "../sweep/run-count.ts";
import { axisForm } from "./axis-form.ts";
import { scalarText } from "./typed-values.ts";

export interface AxisFace {
  /** "width" */
  readonly title: string;
  /** What the values are made of, "heads × 128"; null where that says nothing more. */
  readonly aside: string | null;
  readonly values: readonly string[];
  /** A text in place of values, for what has none: "10 to 15". */
  readonly text: string | null;
  /** The variable that the count uses. */
  readonly variable: string | null;
}

/** As many values as a row shows. */
const MOST_SHOWN = 60;

/** `model` is what the levels of the sweep state, `names` are the sweep's axes. */
export function axisFace(
  tree: unknown,
  name: string,
  value: unknown,
  model: Merged,
  names: readonly string[],
): AxisFace {
  const size = headSizeFor(name, model, names);
  const title = size === null ? axisTitle(name) : "width";
  const face = { title, aside: size === null ? null : `heads × ${exact(size)}`, variable: null, text: null };
  switch (axisForm(value)) {
    case "values":
      return { ...face, values: shown(treeItems(value, []), (one) => scaled(one, size)) };
    case "variants":
      return { ...face, values: shown(treeItems(value, []), (row) => scalarText(treeValue(row, ["label"]) ?? "")) };
    case "table":
      return { ...face, values: [], text: `by ${axisTitle(scalarText(treeValue(value, ["by"]) ?? ""))}` };
    case "likely": {
      const use = treeValue(value, ["use"]);
      return { ...face, values: [], text: rangeWords(tree, value), variable: typeof use === "string" ? use : null };
    }
    default:
      return { ...face, values: [], text: typeof value === "number" ? "a count" : scalarText(value ?? "") };
  }
}

const shown = (values: readonly unknown[], text: (value: unknown) => string): string[] =>
  values.length <= MOST_SHOWN
    ? values.map(text)
    : [...values.slice(0, MOST_SHOWN - 1).map(text), "…", text(values.at(-1))];

/**
 * The last part of a field's name in words; another name is a person's own.
 *
 * @example axisTitle("training.tokensPerParameter.ratio") // "tokens per parameter"
 */
export function axisTitle(name: string): string {
  if (!name.includes(".")) return name;
  const parts = name.split(".");
  const last = parts.at(-1) === "ratio" ? parts.at(-2) : parts.at(-1);
  return words(last ?? name);
}

/** An axis of heads of one size is an axis of widths. */
export function headSizeFor(name: string, model: Merged, names: readonly string[]): number | null {
  if (name !== "model.heads" || names.includes("model.headSize") || names.includes("model.width")) return null;
  const size = model.headSize?.value;
  return typeof size === "number" ? size : null;
}

export const scaled = (value: unknown, size: number | null): string =>
  size !== null && typeof value === "number" ? String(value * size) : scalarText(value);

function rangeWords(tree: unknown, value: unknown): string {
  const range = countOf(tree, value);
  if (range === null) return "not a range yet";
  const { low, likely, high } = range;
  return low === high ? exact(likely) : `${exact(low)} to ${exact(high)}, likely ${exact(likely)}`;
}

/** Names of variables in words: "points per line" of "pointsPerLine". */
export const variableWords = (name: string): string => words(name).replaceAll("_", " ");
