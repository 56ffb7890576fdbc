/** Table: the units of a machine that are asked for, by quarter of the grant. */
import { allocationOf } from "../../estimate/budget/allocation.ts";
import type { PlanBudget } from "../../estimate/budget/budget-of.ts";
import type { Figure } from "../../estimate/figure.ts";
import { roundToTotal } from "../../money/round.ts";
import { exact, fixed } from "../../units/format/exact.ts";
import { requestWords } from "../budget/request-words.ts";
import * as cell from "../cells.ts";
import type { SheetContext } from "../context.ts";
import type { Section } from "../sheet.ts";
import { capital, sentence } from "../text/words.ts";
import { base } from "./base.ts";

export function budgetUnits(context: SheetContext, { resolved }: PlanBudget): Section {
  const { plan, estimate, schedules } = context;
  const request = allocationOf(plan, estimate, resolved, schedules);
  const hours = roundToTotal(request.hours);
  const units = roundToTotal(request.units);
  const beside = requestWords(plan, request);
  const noun = request.per === "cardHour" ? "card-hour" : "node-hour";
  const isSame = request.unit === `${noun}s` && request.rate === 1;
  const figure = (quarter: number | null): Figure => ({ of: "budgetUnits", quarter });
  const cells = (title: string, ofQuarter: number, amount: number, quarter: number | null) => ({
    cells: [
      cell.words(title),
      cell.number(fixed(ofQuarter, 0), ofQuarter, `${exact(ofQuarter)} ${noun}s`, isSame ? figure(quarter) : null),
      ...(isSame ? [] : [cell.number(fixed(amount, 0), amount, `${exact(amount)} ${request.unit}`, figure(quarter))]),
    ],
  });
  return {
    ...base(context, "budget-units", {
      title: "Units by quarter.",
      subtitle: [
        ...(isSame
          ? []
          : [
              `${exact(request.rate)} ${request.unit} for a ${noun}${request.source === null ? "" : `: ${request.source}`}.`,
            ]),
        ...(beside.length === 0 ? [] : [sentence(beside.join(", "))]),
      ].join(" "),
      outline: "units by quarter",
    }),
    kind: "table",
    table: {
      columns: [
        { key: "quarter", title: "Quarter", unit: "", align: "left" },
        { key: "hours", title: capital(`${noun}s`), unit: "", align: "right", adds: true, places: 0 },
        ...(isSame
          ? []
          : [{ key: "units", title: "Asked for", unit: request.unit, align: "right" as const, adds: true, places: 0 }]),
      ],
      rows: request.units.map((_, quarter) =>
        cells(String(quarter + 1), hours.parts[quarter] ?? 0, units.parts[quarter] ?? 0, quarter),
      ),
      total: cells("All", hours.total, units.total, null),
    },
    notes: [],
  };
}
