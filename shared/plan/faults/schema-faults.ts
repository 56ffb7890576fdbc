/** From the schema library's issues to faults that the author of a plan understands. */
import { z } from "zod";
import { allowedKeys } from "../../lib/strict-object.ts";
import { exact } from "../../units/format/exact.ts";
import type { DocumentPath, Fault } from "../fault.ts";
import { shorten } from "../text/document-path.ts";
import { valueAt } from "../value-at.ts";
import { withoutConsequences } from "./consequences.ts";
import { describeAllowed, statedAllowed } from "./describe-allowed.ts";
import { subject } from "./field-words.ts";
import { messageOf, unionMessage } from "./schema-messages.ts";
import { branchFor, leavesOf, schemaAt } from "./schema-walk.ts";
import { meantValue } from "./suggestions.ts";
import { unknownKey } from "./unknown-key.ts";

type Issue = z.core.$ZodIssue;

/** Faults that are worked out in words; whoever has more mends these first. */
export const MOST_WORDED = 1_000;

/**
 * Every fault of `value` by `schema`, at most a thousand; `at` is where the value stands in the document. Of a union,
 * the branch that the value was meant for speaks, so that no fault says merely that nothing fits.
 */
export function schemaFaults(schema: z.core.$ZodType, value: unknown, at: DocumentPath = []): Fault[] {
  return wordedFaults(z.safeParse(schema, value).error?.issues ?? [], schema, value, at);
}

/** The same for issues that the schema has found already. */
export function wordedFaults(
  issues: readonly Issue[],
  schema: z.core.$ZodType,
  value: unknown,
  at: DocumentPath = [],
): Fault[] {
  const faults: Fault[] = [];
  for (const issue of issues) {
    const room = MOST_WORDED - faults.length;
    if (room <= 0) break;
    faults.push(...faultsOf(issue, schema, value, at, room));
  }
  return withoutConsequences(faults);
}

function faultsOf(issue: Issue, schema: z.core.$ZodType, value: unknown, at: DocumentPath, room: number): Fault[] {
  const inside = issue.path.filter((step) => typeof step !== "symbol");
  const path = [...at, ...inside];
  const found = valueAt(value, inside);
  const part = schemaAt(schema, value, inside);
  const allowed =
    statedAllowed(issue.message) ??
    entriesAllowed(issue) ??
    (part === undefined ? "another value" : describeAllowed(part));
  if (found === undefined && issue.code !== "invalid_key") return [missing(path, allowed)];
  switch (issue.code) {
    case "invalid_union":
      return unionFaults(part, found, path, allowed);
    case "unrecognized_keys": {
      const known = allowedKeys(issue) ?? (part instanceof z.ZodObject ? Object.keys(part.shape) : []);
      return issue.keys.slice(0, room).map((key) => unknownKey(path, key, known));
    }
    case "invalid_key": {
      const [reason] = issue.issues;
      const name = String(path.at(-1));
      return [
        {
          path,
          atKey: true,
          message: `${shorten(JSON.stringify(name), 40)} cannot be a name here`,
          value: name,
          allowed: statedAllowed(reason?.message ?? "") ?? "a short name",
        },
      ];
    }
    default:
      return [{ path, message: messageOf(issue, found, path), value: found, allowed, ...meantValue(part, found) }];
  }
}

function entriesAllowed(issue: Issue): string | undefined {
  if (issue.code === "too_small" && issue.origin === "array")
    return `at least ${exact(Number(issue.minimum))} in the list`;
  if (issue.code === "too_big" && issue.origin === "array")
    return `at most ${exact(Number(issue.maximum))} in the list`;
  return undefined;
}

function missing(path: DocumentPath, allowed: string): Fault {
  return { path, message: `${subject(path)} is missing`, value: undefined, allowed };
}

function unionFaults(part: z.core.$ZodType | undefined, value: unknown, path: DocumentPath, allowed: string): Fault[] {
  const branch = part && branchFor(leavesOf(part), value);
  const faults = branch === undefined ? [] : schemaFaults(branch, value, path);
  if (faults.length === 0) {
    return [{ path, message: unionMessage(part, value, path), value, allowed, ...meantValue(part, value) }];
  }
  // What the value itself could be is known to the union as a whole; what stands inside it, to the branch alone.
  return faults.map((fault) =>
    fault.path.length === path.length ? { ...fault, allowed, ...meantValue(part, value) } : fault,
  );
}
