/** The justification: paragraphs in the funder's order, blanks marked. */
import type { PlanBudget } from "../../estimate/budget/budget-of.ts";
import { justification, partsOf } from "../budget/justification.ts";
import type { SheetContext } from "../context.ts";
import type { Inline, RichText, Section } from "../sheet.ts";
import { base } from "./base.ts";

export function budgetJustification(context: SheetContext, budget: PlanBudget): Section {
  const { asks, mostPages } = budget.resolved.layout;
  // Requests letter their parts A to D themselves.
  const lettered = asks !== "money";
  const items = justification(context, budget).map(({ code, title, text }): RichText => {
    const name = lettered || code === "" ? title : `${code}, ${title}`;
    return [{ kind: "strong", text: `${name}.` }, " ", ...partsOf(text).map(inline)];
  });
  return {
    ...base(context, "budget-justification", {
      title: asks === "money" ? "Justification" : "Request",
      subtitle: mostPages === null ? "" : mostPages.text,
      outline: asks === "money" ? "Justification" : "Request",
    }),
    kind: "list",
    marker: lettered ? "letter" : "number",
    items,
  };
}

const inline = ({ text, isBlank }: { text: string; isBlank: boolean }): Inline =>
  isBlank ? { kind: "strong", text } : text;
