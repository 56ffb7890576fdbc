/** The shipped layouts, and lines written the short way. */
import { z } from "zod";
import type { Category } from "./category.ts";
import type { BudgetRules } from "./compute-budget.ts";
import { type FunderLayout, funderLayoutSchema } from "./funder-layout.ts";
import type { IndirectRule } from "./indirect-base.ts";
import type { BudgetLine } from "./line.ts";

/** @param text of assets/catalog/funders.json, which only a test may open */
export function shippedLayouts(text: string): {
  readonly layouts: readonly FunderLayout[];
  readonly layoutOf: (id: string) => FunderLayout;
} {
  const layouts = z.array(funderLayoutSchema).parse(JSON.parse(text));
  const layoutOf = (id: string): FunderLayout => {
    const layout = layouts.find((one) => one.id === id);
    if (layout === undefined) throw new RangeError(`no layout ${id}`);
    return layout;
  };
  return { layouts, layoutOf };
}

/** The layout's own rule of indirect costs. */
export function ruleOf({ indirect }: FunderLayout, own: { rate?: number; subawardCap?: number } = {}): IndirectRule {
  if (indirect.kind === "none") return { kind: "none", equipmentThreshold: null };
  const equipmentThreshold = indirect.equipmentThreshold?.value ?? null;
  if (indirect.kind === "perFteYear") return { kind: "perFteYear", estates: 0, indirects: 0, equipmentThreshold };
  return {
    kind: "base",
    rate: own.rate ?? indirect.rate.value,
    excluded: indirect.excluded.value,
    equipmentThreshold,
    subawardCap: own.subawardCap ?? indirect.subawardCap?.value ?? null,
  };
}

export const rulesOf = (layout: FunderLayout, other: Partial<BudgetRules> = {}): BudgetRules => ({
  years: 1,
  layout,
  indirect: ruleOf(layout),
  tax: null,
  escalationRate: 0,
  currencies: { plan: "USD", budget: "USD", rates: [] },
  ...other,
});

/** One unit in the first year, or the quantities given. */
export const line = (category: Category, price: number, other: Partial<BudgetLine> = {}): BudgetLine => ({
  id: category.toLowerCase(),
  category,
  title: category,
  funderCode: null,
  quantities: [1],
  unit: "",
  price,
  currency: "USD",
  flags: {},
  source: null,
  date: null,
  justification: null,
  costShare: null,
  ...other,
});
