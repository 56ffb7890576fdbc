/** A chart of bars in a terminal: label, bar, value. */
import type { BarChart } from "../../sheet/sheet.ts";
import { displayWidth, padded } from "../../sheet/text/display-width.ts";
import { printable, type Style } from "./style.ts";
import { barOf } from "./table-text.ts";
import { wrap } from "./wrap.ts";

const LONGEST_BAR = 48;

export function barsLines({ bars, unit, categoryTitle, remark }: BarChart, width: number, style: Style): string[] {
  const labels = bars.map((bar) => printable(bar.label));
  const labelWidth = Math.min(Math.floor(width / 3), Math.max(...labels.map(displayWidth)));
  const valueWidth = Math.max(...bars.map((bar) => displayWidth(bar.text)));
  const barWidth = Math.min(LONGEST_BAR, width - labelWidth - valueWidth - 4);
  const largest = Math.max(0, ...bars.map((bar) => bar.value));
  const lines = bars.flatMap((bar, index) => {
    const names = wrap(labels[index] ?? "", labelWidth);
    const drawn = barOf(largest === 0 ? 0 : bar.value / largest, barWidth);
    return names.map((name, part) => {
      const label = padded(name, labelWidth, numeric(labels) ? "left" : "right");
      if (part < names.length - 1) return label.trimEnd();
      const text = `${padded(bar.text, valueWidth, "left")}  ${bar.highlight ? style.accent(drawn) : drawn}`;
      return `${label}  ${bar.highlight ? style.bold(text) : text}`.trimEnd();
    });
  });
  return [
    style.dim(`${printable(categoryTitle)}, ${printable(unit)}`),
    ...lines,
    ...(remark === null ? [] : wrap(`${printable(remark)}.`, width)),
  ];
}

const numeric = (labels: readonly string[]): boolean => labels.every((label) => /^[\d,.]+$/.test(label));
