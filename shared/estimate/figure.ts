/** The address of a figure that a reader may ask about. Every number on a sheet carries one. */
import type { Cut } from "./fit-to-sum/cut.ts";
import type { OwnedPart, OwningMeasure, OwningVariant } from "./owning.ts";
import type { Tenth } from "./tenth.ts";
import type { Measure } from "./types.ts";

/** Percentiles and extremes that a range is told by. */
export type SpreadPart = "low" | "p10" | "p50" | "p90" | "high";

/** Sums of a budget; `ownDirect` is direct costs without what others bear of them, `borneDirect` that. */
export const BUDGET_MEASURES = [
  "direct",
  "ownDirect",
  "borneDirect",
  "base",
  "indirect",
  "total",
  "internal",
  "external",
  "unfunded",
  "request",
] as const;
export type BudgetMeasure = (typeof BUDGET_MEASURES)[number];

export const SCHEDULE_MEASURES = [
  "scheduledHours",
  "expectedHours",
  "lowerBoundHours",
  "utilisation",
  "idleCardHours",
  "allocation",
] as const;
export type ScheduleMeasure = (typeof SCHEDULE_MEASURES)[number];

/** Parts of what an offer costs; `unused` is idle cards, commitment and increments together. */
export const OFFER_PARTS = ["total", "work", "unused", "interruptions", "storage", "hours"] as const;
export type OfferPart = (typeof OFFER_PARTS)[number];

export const STORED_MEASURES = ["storageTBMonths", "egressTB"] as const;
export type StoredMeasure = (typeof STORED_MEASURES)[number];

export type Figure =
  | { readonly of: "total"; readonly measure: Measure; readonly stage: "core" | "withRepeats" | "withReruns" }
  | { readonly of: "totalRange"; readonly measure: "flop" | "cardHours" | "cost"; readonly part: SpreadPart }
  | { readonly of: "experiment"; readonly experiment: number; readonly measure: Measure | "share" }
  /** Several together. */
  | { readonly of: "experiments"; readonly experiments: readonly number[]; readonly measure: Measure | "share" }
  | {
      readonly of: "experimentRange";
      readonly experiment: number;
      readonly measure: "flop" | "cardHours" | "cost";
      readonly part: SpreadPart;
    }
  | { readonly of: "sweep"; readonly experiment: number; readonly sweep: number; readonly measure: Measure }
  | {
      readonly of: "class";
      readonly runClass: number;
      readonly measure: Measure | "flopPerRun" | "cardHoursPerRun" | "items" | "flopPerItem" | "speed" | "passSpeed";
    }
  | { readonly of: "reruns"; readonly measure: Exclude<Measure, "runs"> }
  | {
      readonly of: "model";
      readonly model: number;
      readonly measure: "parameters" | "activeParameters" | "flopPerItem" | "sixNdRatio" | "runs" | "cost" | "share";
    }
  /** All runs that have no model. */
  | { readonly of: "withoutModel"; readonly measure: "runs" | "cost" | "share" }
  | { readonly of: "axisValue"; readonly axis: string; readonly value: string; readonly measure: Measure | "share" }
  | { readonly of: "speed"; readonly card: number }
  /** Of the run of a model that is hardest to place: bytes on a card, fewest cards. */
  | { readonly of: "memory"; readonly model: number; readonly measure: "bytes" | "cards" }
  | { readonly of: "cluster"; readonly cluster: number }
  /** Of the schedule on a cluster: hours are those in which it can be used. */
  | { readonly of: "schedule"; readonly cluster: number; readonly measure: ScheduleMeasure }
  | { readonly of: "energy"; readonly measure: "kilowattHours" | "kilogramsCO2e" | "byCard" | "byNode" }
  | { readonly of: "dispute"; readonly dispute: number; readonly measure: "then" | "difference" }
  | { readonly of: "quote"; readonly quote: number }
  /** What the plan costs at a quote, in parts, and how long it takes on its cards. */
  | { readonly of: "offer"; readonly quote: number; readonly part: OfferPart }
  /** What the plan keeps and sends out, before anybody prices it. */
  | { readonly of: "stored"; readonly measure: StoredMeasure }
  | { readonly of: "swing"; readonly input: number; readonly end: "low" | "high" }
  | { readonly of: "chanceUnderCeiling" }
  | { readonly of: "comparison" }
  /** A sum of the plan's budget in one grant year, from 0; null: over all years. */
  | { readonly of: "budget"; readonly measure: BudgetMeasure; readonly year: number | null }
  | { readonly of: "budgetLine"; readonly line: string; readonly year: number | null }
  /** Several lines together, by their ids. */
  | { readonly of: "budgetLines"; readonly lines: readonly string[]; readonly year: number | null }
  /** Units of a machine that are asked for in one quarter of the grant, from 0; null: in all. */
  | { readonly of: "budgetUnits"; readonly quarter: number | null };

/** A figure of the pages that weigh a plan beside its sheet: it needs more than the plan's estimate, and stands on no sheet. */
export type PageFigure =
  /** The total, if a number without a range were a tenth worse. */
  | { readonly of: "tenth"; readonly tenth: Tenth }
  /** Machines to own against a rental, both by their index among the plan's quotes. */
  | {
      readonly of: "owning";
      readonly quote: number;
      readonly against: number;
      readonly variant: OwningVariant;
      readonly measure: OwningMeasure;
    }
  | { readonly of: "owned"; readonly quote: number; readonly part: OwnedPart }
  /** What the plan's work costs if it is bought so many years later, by a trend of prices. */
  | { readonly of: "waiting"; readonly trend: string; readonly years: number }
  /** What one cut saves by itself. */
  | { readonly of: "cut"; readonly cut: Cut }
  /** What the plan costs with cuts made, or the chance that it then stays under a ceiling. */
  | {
      readonly of: "afterCuts";
      readonly cuts: readonly Cut[];
      readonly ceiling: number;
      readonly measure: "cost" | "chance";
    }
  /** What a change between two versions does to the total, by its place in their list. */
  | { readonly of: "change"; readonly change: number; readonly measure: "inTurn" | "alone" }
  /** What changes do together, beyond what each does alone. */
  | { readonly of: "changesTogether" }
  /** The difference of two versions of the budget: of what is asked for, or of a row by its key. */
  | { readonly of: "budgetVersions"; readonly row: string | null }
  /** The difference of two versions: of the whole, or of an experiment by its id. */
  | { readonly of: "versions"; readonly measure: Exclude<Measure, "nodeHours">; readonly experiment: string | null };

/** What tells the one kind of figure from the other. */
export const PAGE_FIGURES = [
  "tenth",
  "owning",
  "owned",
  "waiting",
  "cut",
  "afterCuts",
  "change",
  "changesTogether",
  "versions",
  "budgetVersions",
] as const satisfies readonly PageFigure["of"][];

/** Whatever can be asked how it was computed. */
export type AnyFigure = Figure | PageFigure;
