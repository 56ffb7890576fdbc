/** What is wrong with a value, in one plain sentence. */
import type { z } from "zod";
import type { DocumentPath } from "../fault.ts";
import { shorten } from "../text/document-path.ts";
import { listed } from "./describe-allowed.ts";
import { subject, words } from "./field-words.ts";
import { leavesOf } from "./schema-walk.ts";

type Issue = z.core.$ZodIssue;

/** Of an issue that is about `value` itself: no union, no key. */
export function messageOf(issue: Issue, value: unknown, path: DocumentPath): string {
  const name = subject(path);
  switch (issue.code) {
    case "invalid_type":
      if (issue.expected === "int" && typeof value === "number") return `${name} must be a whole number`;
      return kindMessage(value, path, issue.expected);
    case "too_small":
      if (Array.isArray(value)) return `${listName(path)} is empty`;
      if (typeof value !== "number") return `${name} is empty`;
      if (value < 0) return `${name} cannot be negative`;
      return value === 0 ? `${name} cannot be 0` : `${name} is too small`;
    case "too_big":
      if (typeof value === "string") return `${name} is too long`;
      return Array.isArray(value) ? `${listName(path)} is too long` : `${name} is too large`;
    case "invalid_value":
      return `${name} cannot be ${shorten(JSON.stringify(value), 40)}`;
    case "invalid_format":
      return `${name} is not written as it should be`;
    case "custom":
      return customMessage(value, path);
    default:
      return `${name} does not fit`;
  }
}

/** A list is named by its key, an axis by its own name. */
function listName(path: DocumentPath): string {
  const last = path.at(-1);
  return path.at(-2) === "axes" || typeof last !== "string" ? subject(path) : `The list of ${words(last)}`;
}

/** Of a value that no branch of a union is meant for. */
export function unionMessage(part: z.core.$ZodType | undefined, value: unknown, path: DocumentPath): string {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return `${subject(path)} has none of the keys that it needs`;
  const kinds = new Set(part === undefined ? [] : leavesOf(part).map((leaf) => KINDS[leaf._zod.def.type]));
  const simple = [...kinds].filter((kind) => kind !== undefined && kind !== KINDS.object);
  return value === null || simple.length === 0
    ? kindMessage(value, path)
    : `${subject(path)} must be ${listed(simple.filter((kind) => kind !== undefined))}`;
}

const KINDS: Readonly<Record<string, string>> = {
  number: "a number",
  int: "a whole number",
  string: "text",
  boolean: "true or false",
  array: "a list",
  object: "an object of keys and values",
  record: "an object of names and values",
};

/** A value of the wrong kind, with the two usual reasons for it. */
function kindMessage(value: unknown, path: DocumentPath, expected?: string): string {
  const name = subject(path);
  if (value === null) return `${name} has no value`;
  const isRange = typeof value === "object" && ("use" in value || "low" in value || "likely" in value);
  if (isRange && (expected === "number" || expected === "int")) return `${name} cannot be a range`;
  const kind = expected === undefined ? undefined : KINDS[expected];
  return kind === undefined ? `${name} cannot be this` : `${name} must be ${kind}`;
}

/** What the nouns' own rules across the members of an object say; they point at the member that is wrong. */
function customMessage(value: unknown, path: DocumentPath): string {
  switch (path.at(-1)) {
    case "low":
      return "The lowest value is above the likely one";
    case "high":
      return "The highest value is below the likely one";
    case "end":
      return "The end is before the start";
    case "share":
      return "The share comes to no card";
    case "rate":
      return "This quote has a price and a rate";
    case "term":
      return "This quote has a term without a rate";
    case "basis":
      return "This quote has a basis beside a rate";
    case "currency":
      return "This quote has a currency beside a rate";
    case "price":
      return "This quote is of a purchase and has a price per card-hour";
    case "purchase":
      return "This quote has a purchase and another basis";
    case "commitment":
      return "This quote has a commitment, and its basis has none";
    case "interruptionHours":
      return "This quote has interruptions, and is not of spot";
    case "validUntil":
      return "The quote ends before its own date";
    case "cardsAvailable":
      return "Fewer cards are available than must be rented";
    default:
      return typeof value === "object" && value !== null && !Array.isArray(value)
        ? `${subject(path)} lacks a key, or has one too many`
        : `${subject(path)} does not fit`;
  }
}
