/** What the figures of the pages that weigh a plan are explained from, beside its estimate. */
import type { PriceTrends } from "../../money/price-trend.ts";
import type { Catalogue } from "../../plan/catalogue.ts";
import type { NameOf } from "../../plan/changes/describe-change.ts";
import type { PlanDocument } from "../../plan/document.ts";
import type { ReadPlan } from "../../plan/read.ts";
import type { Figure } from "../figure.ts";
import type { TraceInput } from "../trace.ts";

export interface Beside {
  readonly document: PlanDocument;
  readonly catalogue: Catalogue;
  readonly priceTrends: PriceTrends;
  /** The version that the plan is compared with; null where it is compared with none. */
  readonly before: ReadPlan | null;
  /** Names for the catalogue's ids. */
  readonly nameOf?: NameOf;
}

/** An input that this estimate gives, with the figure that explains it. */
export const givenInput = (
  symbol: string,
  name: string,
  value: number,
  unit: string,
  figure: Figure | null = null,
): TraceInput => ({ symbol, name, value, unit, note: null, source: "this estimate", date: null, figure, place: null });

/** An input that the plan states, with where it stands there. */
export const statedInput = (
  symbol: string,
  name: string,
  value: number,
  unit: string,
  from: { readonly source: string; readonly date: string | null; readonly place: string },
): TraceInput => ({ symbol, name, value, unit, note: null, figure: null, ...from });

export const TOTAL_COST = { of: "total", measure: "cost", stage: "withReruns" } as const satisfies Figure;
