/** The catalogue's names of the rows that plans name by id. */
import { catalogue } from "./catalogue.ts";

const cards = new Map(catalogue.accelerators.map(({ id, name }) => [id, name]));

/**
 * What the row that a field names by `id` is called; null where the catalogue has no such row, and for every other field.
 *
 * @example catalogueName("accelerator", "h100-sxm") // "NVIDIA H100 SXM5 80GB"
 */
export function catalogueName(field: string, id: string): string | null {
  return field === "accelerator" ? (cards.get(id) ?? null) : null;
}
