/** Table: what a grant office asks of any budget before its first line. */

import type { PlanBudget } from "../../estimate/budget/budget-of.ts";
import { layoutRules } from "../../money/budget/layout-rules.ts";
import { counted } from "../../units/format/counted.ts";
import { exact } from "../../units/format/exact.ts";
import * as cell from "../cells.ts";
import type { SheetContext } from "../context.ts";
import type { Cell, Row, Section } from "../sheet.ts";
import { perCent, read } from "../text/amounts.ts";
import { dateWords, listed } from "../text/words.ts";
import { base } from "./base.ts";

export function budgetHead(context: SheetContext, { resolved, budget }: PlanBudget): Section {
  const { layout } = resolved;
  const unsure = layoutRules(layout).filter(({ verify }) => verify === true);
  return {
    ...base(context, "budget-head", {
      title: "The request.",
      subtitle: `Layout ${layout.title}.`,
      outline: "the request",
    }),
    kind: "table",
    table: {
      columns: [
        { key: "what", title: "Item", unit: "", align: "left" },
        { key: "value", title: "Value", unit: "", align: "left" },
      ],
      rows: rowsOf(context, { resolved }),
      total: null,
    },
    notes: [
      ...budget.refused.map(({ title }) => `Not asked for, and in no sum: ${title}. ${layout.contingency.text}`),
      ...(budget.modular?.isOver === true && layout.modular !== null
        ? [`More than may be asked for this way: ${layout.modular.mostDirectPerYear.text}`]
        : []),
      ...(layout.currency !== null && layout.currency !== resolved.currencies.budget
        ? [
            `${layout.funder} pays in ${layout.currency}, and this budget is in ${resolved.currencies.budget}: amounts in the funder’s rules are taken as they are, not converted.`,
          ]
        : []),
      ...layout.notes.flatMap(({ category, text }) => {
        const lines = budget.lines.filter(({ line }) => line.category === category);
        return lines.length === 0 ? [] : [`${listed(lines.map(({ line }) => line.title))}: ${text}`];
      }),
      ...(resolved.escalation !== null && !layout.escalation.value
        ? [`The stated rise of prices is not counted: ${layout.escalation.text}`]
        : []),
      ...unsure.map(({ text }) => `Verify with your office: ${text}`),
    ],
  };
}

function rowsOf({ plan }: SheetContext, { resolved }: Pick<PlanBudget, "resolved">): Row[] {
  const { call, start, months, currencies, roundTo, indirect, tax, escalation, layout, ceilingKind } = resolved;
  const rows: [string, Cell][] = [
    ["Call", said(call, "which call")],
    [
      "Ceiling",
      plan.ceiling === null
        ? cell.muted("none stated")
        : cell.words(
            `${exact(plan.ceiling)} ${plan.currency}, of ${ceilingKind === "direct" ? "direct costs" : "all that is asked for"}`,
          ),
    ],
    [
      "Start and length",
      cell.words(`${start === null ? "[first day of the grant]" : dateWords(start)}, ${counted(months, "month")}`),
    ],
    ...indirectRows(resolved, indirect),
    ["Currency", cell.words(currencyWords(currencies))],
    ["Rounded to", cell.words(layout.asks === "allocation" ? "whole units" : `${exact(roundTo)} ${currencies.budget}`)],
    ...(layout.asks === "money"
      ? [
          [
            "VAT or sales tax",
            cell.words(
              tax === null
                ? "none counted"
                : `${perCent(tax.rate)}, ${tax.recoverable ? "got back, and so no cost" : "not got back, in the lines"}`,
            ),
          ] as [string, Cell],
        ]
      : []),
    ...(escalation === null
      ? []
      : [
          [
            "Rise of prices",
            cell.words(
              `${perCent(escalation.rate)} a year${escalation.source === null ? "" : `: ${escalation.source}`}`,
            ),
          ] as [string, Cell],
        ]),
  ];
  return rows
    .filter(([what]) => layout.asks !== "allocation" || !OF_MONEY.has(what))
    .map(([what, value]) => ({ cells: [cell.words(what), value] }));
}

/** Rows that a request for units has nothing to say in. */
const OF_MONEY: ReadonlySet<string> = new Set(["Ceiling", "Currency"]);

const said = (text: string | null, what: string): Cell => (text === null ? cell.muted(`[${what}]`) : cell.words(text));

function indirectRows(
  { layout }: PlanBudget["resolved"],
  indirect: PlanBudget["resolved"]["indirect"],
): [string, Cell][] {
  const { rule, agreement, date, isRateStated } = indirect;
  if (layout.asks !== "money" || rule.kind === "none") return [];
  const ofPlan = `${agreement ?? "[rate agreement]"}${date === null ? ", [its date]" : `, ${dateWords(date)}`}`;
  if (rule.kind === "perFteYear") {
    return [
      [
        "Estates and indirect costs",
        cell.words(`${read(rule.estates)} and ${read(rule.indirects)} a full-time year: ${ofPlan}`),
      ],
    ];
  }
  const own = layout.indirect.kind === "base" ? layout.indirect.rate : null;
  const who = isRateStated || own === null ? ofPlan : `${own.source}, ${dateWords(own.date)}`;
  return [["Rate of indirect costs", cell.words(`${perCent(rule.rate)}: ${who}`)]];
}

/** "EUR; 1 EUR is 1.08 USD, 1 November 2026" */
function currencyWords({ plan, budget, rates }: PlanBudget["resolved"]["currencies"]): string {
  const rows = rates.map(({ currency, rate, date }) => `1 ${currency} is ${exact(rate)} ${plan}, ${dateWords(date)}`);
  return [budget, ...rows].join("; ");
}
