/** The rows of the table of accelerators: the plan's own card, the library's, the catalogue's. Pure. */
import type { Accelerator } from "../../../shared/hardware/accelerator.ts";
import { NUMBER_FORMATS, type NumberFormat } from "../../../shared/hardware/number-format.ts";
import { canonicalJson } from "../../../shared/lib/canonical-json.ts";
import type { PlainValue } from "../../../shared/plan/edit/plan-edit.ts";
import { treeEntries, treeValue } from "../../fields/tree-value.ts";

/** An accelerator to choose. */
export interface CardRow {
  readonly key: string;
  readonly card: Accelerator;
  /** What the plan takes in when the row is chosen; null for the plan's own card, which it has already. */
  readonly value: PlainValue;
  readonly home: "plan" | "library" | "catalogue";
}

/** The row of the library that a card of the plan was copied from and still is; null where there is none. */
export function libraryRowOf(stated: unknown, library: readonly CardRow[]): CardRow | null {
  const id = treeValue(stated, ["from", "id"]);
  return (
    library.find(
      ({ value }) => treeValue(value, ["from", "id"]) === id && withoutOrigin(value) === withoutOrigin(stated),
    ) ?? null
  );
}

const withoutOrigin = (card: unknown): string =>
  canonicalJson(Object.fromEntries(treeEntries(card, []).filter(([key]) => key !== "from")));

/** The catalogue with the newest cards first, but for `first`, which a reader looks for before all others. */
export function catalogueRows(accelerators: readonly Accelerator[], first: string | null): CardRow[] {
  const year = (card: Accelerator) => (card.id === first ? Number.POSITIVE_INFINITY : (card.releaseYear ?? 0));
  return [...accelerators]
    .sort((a, b) => year(b) - year(a) || a.name.localeCompare(b.name, "en"))
    .map((card) => ({ key: card.id, card, value: card.id, home: "catalogue" }));
}

/** Rows that have every word of `search` in their name, maker, id or year. */
export function matching(rows: readonly CardRow[], search: string): readonly CardRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ card }) => {
    const text = `${card.name} ${card.vendor ?? ""} ${card.id} ${card.releaseYear ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

const USUAL_COLUMNS: readonly NumberFormat[] = ["bf16", "fp8"];

/** The formats whose peaks have a column: the usual two, and the plan's own where it is another. */
export const peakColumns = (inForce: NumberFormat | null): readonly NumberFormat[] =>
  NUMBER_FORMATS.filter((format) => USUAL_COLUMNS.includes(format) || format === inForce);
