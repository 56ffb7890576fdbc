/** Table: what the schedules take of the allocations of clusters that count one, by quarter. */
import { allocationOf } from "../../estimate/schedule/allocation.ts";
import { clusterCards } from "../../estimate/schedule/cluster-cards.ts";
import type { ClusterSchedule } from "../../estimate/schedule/cluster-schedule.ts";
import { counted } from "../../units/format/counted.ts";
import { exact } from "../../units/format/exact.ts";
import * as cell from "../cells.ts";
import type { SheetContext } from "../context.ts";
import type { Row, Section } from "../sheet.ts";
import { read } from "../text/amounts.ts";
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
        const name = nameOf(timed);
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
        if (!timed.feasible && timed.expected.hours === 0) {
          return [{ cells: [...[name, "all", unit].map((text) => cell.words(text)), cell.muted("cannot run")] }];
        }
        const together = timed.feasible ? "all" : "all that can run";
        return [...quarters.map(({ quarter, units: part }) => row(quarter, part, false)), row(together, units, true)];
      }),
      total: null,
    },
    notes: (context.schedules ?? []).flatMap(partNote),
  };
}

const nameOf = ({ cluster }: ClusterSchedule): string => cluster.title ?? clusterCards(cluster);

/** Whose units are only those of a part of the runs. */
const partNote = (timed: ClusterSchedule): string[] =>
  timed.feasible || timed.cluster.allocation === null || timed.expected.hours === 0
    ? []
    : [
        `On ${nameOf(timed)} ${counted(timed.infeasible.length, "run class", "run classes")} cannot run: the units are those of the others.`,
      ];
