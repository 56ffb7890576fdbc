/** Finding, in a schema, the part that a value of the document belongs to. */

import { z } from "zod";
import type { DocumentPath } from "../fault.ts";
import { memberOf } from "../value-at.ts";

/** `schema` without the wrappers that only say "may be left out", and the parts of a union one by one. */
export function leavesOf(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional) return leavesOf(schema.unwrap());
  if (schema instanceof z.ZodNullable) return [...leavesOf(schema.unwrap()), z.null()];
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(leavesOf);
  return [schema];
}

/** The schema of what stands at `path` inside `value`; undefined where the schema knows no such place. */
export function schemaAt(schema: z.core.$ZodType, value: unknown, path: DocumentPath): z.core.$ZodType | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  const [only, ...others] = leavesOf(schema);
  const branch = others.length === 0 ? only : branchFor(leavesOf(schema), value);
  const inner = branch && memberSchema(branch, step);
  return inner && schemaAt(inner, memberOf(value, step), rest);
}

function memberSchema(schema: z.core.$ZodType, step: string | number): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (schema instanceof z.ZodObject) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
    return Object.hasOwn(shape, step) ? shape[step] : undefined;
  }
  return undefined;
}

/**
 * The branch of a union that its author meant by `value`: of the right kind (an object has at least one key that the
 * branch knows, unless the branch takes any), and of these the one that finds least to complain of. Undefined when no branch is of the value's kind.
 */
export function branchFor(branches: readonly z.core.$ZodType[], value: unknown): z.core.$ZodType | undefined {
  let best: z.core.$ZodType | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const branch of branches) {
    if (!isOfKind(branch, value)) continue;
    const complaints = count(z.safeParse(branch, value).error?.issues ?? []);
    if (complaints < fewest) {
      best = branch;
      fewest = complaints;
    }
  }
  return best;
}

function count(issues: readonly z.core.$ZodIssue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === "unrecognized_keys" ? issue.keys.length : 1), 0);
}

function isOfKind(schema: z.core.$ZodType, value: unknown): boolean {
  if (schema instanceof z.ZodNumber || schema instanceof z.ZodNumberFormat) return typeof value === "number";
  if (schema instanceof z.ZodBoolean) return typeof value === "boolean";
  if (schema instanceof z.ZodNull) return value === null;
  if (schema instanceof z.ZodArray) return Array.isArray(value);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    if (schema instanceof z.ZodRecord) return true;
    if (!(schema instanceof z.ZodObject)) return false;
    return takesAnyKey(schema) || Object.keys(schema.shape).some((key) => Object.hasOwn(value, key));
  }
  if (schema instanceof z.ZodEnum) return schema.options.some((option) => typeof option === typeof value);
  if (schema instanceof z.ZodLiteral) return [...schema.values].some((option) => typeof option === typeof value);
  return typeof value === "string" && (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat);
}

const takesAnyKey = (schema: z.ZodObject): boolean => schema._zod.def.catchall instanceof z.ZodUnknown;
