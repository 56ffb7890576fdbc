/** What of a line is in the base of indirect costs, and why what is not is left out. */
import type { Category } from "./category.ts";
import type { BudgetLine } from "./line.ts";

/** The rule of indirect costs that a budget follows: the layout's, with the plan's own numbers in place of its. */
export type IndirectRule =
  | {
      readonly kind: "none";
      /** What equipment is stands apart from the base; null: whatever it costs. */
      readonly equipmentThreshold: number | null;
    }
  | {
      readonly kind: "base";
      readonly rate: number;
      readonly excluded: readonly Category[];
      readonly equipmentThreshold: number | null;
      readonly subawardCap: number | null;
    }
  | {
      readonly kind: "perFteYear";
      readonly estates: number;
      readonly indirects: number;
      readonly equipmentThreshold: number | null;
    };

/** Why a line, or a part of it, is not in the base. */
export type LeftOut = "category" | "equipment" | "subaward" | "stated" | "noBase";

export interface Base {
  /** By grant year. */
  readonly amounts: readonly number[];
  /** Null where all of the line is in. */
  readonly leftOut: LeftOut | null;
}

/**
 * The category that a line counts as. Equipment below the funder's threshold a unit is supplies (2 CFR 200.1); what is
 * marked as capital is equipment.
 *
 * @param unitPrice of one unit in the first year, in the budget's currency and without tax
 */
export function countsAs(
  { category, flags }: Pick<BudgetLine, "category" | "flags">,
  unitPrice: number,
  threshold: number | null,
): Category {
  const isEquipment = flags.capital ?? category === "equipment";
  if (!isEquipment) return category === "equipment" ? "supplies" : category;
  return flags.capital !== true && threshold !== null && unitPrice < threshold ? "supplies" : "equipment";
}

/**
 * The part of `amounts` in the base. What the line itself says goes before every rule.
 *
 * @param category what the line counts as
 * @param taken how much of the same subaward is in the base already; grows by what this line puts in
 * @example 90,000 of one subaward in two years of 45,000 and a cap of 50,000: 45,000 and 5,000 are in
 */
export function baseOf(
  { flags }: Pick<BudgetLine, "flags">,
  category: Category,
  amounts: readonly number[],
  rule: IndirectRule,
  taken: { sum: number },
): Base {
  const nothing = amounts.map(() => 0);
  if (rule.kind !== "base") return { amounts: nothing, leftOut: "noBase" };
  if (flags.inIndirectBase === false) return { amounts: nothing, leftOut: "stated" };
  if (flags.inIndirectBase === true) return { amounts, leftOut: null };
  if (rule.excluded.includes(category)) {
    return { amounts: nothing, leftOut: category === "equipment" ? "equipment" : "category" };
  }
  const { subawardCap } = rule;
  if (category !== "subaward" || subawardCap === null) return { amounts, leftOut: null };
  const capped = amounts.map((amount) => {
    const part = Math.min(amount, Math.max(0, subawardCap - taken.sum));
    taken.sum += part;
    return part;
  });
  return { amounts: capped, leftOut: capped.every((part, year) => part === amounts[year]) ? null : "subaward" };
}
