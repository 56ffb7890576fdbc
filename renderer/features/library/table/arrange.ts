/** Which rows a table shows, and in which order. Pure. */

export interface Order {
  readonly column: string;
  readonly down: boolean;
}

/** What a row is sorted by in a column; null sorts last either way. */
export type SortValue = string | number | null;

/** Words are found anywhere, in any order, whatever their case. */
export function matches(text: string, search: string): boolean {
  const found = text.toLocaleLowerCase("en");
  return search
    .toLocaleLowerCase("en")
    .split(/\s+/)
    .every((word) => found.includes(word));
}

/** The rows in order; equal ones stay as they were. */
export function sorted<Row>(rows: readonly Row[], by: (row: Row) => SortValue, down: boolean): Row[] {
  return rows
    .map((row) => ({ row, value: by(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      return compare(a.value, b.value) * (down ? -1 : 1);
    })
    .map(({ row }) => row);
}

const byWords = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function compare(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number" ? a - b : byWords.compare(String(a), String(b));
}

/** The order after a column's head was pressed: its own first way, then the other. */
export const pressed = (order: Order, column: string, firstDown: boolean): Order =>
  order.column === column ? { column, down: !order.down } : { column, down: firstDown };
