/** What `estimate --json` prints: the figures of a plan for another program, documented in docs/estimate-json.md. */
import { trainingFlopOf } from "../../estimate/class-estimate.ts";
import type { Estimate, EstimateRanges, RangedTotals, Spread, Totals } from "../../estimate/types.ts";
import { countParameters } from "../../models/count-parameters.ts";
import { itemsOf } from "../../models/shape.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { kindsOf } from "../../sheet/assumptions/run-kinds.ts";
import type { SheetInput } from "../../sheet/context.ts";
import { assumptionsInWords } from "../../sheet/sections/assumptions.ts";
import { warningsOf } from "../../sheet/warnings.ts";
import type { RunKind } from "../../training/run-kind.ts";

/** The version of this document. Within it members are only added, and no member changes its meaning. */
export const ESTIMATE_SCHEMA_VERSION = 1;

export interface MoneyJson {
  readonly amount: number;
  readonly currency: string;
}

export interface SpreadJson {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export interface RangeJson {
  readonly flop: SpreadJson;
  readonly cardHours: SpreadJson;
  readonly cost: SpreadJson;
}

export interface TotalsJson {
  readonly runs: number;
  readonly flop: number;
  readonly cardHours: number;
  readonly nodeHours: number;
  readonly cost: MoneyJson;
}

export interface EstimateJson {
  readonly schemaVersion: typeof ESTIMATE_SCHEMA_VERSION;
  readonly experiments: readonly (TotalsJson & {
    readonly id: string;
    readonly title: string;
    /** What its runs do. */
    readonly kinds: readonly RunKind[];
    readonly range: RangeJson | null;
  })[];
  /** Reruns included: the plan's headline. */
  readonly total: TotalsJson & { readonly range: RangeJson | null };
  readonly totals: { readonly core: TotalsJson; readonly withRepeats: TotalsJson; readonly withReruns: TotalsJson };
  readonly clusters: readonly {
    readonly cards: number;
    readonly idealHours: number;
    readonly idealHoursRange: SpreadJson | null;
  }[];
  readonly models: readonly {
    readonly label: string;
    readonly parameters: number;
    readonly parametersOf: "total";
    /** Those that take part in a token: fewer than `parameters` in a mixture of experts. */
    readonly activeParameters: number;
    /** Null for a model whose items are examples. */
    readonly flopPerToken: number | null;
    /** Null for a model whose items are tokens. */
    readonly flopPerExample: number | null;
    /** flopPerToken ÷ (6 × the parameters that take part in a token). */
    readonly sixNdRatio: number | null;
  }[];
  readonly energy: { readonly kWh: number | null; readonly kgCO2e: number | null };
  readonly assumptions: readonly string[];
  readonly warnings: readonly string[];
}

/** The document as data; numbers are unrounded. Ranges are null where none were drawn. */
export function estimateDocument(input: SheetInput): EstimateJson {
  const { resolved, estimate, ranges } = input;
  const totals = (of: Totals) => totalsJson(of, resolved.currency);
  return {
    schemaVersion: ESTIMATE_SCHEMA_VERSION,
    experiments: resolved.experiments.flatMap(({ id, title }, index) => {
      const own = estimate.experiments[index];
      if (own === undefined) return [];
      const kinds = kindsOf(resolved.classes.filter(({ experiment }) => experiment === index));
      return [{ id, title, kinds, ...totals(own), range: rangeJson(ranges?.experiments[index]) }];
    }),
    total: { ...totals(estimate.withReruns), range: rangeJson(ranges?.total) },
    totals: {
      core: totals(estimate.core),
      withRepeats: totals(estimate.withRepeats),
      withReruns: totals(estimate.withReruns),
    },
    clusters: clustersJson(resolved, estimate, ranges),
    models: modelsJson(resolved),
    energy: { kWh: estimate.energy.kilowattHours, kgCO2e: estimate.energy.kilogramsCO2e },
    assumptions: assumptionsInWords(input),
    warnings: warningsOf(input),
  };
}

/** The document as indented JSON with a line break at its end. */
export const estimateToJson = (input: SheetInput): string => `${JSON.stringify(estimateDocument(input), null, 2)}\n`;

const totalsJson = ({ runs, flop, cardHours, nodeHours, cost }: Totals, currency: string): TotalsJson => ({
  runs,
  flop,
  cardHours,
  nodeHours,
  cost: { amount: cost, currency },
});

const spreadJson = ({ p10, p50, p90 }: Spread): SpreadJson => ({ p10, p50, p90 });

const rangeJson = (range: RangedTotals | undefined): RangeJson | null =>
  range === undefined
    ? null
    : { flop: spreadJson(range.flop), cardHours: spreadJson(range.cardHours), cost: spreadJson(range.cost) };

function clustersJson(
  { clusters }: ResolvedPlan,
  { idealHours }: Estimate,
  ranges: EstimateRanges | null,
): EstimateJson["clusters"] {
  return clusters.flatMap(({ cards }, index) => {
    const hours = idealHours[index];
    const spread = ranges?.idealHours[index];
    if (hours === undefined) return [];
    return [{ cards, idealHours: hours, idealHoursRange: spread === undefined ? null : spreadJson(spread) }];
  });
}

/** FLOP per item belong to the sequence length of the first sweep that trains the model. */
function modelsJson(plan: ResolvedPlan): EstimateJson["models"] {
  const { models, classes, convention } = plan;
  return models.map(({ label, shape }, model) => {
    const { total: parameters, active } = countParameters(shape);
    const first = classes.find((one) => one.model === model);
    const flop = first === undefined ? null : trainingFlopOf(plan, first, convention);
    const isOfTokens = itemsOf(shape) === "tokens";
    return {
      label,
      parameters,
      parametersOf: "total",
      activeParameters: active,
      flopPerToken: isOfTokens ? flop : null,
      flopPerExample: isOfTokens ? null : flop,
      sixNdRatio: isOfTokens && flop !== null ? flop / (6 * active) : null,
    };
  });
}
