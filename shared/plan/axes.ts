/**
 * The axes of a sweep. Their product, times the repeats, is the number of runs.
 *
 * - A **path axis** has a dot in its name and sets that field: `"model.heads": [1, 2, 4]`.
 * - A **variant axis** lists named rows that set several fields together:
 *   `size: [{label: 7B, layers: 32, width: 4096}, …]`. A bare key belongs to model, training or hardware by its name.
 * - A **label axis** sets nothing: a list of names, or a count (`15`, a range, `{use: pointsPerLine}`), or a count that
 *   depends on another axis (`{by: model.heads, counts: {1: 15, 128: 5}, otherwise: 10}`).
 */
import { z } from "zod";
import { strictObject } from "../lib/strict-object.ts";
import { quantity } from "../ranges/quantity.ts";

/** How many settings an axis has that lists none. */
export const countSchema = quantity({ min: 0, max: 1e9, what: "number of settings tried" });

const scalar = z.union([z.number(), z.string(), z.boolean(), z.null()]);

/** A row of a variant axis: a label and the fields that it sets. The fields' values are checked by the field they name. */
const variantRow = z.looseObject({ label: z.string().min(1).max(200) });

/** A count that depends on the value of another axis of the same sweep. */
export const countTableSchema = strictObject({
  by: z.string(),
  counts: z.record(z.string(), countSchema),
  otherwise: countSchema.optional(),
});

export const axisSchema = z.union([
  z
    .array(z.union([scalar, variantRow]))
    .min(1)
    .max(10_000),
  countSchema,
  countTableSchema,
]);

export const axesSchema = z.record(z.string().min(1).max(200), axisSchema);

export type AxisDocument = z.infer<typeof axisSchema>;
export type CountTable = z.infer<typeof countTableSchema>;
export type VariantRow = z.infer<typeof variantRow>;
