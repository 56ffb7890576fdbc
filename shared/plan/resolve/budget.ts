import {
  type BudgetFields,
  type BudgetLineFields,
  DEFAULT_CEILING_KIND,
  DEFAULT_MONTHS,
  type EstimatedFields,
} from "../../money/budget/budget-fields.ts";
import { CATEGORY_FACTS } from "../../money/budget/category.ts";
import { fteYearsOf } from "../../money/budget/fte-years.ts";
import type { FunderLayout } from "../../money/budget/funder-layout.ts";
import type { IndirectRule } from "../../money/budget/indirect-base.ts";
import type { BudgetLine, LineFlags } from "../../money/budget/line.ts";
import { yearParts } from "../../money/budget/split-years.ts";
import { MONTHS_PER_YEAR } from "../../units/constants.ts";
import type { Catalogue } from "../catalogue.ts";
import { DEFAULT_CURRENCY } from "../defaults.ts";
import type { PlanDocument } from "../document.ts";
import type { ResolvedBudget, ResolvedEstimatedLine } from "../resolved.ts";

/** The budget with the layout by value, and the layout's rules where the plan states no number of its own. */
export function resolveBudget(stated: BudgetFields, document: PlanDocument, { funders }: Catalogue): ResolvedBudget {
  const layout = funders.find(({ id }) => id === stated.layout);
  if (layout === undefined) throw new RangeError("a budget of an unknown layout passed its checks");
  const plan = document.currency ?? DEFAULT_CURRENCY;
  const currency = stated.currency ?? plan;
  const months = stated.months ?? DEFAULT_MONTHS;
  const years = Math.ceil(months / MONTHS_PER_YEAR);
  const { allocation, escalation, tax } = stated;
  return {
    layout,
    call: stated.call ?? null,
    start: stated.start ?? null,
    months,
    years,
    ceilingKind: stated.ceilingKind ?? DEFAULT_CEILING_KIND,
    currencies: { plan, budget: currency, rates: document.exchangeRates ?? [] },
    roundTo: stated.roundTo ?? layout.roundTo.value,
    indirect: {
      rule: indirectRule(stated.indirect, layout),
      baseName: baseName(stated.indirect, layout),
      isRateStated: stated.indirect?.rate !== undefined,
      agreement: stated.indirect?.agreement ?? null,
      date: stated.indirect?.date ?? null,
    },
    tax: tax === undefined ? null : { rate: tax.rate, recoverable: tax.recoverable ?? false },
    escalation: escalation === undefined ? null : { rate: escalation.rate, source: escalation.source ?? null },
    computeLines: {
      ...estimatedLine(stated.computeLines),
      by: stated.computeLines?.by ?? "experiment",
      shares: stated.computeLines?.shares ?? null,
    },
    storageLine: estimatedLine(stated.storageLine),
    egressLine: estimatedLine(stated.egressLine),
    allocation:
      allocation === undefined
        ? null
        : { ...allocation, source: allocation.source ?? null, date: allocation.date ?? null },
    lines: (stated.lines ?? []).map((line) => statedLine(line, currency, yearParts(months))),
    justification: stated.justification ?? {},
  };
}

const TOTAL_DIRECT = "Total direct costs";

function indirectRule(stated: BudgetFields["indirect"], { indirect }: FunderLayout): IndirectRule {
  const base = stated?.base ?? "layout";
  const ofLayout = indirect.kind === "none" ? null : (indirect.equipmentThreshold?.value ?? null);
  const equipmentThreshold = stated?.equipmentThreshold ?? ofLayout;
  if (base === "none" || (base === "layout" && indirect.kind === "none")) return { kind: "none", equipmentThreshold };
  if (base === "totalDirect" || indirect.kind === "none") {
    const rate = stated?.rate ?? (indirect.kind === "base" ? indirect.rate.value : 0);
    return { kind: "base", rate, excluded: [], equipmentThreshold, subawardCap: null };
  }
  if (indirect.kind === "perFteYear") {
    const { estatesPerFteYear: estates = 0, indirectsPerFteYear: indirects = 0 } = stated ?? {};
    return { kind: "perFteYear", estates, indirects, equipmentThreshold };
  }
  return {
    kind: "base",
    rate: stated?.rate ?? indirect.rate.value,
    excluded: indirect.excluded.value,
    equipmentThreshold,
    subawardCap: stated?.subawardCap ?? indirect.subawardCap?.value ?? null,
  };
}

const baseName = (stated: BudgetFields["indirect"], { indirect }: FunderLayout): string =>
  (stated?.base ?? "layout") === "layout" && indirect.kind === "base" ? indirect.name : TOTAL_DIRECT;

type Stated = Pick<EstimatedFields, "funderCode" | "leaveOut" | "costShare"> & LineFlags;

function estimatedLine(stated: Stated | undefined): ResolvedEstimatedLine {
  return {
    leaveOut: stated?.leaveOut ?? false,
    funderCode: stated?.funderCode ?? null,
    flags: flagsOf(stated ?? {}),
    costShare: stated?.costShare ?? null,
  };
}

/**
 * A line of the plan; without a year it stands in the first one. What is counted in time and stands in every year has less of it in a part
 * of one.
 */
function statedLine(line: BudgetLineFields, currency: string, parts: readonly number[]): BudgetLine {
  const { id, category, title, quantity, price, year = 1 } = line;
  const unit = line.unit ?? CATEGORY_FACTS[category].unit;
  const isTime = fteYearsOf(unit) !== null;
  return {
    id,
    category,
    title,
    funderCode: line.funderCode ?? null,
    quantities: parts.map((part, index) => {
      if (year === "every") return quantity * (isTime ? part : 1);
      return year === index + 1 ? quantity : 0;
    }),
    unit,
    price,
    currency: line.currency ?? currency,
    flags: flagsOf(line),
    source: line.source ?? null,
    date: line.date ?? null,
    justification: line.justification ?? null,
    costShare: line.costShare ?? null,
  };
}

/** What is stated only: a plan that says nothing of a flag has none. */
function flagsOf({ inIndirectBase, indirectRate, taxed, escalated, capital }: LineFlags): LineFlags {
  return {
    ...(inIndirectBase === undefined ? {} : { inIndirectBase }),
    ...(indirectRate === undefined ? {} : { indirectRate }),
    ...(taxed === undefined ? {} : { taxed }),
    ...(escalated === undefined ? {} : { escalated }),
    ...(capital === undefined ? {} : { capital }),
  };
}
