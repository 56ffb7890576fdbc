/** The tables of a budget by themselves, for a screen that shows them while they are worked on. */
import type { Figures, SheetContext } from "../context.ts";
import { layoutOf } from "../layout.ts";
import { budgetBase, saysBase } from "../sections/budget-base.ts";
import { budgetLines } from "../sections/budget-lines.ts";
import { budgetSums } from "../sections/budget-sums.ts";
import { budgetUnits } from "../sections/budget-units.ts";
import type { Section, Table } from "../sheet.ts";
import { justification, type Paragraph } from "./justification.ts";

export interface BudgetTables {
  readonly lines: Table;
  readonly sums: Table;
  /** Null where there are no indirect costs. */
  readonly base: Table | null;
  /** Null where no units are asked for. */
  readonly units: Table | null;
  readonly paragraphs: readonly Paragraph[];
}

/** Null for a plan without a budget. */
export function budgetTables(figures: Figures): BudgetTables | null {
  const { budget } = figures;
  if (budget === null) return null;
  const slots = layoutOf(new Set(["budget-lines", "budget-sums", "budget-base", "budget-units"]));
  const context: SheetContext = { ...figures, slots: new Map(slots.map((slot) => [slot.id, slot])) };
  const { layout, allocation } = budget.resolved;
  return {
    lines: tableOf(budgetLines(context, budget)),
    sums: tableOf(budgetSums(context, budget)),
    base: saysBase(budget) ? tableOf(budgetBase(context, budget)) : null,
    units: layout.asks === "allocation" || allocation !== null ? tableOf(budgetUnits(context, budget)) : null,
    paragraphs: justification(figures, budget),
  };
}

function tableOf(section: Section): Table {
  if (section.kind === "list") throw new RangeError(`${section.id} is no table`);
  return section.table;
}
