/** Measurements as a table for the terminal. */
import type { Measurement } from "./measure.ts";

/** "0.0451 ms", "43.2 ms", "1,204 ms": three figures at least. */
function milliseconds(value: number): string {
  const places = Math.max(0, 2 - Math.floor(Math.log10(Math.max(value, 1e-6))));
  return `${value.toFixed(value >= 100 ? 0 : places)} ms`;
}

/** A row a measurement: the work, its median, its limit, and how much of the limit it uses. */
export function table(results: readonly Measurement[]): string {
  const rows = results.map(({ work, milliseconds: taken, limit }) => [
    work,
    milliseconds(taken),
    limit === null ? "" : `${milliseconds(limit.milliseconds)}${limit.reason === "" ? "" : ` (${limit.reason})`}`,
    limit === null ? "" : `${((taken / limit.milliseconds) * 100).toFixed(0)} %`,
  ]);
  const all = [["work", "median", "limit", "of limit"], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join("  "),
    )
    .join("\n");
}
