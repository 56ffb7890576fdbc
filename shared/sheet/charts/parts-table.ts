/** The data behind a chart of parts: each with its amount and its share. */
import { exact, percent } from "../../units/format/exact.ts";
import * as cell from "../cells.ts";
import type { SheetContext } from "../context.ts";
import type { Table } from "../sheet.ts";
import { moneyExact, read } from "../text/amounts.ts";
import type { AxisPart } from "./main-axis.ts";

export function partsTable({ basis }: SheetContext, title: string, parts: readonly AxisPart[]): Table {
  const ofMoney = basis.measure === "cost";
  return {
    columns: [
      { key: "part", title, unit: "", align: "left" },
      { key: basis.measure, title: ofMoney ? "Cost" : "Card-hours", unit: ofMoney ? basis.unit : "", align: "right" },
      { key: "share", title: "Share", unit: "%", align: "right" },
    ],
    rows: parts.map((part) => {
      const amount = part.totals[basis.measure];
      const inFull = ofMoney ? moneyExact(amount, basis.unit) : `${exact(amount)} card-hours`;
      return {
        cells: [
          cell.words(part.label),
          cell.number(read(amount), amount, inFull, part.figure),
          cell.number(percent(part.share), part.share * 100, `${exact(part.share * 100)} %`, null),
        ],
      };
    }),
    total: null,
  };
}
