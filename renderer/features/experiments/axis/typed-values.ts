/** Between the values of an axis and what a person types for them. Pure. */
import { z } from "zod";
import type { Scalar } from "../../../../shared/plan/axis-kind.ts";
import { leavesOf } from "../../../../shared/plan/faults/schema-walk.ts";
import { fieldAt } from "../../../../shared/plan/fields.ts";
import { typedNumber } from "../../../fields/typed-number.ts";

/**
 * The value that `text` means on the axis called `name`; the text itself where it means nothing else.
 *
 * @example typedScalar("1e3", "training.batch") // 1000
 * @example typedScalar("true", "model.gated") // true
 * @example typedScalar("bf16", "hardware.format") // "bf16"
 */
export function typedScalar(text: string, name: string): Scalar {
  const trimmed = text.trim();
  const leaves = leavesFor(name);
  if (leaves !== null) {
    if (leaves.some((leaf) => leaf instanceof z.ZodBoolean) && /^(true|false)$/.test(trimmed))
      return trimmed === "true";
    if (leaves.some((leaf) => leaf instanceof z.ZodNull) && trimmed === "null") return null;
    if (!leaves.some(isNumeric)) return text;
  }
  return typedNumber(trimmed, 0) ?? text;
}

/** Whether the axis called `name` takes words only, so that a space or comma belongs to a value. */
const takesNumbersOnly = (name: string): boolean => {
  const leaves = leavesFor(name);
  return leaves?.some(isNumeric) === true;
};

function leavesFor(name: string): readonly z.core.$ZodType[] | null {
  const field = fieldAt(name);
  return field === undefined ? null : leavesOf(field.schema);
}

const isNumeric = (leaf: z.core.$ZodType): boolean => leaf instanceof z.ZodNumber || leaf instanceof z.ZodNumberFormat;

/** A value as it is typed; `null` is a value too. */
export const scalarText = (value: unknown): string =>
  value === null ? "null" : typeof value === "object" ? JSON.stringify(value) : String(value);

/**
 * The values of a pasted text: one a line or cell; a single line is parted at commas and semicolons, and at spaces where all its
 * parts are numbers then.
 *
 * @example typedList("128\n256\n", "model.width") // [128, 256]
 * @example typedList("SGD, Adam with scaling", "optimizer") // ["SGD", "Adam with scaling"]
 */
export function typedList(text: string, name: string): Scalar[] {
  const lines = partsOf(text, /[\r\n\t]+/);
  const cells = lines.length > 1 ? lines : partsOf(text, /[;,]\s+|[;,](?!\d{3}(?!\d))/);
  if (cells.length > 1) return cells.map((cell) => typedScalar(cell, name));
  const words = partsOf(text, /\s+/);
  const areNumbers = words.every((word) => typedNumber(word, 0) !== null);
  return (areNumbers || takesNumbersOnly(name) ? words : cells).map((cell) => typedScalar(cell, name));
}

const partsOf = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
