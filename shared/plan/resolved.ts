/**
 * A plan with every default, override, variable and catalogue id put in: what the estimate walks over.
 * It is plain data, complete in itself, and is stored beside a saved sheet.
 */
import type { Policy } from "../cluster/policy.ts";
import type { Convention } from "../compute/convention.ts";
import type { Passes } from "../compute/passes.ts";
import type { Accelerator } from "../hardware/accelerator.ts";
import type { NumberFormat } from "../hardware/number-format.ts";
import type { WidthPoint } from "../hardware/width-table.ts";
import type { Layout } from "../memory/layout.ts";
import type { MemoryRecipe } from "../memory/recipe.ts";
import type { ModelShape } from "../models/shape.ts";
import type { Attachment } from "../money/attachment.ts";
import type { CeilingKind, CostShare } from "../money/budget/budget-fields.ts";
import type { Currencies } from "../money/budget/exchange.ts";
import type { FunderLayout } from "../money/budget/funder-layout.ts";
import type { IndirectRule } from "../money/budget/indirect-base.ts";
import type { BudgetLine, LineFlags } from "../money/budget/line.ts";
import type { QuotedPurchase } from "../money/purchase-fields.ts";
import type { QuoteBasis } from "../money/quote-basis.ts";
import type { Commitment } from "../money/quote-fields.ts";
import type { Term } from "../money/term.ts";
import type { RunKind } from "../training/run-kind.ts";
import type { Work } from "../training/work.ts";
import type { Watts } from "../units/brands.ts";
import type { Scalar } from "./axis-kind.ts";

/** A number of the plan that nobody knows exactly. Equal `use` of a variable is one and the same input. */
export interface UncertainInput {
  /** The variable's name, or the place in the document where the range stands. */
  readonly name: string;
  /** In words, for a reader: "points per line". */
  readonly title: string;
  /** Where it stands in the document, as `variables.pointsPerLine`. */
  readonly path: string;
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  readonly source: string | null;
}

/** A number of the plan: its likely value, and the uncertain input (by index) that moves it, if any does. */
export interface Amount {
  readonly likely: number;
  readonly input: number | null;
  /** The amount is this many times its input: a price whose range is in another currency. Absent for 1. */
  readonly factor?: number;
}

/** How long one run trains. Items are tokens for a transformer, examples for a model with stated counts. */
export type ResolvedLength =
  | { readonly kind: "steps"; readonly steps: Amount; readonly itemsPerStep: number }
  | { readonly kind: "tokens"; readonly tokens: Amount }
  | {
      readonly kind: "tokensPerParameter";
      readonly ratio: Amount;
      readonly of: "total" | "nonEmbedding" | "active";
    }
  | {
      readonly kind: "epochs";
      readonly epochs: Amount;
      readonly examples: Amount;
      readonly itemsPerExample: number;
    }
  | { readonly kind: "requests"; readonly requests: Amount; readonly itemsPerRequest: number }
  /** As long as `cards` cards take `hours`: its operations follow from the time (Epoch's method 2). */
  | { readonly kind: "hours"; readonly hours: Amount; readonly cards: number };

/** What a run does where it is not plain training of all weights. */
export interface ResolvedWork {
  /** As the plan states it. */
  readonly recipe: Work;
  /** What is done with every item; null for work without a model, whose operations nobody counts. */
  readonly passes: Passes | null;
  /** The part of the tokens that is written, at a pace of its own; null where nothing is. */
  readonly generation: {
    /** Of one card. */
    readonly tokensPerSecond: Amount;
    readonly share: number;
    /** Where it is stated in the document. */
    readonly place: string;
  } | null;
}

export interface ResolvedTraining {
  readonly length: ResolvedLength;
  /** Sequences (or examples) per step; null where the plan does not say. */
  readonly batch: number | null;
  /** Tokens per sequence; null for models whose items are examples. */
  readonly sequence: number | null;
  /** Mean attended length in tokens; 0 for models whose items are examples. */
  readonly attended: number;
  /** Absent for pre-training: plain training of all weights. */
  readonly work?: ResolvedWork;
}

/** One distinct model of the plan. */
export interface ResolvedModel {
  /** What tells it from the plan's other models: "7B", "width 4,096". */
  readonly label: string;
  readonly shape: ModelShape;
}

/** One distinct choice of card, number format and speed, with its price. */
export interface ResolvedCard {
  readonly accelerator: Accelerator;
  readonly format: NumberFormat;
  /** Dense peak of the format in FLOP/s. */
  readonly densePeak: number;
  readonly speed:
    | { readonly kind: "achieved"; readonly flopPerSecond: Amount; readonly carriedFrom: string | null }
    | { readonly kind: "utilisation"; readonly utilisation: Amount }
    /** Of a model of this width, read off the plan's table. */
    | {
        readonly kind: "byWidth";
        readonly utilisation: Amount;
        readonly width: number;
        readonly points: readonly WidthPoint[];
      }
    | {
        readonly kind: "measured";
        /** Items of one card in a second, or the seconds of a step of the class on so many cards. */
        readonly pace:
          | { readonly per: "item"; readonly itemsPerSecond: Amount }
          | { readonly per: "step"; readonly seconds: number; readonly cards: number };
        /** What the pilot's runs did. */
        readonly ofKind: RunKind;
        /** Dense peak of this card ÷ that of the pilot's, 1 where they are the same. */
        readonly factor: number;
        readonly carriedFrom: string | null;
      };
  /** Source of the speed or utilisation; of the default when the plan states none. */
  readonly speedSource: string | null;
  /** True when the plan states neither speed nor utilisation and the sourced default stands in. */
  readonly speedIsDefault: boolean;
  readonly cardsPerNode: number;
  /** Index of the headline quote that prices this card. */
  readonly quote: number;
  /** Places in the document: where the accelerator and the speed are stated, for "change it there". */
  readonly places: { readonly accelerator: string; readonly speed: string };
}

/** One distinct way to spread runs over cards, with what their memory depends on beside model and training. */
export interface ResolvedLayout {
  readonly recipe: Omit<MemoryRecipe, "sequence" | "batch" | "adapters">;
  readonly layout: Layout;
  /** Memory of a node's host; null where the plan does not say. */
  readonly hostBytes: number | null;
  /** Where the plan states what is no default, by the field's name. Empty: all of it is the defaults. */
  readonly places: Readonly<Record<string, string>>;
  readonly runCards: ResolvedRunCards;
}

/** On how many cards a run may be spread, as far as the plan says; null where it follows from memory and batch. */
export interface ResolvedRunCards {
  readonly minCards: number | null;
  readonly maxCards: number | null;
  /** Share of a card's speed lost at each doubling above the fewest cards; 0 is linear. */
  readonly lossPerDoubling: number;
  /** Null where those of the cluster hold. */
  readonly checkpointWriteMinutes: number | null;
  readonly restartMinutes: number | null;
}

/** A cluster with every default put in. */
export interface ResolvedCluster {
  readonly title: string | null;
  readonly cards: number;
  /** Null where the runs have the cards that the plan names. */
  readonly accelerator: Accelerator | null;
  readonly cardsPerNode: number;
  readonly interconnect: string | null;
  readonly hoursPerWeek: number;
  /** Above 0, at most 1. */
  readonly share: number;
  readonly queueWaitHours: Amount;
  readonly cardMtbfHours: Amount;
  readonly checkpointWriteMinutes: number;
  readonly restartMinutes: number;
  /** The day on which the first run may start; the plan's own date where the cluster has none. */
  readonly start: string | null;
  readonly end: string | null;
  readonly allocation: {
    readonly unit: string;
    readonly per: "cardHour" | "nodeHour";
    readonly rate: number;
  } | null;
  /** Fields that the plan states; the others are the defaults. */
  readonly stated: readonly string[];
}

/** A quote with everything put in. All money is in the plan's currency; `native` has what was quoted. */
export interface ResolvedQuote {
  readonly id: string;
  readonly title: string;
  readonly basis: QuoteBasis;
  /** How the catalogue's rate is rented; null where the quote is no rate. */
  readonly term: Term | null;
  /** Per card-hour; of a purchase, what owning costs per card-hour that is used. */
  readonly price: Amount;
  readonly native: {
    readonly currency: string;
    /** Per card-hour, in `currency`; null of a purchase. */
    readonly price: Amount | null;
    /** What one of `currency` is in the plan's; null where it is the plan's own. */
    readonly exchange: { readonly rate: number; readonly date: string; readonly source: string | null } | null;
  };
  readonly headline: boolean;
  /** Applies to this accelerator only; null: to every card. */
  readonly accelerator: string | null;
  /** That accelerator; null for a price of every card, and where neither the plan nor the catalogue knows it. */
  readonly card: Accelerator | null;
  /** Of a reservation or a block; null of those that are rates, which do not say how many cards are reserved. */
  readonly commitment: Commitment | null;
  /** 0 where time is billed to the second. */
  readonly billingIncrementMinutes: number;
  readonly wholeNodes: boolean;
  /** Null where the quote does not say: then that of the card. */
  readonly cardsPerNode: number | null;
  readonly minimumCards: number | null;
  readonly cardsAvailable: number | null;
  readonly leadTimeDays: number | null;
  readonly region: string | null;
  readonly interruptionHours: Amount | null;
  readonly storagePerTBMonth: Amount | null;
  readonly egressPerTB: Amount | null;
  /** Null where the plan's speed is carried over. */
  readonly utilisation: Amount | null;
  readonly purchase: QuotedPurchase | null;
  readonly quotedBy: string | null;
  readonly date: string | null;
  readonly validUntil: string | null;
  readonly source: string | null;
  readonly attachment: Attachment | null;
  readonly note: string | null;
  readonly path: string;
}

export interface ResolvedStorage {
  readonly keptCheckpoints: number;
  readonly bytesPerParameter: number;
  readonly dataTB: number;
  readonly months: number;
  readonly egressTB: number;
  readonly source: string | null;
}

/** An axis of a sweep as the sheet names it. `values` is null for a mere count. */
export interface ResolvedAxis {
  readonly name: string;
  readonly kind: "path" | "variant" | "labels" | "count";
  readonly values: readonly Scalar[] | null;
  /** Likely number of values: exact for lists; for a table of counts, null. */
  readonly count: Amount | null;
}

export interface ResolvedSweep {
  /** As the plan states it; null where it does not. */
  readonly id: string | null;
  readonly title: string | null;
  readonly axes: readonly ResolvedAxis[];
  readonly maxParallel: { readonly runs: number; readonly per: readonly string[] } | null;
  readonly note: string | null;
  readonly path: string;
}

export interface ResolvedExperiment {
  readonly id: string;
  readonly title: string;
  readonly note: string | null;
  readonly after: readonly string[];
  readonly sweeps: readonly ResolvedSweep[];
}

/** Runs that differ only in labels: computed once, counted `labels × Π counts × repeats` times. */
export interface RunClass {
  /** Indices into the plan's experiments, that experiment's sweeps, the plan's models, cards and layouts. */
  readonly experiment: number;
  readonly sweep: number;
  /** Null for work that is stated in hours and has no model. */
  readonly model: number | null;
  readonly card: number;
  readonly layout: number;
  /** Values of the sweep's path and variant axes, in the order of its axes; null at label axes. */
  readonly values: readonly Scalar[];
  readonly training: ResolvedTraining;
  /** Product of the lengths of the lists of labels. */
  readonly labels: number;
  /** Counts whose number may be in doubt. */
  readonly counts: readonly Amount[];
  readonly repeats: Amount;
  readonly earlyStopped: { readonly share: Amount; readonly at: Amount } | null;
  /** Probability that the sweep is run at all; 1 unless it is conditional. */
  readonly probability: number;
  /** Id of the experiment in which these runs are already counted; they then add nothing. */
  readonly sharedWith: string | null;
}

export interface ResolvedEnergy {
  readonly basis: "card" | "node";
  /** Watts of one card: as stated, or the TDP that all the plan's cards have; null where each counts with its own. */
  readonly cardWatts: Watts | null;
  /** Watts of one card's share of its node; null where the plan does not state it. */
  readonly nodeWatts: Watts | null;
  readonly load: number;
  readonly pue: number;
  readonly grid: {
    readonly name: string;
    readonly gramsPerKilowattHour: number;
    readonly basis: "location" | "market";
    readonly source: string | null;
    readonly date: string | null;
  } | null;
  readonly source: string | null;
}

export interface ResolvedDispute {
  readonly id: string;
  readonly title: string;
  readonly note: string | null;
  readonly source: string | null;
  /** Index of the experiment that would be read otherwise. */
  readonly experiment: number;
  /** A plan of that one experiment, read the other way. */
  readonly alternative: ResolvedPlan;
}

/** How lines that the plan's own estimate gives are to be treated. */
export interface ResolvedEstimatedLine {
  readonly leaveOut: boolean;
  readonly funderCode: string | null;
  readonly flags: LineFlags;
  readonly costShare: CostShare | null;
}

/** The budget of the plan with every default of its layout put in. */
export interface ResolvedBudget {
  readonly layout: FunderLayout;
  readonly call: string | null;
  readonly start: string | null;
  readonly months: number;
  /** Grant years, the last of which may be a part of one. */
  readonly years: number;
  readonly ceilingKind: CeilingKind;
  readonly currencies: Currencies;
  readonly roundTo: number;
  readonly indirect: {
    readonly rule: IndirectRule;
    /** What the base is called. */
    readonly baseName: string;
    /** False where the rate is the layout's own. */
    readonly isRateStated: boolean;
    readonly agreement: string | null;
    readonly date: string | null;
  };
  readonly tax: { readonly rate: number; readonly recoverable: boolean } | null;
  readonly escalation: { readonly rate: number; readonly source: string | null } | null;
  readonly computeLines: ResolvedEstimatedLine & {
    readonly by: "experiment" | "plan";
    /** Parts of the work by grant year; null where the plan does not state them. */
    readonly shares: readonly number[] | null;
  };
  readonly storageLine: ResolvedEstimatedLine;
  readonly egressLine: ResolvedEstimatedLine;
  readonly allocation: {
    readonly unit: string;
    readonly perCardHour: number;
    readonly source: string | null;
    readonly date: string | null;
  } | null;
  /** Those that the plan states. */
  readonly lines: readonly BudgetLine[];
  /** Texts that stand in place of those written from the plan, by paragraph. */
  readonly justification: Readonly<Record<string, string>>;
}

export interface ResolvedPlan {
  readonly title: string;
  readonly subtitle: string | null;
  readonly date: string | null;
  readonly funder: string | null;
  readonly ceiling: number | null;
  readonly currency: string;
  readonly convention: Convention;
  readonly inputs: readonly UncertainInput[];
  readonly experiments: readonly ResolvedExperiment[];
  readonly models: readonly ResolvedModel[];
  readonly cards: readonly ResolvedCard[];
  readonly layouts: readonly ResolvedLayout[];
  readonly classes: readonly RunClass[];
  readonly quotes: readonly ResolvedQuote[];
  /** Null where the plan says nothing of it. */
  readonly storage: ResolvedStorage | null;
  readonly reruns: Amount;
  readonly rerunsSource: string | null;
  readonly clusters: readonly ResolvedCluster[];
  /** In which order a cluster takes the experiments. */
  readonly policy: Policy;
  readonly energy: ResolvedEnergy | null;
  /** Absent where the plan asks nobody for money. */
  readonly budget?: ResolvedBudget;
  readonly disputes: readonly ResolvedDispute[];
  readonly compareWith: { readonly title: string; readonly flop: number; readonly source: string | null } | null;
  readonly assumptions: readonly string[];
  readonly sources: readonly { readonly text: string; readonly url: string | null; readonly date: string | null }[];
}
