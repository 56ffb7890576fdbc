/** What a parameter of a sweep file becomes in the plan. */
import { axisPaths, fieldAt, fieldNames } from "../../../plan/fields.ts";

export type Target =
  /** Sets a field of the plan, as model.width. */
  | { readonly kind: "field"; readonly path: string }
  /** Only counts, under a name. */
  | { readonly kind: "label"; readonly name: string }
  /** The same setting again: a seed. */
  | { readonly kind: "repeats" }
  /** Neither sets nor counts anything. */
  | { readonly kind: "out" };

/** Fields that a parameter can set: those that an axis can, but for cards, which a plan names by its own ids. */
export const targetFields: readonly string[] = axisPaths.filter((path) => !path.startsWith("hardware.accelerator"));

/** Whether the field takes every one of `values`. */
export function fits(path: string, values: readonly unknown[]): boolean {
  const schema = fieldAt(path)?.schema;
  return schema !== undefined && values.every((value) => schema.safeParse(value).success);
}

/**
 * A name that an axis which only counts may have: without dots, and not that of a field.
 *
 * @example labelName("optimizer.lr") // "optimizer lr"
 * @example labelName("batch")        // "batch setting"
 */
export function labelName(name: string): string {
  const words = name
    .replace(/[.\s]+/g, " ")
    .trim()
    .slice(0, LONGEST);
  if (words === "") return "parameter";
  return fieldNames.includes(words) ? `${words} setting` : words;
}

const LONGEST = 120;
