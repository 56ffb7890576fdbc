import { z } from "zod";
import { partialDateSchema } from "../lib/dates.ts";
import { strictObject } from "../lib/strict-object.ts";
import { exact } from "../units/format/exact.ts";

/** What a number of the plan document must keep to. */
export interface Bounds {
  /** The least value; with `exclusiveMin` the value itself is already too little. */
  readonly min: number;
  readonly exclusiveMin?: boolean;
  readonly max: number;
  /** Whole numbers only: each of the three of a range too, though its draws are reals. */
  readonly integer?: boolean;
  /** What the number is, as the message names it: "training steps". */
  readonly what: string;
}

/**
 * A plain number within bounds, where the document allows no range. Every message says what is allowed.
 *
 * @example boundedNumber({ min: 1, max: 3, what: "PUE" }) // refuses 0.9: "Allowed: PUE as a number from 1 to 3"
 */
export function boundedNumber(bounds: Bounds): z.ZodNumber {
  const error = `Allowed: ${allowedNumber(bounds)}`;
  const schema = (bounds.integer === true ? z.int({ error }) : z.number({ error })).max(bounds.max, { error });
  return bounds.exclusiveMin === true ? schema.gt(bounds.min, { error }) : schema.min(bounds.min, { error });
}

/**
 * A range of the plan document: low ≤ likely ≤ high, and where it comes from. An order that is wrong is reported at
 * the member that stands on the wrong side of `likely`.
 */
const rangeOf = (member: z.ZodNumber) =>
  strictObject({
    low: member,
    likely: member,
    high: member,
    source: z.string().optional(),
    date: partialDateSchema.optional(),
  }).superRefine(({ low, likely, high }, context) => {
    if (low > likely) {
      context.addIssue({
        code: "custom",
        path: ["low"],
        input: low,
        message: `Allowed: at most likely, ${exact(likely)}`,
      });
    }
    if (high < likely) {
      context.addIssue({
        code: "custom",
        path: ["high"],
        input: high,
        message: `Allowed: at least likely, ${exact(likely)}`,
      });
    }
  });

/** A range of any numbers: what a plan's `variables` hold. The place that uses one has the bounds. */
export const rangeSchema = rangeOf(z.number({ error: "Allowed: a number" }));
export type Range = z.infer<typeof rangeSchema>;

const useError = "Allowed: the name of a variable";
/** The name under which a plan's `variables` hold a range; equal names are one draw. */
const nameOfVariable = strictObject({ use: z.string({ error: useError }).min(1, { error: useError }) });
export type Use = z.infer<typeof nameOfVariable>;

/**
 * A number of the plan document that may be in doubt: `12`, `{low, likely, high}` or `{use: name}`. What is wrong
 * inside a range is reported where it stands; a value that is none of the three, or is incomplete, at the number.
 *
 * @example quantity({ min: 0, max: 1e9, what: "price" }).parse({ low: 2, likely: 3, high: 3.5, source: "price lists" })
 * @example quantity({ min: 0, max: 1e9, what: "price" }).parse({ use: "price" })
 */
export function quantity(bounds: Bounds) {
  const number = boundedNumber(bounds);
  return z.union([number, rangeOf(number), nameOfVariable], {
    error: `Allowed: ${allowedNumber(bounds)}, as {low, likely, high} or as {use: name}`,
  });
}

export type Quantity = number | Range | Use;

export const isUse = (quantity: Quantity): quantity is Use => typeof quantity === "object" && "use" in quantity;
export const isRange = (quantity: Quantity): quantity is Range => typeof quantity === "object" && "low" in quantity;

function allowedNumber({ min, exclusiveMin, max, integer, what }: Bounds): string {
  const kind = integer === true ? "a whole number" : "a number";
  const limits =
    exclusiveMin === true ? `above ${exact(min)}, at most ${exact(max)}` : `from ${exact(min)} to ${exact(max)}`;
  return `${what} as ${kind} ${limits}`;
}
