/** What the quotes that a plan is costed by charge beyond its work, and what of it they do not take. */
import { type BeyondUse, headlineBeyondUse } from "../estimate/budget/beyond-use.ts";
import type { PlanBudget } from "../estimate/budget/budget-of.ts";
import { chargeOf } from "../estimate/budget/estimated-lines.ts";
import type { ResolvedQuote } from "../plan/resolved.ts";
import { counted } from "../units/format/counted.ts";
import { exact } from "../units/format/exact.ts";
import { type ShortCommitment, shortCommitments } from "./budget/commitment-years.ts";
import { asPrinted, printedIn } from "./budget/printed-charges.ts";
import type { Figures } from "./context.ts";
import { beyondUseWords } from "./text/beyond-use-words.ts";
import { cannotRunWords } from "./text/cannot-run-words.ts";

/** Card-hours that are paid for and not used, or that cannot be had, where the sheet counts those that are used. */
export function beyondUseWarnings(figures: Figures): string[] {
  const { plan, estimate, budget } = figures;
  const all = headlineBeyondUse(plan, estimate).flatMap((one) => {
    const quote = plan.quotes[one.quote];
    if (quote !== undefined && one.cannotRun !== null) {
      const why = cannotRunWords(one.cannotRun, one.cannotRun.cards, quote, plan);
      return [
        `The headline quote “${quote.title}” cannot take the whole plan: ${why}. Its card-hours are counted at the price, and nothing beyond them.`,
      ];
    }
    if (one.charges.length === 0) return [];
    const words = beyondUseWords(asPrinted(one, plan, budget), plan);
    return [`Rental cost counts used card-hours; ${words}${whereWords(budget)}.`, ...mostlyLost(one, quote)];
  });
  return [...all, ...shortCommitments(figures).map(shortWords)];
}

const shortWords = ({ quote, hours, years }: ShortCommitment): string =>
  `The budget spreads what “${quote.title}” costs over ${counted(years, "grant year")}, while its commitment is paid for ${counted(hours, "hour")}: say in the shares of the grant years (budget.computeLines.shares) in which of them it is held.`;

/** What the budget makes of it. */
function whereWords(budget: PlanBudget | null): string {
  if (budget === null) return "";
  const { layout, computeLines } = budget.resolved;
  if (computeLines.leaveOut) return "; the budget leaves computing out";
  if (layout.asks === "allocation") return "; the request, in units of a machine, does not have it";
  if (budget.rounded.modular !== null) return "; the modules of the budget cover it";
  const isLine = printedIn(budget).some(({ result }) => chargeOf(result.line.id) !== null);
  return isLine ? "; the budget has it in lines of its own" : "";
}

/** Interruptions that cost more than the work itself. */
function mostlyLost({ used, charges }: BeyondUse, quote: ResolvedQuote | undefined): string[] {
  const lost = charges.find(({ kind }) => kind === "interruptions");
  if (lost === undefined || !(lost.cost > used) || quote?.interruptionHours == null) return [];
  return [
    `Interruptions of “${quote.title}”, one every ${exact(quote.interruptionHours.likely)} h, cost ${exact(Number((lost.cost / used).toPrecision(2)))} times the work itself: runs on fewer cards, checkpoints that are written sooner, or an offer that is interrupted less often cost less.`,
  ];
}
