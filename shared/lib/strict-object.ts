import { z } from "zod";

const ALLOWED = "Allowed: ";
const SEPARATOR = ", ";

/**
 * An object of the plan document: a key that is not in the shape is an error. The message of that error lists the
 * allowed keys, and `allowedKeys` reads them back, so that the reader of a plan can name the nearest one.
 *
 * The keys travel in the message because that is the only thing of ours a zod issue carries out of a parse; no key of
 * the document contains a comma. The list is read from the schema that failed, hence right after `.extend()` too.
 *
 * @example
 * const schema = strictObject({ cards: z.number(), title: z.string().optional() });
 * schema.safeParse({ card: 8 }).error.issues.find((issue) => issue.code === "unrecognized_keys");
 * // {code: "unrecognized_keys", keys: ["card"], path: [], message: "Allowed: cards, title"}
 */
export const strictObject = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys" && issue.inst instanceof z.ZodObject
        ? ALLOWED + Object.keys(issue.inst.shape).join(SEPARATOR)
        : undefined,
  });

/** The keys that a `strictObject` allows where this issue arose; undefined for an issue of any other kind. */
export function allowedKeys(issue: { readonly code: string; readonly message: string }): string[] | undefined {
  if (issue.code !== "unrecognized_keys" || !issue.message.startsWith(ALLOWED)) return undefined;
  return issue.message.slice(ALLOWED.length).split(SEPARATOR);
}
