/** The justification of a budget, written from the plan's own facts. What the plan does not say is a marked blank. */
import { allocationOf } from "../../estimate/budget/allocation.ts";
import type { PlanBudget } from "../../estimate/budget/budget-of.ts";
import { chargeOf, yearShares } from "../../estimate/budget/estimated-lines.ts";
import { storageUse } from "../../estimate/compare/storage-use.ts";
import type { Category } from "../../money/budget/category.ts";
import type { Paragraph as About, FunderLayout } from "../../money/budget/funder-layout.ts";
import type { LeftOut } from "../../money/budget/indirect-base.ts";
import { printedLines, type RoundedLine } from "../../money/budget/round-budget.ts";
import { MONTHS_PER_YEAR } from "../../units/constants.ts";
import { counted } from "../../units/format/counted.ts";
import { exact, fixed } from "../../units/format/exact.ts";
import { hardwareAssumptions } from "../assumptions/hardware.ts";
import type { Figures } from "../context.ts";
import { createFootnotes } from "../footnotes.ts";
import { whatIsTrained } from "../lead.ts";
import { isShort, named, smaller } from "../on-paper.ts";
import { createReferences } from "../references.ts";
import { budgetText, perCent } from "../text/amounts.ts";
import { CHARGE_WORDS } from "../text/beyond-use-words.ts";
import { plainText, powerOfTen, withoutCitations } from "../text/rich-text.ts";
import { dateWords, listed, sentence } from "../text/words.ts";
import { shortCommitments } from "./commitment-years.ts";
import { requestWords } from "./request-words.ts";

export interface Paragraph {
  /** Under which the plan keeps a text of its own. */
  readonly key: string;
  readonly code: string;
  readonly title: string;
  readonly text: string;
  /** As written from the plan; `text` where the plan has none of its own. */
  readonly written: string;
  readonly isOwn: boolean;
}

/** A blank stands in square brackets and says what belongs there. */
const blank = (what: string): string => `[${what}]`;

const BLANK = /\[[^\]]+\]/g;

/** The blanks of a text, in its order. */
export const blanksIn = (text: string): string[] => text.match(BLANK) ?? [];

/** A text in pieces: what is written, and the blanks in it. */
export function partsOf(text: string): { readonly text: string; readonly isBlank: boolean }[] {
  const blanks = blanksIn(text);
  const between = text.split(BLANK);
  return between.flatMap((piece, index) => [
    ...(piece === "" ? [] : [{ text: piece, isBlank: false }]),
    ...(blanks[index] === undefined ? [] : [{ text: blanks[index], isBlank: true }]),
  ]);
}

/** The key of a paragraph of a layout. */
const keyOf = ({ code, title }: FunderLayout["justification"][number]): string => (code === "" ? title : code);

/** Every paragraph of the layout that the plan has something to say in, in the layout's order. */
export function justification(figures: Figures, budget: PlanBudget): Paragraph[] {
  const { layout, justification: own } = budget.resolved;
  return layout.justification.flatMap((paragraph) => {
    const key = keyOf(paragraph);
    const written = paragraph.about.flatMap((about) => WRITERS[about](figures, budget)).join(" ");
    const stated = own[key];
    if (written === "" && stated === undefined) return [];
    const { code, title } = paragraph;
    return [{ key, code, title, text: stated ?? written, written, isOwn: stated !== undefined }];
  });
}

type Writer = (figures: Figures, budget: PlanBudget) => string[];

const WRITERS: Readonly<Record<About, Writer>> = {
  goal: ({ plan }, budget) => [
    `“${plan.title}” plans ${named(
      plan.experiments.map(({ title }) => title),
      budget,
    )}.`,
    blank("What the project wants to find out, and why it matters."),
  ],
  compute: (figures, budget) => [
    ...work(figures),
    ...price(figures, budget),
    ...byYear(budget),
    ...commitments(figures),
  ],
  storage: ({ plan, estimate }, budget) => {
    const own = linesOf(budget, ["storage", "egress"]);
    if (own.length === 0 && plan.storage === null)
      return [blank("What is stored, how much and for how long; or that nothing is.")];
    const { storageTBMonths, egressTB } = storageUse(plan, estimate);
    const { storageLine, egressLine } = budget.resolved;
    const unpriced = (category: Category, used: number, { leaveOut }: { leaveOut: boolean }, what: string) =>
      used === 0 || leaveOut || own.some(({ result }) => result.line.category === category)
        ? []
        : [blank(`What ${what} costs: no quote of this plan has a price for it.`)];
    return [
      ...own.map((line) => lineText(line, budget)),
      ...unpriced("storage", storageTBMonths, storageLine, "a TB-month of storage"),
      ...unpriced("egress", egressTB, egressLine, "a TB sent out"),
    ];
  },
  support: () => [blank("What support the project needs: setting up, moving data, software, advice.")],
  team: (_, budget) => {
    const people = linesOf(budget, ["people"]);
    return [
      ...(people.length === 0 ? [] : [`The budget has ${listed(people.map(({ result }) => result.line.title))}.`]),
      blank("Who runs the work, and their experience with work of this size."),
    ];
  },
  people: (_, budget) => lineTexts(linesOf(budget, ["people", "fringe"]), budget),
  equipment: (_, budget) => lineTexts(linesOf(budget, ["equipment", "depreciation"]), budget),
  otherDirect: (_, budget) => lineTexts(linesOf(budget, OTHER), budget),
  indirect: (_, budget) => indirect(budget),
  costShare: (_, budget) =>
    budget.budget.lines.flatMap(({ line }) => {
      if (line.costShare === null) return [];
      const { share, bearer, source } = line.costShare;
      const who = bearer === "internal" ? "our organisation" : "others";
      return [`${perCent(share)} of ${line.title} is borne by ${who}: ${source ?? blank("which source")}.`];
    }),
};

const OTHER: readonly Category[] = [
  "travel",
  "participantSupport",
  "tuition",
  "patientCare",
  "rent",
  "supplies",
  "publication",
  "consultants",
  "subaward",
  "subcontracting",
  "internallyInvoiced",
  "otherDirect",
  "contingency",
];

const linesOf = (budget: PlanBudget, categories: readonly Category[]): RoundedLine[] =>
  printedLines(budget).filter(({ result }) => categories.includes(result.category));

/** "Nine experiments of 58,512 runs train 14 models … That is 5.42 × 10²⁴ FLOP. 3.5 × 10¹⁴ FLOP/s achieved per card …" */
function work(figures: Figures): string[] {
  const { plan, total } = figures;
  const apart = { ...figures, footnotes: createFootnotes(), references: createReferences(), slots: new Map() };
  const assumed = plan.cards.some(({ speedSource, speedIsDefault }) => speedSource === null && !speedIsDefault);
  return [
    plainText(whatIsTrained(apart)),
    `That is ${plainText(powerOfTen(total.flop))} FLOP.`,
    ...hardwareAssumptions(apart).map(withoutCitations),
    ...(assumed ? [blank("Where the speed of a card was measured.")] : []),
    `Together the runs take ${fixed(total.cardHours, 0)} card-hours.`,
    ...(plan.reruns.likely === 0
      ? []
      : [
          `${perCent(plan.reruns.likely)} of all work is done again: ${plan.rerunsSource ?? blank("evidence from earlier work")}.`,
        ]),
  ];
}

function price({ plan, estimate, schedules }: Figures, budget: PlanBudget): string[] {
  const { resolved } = budget;
  if (resolved.layout.asks === "allocation") {
    const request = allocationOf(plan, estimate, resolved, schedules);
    const { unit, per, rate, units } = request;
    const total = units.reduce((sum, amount) => sum + amount, 0);
    const at = rate === 1 ? [] : [`at ${exact(rate)} for a ${per === "cardHour" ? "card-hour" : "node-hour"}`];
    return [
      `${[`${fixed(total, 0)} ${unit} are asked for`, ...at, ...requestWords(plan, request)].join(", ")}.`,
      blank("Evidence of how the code scales on this machine."),
    ];
  }
  const own = linesOf(budget, ["compute"]).filter(({ result }) => result.line.id.startsWith("estimate."));
  const others = linesOf(budget, ["compute"]).filter((line) => !own.includes(line));
  const sumOf = (lines: readonly RoundedLine[]) => lines.reduce((sum, { total }) => sum + total, 0);
  const beyond = own.flatMap(({ result, total }) => {
    const charge = chargeOf(result.line.id);
    return charge === null ? [] : [`${money(total, budget)} is for ${CHARGE_WORDS[charge.kind]}`];
  });
  const spare = beyond.length === 0 ? "" : `, of which ${listed(beyond)}`;
  const quotes = [...new Set(plan.cards.flatMap((card) => plan.quotes[card.quote] ?? []))];
  const unsaid = quotes.some(({ source, date }) => source === null || date === null);
  const dated = quotes.flatMap(({ title, date }) => (date === null ? [] : [`${title}, ${dateWords(date)}`]));
  return [
    ...(own.length === 0
      ? []
      : [
          `Computing costs ${money(sumOf(own), budget)}${own[0] === undefined ? "" : above(own[0].result, budget)}${spare}${dated.length === 0 ? "" : ` (${dated.join("; ")})`}.`,
        ]),
    ...(unsaid && own.length > 0 ? [blank("Who names the price, and on what day.")] : []),
    ...lineTexts(others, budget),
  ];
}

/** What even work is spread over: years are not alike where the last is a part of one. */
export const evenlyOver = ({ months }: PlanBudget["resolved"]): string =>
  months % MONTHS_PER_YEAR === 0 ? "grant years" : "months of the grant";

/** "50 % of the work is done in year 1, 30 % in year 2 and 20 % in year 3." */
function byYear({ resolved }: PlanBudget): string[] {
  const shares = yearShares(resolved);
  if (shares.length === 1) return [];
  if (resolved.computeLines.shares === null) return [`The work is spread evenly over the ${evenlyOver(resolved)}.`];
  const parts = shares.map(
    (share, year) => `${perCent(share)}${year === 0 ? " of the work is done" : ""} in year ${year + 1}`,
  );
  return [`${listed(parts)}.`];
}

/** A reservation of a year is no work of three: when it is held only a person can say. */
const commitments = (figures: Figures): string[] =>
  shortCommitments(figures).map(
    ({ quote, hours }) =>
      `The commitment of ${quote.title} is paid for ${counted(hours, "hour")}: ${blank("In which of the grant years it is held.")}`,
  );

const money = (amount: number, { resolved }: PlanBudget): string =>
  `${budgetText(amount, resolved.roundTo)} ${resolved.currencies.budget}`;

/** ", rising 3 % a year, with 20 % tax": why an amount is more than quantity × price. */
function above({ tax, amounts, rise }: RoundedLine["result"], { resolved }: PlanBudget): string {
  const isLater = amounts.some((amount, year) => year > 0 && amount > 0);
  const isTaxed = tax.some((amount) => amount > 0);
  return [
    ...(rise > 0 && isLater ? [`, rising ${perCent(rise)} a year`] : []),
    ...(isTaxed && resolved.tax !== null ? [`, with ${perCent(resolved.tax.rate)} tax`] : []),
  ].join("");
}

/** A sentence for each line; in a request of few pages one for the smaller of many together. */
function lineTexts(lines: readonly RoundedLine[], budget: PlanBudget): string[] {
  const without = new Set(
    isShort(budget)
      ? smaller(
          lines.map(({ total }) => total),
          "sentences",
        )
      : [],
  );
  const kept = lines.filter((_, index) => !without.has(index)).map((line) => lineText(line, budget));
  if (without.size === 0) return kept;
  const rest = lines.filter((_, index) => without.has(index)).reduce((sum, { total }) => sum + total, 0);
  return [
    ...kept,
    `${counted(without.size, "further line")} ${without.size === 1 ? "comes" : "come"} to ${money(rest, budget)}; the workbook lists them.`,
  ];
}

/** "Graduate student, 1 FTE-year in each of 3 years at 42,000 USD: 126,000 USD. Runs the experiments." */
function lineText({ result, total }: RoundedLine, budget: PlanBudget): string {
  const { line } = result;
  const used = line.quantities.filter((quantity) => quantity > 0);
  const alike = new Set(used).size === 1;
  const sum = line.quantities.reduce((all, quantity) => all + quantity, 0);
  const unit = line.unit === "" ? "" : ` ${line.unit}`;
  const many =
    alike && used.length > 1
      ? `${amountText(used[0] ?? 0)}${unit} in each of ${used.length} years`
      : `${amountText(sum)}${unit}`;
  const source =
    line.source === null ? "" : ` (${line.source}${line.date === null ? "" : `, ${dateWords(line.date)}`})`;
  const modular = budget.resolved.layout.modular === null ? `: ${money(total, budget)}` : "";
  const why = line.justification === null ? whyNeeded(line.id) : sentence(line.justification);
  return `${line.title}, ${many} at ${exact(Number(line.price.toFixed(4)))} ${line.currency}${source}${above(result, budget)}${modular}.${why === "" ? "" : ` ${why}`}`;
}

const amountText = (quantity: number): string => exact(Number(quantity.toPrecision(6)));

/** Lines of the estimate are justified by the work; others say why themselves. */
const whyNeeded = (id: string): string => (id.startsWith("estimate.") ? "" : blank("Why it is needed."));

export const LEFT_OUT: Readonly<Record<LeftOut, string>> = {
  category: "not in the base by the rules",
  equipment: "equipment",
  subaward: "beyond the first part of the subaward",
  stated: "exempt, as the plan states",
  noBase: "no base",
};

function indirect(budget: PlanBudget): string[] {
  const { resolved, rounded } = budget;
  const { rule, agreement, date, isRateStated, baseName } = resolved.indirect;
  const { layout } = resolved;
  if (rule.kind === "none" || (rule.kind === "base" && rounded.indirect.total === 0))
    return ["No indirect costs are asked for."];
  const ofAgreement =
    agreement === null
      ? blank("rate agreement and its date")
      : `${agreement}${date === null ? "" : `, ${dateWords(date)}`}`;
  if (rule.kind === "perFteYear") {
    const fte = budget.budget.fteYears.reduce((sum, years) => sum + years, 0);
    return [
      `Estates at ${exact(rule.estates)} and indirect costs at ${exact(rule.indirects)} ${resolved.currencies.budget} for each of ${amountText(fte)} FTE-years: ${money(rounded.indirect.total, budget)} (${ofAgreement}).`,
    ];
  }
  const base = budget.budget.base.reduce((sum, amount) => sum + amount, 0);
  const who = isRateStated ? ofAgreement : layout.indirect.kind === "base" ? layout.indirect.rate.source : ofAgreement;
  const other = budget.budget.lines.filter((line) => line.rate !== rule.rate && line.base.some((part) => part > 0));
  const otherRates =
    other.length === 0
      ? ""
      : `, of which ${listed(other.map(({ line, rate }) => `${line.title} at ${perCent(rate)}`))}`;
  const out = budget.budget.lines.filter(({ leftOut }) => leftOut !== null);
  const left = out.map(({ line, leftOut }) => `${line.title} (${LEFT_OUT[leftOut ?? "noBase"]})`);
  return [
    `Indirect costs are ${perCent(rule.rate)} of ${baseName.charAt(0).toLowerCase()}${baseName.slice(1)} of ${money(base, budget)}${otherRates}: ${money(rounded.indirect.total, budget)} (${who}).`,
    ...(left.length === 0 ? [] : [`Not, or not wholly, in the base: ${listed(left)}.`]),
  ];
}
