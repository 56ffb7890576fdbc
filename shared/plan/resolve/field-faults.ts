import type { FieldFault } from "../../models/field-fault.ts";
import type { DocumentPath, Fault } from "../fault.ts";
import type { Group } from "../fields.ts";
import type { Merged } from "./merge.ts";

/** A fault of a field that a noun found, at the place that states the field, or at the sweep where nothing does. */
export function placeFieldFault(
  { field, value, allowed, message }: FieldFault<string>,
  group: Group,
  merged: Merged,
  sweep: DocumentPath,
): Fault {
  const stated = merged[field];
  return {
    path: stated?.path ?? [...sweep, group, field],
    message: startsWithName(message) ? message : message.charAt(0).toUpperCase() + message.slice(1),
    value: stated === undefined ? undefined : value,
    allowed,
    hint: stated === undefined ? "State it in the sweep, its experiment or the plan's defaults." : null,
  };
}

/** Names as keyValueHeads stay as they are written in the document. */
const startsWithName = (message: string): boolean => /^[a-z]+[A-Z]/.test(message);
