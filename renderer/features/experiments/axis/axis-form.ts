/** How an axis is written down, and with it how it is edited. */
import { looksLikeRange } from "../../../../shared/plan/typed/value-range.ts";

export type AxisForm = "values" | "range" | "count" | "likely" | "variants" | "table";

/**
 * The form in which a value of the document is an axis, half typed ones too.
 *
 * @example axisForm([1, 2]) // "values"
 * @example axisForm({ use: "pointsPerLine" }) // "likely"
 * @example axisForm("128…") // "range": a text that is no list yet
 */
export function axisForm(value: unknown): AxisForm {
  if (Array.isArray(value)) return value.length > 0 && value.every(isObject) ? "variants" : "values";
  if (isObject(value)) return "by" in value ? "table" : "likely";
  return typeof value === "string" && looksLikeRange(value) ? "range" : "count";
}

/** An axis whose name has a dot sets the field of that name, and lists values for it. */
export const setsField = (name: string): boolean => name.includes(".");

/** The forms that an axis of this name can take. */
export function formsOf(name: string, value: unknown): readonly AxisForm[] {
  if (setsField(name)) return ["values", "range"];
  return axisForm(value) === "table"
    ? ["values", "range", "count", "likely", "variants", "table"]
    : ["values", "range", "count", "likely", "variants"];
}

export const formWords: Readonly<Record<AxisForm, string>> = {
  values: "Values",
  range: "Range",
  count: "Count",
  likely: "Low / likely / high",
  variants: "Variants",
  table: "By axis",
};

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
