import type { CostShare } from "./budget-fields.ts";
import type { Category } from "./category.ts";

/** What a line says where it differs from its category and the layout; absent: as those say. */
export interface LineFlags {
  readonly inIndirectBase?: boolean | undefined;
  /** Indirect costs of this line as a share, in place of the budget's rate. */
  readonly indirectRate?: number | undefined;
  readonly taxed?: boolean | undefined;
  readonly escalated?: boolean | undefined;
  /** Counts as equipment whatever its category. */
  readonly capital?: boolean | undefined;
}

/** One line of a budget: so many units in every grant year, at one price. */
export interface BudgetLine {
  readonly id: string;
  readonly category: Category;
  readonly title: string;
  /** The funder's code, where the line stands under another heading than its category; null otherwise. */
  readonly funderCode: string | null;
  /** Units in every grant year, the first year first. */
  readonly quantities: readonly number[];
  readonly unit: string;
  /** Of one unit in the first year, without tax, in `currency`. */
  readonly price: number;
  readonly currency: string;
  readonly flags: LineFlags;
  readonly source: string | null;
  readonly date: string | null;
  readonly justification: string | null;
  readonly costShare: CostShare | null;
}
