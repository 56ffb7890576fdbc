/** Table: the ideal time on every cluster, with its range. */
import { durationText } from "../../units/format/duration.ts";
import { exact } from "../../units/format/exact.ts";
import * as cell from "../cells.ts";
import type { SheetContext } from "../context.ts";
import type { Cell, Section, Table } from "../sheet.ts";
import { timeRangeText } from "../text/amounts.ts";
import { base } from "./base.ts";

export function idealTimesTable(context: SheetContext): Section {
  return {
    ...base(context, "ideal-times", {
      title: "Ideal time.",
      subtitle: "No schedule is faster.",
      outline: "ideal time",
    }),
    kind: "table",
    table: idealTimesBody(context),
    notes: [],
  };
}

/** Cluster, card-hours ÷ cards, and P10–P90 where the plan has ranges. */
export function idealTimesBody({ plan, estimate, ranges }: SheetContext): Table {
  const titled = plan.clusters.some((cluster) => cluster.title !== null);
  return {
    columns: [
      ...(titled ? [{ key: "cluster", title: "Cluster", unit: "", align: "left" } as const] : []),
      { key: "cards", title: "Cards", unit: "", align: titled ? "right" : "left" },
      { key: "idealHours", title: "Time", unit: "card-hours ÷ cards", align: "right" },
      ...(ranges === null ? [] : [{ key: "range", title: "Range", unit: "P10–P90", align: "right" } as const]),
    ],
    rows: plan.clusters.map(({ title, cards }, cluster) => {
      const hours = estimate.idealHours[cluster] ?? 0;
      const spread = ranges?.idealHours[cluster];
      const range: Cell[] =
        ranges === null
          ? []
          : [
              spread === undefined
                ? cell.empty
                : {
                    ...cell.words(timeRangeText(spread.p10, spread.p90)),
                    exact: `${exact(spread.p10)} to ${exact(spread.p90)} h`,
                  },
            ];
      return {
        cells: [
          ...(titled ? [cell.words(title ?? "")] : []),
          cell.number(exact(cards), cards, `${exact(cards)} cards`, null),
          cell.number(durationText(hours), hours, `${exact(hours)} h`, { of: "cluster", cluster }),
          ...range,
        ],
      };
    }),
    total: null,
  };
}
