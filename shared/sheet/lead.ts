/** The result in words: what is trained, how long it takes, what the number leaves open. */
import { headlineBeyondUse } from "../estimate/budget/beyond-use.ts";
import { ceilingMeasure, toPlanCurrency } from "../estimate/budget/budget-of.ts";
import type { Figure } from "../estimate/figure.ts";
import { clusterCards } from "../estimate/schedule/cluster-cards.ts";
import type { ClusterSchedule } from "../estimate/schedule/cluster-schedule.ts";
import { plural } from "../units/format/counted.ts";
import { exact, fixed } from "../units/format/exact.ts";
import type { SheetContext } from "./context.ts";
import { whyOutside } from "./outside-range.ts";
import type { Inline, RichText } from "./sheet.ts";
import { countText, moneyExact, perCent, read, readCount, timeWords } from "./text/amounts.ts";
import { cardsOfCluster } from "./text/cluster-words.ts";
import { figure } from "./text/rich-text.ts";
import { capital, numberWord } from "./text/words.ts";

export function lead(context: SheetContext): RichText {
  const sentences: RichText[] = [
    whatIsTrained(context),
    howLong(context),
    sentenceOf(whyOutside(context)),
    conditions(context),
    ceiling(context),
  ];
  return sentences
    .filter((sentence) => sentence.length > 0)
    .flatMap((sentence, index) => (index === 0 ? sentence : [" ", ...sentence]));
}

const sentenceOf = (text: string | null): RichText => (text === null ? [] : [text]);

/** "Nine experiments of 58,512 runs train 14 models of 9.79 M to 26.8 B parameters." */
export function whatIsTrained({ plan, total, counts }: SheetContext): RichText {
  const experiments = plan.experiments.length;
  const runs = figure(`${countText(total.runs)} ${plural(total.runs, "run")}`, `${exact(total.runs)} runs`, {
    of: "total",
    measure: "runs",
    stage: "withReruns",
  });
  const subject = `${capital(numberWord(experiments))} ${plural(experiments, "experiment")} of `;
  // Plans that only read with their models do not train them.
  const trains = plan.classes.some(({ training: { work } }) => work === undefined || (work.passes?.training ?? 0) > 0);
  const verb = `${trains ? "train" : "use"}${experiments === 1 ? "s" : ""}`;
  const sizes = counts.map((count, model) => ({ model, total: count.total })).sort((a, b) => a.total - b.total);
  const [first, last] = [sizes[0], sizes.at(-1)];
  if (first === undefined || last === undefined) return [subject, runs, "."];
  const size = ({ model, total: parameters }: { model: number; total: number }): Inline =>
    figure(readCount(parameters), `${exact(parameters)} parameters`, { of: "model", model, measure: "parameters" });
  const what = sizes.length === 1 ? "a model" : `${numberWord(sizes.length)} models`;
  const from = readCount(first.total) === readCount(last.total) ? [] : [size(first), " to "];
  return [subject, runs, ` ${verb} ${what} of `, ...from, size(last), ` ${plural(last.total, "parameter")}.`];
}

/** Clusters named in the sentence; a plan with more has them in its table. */
const MOST_CLUSTERS = 3;

/**
 * "On 100,000 H100 cards that is 43.0 hours at best, on 100 cards 4.9 years and on 10 cards 49.1 years."; with schedules "On 100,000 H100 cards
 * that is 43.0 hours at best, and in truth 43.0 hours as scheduled and 44.2 hours with failures; on 10 cards 49.1 years at best, where not every
 * run can run."
 */
function howLong({ plan, estimate, schedules }: SheetContext): RichText {
  const clusters = plan.clusters
    .map((of, cluster) => ({ of, cluster, hours: estimate.idealHours[cluster] ?? 0, kind: cardsOfCluster(plan, of) }))
    .sort((a, b) => b.of.cards - a.of.cards);
  const few = clusters.length <= MOST_CLUSTERS;
  const named = few ? clusters : [...clusters.slice(0, MOST_CLUSTERS - 1), ...clusters.slice(-1)];
  // The card is named with the first cluster, and with the others where they have another.
  const isAlike = new Set(named.map(({ kind }) => kind)).size === 1;
  const parts = named.map(({ of, cluster, hours, kind }, index): RichText => {
    const time = figure(timeWords(hours), `${exact(hours)} h`, { of: "cluster", cluster });
    const on = clusterCards(of, index === 0 || !isAlike ? kind : undefined);
    if (schedules === null) return index === 0 ? [`On ${on} that is `, time, " at best"] : [`on ${on} `, time];
    return [index === 0 ? `On ${on} that is ` : `on ${on} `, time, ...inTruth(schedules[cluster], cluster, hours)];
  });
  if (parts.length === 0) return [];
  return schedules === null
    ? [...joined(parts), "."]
    : [...parts.flatMap((part, index) => (index === 0 ? part : ["; ", ...part])), "."];
}

/** " at best, and in truth 43.0 hours as scheduled and 44.2 hours with failures"; times that read alike are said once. */
function inTruth(timed: ClusterSchedule | undefined, cluster: number, ideal: number): RichText {
  if (timed === undefined) return [" at best"];
  if (!timed.feasible) return [" at best, where not every run can run"];
  const of = (measure: "scheduledHours" | "expectedHours", hours: number) =>
    figure(timeWords(hours), `${exact(hours)} h`, { of: "schedule", cluster, measure });
  const { scheduled, expected } = timed;
  const [best, planned, real] = [ideal, scheduled.hours, expected.hours].map(timeWords);
  if (best === planned && planned === real) return [", at best and in truth"];
  if (best === planned)
    return [" at best and as scheduled, and ", of("expectedHours", expected.hours), " with failures"];
  return [
    " at best, and in truth ",
    of("scheduledHours", scheduled.hours),
    " as scheduled and ",
    of("expectedHours", expected.hours),
    " with failures",
  ];
}

/** "a, b and c" of running text. */
const joined = (parts: readonly RichText[]): RichText =>
  parts.flatMap((part, index) =>
    index === 0 ? part : [index === parts.length - 1 && parts.length > 2 ? " and " : ", ", ...part],
  );

/** Sweeps that may not be run at all count with their expected value, and the reader is told. */
function conditions({ plan }: SheetContext): RichText {
  const conditional = new Map<string, number>();
  for (const { experiment, sweep, probability } of plan.classes) {
    if (probability < 1) conditional.set(`${experiment}.${sweep}`, probability);
  }
  const chances = [...new Set(conditional.values())].sort((a, b) => a - b).map(perCent);
  const [low, high] = [chances[0], chances.at(-1)];
  if (low === undefined || high === undefined) return [];
  const many = conditional.size;
  const [are, at] = many === 1 ? ["is", "counts at its probability"] : ["are", "count at their probability"];
  const chance = low === high ? low : `${low} to ${high}`;
  return [`${capital(numberWord(many))} ${plural(many, "sweep")} ${are} conditional and ${at} of ${chance}.`];
}

type Limited = Pick<SheetContext, "plan" | "estimate" | "ranges" | "total" | "budget">;

/** The ceiling, and how likely the plan stays under it; nothing where there is none. */
export function ceiling(context: Limited): RichText {
  const { plan, ranges } = context;
  if (plan.ceiling === null) return [];
  const limit = `the ceiling of ${read(plan.ceiling)} ${plan.currency}`;
  const chance = ranges?.chanceUnderCeiling ?? null;
  const { name, amount: likely, figure: of } = limited(context);
  const gap = plan.ceiling - likely;
  const inDraws: RichText | null =
    ranges !== null && chance !== null && chance > 0 && chance < 1
      ? [
          " in ",
          figure(chanceWords(chance), exact(chance), { of: "chanceUnderCeiling" }),
          ` of ${exact(ranges.draws)} draws.`,
        ]
      : null;
  if (inDraws !== null && gap >= 0) return [`${name.one} under ${limit}`, ...inDraws];
  if (gap === 0) return [`${name.meets} ${limit} exactly.`];
  const amount = figure(`${read(Math.abs(gap))} ${plan.currency}`, moneyExact(Math.abs(gap), plan.currency), of);
  // A likely total over the ceiling is said first: no share of the draws makes it one that can be asked for.
  if (inDraws !== null) return [`${name.is} `, amount, ` over ${limit}, and under it`, ...inDraws];
  return [`${name.is} `, amount, ` ${gap > 0 ? "under" : "over"} ${limit}`, `${drawsAgree(chance, gap > 0)}.`];
}

const TOTAL = { one: "The total stays", meets: "The total meets", is: "The total is" };
/** Where the quote charges for more, and no budget has it in its lines. */
const USED = {
  one: "The cost of used card-hours stays",
  meets: "The cost of used card-hours meets",
  is: "The cost of used card-hours is",
};
const OWN_DIRECT = {
  one: "Direct costs that are asked for stay",
  meets: "Direct costs that are asked for meet",
  is: "Direct costs that are asked for are",
};
const DIRECT = { one: "Direct costs stay", meets: "Direct costs meet", is: "Direct costs are" };

/** What the ceiling is of, in the plan's currency: the rental, or direct costs or the whole of a budget. */
function limited({ plan, estimate, total, budget }: Limited): { name: typeof TOTAL; amount: number; figure: Figure } {
  if (budget === null || plan.budget === undefined) {
    const isMore = headlineBeyondUse(plan, estimate).some(({ charges }) => charges.length > 0);
    return {
      name: isMore ? USED : TOTAL,
      amount: total.cost,
      figure: { of: "total", measure: "cost", stage: "withReruns" },
    };
  }
  const measure = ceilingMeasure(plan.budget);
  const ownDirect = budget.budget.ownDirect.reduce((sum, amount) => sum + amount, 0);
  return {
    name: measure === "request" ? TOTAL : budget.budget.borneDirect.some((amount) => amount > 0) ? OWN_DIRECT : DIRECT,
    amount: (measure === "request" ? budget.rounded.request.total : ownDirect) * toPlanCurrency(plan.budget),
    figure: { of: "budget", measure, year: null },
  };
}

/** What the draws say of a ceiling that all of them keep, or none, beside a total that is `under` it or not. */
function drawsAgree(chance: number | null, under: boolean): string {
  if (chance === null) return "";
  if (chance === 1) return under ? ", and so is every draw" : ", though every draw stays under it";
  return under ? ", though no draw stays under it" : ", and no draw stays under it";
}

/** "35 %"; a chance is never rounded to certainty. */
function chanceWords(chance: number): string {
  if (chance < 0.01) return "less than 1 %";
  if (chance > 0.99) return "more than 99 %";
  return `${fixed(chance * 100, 0)} %`;
}
