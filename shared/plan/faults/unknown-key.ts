import { nearest } from "../../lib/nearest.ts";
import type { DocumentPath, Fault } from "../fault.ts";
import { fieldNamed } from "../fields.ts";
import { shorten } from "../text/document-path.ts";

/** A key that the object at `path` does not have, with the one that was probably meant, or where it belongs. */
export function unknownKey(path: DocumentPath, key: string, known: readonly string[]): Fault {
  const meant = nearest(key, known);
  const group = fieldNamed(key)?.group;
  const hint =
    group !== undefined && known.includes(group)
      ? `Write it inside ${group}.`
      : meant === undefined
        ? null
        : `Did you mean ${meant}?`;
  return {
    path: [...path, key],
    atKey: true,
    message: `Unknown key ${shorten(key, 40)}`,
    value: key,
    allowed: known.length === 0 ? "no key" : listedShortly(known),
    hint,
    suggestion: hint === null || (group !== undefined && known.includes(group)) ? null : (meant ?? null),
  };
}

/** With more keys than these the first ones and a number say as much; the format's page has the rest. */
const MOST_KEYS = 40;
const SHOWN_KEYS = 12;

const listedShortly = (known: readonly string[]): string =>
  known.length <= MOST_KEYS
    ? known.join(", ")
    : `${known.slice(0, SHOWN_KEYS).join(", ")} and ${known.length - SHOWN_KEYS} more`;
