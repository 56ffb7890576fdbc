/** Between the values of an axis and what a person types for them. Pure. */
import { z } from "zod";
import type { Scalar } from "../../../../shared/plan/axis-kind.ts";
import { leavesOf } from "../../../../shared/plan/faults/schema-walk.ts";
import { fieldAt } from "../../../../shared/plan/fields.ts";
import { readNumber } from "../../../../shared/plan/typed/read-number.ts";
import { readValues } from "../../../../shared/plan/typed/read-values.ts";

/**
 * The value that `text` means on the axis called `name`; the text itself where it means nothing else. A size such as 7B is a number only
 * where the field takes numbers.
 *
 * @example typedScalar("1e3", "training.batch") // 1000
 * @example typedScalar("true", "model.gated") // true
 * @example typedScalar("7B", "size") // "7B"
 */
export function typedScalar(text: string, name: string): Scalar {
  const trimmed = text.trim();
  const leaves = leavesFor(name);
  if (leaves?.some((leaf) => leaf instanceof z.ZodBoolean) && /^(true|false)$/.test(trimmed)) return trimmed === "true";
  if (leaves?.some((leaf) => leaf instanceof z.ZodNull) && trimmed === "null") return null;
  if (leaves !== null && !leaves.some(isNumeric)) return text;
  const number = readNumber(trimmed);
  return number.ok && (leaves !== null || !/[a-df-zA-DF-Z]/.test(trimmed)) ? number.value : text;
}

/** The schemas of the field that an axis sets; null for a name of one's own. */
function leavesFor(name: string): readonly z.core.$ZodType[] | null {
  const field = fieldAt(name);
  return field === undefined ? null : leavesOf(field.schema);
}

const isNumeric = (leaf: z.core.$ZodType): boolean => leaf instanceof z.ZodNumber || leaf instanceof z.ZodNumberFormat;

/** A value as it is typed; `null` is a value too. */
export const scalarText = (value: unknown): string =>
  value === null ? "null" : typeof value === "object" ? JSON.stringify(value) : String(value);

/**
 * The values of a pasted column or a typed list; the text as one value where it is none.
 *
 * @example typedList("128\n256\n", "model.width") // [128, 256]
 * @example typedList("SGD, Adam with scaling", "optimizer") // ["SGD", "Adam with scaling"]
 */
export function typedList(text: string, name: string): Scalar[] {
  const leaves = leavesFor(name);
  const read = readValues(text, { numbers: leaves?.some(isNumeric) === true });
  if (!read.ok) return [text];
  const takesNull = leaves?.some((leaf) => leaf instanceof z.ZodNull) === true;
  return read.value.map((value) => (value === "null" && takesNull ? null : value));
}
