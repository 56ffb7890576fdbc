/** What a schema allows, in words. */
import { z } from "zod";
import { exact } from "../../units/format/exact.ts";
import { leavesOf } from "./schema-walk.ts";

const ALLOWED = "Allowed: ";
const LARGEST_INTEGER = Number.MAX_SAFE_INTEGER;

/** What the author of a schema wrote into its messages after "Allowed: "; undefined for a message of the library's own. */
export const statedAllowed = (message: string): string | undefined =>
  message.startsWith(ALLOWED) ? message.slice(ALLOWED.length) : undefined;

/**
 * @example describeAllowed(z.int().min(1).max(1e5))       // "whole numbers from 1 to 100,000"
 * @example describeAllowed(z.number().positive().max(3))  // "numbers above 0, at most 3"
 * @example describeAllowed(z.enum(["causal", "full"]))    // "causal or full"
 */
export function describeAllowed(schema: z.core.$ZodType): string {
  return listed([...new Set(leavesOf(schema).map(describeLeaf))]);
}

/** "a", "a or b", "a, b or c". */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;

function describeLeaf(schema: z.core.$ZodType): string {
  if (schema instanceof z.ZodNumber || schema instanceof z.ZodNumberFormat) return describeNumber(schema);
  if (schema instanceof z.ZodBoolean) return "true or false";
  if (schema instanceof z.ZodNull) return "null";
  if (schema instanceof z.ZodEnum) return listed(schema.options.map(String));
  if (schema instanceof z.ZodLiteral) return listed([...schema.values].map(String));
  if (schema instanceof z.ZodArray) return "a list of values in square brackets";
  if (schema instanceof z.ZodObject) return `an object with the keys ${Object.keys(schema.shape).join(", ")}`;
  if (schema instanceof z.ZodRecord) return "an object of names and values";
  if (schema instanceof z.ZodURL) return "an address that starts with https://";
  if (schema instanceof z.ZodISODate) return "a date as YYYY-MM-DD";
  if (schema instanceof z.ZodString) return describeText(schema);
  return "another value";
}

function describeNumber(schema: z.ZodNumber | z.ZodNumberFormat): string {
  const { type, minimum, exclusiveMinimum, maximum } = z.toJSONSchema(schema);
  const kind = type === "integer" ? "whole numbers" : "numbers";
  const most = maximum !== undefined && maximum < LARGEST_INTEGER ? maximum : undefined;
  if (typeof exclusiveMinimum === "number") {
    return `${kind} above ${exact(exclusiveMinimum)}${most === undefined ? "" : `, at most ${exact(most)}`}`;
  }
  const least = minimum !== undefined && minimum > -LARGEST_INTEGER ? minimum : undefined;
  if (least !== undefined && most !== undefined) return `${kind} from ${exact(least)} to ${exact(most)}`;
  if (least !== undefined) return `${kind} from ${exact(least)}`;
  return most === undefined ? kind : `${kind} up to ${exact(most)}`;
}

function describeText(schema: z.ZodString): string {
  const { maxLength } = schema;
  return maxLength === null ? "text" : `text of at most ${exact(maxLength)} characters`;
}
