/** Between a row's value and what a person types into its form: texts by field, and back. Pure. */
import type { z } from "zod";
import { schemaFaults } from "../../../../shared/plan/faults/schema-faults.ts";
import { shownNumber, typedNumber } from "../../../fields/typed-number.ts";

/** A field of a form, by the path of its value: `densePeak.bf16`. */
export interface Field {
  readonly kind: "text" | "longText" | "date" | "select" | "number" | "quantity" | "yesNo" | "file";
  readonly path: string;
  readonly label: string;
  readonly unit?: string;
  readonly help?: string;
  readonly placeholder?: string;
  /** Of a number: the field's unit is 10^`exponent` of the value's, 12 for 10¹² FLOP/s. */
  readonly exponent?: number;
  /** Of a select: what may be chosen, and in words what no choice means. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly none?: string;
  /** Whether the field is asked for, in view of the others; always when left out. What is not asked for is not kept. */
  readonly when?: (draft: Draft) => boolean;
}

/** Texts as typed, by path. A quantity that is a range has its three texts under `price.low`, `price.likely`, `price.high`. */
export type Draft = Readonly<Record<string, string>>;

const PARTS = ["low", "likely", "high"] as const;

export const partsOf = (path: string): readonly string[] => PARTS.map((part) => `${path}.${part}`);

/** Whether a quantity is typed as low, likely and high. */
export const isRangeDraft = (draft: Draft, path: string): boolean => `${path}.likely` in draft;

export function draftOf(value: unknown, fields: readonly Field[]): Draft {
  const draft: Record<string, string> = {};
  for (const field of fields) {
    const at = memberAt(value, field.path.split("."));
    if (field.kind === "quantity" && typeof at === "object" && at !== null) {
      for (const part of PARTS) draft[`${field.path}.${part}`] = shown(memberAt(at, [part]), field);
    } else draft[field.path] = shown(at, field);
  }
  return draft;
}

/** `draft` with its quantity typed as one number, or as three that start at that number. */
export function withForm(draft: Draft, path: string, form: "number" | "range"): Draft {
  const likely = draft[`${path}.likely`] ?? draft[path] ?? "";
  const rest = Object.fromEntries(
    Object.entries(draft).filter(([key]) => key !== path && !partsOf(path).includes(key)),
  );
  return form === "number"
    ? { ...rest, [path]: likely }
    : { ...rest, ...Object.fromEntries(partsOf(path).map((key) => [key, likely])) };
}

/**
 * The value that is typed: `base` with the fields put in. What the form has no field for stays as it is; an empty field leaves
 * its key out; a text that is no number stays a text, for the schema to refuse.
 */
export function typedValue(base: unknown, draft: Draft, fields: readonly Field[]): Readonly<Record<string, unknown>> {
  const value: Record<string, unknown> = { ...(structuredClone(base) as object) };
  for (const field of fields) {
    const path = field.path.split(".");
    if (field.when?.(draft) === false) put(value, path, undefined);
    else if (field.kind === "quantity" && isRangeDraft(draft, field.path)) {
      const before = memberAt(value, path);
      const range: Record<string, unknown> = typeof before === "object" && before !== null ? { ...before } : {};
      for (const part of PARTS) range[part] = meant(draft[`${field.path}.${part}`] ?? "", field) ?? "";
      put(value, path, range);
    } else put(value, path, meant(draft[field.path] ?? "", field));
  }
  return value;
}

/** What is wrong with a value, in words by path; the path is "" for the whole. */
export function faultsOf(schema: z.ZodType, value: unknown): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  for (const { path, message, allowed, hint } of schemaFaults(schema, value)) {
    const at = path.join(".");
    if (faults.has(at)) continue;
    faults.set(at, `${message}. Allowed: ${inForms(allowed)}.${hint == null ? "" : ` ${hint}`}`);
  }
  return faults;
}

/** What is allowed, without how a plan's text would write it: forms have buttons for that. */
const inForms = (allowed: string): string =>
  allowed.replace(/, as \{low, likely, high\} or as \{use: name\}/, "").replace(/\.$/, "");

function shown(value: unknown, { kind, exponent = 0 }: Field): string {
  if (kind === "yesNo") return value === true ? YES : "";
  if (kind === "file") return value === undefined ? "" : JSON.stringify(value);
  if (typeof value === "number") return shownNumber(value, exponent);
  return typeof value === "string" ? value : "";
}

/** How a yes is kept among the texts; a no is empty. */
export const YES = "yes";

function meant(text: string, { kind, exponent = 0 }: Field): unknown {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  if (kind === "yesNo") return true;
  if (kind === "file") return JSON.parse(trimmed);
  return kind === "number" || kind === "quantity" ? (typedNumber(trimmed, exponent) ?? trimmed) : trimmed;
}

function memberAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[step];
  }
  return at;
}

/** Sets the member, or leaves it out; an object on the way is made where it is missing. */
function put(value: Record<string, unknown>, [step = "", ...rest]: readonly string[], member: unknown): void {
  if (rest.length === 0) {
    if (member === undefined) delete value[step];
    else value[step] = member;
    return;
  }
  const before = value[step];
  const inner: Record<string, unknown> = typeof before === "object" && before !== null ? { ...before } : {};
  put(inner, rest, member);
  if (before !== undefined || member !== undefined) value[step] = inner;
}
