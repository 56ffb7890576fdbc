/** In which form a screen shows an axis: decided by its value as it stands in the text, half-typed or not. */
import { describeRange } from "./value-range.ts";

/** `count` counts settings without naming them; `shared` takes the count from a variable of the plan. */
export type AxisForm =
  | { readonly form: "values"; readonly values: readonly unknown[] }
  | { readonly form: "range"; readonly values: readonly unknown[]; readonly text: string }
  | { readonly form: "count"; readonly count: number }
  | {
      readonly form: "lowLikelyHigh";
      readonly low: unknown;
      readonly likely: unknown;
      readonly high: unknown;
      readonly source: unknown;
    }
  | { readonly form: "variants"; readonly rows: readonly Row[]; readonly fields: readonly string[] }
  | {
      readonly form: "table";
      readonly by: unknown;
      readonly counts: readonly (readonly [value: string, count: unknown])[];
      readonly otherwise: unknown;
    }
  | { readonly form: "shared"; readonly variable: string }
  /** What stands there is none of the others: a text that is not finished, or nothing. */
  | { readonly form: "typed"; readonly text: string };

type Row = Readonly<Record<string, unknown>>;

/**
 * The form of an axis whose value is `value`, with its parts as they stand. Three or more numbers at equal steps are a range; a list with
 * at least one row in braces is a table of variants, whose `fields` are all keys of its rows but the label.
 *
 * @example formOfAxis([128, 256, 512]) // {form: "range", values: [128, 256, 512], text: "128…512 ×2"}
 * @example formOfAxis({ use: "pointsPerLine" }) // {form: "shared", variable: "pointsPerLine"}
 */
export function formOfAxis(value: unknown): AxisForm {
  if (Array.isArray(value)) return formOfList(value);
  if (typeof value === "number") return { form: "count", count: value };
  if (!isRow(value)) return { form: "typed", text: value === null || value === undefined ? "" : String(value) };
  if ("use" in value) return { form: "shared", variable: typeof value.use === "string" ? value.use : "" };
  if ("by" in value || "counts" in value) {
    const { by, counts, otherwise } = value;
    return { form: "table", by, counts: isRow(counts) ? Object.entries(counts) : [], otherwise };
  }
  const { low, likely, high, source } = value;
  return { form: "lowLikelyHigh", low, likely, high, source };
}

function formOfList(list: readonly unknown[]): AxisForm {
  if (list.some(isRow)) {
    // A bare name among rows is a row that sets nothing; its place in the list is its place in the text.
    const rows = list.map((row) => (isRow(row) ? row : { label: row }));
    const fields = new Set(rows.flatMap((row) => Object.keys(row)));
    fields.delete("label");
    return { form: "variants", rows, fields: [...fields] };
  }
  const text = describeRange(list);
  return text === null ? { form: "values", values: list } : { form: "range", values: list, text };
}

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);
