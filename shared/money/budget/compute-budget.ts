/** From lines and rules to every sum of a budget, by grant year and unrounded. */
import { CATEGORY_FACTS, type Category } from "./category.ts";
import { type Currencies, inBudget } from "./exchange.ts";
import { fteYearsOn } from "./fte-years.ts";
import type { FunderLayout, Heading } from "./funder-layout.ts";
import { baseOf, countsAs, type IndirectRule, type LeftOut } from "./indirect-base.ts";
import type { BudgetLine } from "./line.ts";

export interface BudgetRules {
  /** Grant years; the last may be a part of one. */
  readonly years: number;
  readonly layout: FunderLayout;
  readonly indirect: IndirectRule;
  /** Null where the budget has no tax. Tax that is got back is no cost. */
  readonly tax: { readonly rate: number; readonly recoverable: boolean } | null;
  /** Rise of escalated prices from one grant year to the next. */
  readonly escalationRate: number;
  readonly currencies: Currencies;
}

/** Amounts by grant year, in the budget's currency. */
export type ByYear = readonly number[];

export interface LineResult {
  readonly line: BudgetLine;
  readonly heading: Heading;
  /** What the line counts as: equipment below the threshold is supplies. */
  readonly category: Category;
  /** The direct cost, tax included. */
  readonly amounts: ByYear;
  /** The tax in it. */
  readonly tax: ByYear;
  /** Of its price from one grant year to the next; 0 where it does not rise. */
  readonly rise: number;
  readonly base: ByYear;
  readonly leftOut: LeftOut | null;
  readonly rate: number;
  readonly indirect: ByYear;
  /** What others bear of the line and of its indirect costs. */
  readonly borne: ByYear;
  /** Of its direct costs alone. */
  readonly borneDirect: ByYear;
}

export interface Budget {
  readonly lines: readonly LineResult[];
  /** Lines that the funder does not pay for, and that no sum counts. */
  readonly refused: readonly BudgetLine[];
  /** The sum of the lines; where the layout is modular, whole steps and what others bear. */
  readonly direct: ByYear;
  /** What others bear of direct costs. */
  readonly borneDirect: ByYear;
  /** Direct costs without what others bear of them. */
  readonly ownDirect: ByYear;
  readonly base: ByYear;
  readonly indirect: ByYear;
  readonly total: ByYear;
  readonly internal: ByYear;
  readonly external: ByYear;
  /** What the own organisation bears because the funder pays a share of full costs only. */
  readonly unfunded: ByYear;
  readonly request: ByYear;
  /** Full-time years of work in every grant year. */
  readonly fteYears: ByYear;
  /** Null where the layout is not modular. */
  readonly modular: {
    /** Of one year. */
    readonly direct: number;
    /** The sum of the lines in every year, without what others bear. */
    readonly needed: ByYear;
    /** More than may be asked for this way. */
    readonly isOver: boolean;
  } | null;
}

/**
 * Every sum of a budget. A line costs quantity × price × (1 + escalation)^(year − 1) × (1 + tax); its indirect costs are
 * what of it is in the base × the rate, or what its full-time years of people × estates and indirects come to. Shares that
 * others bear are of direct and indirect costs alike. Whole steps cover what others do not bear; where they are less than a year needs,
 * its base is less, too, but never below 0: another year's is then.
 *
 * Modified total direct costs of the worked case (rate 56 %, subawards to 50,000, cloud in the base): direct 580,500,
 * base 425,500, indirect 238,280, total 818,780.
 */
export function computeBudget(lines: readonly BudgetLine[], rules: BudgetRules): Budget {
  const { years, layout, indirect: rule } = rules;
  const isRefused = ({ category }: BudgetLine) => category === "contingency" && !layout.contingency.value;
  const subawards = new Map<string, { sum: number }>();
  const counted = lines.filter((line) => !isRefused(line)).map((line) => resultOf(line, rules, subawards));
  const byYear = (of: (line: LineResult) => ByYear): number[] =>
    eachYear(years, (year) => counted.reduce((sum, line) => sum + (of(line)[year] ?? 0), 0));

  const fteYears = byYear(({ line }) => fteYearsOn(line));
  const borneDirect = byYear((line) => line.borneDirect);
  const needed = less(
    byYear(({ amounts }) => amounts),
    borneDirect,
  );
  const modular = modularOf(layout, needed);
  const ownDirect = modular === null ? needed : eachYear(years, () => modular.direct);
  const direct = plus(ownDirect, borneDirect);
  const rate = rule.kind === "base" ? rule.rate : null;
  const above = rate === null ? [] : less(ownDirect, needed);
  const base = notBelowZero(
    plus(
      byYear((line) => line.base),
      above,
    ),
  );
  const indirect = notBelowZero(
    plus(
      byYear((line) => line.indirect),
      above.map((part) => part * (rate ?? 0)),
    ),
  );
  const total = plus(direct, indirect);
  const borneBy = (who: "internal" | "external") =>
    byYear(({ line, borne }) => (line.costShare?.bearer === who ? borne : []));
  const [internal, external] = [borneBy("internal"), borneBy("external")];
  const whole = byYear((line) =>
    layout.funded?.whole.includes(line.heading.code) ? less(line.amounts, line.borneDirect) : [],
  );
  const asked = less(less(total, internal), external);
  const unfunded = less(asked, whole).map((part) => part * (1 - (layout.funded?.share.value ?? 1)));
  return {
    lines: inOrder(counted, layout),
    refused: lines.filter(isRefused),
    direct,
    borneDirect,
    ownDirect,
    base,
    indirect,
    total,
    internal,
    external,
    unfunded,
    request: less(asked, unfunded),
    fteYears,
    modular: modular === null ? null : { ...modular, needed },
  };
}

function resultOf(line: BudgetLine, rules: BudgetRules, subawards: Map<string, { sum: number }>): LineResult {
  const { years, layout, indirect: rule, tax, escalationRate, currencies } = rules;
  const facts = CATEGORY_FACTS[line.category];
  const unitPrice = line.price * inBudget(line.currency, currencies);
  const category = countsAs(line, unitPrice, rule.equipmentThreshold);
  const rise = (line.flags.escalated ?? facts.escalated) && layout.escalation.value ? escalationRate : 0;
  const taxRate = (line.flags.taxed ?? facts.taxed) && tax !== null && !tax.recoverable ? tax.rate : 0;
  const net = eachYear(years, (year) => (line.quantities[year] ?? 0) * unitPrice * (1 + rise) ** year);
  const taxes = net.map((amount) => amount * taxRate);
  const amounts = plus(net, taxes);
  const taken = subawards.get(line.title) ?? { sum: 0 };
  if (category === "subaward") subawards.set(line.title, taken);
  const base = baseOf(line, category, amounts, rule, taken);
  const fteYears = fteYearsOn(line);
  const rate = line.flags.indirectRate ?? (rule.kind === "base" ? rule.rate : 0);
  const indirect =
    rule.kind === "perFteYear"
      ? eachYear(years, (year) => (fteYears[year] ?? 0) * (rule.estates + rule.indirects))
      : base.amounts.map((amount) => amount * rate);
  const share = line.costShare?.share ?? 0;
  return {
    line,
    heading: headingOf(line, category, layout),
    category,
    amounts,
    tax: taxes,
    rise,
    base: base.amounts,
    leftOut: base.leftOut,
    rate,
    indirect,
    borne: plus(amounts, indirect).map((amount) => amount * share),
    borneDirect: amounts.map((amount) => amount * share),
  };
}

/** The heading of the line's own code, else of what it counts as, else the last one: other costs. */
function headingOf({ funderCode }: BudgetLine, category: Category, { headings }: FunderLayout): Heading {
  const heading =
    headings.find(({ code }) => funderCode !== null && code === funderCode) ??
    headings.find(({ categories }) => categories.includes(category)) ??
    headings.at(-1);
  if (heading === undefined) throw new RangeError("a layout without headings passed its schema");
  return heading;
}

const inOrder = (lines: readonly LineResult[], { headings }: FunderLayout): LineResult[] =>
  headings.flatMap((heading) => lines.filter((line) => line.heading === heading));

/** The same whole steps in every year, together no less than the lines need. */
function modularOf({ modular }: FunderLayout, needed: ByYear): { direct: number; isOver: boolean } | null {
  if (modular === null) return null;
  const mean = needed.reduce((sum, amount) => sum + amount, 0) / needed.length;
  const step = modular.step.value;
  // A sum that is a whole number of steps but for the last bit of a double takes no further step.
  const direct = Math.ceil(Number((mean / step).toFixed(9))) * step;
  return { direct, isOver: direct > modular.mostDirectPerYear.value };
}

const eachYear = (years: number, of: (year: number) => number): number[] =>
  Array.from({ length: years }, (_, year) => of(year));

/** What is below 0 in one year is taken from the others, in proportion: the sum, which is at least 0, stays. */
function notBelowZero(amounts: ByYear): ByYear {
  const above = amounts.reduce((sum, amount) => sum + Math.max(0, amount), 0);
  const all = amounts.reduce((sum, amount) => sum + amount, 0);
  if (all === above) return amounts;
  // Rounding may leave all a hair below 0, with nothing above it in any year.
  const kept = above === 0 ? 0 : Math.max(0, all) / above;
  return amounts.map((amount) => Math.max(0, amount) * kept);
}

const plus = (one: ByYear, other: ByYear): number[] => one.map((amount, year) => amount + (other[year] ?? 0));
const less = (one: ByYear, other: ByYear): number[] => one.map((amount, year) => amount - (other[year] ?? 0));
