/** Fixed heights, so that a sheet can be put on pages before its charts are drawn. In CSS pixels. */
import type { Chart } from "../../shared/sheet/sheet.ts";
import { rowLabel } from "./scale.ts";

const AXIS = 26;
const LINE = 20;
const TWO_LINES = 30;

/** Room at the right of a chart of rows for the words beside its marks. */
export const BESIDE_MARKS = 78;

/** Between a label and the marks. */
export const LABEL_GAP = 8;

/** A letter of a label, as they are on the mean. */
const LETTER = 5.7;

/** The longest label, in letters, that a chart of rows has room for on one line: Chart.js gives labels at most half of its width. */
export const longestLabel = (width: number): number =>
  Math.max(12, Math.floor(((width - BESIDE_MARKS) / 2 - LABEL_GAP) / LETTER));

/** The height of a chart that is `width` wide. */
export function chartHeight(chart: Chart, width: number): number {
  const rows = (labels: readonly string[]) => {
    const broken = labels.some((label) => Array.isArray(rowLabel(label, longestLabel(width))));
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
