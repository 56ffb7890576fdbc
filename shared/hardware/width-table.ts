/** A utilisation that grows with the model: points at some widths, and a straight line in log width between them. */
import { z } from "zod";
import { strictObject } from "../lib/strict-object.ts";
import { boundedNumber } from "../ranges/quantity.ts";
import { exact } from "../units/format/exact.ts";

const pointSchema = strictObject({
  width: boundedNumber({ min: 1, max: 10_000_000, integer: true, what: "width of a model" }),
  utilisation: boundedNumber({ min: 0, exclusiveMin: true, max: 1, what: "share of the dense peak" }),
});

export type WidthPoint = z.infer<typeof pointSchema>;

/** `{byWidth: [{width: 128, utilisation: 0.12}, {width: 4096, utilisation: 0.41}], source: "our own runs"}`. */
export const widthTableSchema = strictObject({
  byWidth: z
    .array(pointSchema)
    .min(2)
    .max(100)
    .superRefine((points, context) => {
      points.forEach(({ width }, index) => {
        const before = points[index - 1]?.width;
        if (before === undefined || width > before) return;
        const message = `Allowed: a width above ${exact(before)}, that of the point before`;
        context.addIssue({ code: "custom", path: [index, "width"], input: width, message });
      });
    }),
  source: z.string().trim().min(1).max(2_000).optional(),
});

export type WidthTable = z.infer<typeof widthTableSchema>;

export const isWidthTable = (value: unknown): value is WidthTable =>
  typeof value === "object" && value !== null && "byWidth" in value;

/**
 * The utilisation of a model of `width`: on the straight line in log width between the two points around it; below the
 * first point and above the last one, theirs. Nothing is extrapolated.
 *
 * Worked example: 0.10 at width 128 and 0.40 at 2,048; width 512 is half of the way in log width → 0.25.
 *
 * @param points at least one, by ascending width
 */
export function utilisationAtWidth(points: readonly WidthPoint[], width: number): number {
  const above = points.findIndex((point) => point.width >= width);
  const to = points[above] ?? points.at(-1);
  if (to === undefined) throw new RangeError("a table of utilisations by width has no point");
  const from = above > 0 ? points[above - 1] : undefined;
  if (from === undefined) return to.utilisation;
  const part = Math.log(width / from.width) / Math.log(to.width / from.width);
  return from.utilisation + part * (to.utilisation - from.utilisation);
}

/** On which side of its points a table is asked for a width; null between them. */
export function besideTable(points: readonly WidthPoint[], width: number): "below" | "above" | null {
  if (width < (points[0]?.width ?? width)) return "below";
  return width > (points.at(-1)?.width ?? width) ? "above" : null;
}
