/** The rows of the table of accelerators: the plan's own card, the library's, the catalogue's. Pure. */
import type { Accelerator, AcceleratorFields } from "../../../shared/hardware/accelerator.ts";
import { NUMBER_FORMATS, type NumberFormat } from "../../../shared/hardware/number-format.ts";

export interface CardRow {
  readonly key: string;
  readonly card: Accelerator;
  /** What the plan takes in when the row is chosen; null for the plan's own card, which it has already. */
  readonly value: string | AcceleratorFields | null;
  readonly home: "plan" | "library" | "catalogue";
}

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
