/** A value of the document as text, in one line and no longer than a message can take. */
import { shorten } from "./document-path.ts";

const LONGEST = 80;
const MOST_ITEMS = 8;
const DEEPEST = 2;

/**
 * `value` as JSON with a space after commas and colons; what is too long, too many or too deep becomes an ellipsis.
 * The work is bounded whatever the value.
 *
 * @example preview({ low: 3, likely: 2 }) // '{"low": 3, "likely": 2}'
 */
export function preview(value: unknown): string {
  return shorten(written(value, 0), LONGEST);
}

function written(value: unknown, depth: number): string {
  if (typeof value === "string") return JSON.stringify(shorten(value, LONGEST));
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) {
    if (depth === DEEPEST) return "[…]";
    const items = value.slice(0, MOST_ITEMS).map((item) => written(item, depth + 1));
    return `[${[...items, ...(value.length > MOST_ITEMS ? ["…"] : [])].join(", ")}]`;
  }
  if (depth === DEEPEST) return "{…}";
  const members: string[] = [];
  for (const key in value) {
    members.push(
      members.length === MOST_ITEMS
        ? "…"
        : `${JSON.stringify(shorten(key, LONGEST))}: ${written(Reflect.get(value, key), depth + 1)}`,
    );
    if (members.length > MOST_ITEMS) break;
  }
  return `{${members.join(", ")}}`;
}
