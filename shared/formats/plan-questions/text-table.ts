/** A plain table for a terminal: words left, numbers right. */
import { displayWidth, padded } from "../../sheet/text/display-width.ts";

export interface TextColumn {
  readonly title: string;
  readonly align: "left" | "right";
}

/** The lines of the table, the heads underlined. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string[] {
  const all = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, index) => Math.max(...all.map((row) => displayWidth(row[index] ?? ""))));
  const line = (row: readonly string[]): string =>
    columns
      .map(({ align }, index) => padded(row[index] ?? "", widths[index] ?? 0, align === "left" ? "right" : "left"))
      .join("  ")
      .trimEnd();
  const [head = [], ...body] = all;
  return [line(head), widths.map((width) => "─".repeat(width)).join("  "), ...body.map(line)];
}
