/** Which rows of the library a plan has copied. */
import { copiedFromSchema } from "../../lib/copied-from.ts";

export interface LibraryUse {
  readonly kind: "quote" | "cluster" | "accelerator";
  readonly id: string;
}

/** The keys of a document under which copies stand, at whatever level. */
const KINDS: ReadonlyMap<string, LibraryUse["kind"]> = new Map([
  ["quotes", "quote"],
  ["clusters", "cluster"],
  ["accelerator", "accelerator"],
  ["hardware.accelerator", "accelerator"],
]);

/**
 * The rows of the library that `value`, a plan document or what of one can be read, has copies of; each once, in the order of the text.
 *
 * @example usesOf({ clusters: [{ cards: 8, from: { id, revision: 1, date: "2026-11-22" } }] }) // [{kind: "cluster", id}]
 */
export function usesOf(value: unknown): LibraryUse[] {
  const uses = new Map<string, LibraryUse>();
  visit(value, null, (use) => uses.set(`${use.kind} ${use.id}`, use));
  return [...uses.values()];
}

function visit(value: unknown, kind: LibraryUse["kind"] | null, found: (use: LibraryUse) => void): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) visit(item, kind, found);
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    if (key !== "from" || kind === null) {
      visit(member, KINDS.get(key) ?? null, found);
      continue;
    }
    const from = copiedFromSchema.safeParse(member);
    if (from.success) found({ kind, id: from.data.id });
  }
}
