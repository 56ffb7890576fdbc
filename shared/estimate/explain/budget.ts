/** Figures of a plan's budget: a sum over lines, what is asked for. */
import type { LineResult } from "../../money/budget/compute-budget.ts";
import type { RoundedRow } from "../../money/budget/round-budget.ts";
import { type AllocationRequest, allocationOf } from "../budget/allocation.ts";
import type { PlanBudget } from "../budget/budget-of.ts";
import type { BudgetMeasure } from "../figure.ts";
import type { ClusterSchedule } from "../schedule/cluster-schedule.ts";
import type { Formula, Trace, TraceInput, TraceTerm } from "../trace.ts";
import { at, type Context, capital, STATED } from "./context.ts";
import { equal, group, minus, num, plus, sumOfTerms, sumOver, sym, times, words } from "./formula.ts";
import { inYear, ofYear, planBudget, roundedOf, roundingText } from "./plan-budget.ts";

const TITLES: Readonly<Record<BudgetMeasure, string>> = {
  direct: "Direct costs",
  ownDirect: "Direct costs without what others bear",
  borneDirect: "Direct costs that others bear",
  base: "Base of indirect costs",
  indirect: "Indirect costs",
  total: "Total costs",
  internal: "Borne by the organisation",
  external: "Borne by others",
  unfunded: "Full costs that the funder does not pay",
  request: "Asked for",
};

const add = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/** One sum of the budget. */
export function explainBudget(context: Context, measure: BudgetMeasure, year: number | null): Trace {
  const found = planBudget(context);
  const { budget, resolved } = found;
  const unit = resolved.currencies.budget;
  const row = roundedRow(found, measure);
  const value = row === null ? ofYear(budget[measure], year) : roundedOf(row, year);
  const terms = termsOf(found, measure, year);
  return {
    title: inYear(TITLES[measure], year),
    value,
    unit,
    formula: formulaOf(measure),
    substituted: equal(sym(SYMBOLS[measure]), substitutedOf(found, measure, year, terms), num(value, unit)),
    formulaSource: `Rules of the layout ${resolved.layout.title}`,
    inputs: inputsOf(found, measure),
    terms,
    notes: [{ title: "Rounding", text: roundingText(found, ofYear(budget[measure], year)) }],
  };
}

/** Null of what is printed nowhere. */
function roundedRow({ rounded: table }: PlanBudget, measure: BudgetMeasure): RoundedRow | null {
  if (measure === "base") return null;
  if (measure === "ownDirect") return table.modular?.direct ?? null;
  return measure === "borneDirect" ? (table.modular?.borne ?? null) : table[measure];
}

const SYMBOLS: Readonly<Record<BudgetMeasure, string>> = {
  direct: "direct",
  ownDirect: "own",
  borneDirect: "borne",
  base: "base",
  indirect: "indirect",
  total: "total",
  internal: "internal",
  external: "external",
  unfunded: "unfunded",
  request: "asked",
};

function formulaOf(measure: BudgetMeasure): Formula {
  const own = sym(SYMBOLS[measure]);
  switch (measure) {
    case "direct":
      return equal(own, sumOver("lines", sym("line")));
    case "ownDirect":
      return equal(own, minus(sym("direct"), sym("borne")));
    case "borneDirect":
      return equal(own, sumOver("lines", times(sym("share"), sym("line"))));
    case "base":
      return equal(own, sumOver("lines", words("what of the line is in the base")));
    case "indirect":
      return equal(own, sumOver("lines", times(sym("base", "line"), sym("rate"))));
    case "total":
      return equal(own, plus(sym("direct"), sym("indirect")));
    case "internal":
    case "external":
      return equal(own, sumOver("lines", times(sym("share"), group(plus(sym("line"), sym("indirect", "line"))))));
    case "unfunded":
      return equal(own, times(group(minus(num(1), sym("share"))), words("costs that are not paid whole")));
    case "request":
      return equal(own, minus(sym("total"), words("what others bear")));
  }
}

function substitutedOf(
  found: PlanBudget,
  measure: BudgetMeasure,
  year: number | null,
  terms: readonly TraceTerm[],
): Formula {
  const { resolved, rounded: table, budget } = found;
  const { rule } = resolved.indirect;
  if (measure === "total") return plus(num(roundedOf(table.direct, year)), num(roundedOf(table.indirect, year)));
  if (measure === "request") {
    const borne = [table.internal, table.external, table.unfunded].flatMap((row) =>
      row === null ? [] : [num(roundedOf(row, year))],
    );
    return borne.reduce<Formula>((from, take) => minus(from, take), num(roundedOf(table.total, year)));
  }
  if (measure === "indirect" && rule.kind === "perFteYear") {
    return times(num(ofYear(budget.fteYears, year), "FTE-years"), group(plus(num(rule.estates), num(rule.indirects))));
  }
  if ((measure === "direct" || measure === "ownDirect") && budget.modular !== null) {
    const steps = times(num(year === null ? budget.direct.length : 1, "years"), num(budget.modular.direct));
    const borne = ofYear(budget.borneDirect, year);
    return measure === "ownDirect" || borne === 0 ? steps : plus(steps, num(borne));
  }
  if (measure === "ownDirect") return minus(num(ofYear(budget.direct, year)), num(ofYear(budget.borneDirect, year)));
  if (measure === "unfunded") {
    const share = 1 - (resolved.layout.funded?.share.value ?? 1);
    const paid = ofYear(budget.unfunded, year) / (share === 0 ? 1 : share);
    return times(group(minus(num(1), num(1 - share))), num(paid));
  }
  return sumOfTerms(terms, "");
}

function termsOf({ budget, rounded: table }: PlanBudget, measure: BudgetMeasure, year: number | null): TraceTerm[] {
  const term = (name: string, value: number, line: LineResult | null): TraceTerm => ({
    name,
    value,
    figure: line === null ? null : { of: "budgetLine", line: line.line.id, year },
  });
  const own = (key: "base" | "indirect" | "borne" | "borneDirect", keep: (line: LineResult) => boolean = () => true) =>
    budget.lines.flatMap((line) => {
      const amount = ofYear(line[key], year);
      return amount === 0 || !keep(line) ? [] : [term(line.line.title, amount, line)];
    });
  switch (measure) {
    case "direct":
      return table.lines.map((line) => term(line.result.line.title, roundedOf(line, year), line.result));
    case "base":
    case "indirect": {
      const lines = own(measure);
      const above = ofYear(budget[measure], year) - add(lines.map(({ value }) => value));
      return budget.modular === null ? lines : [...lines, term("What the modules add", above, null)];
    }
    case "borneDirect":
      return own("borneDirect");
    case "internal":
    case "external":
      return own("borne", ({ line }) => line.costShare?.bearer === measure);
    case "total":
      return (["direct", "indirect"] as const).map((part) => ({
        name: TITLES[part],
        value: roundedOf(table[part], year),
        figure: { of: "budget", measure: part, year },
      }));
    case "request":
      return (["total", "internal", "external", "unfunded"] as const).flatMap((part) => {
        const row = table[part];
        if (row === null) return [];
        const sign = part === "total" ? 1 : -1;
        return [
          {
            name: TITLES[part],
            value: sign * roundedOf(row, year),
            figure: { of: "budget" as const, measure: part, year },
          },
        ];
      });
    case "ownDirect":
    case "unfunded":
      return [];
  }
}

function inputsOf({ resolved, budget }: PlanBudget, measure: BudgetMeasure): TraceInput[] {
  const { layout, indirect } = resolved;
  const input = (name: string, value: number, unit: string, other: Partial<TraceInput>): TraceInput => ({
    symbol: "",
    name,
    value,
    unit,
    note: null,
    source: STATED,
    date: null,
    figure: null,
    place: null,
    ...other,
  });
  if (measure === "indirect" && indirect.rule.kind === "base") {
    const stated = { source: indirect.agreement ?? STATED, date: indirect.date, place: "budget.indirect" };
    const own = layout.indirect.kind === "base" ? layout.indirect.rate : null;
    const byLayout =
      own === null ? {} : { source: own.source, date: own.date, note: own.text, place: "budget.indirect" };
    return [
      input("Rate of indirect costs", indirect.rule.rate * 100, "%", {
        symbol: "rate",
        ...(indirect.isRateStated ? stated : byLayout),
      }),
      input(indirect.baseName, add(budget.base), resolved.currencies.budget, {
        symbol: "base",
        source: `rules of ${layout.title}`,
        figure: { of: "budget", measure: "base", year: null },
      }),
    ];
  }
  if (measure === "indirect" && indirect.rule.kind === "perFteYear") {
    const { estates, indirects } = indirect.rule;
    const place = { place: "budget.indirect", source: indirect.agreement ?? STATED, date: indirect.date };
    return [
      input("Estates for a full-time year", estates, resolved.currencies.budget, place),
      input("Indirect costs for a full-time year", indirects, resolved.currencies.budget, place),
    ];
  }
  if (measure === "unfunded" && layout.funded !== null) {
    const { value, source, date, text } = layout.funded.share;
    return [input("Share of full costs that is paid", value * 100, "%", { symbol: "share", source, date, note: text })];
  }
  if ((measure === "direct" || measure === "ownDirect") && budget.modular !== null && layout.modular !== null) {
    const { value, source, date, text } = layout.modular.step;
    return [
      input("Direct costs of the lines", add(budget.modular.needed), resolved.currencies.budget, {
        source: "sum of the lines, without what others bear",
      }),
      input("Step of a modular budget", value, resolved.currencies.budget, { source, date, note: text }),
    ];
  }
  return [];
}

/** Units of a machine: hours of cards or nodes × what one counts. */
export function explainBudgetUnits(
  context: Context,
  schedules: readonly ClusterSchedule[] | null,
  quarter: number | null,
): Trace {
  const { plan, estimated } = context;
  const { resolved } = planBudget(context);
  const request = allocationOf(plan, estimated, resolved, schedules);
  const noun = request.per === "cardHour" ? "card-hour" : "node-hour";
  const value = quarter === null ? add(request.units) : at(request.units, quarter, "quarter");
  const hours = quarter === null ? add(request.hours) : at(request.hours, quarter, "quarter");
  return {
    title: quarter === null ? "Units asked for" : `Units asked for, quarter ${quarter + 1}`,
    value,
    unit: request.unit,
    formula: equal(sym("units"), times(sym("h"), sym("r"))),
    substituted: equal(sym("units"), times(num(hours, `${noun}s`), num(request.rate)), num(value, request.unit)),
    formulaSource: `${capital(noun)}s at the exchange rate of the resource`,
    inputs: [
      {
        symbol: "h",
        name: `${capital(noun)}s`,
        value: hours,
        unit: `${noun}s`,
        note: quarter === null ? null : "the work of a grant year is spread evenly over its months",
        source: hoursSource(request),
        date: null,
        figure: request.cluster === null ? { of: "total", measure: "cardHours", stage: "withReruns" } : null,
        place: request.cluster === null ? null : `clusters[${request.cluster}]`,
      },
      {
        symbol: "r",
        name: `Units of a ${noun}`,
        value: request.rate,
        unit: request.unit,
        note: null,
        source: request.source ?? STATED,
        date: request.date,
        figure: null,
        place:
          request.cluster !== null
            ? `clusters[${request.cluster}].allocation`
            : resolved.allocation === null
              ? null
              : "budget.allocation",
      },
    ],
    terms: [],
    notes: [],
  };
}

const hoursSource = ({ cluster, isScheduled }: AllocationRequest): string =>
  cluster === null
    ? "the plan’s estimate"
    : isScheduled
      ? "the schedule of the cluster, failures included"
      : "the plan’s work at the speed of the cluster’s card, without failures";
