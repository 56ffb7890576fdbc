/** The value that was probably meant, where one answer is likely. */
import { z } from "zod";
import { nearest } from "../../lib/nearest.ts";
import type { Fault } from "../fault.ts";
import { leavesOf } from "./schema-walk.ts";

/**
 * What to write instead of `value` where `schema` stands: a number in quotes, or with separators, as a number; a word as
 * the word it nearly is; one value as a list of it. Only what the schema then takes is suggested.
 *
 * @example meantValue(z.number(), "1_000")              // {suggestion: "1000"}
 * @example meantValue(z.enum(["causal", "full"]), "ful") // {hint: "Did you mean full?", suggestion: '"full"'}
 */
export function meantValue(schema: z.core.$ZodType | undefined, value: unknown): Pick<Fault, "hint" | "suggestion"> {
  if (schema === undefined) return {};
  const leaves = leavesOf(schema);
  for (const candidate of candidates(leaves, value)) {
    if (!leaves.some((leaf) => z.safeParse(leaf, candidate).success)) continue;
    const written = JSON.stringify(candidate);
    // A word reads best bare; of a number that must be text the quotes are the point.
    const isWord = typeof candidate === "string" && typeof value === "string";
    return { hint: `Did you mean ${isWord ? candidate : written}?`, suggestion: written };
  }
  return {};
}

const TRUE = new Set(["true", "yes", "on"]);
const FALSE = new Set(["false", "no", "off"]);
const LONGEST = 100;

function candidates(leaves: readonly z.core.$ZodType[], value: unknown): unknown[] {
  if (typeof value === "string" && value.length <= LONGEST) {
    const word = value.trim().toLowerCase();
    const number = word.replace(/(?<=\d)[_,\s](?=\d{3})/g, "");
    return [
      ...(number !== "" && Number.isFinite(Number(number)) ? [Number(number)] : []),
      ...(TRUE.has(word) ? [true] : FALSE.has(word) ? [false] : []),
      ...[nearest(value, leaves.flatMap(wordsOf))].filter((known) => known !== undefined && known !== value),
      [value],
    ];
  }
  if (typeof value === "number") return [String(value), ...(leaves.some(isNumber) ? [] : [[value]])];
  return [];
}

const isNumber = (leaf: z.core.$ZodType): boolean => leaf instanceof z.ZodNumber || leaf instanceof z.ZodNumberFormat;

function wordsOf(leaf: z.core.$ZodType): string[] {
  const options = leaf instanceof z.ZodEnum ? leaf.options : leaf instanceof z.ZodLiteral ? [...leaf.values] : [];
  return options.filter((option) => typeof option === "string");
}
