/** Fixed heights, so that a sheet can be put on pages before its charts are drawn. In CSS pixels. */
import type { Chart } from "../../shared/sheet/sheet.ts";
import { onTwoLines } from "./scale.ts";

const AXIS = 26;
const LINE = 20;
const TWO_LINES = 30;

/** The longest label, in letters, that a chart of rows has room for on one line. */
export const longestLabel = (width: number): number => Math.max(12, Math.floor(width / 13));

/** The height of a chart that is `width` wide. */
export function chartHeight(chart: Chart, width: number): number {
  const rows = (labels: readonly string[]) => {
    const broken = labels.some((label) => Array.isArray(onTwoLines(label, longestLabel(width))));
    return AXIS + labels.length * (broken ? TWO_LINES : LINE);
  };
  switch (chart.kind) {
    case "bars":
      return chart.direction === "columns" ? 198 : rows(chart.bars.map((bar) => bar.label));
    case "time":
      return 232;
    case "timeline":
      return 282;
    case "ranges":
      return rows(chart.rows.map((row) => row.label));
    case "tornado":
      return AXIS + chart.rows.length * 34;
  }
}
