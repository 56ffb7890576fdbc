/** Table: what the schedules take of the allocations of clusters that count one, by quarter. */
import { allocationOf } from "../../estimate/schedule/allocation.ts";
import { exact } from "../../units/format/exact.ts";
import * as cell from "../cells.ts";
import type { SheetContext } from "../context.ts";
import type { Row, Section } from "../sheet.ts";
import { read } from "../text/amounts.ts";
import { counted } from "../text/words.ts";
import { base } from "./base.ts";

export const countsAllocation = ({ schedules }: Pick<SheetContext, "schedules">): boolean =>
  schedules?.some((timed) => timed.cluster.allocation !== null) ?? false;

export function allocationTable(context: SheetContext): Section {
  return {
    ...base(context, "allocation", {
      title: "Allocation.",
      subtitle: "Units held by runs, failures included, by quarter of the calendar.",
      outline: "allocation",
    }),
    kind: "table",
    table: {
      columns: [
        { key: "cluster", title: "Cluster", unit: "", align: "left" },
        { key: "quarter", title: "Quarter", unit: "", align: "left" },
        { key: "unit", title: "Unit", unit: "", align: "left" },
        { key: "units", title: "Units", unit: "", align: "right" },
      ],
      rows: (context.schedules ?? []).flatMap((timed, cluster): Row[] => {
        const counted_ = allocationOf(timed);
        if (counted_ === null) return [];
        const { unit, units, quarters } = counted_;
        const name = timed.cluster.title ?? counted(timed.cluster.cards, "card");
        const row = (quarter: string, amount: number, isAll: boolean): Row => ({
          cells: [
            cell.words(name),
            cell.words(quarter),
            cell.words(unit),
            cell.number(
              read(amount),
              amount,
              `${exact(amount)} ${unit}`,
              isAll ? { of: "schedule", cluster, measure: "allocation" } : null,
            ),
          ],
        });
        return [...quarters.map(({ quarter, units: part }) => row(quarter, part, false)), row("all", units, true)];
      }),
      total: null,
    },
    notes: [],
  };
}
