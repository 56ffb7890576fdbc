/** How two plans differ, for a terminal. */
import { type BudgetDifference, budgetPlaces } from "../../estimate/difference/budget-difference.ts";
import type { PlanDifference } from "../../estimate/difference/plan-difference.ts";
import { footed, moneyPlaces } from "../../sheet/footing.ts";
import { countText, shareText } from "../../sheet/text/amounts.ts";
import { quietWords } from "../../sheet/text/words.ts";
import { fixed, signed } from "../../units/format/exact.ts";
import { MINUS, withPlus } from "../../units/format/sign.ts";
import { printable } from "../terminal/style.ts";
import { type TextColumn, textTable } from "./text-table.ts";

/** The totals, what each change does in turn and alone, and the lines that differ; ends with a line break. */
export function differenceToText(difference: PlanDifference): string {
  const { currency, before, after, lines, budget, changes, quiet, remainder } = difference;
  if (currency === null) return "The plans are in two currencies: no money is compared.\n";
  const places = moneyPlaces(Math.max(before.cost, after.cost));
  const inTurn = footed(
    changes.map((change) => change.inTurn),
    places,
  );
  const single = changes.map((change) => change.alone);
  const whole = single.filter((alone) => alone !== null);
  // With the remainder what each does alone adds up as well.
  const alone =
    remainder === null
      ? single.map((money) => (money === null ? "not a plan" : signed(money, places)))
      : footed([...whole, remainder], places).parts.map(withPlus);
  const right = (title: string): TextColumn => ({ title, align: "right" });
  return [
    `${budget === null ? "Total" : "Cost of used card-hours"} ${fixed(before.cost, places)} to ${fixed(after.cost, places)} ${currency}: ${signed(after.cost - before.cost, places)}${shareWords(before.cost, after.cost)}.`,
    ...(budget === null ? [] : [requestWords(budget)]),
    `Runs ${countText(before.runs)} to ${countText(after.runs)}.`,
    ...(changes.length === 0
      ? []
      : [
          "",
          ...textTable(
            [{ title: "Change", align: "left" }, right(`In turn, ${currency}`), right(`Alone, ${currency}`)],
            [
              ...changes.map(({ words }, index) => [
                printable(words),
                withPlus(inTurn.parts[index] ?? ""),
                alone[index] ?? "",
              ]),
              ...(remainder === null || remainder === 0
                ? []
                : [["Changes together, beyond each alone", "", alone.at(-1) ?? ""]]),
              ["Total", withPlus(inTurn.total), remainder === null ? "" : withPlus(inTurn.total)],
            ],
          ),
        ]),
    ...(quiet === 0 ? [] : ["", `${quietWords(quiet, budget)}`]),
    ...(lines.length === 0
      ? []
      : [
          "",
          ...textTable(
            [
              { title: "Line", align: "left" },
              right("Before"),
              right("After"),
              right(`Difference, ${currency}`),
              right("Runs"),
            ],
            lines.map((line) => [
              printable(line.title),
              line.before === null ? "" : fixed(line.before.cost, places),
              line.after === null ? "" : fixed(line.after.cost, places),
              signed(line.difference, places),
              line.id === null ? "" : signed((line.after?.runs ?? 0) - (line.before?.runs ?? 0)),
            ]),
          ),
        ]),
    ...budgetLines(budget),
    "",
  ].join("\n");
}

/** The rows of the budgets that differ, and what is asked for as their total. */
function budgetLines(budget: BudgetDifference | null): string[] {
  if (budget === null || budget.rows.length === 0) return [];
  const { currency, request, rows } = budget;
  const places = budgetPlaces(budget);
  const amount = (money: number | null) => (money === null ? "" : fixed(money, places));
  const line = (title: string, before: number | null, after: number | null) => [
    printable(title),
    amount(before),
    amount(after),
    signed((after ?? 0) - (before ?? 0), places),
  ];
  const right = (title: string): TextColumn => ({ title, align: "right" });
  return [
    "",
    ...textTable(
      [{ title: "Budget", align: "left" }, right("Before"), right("After"), right(`Difference, ${currency}`)],
      [
        ...rows.map(({ title, before, after }) => line(title, before, after)),
        line("Asked for", request.before, request.after),
      ],
    ),
  ];
}

function requestWords(budget: BudgetDifference): string {
  const { currency, request } = budget;
  const { before, after } = request;
  const places = budgetPlaces(budget);
  const money = (amount: number | null) => (amount === null ? "no budget" : fixed(amount, places));
  const change =
    before === null || after === null ? "" : `: ${signed(after - before, places)}${shareWords(before, after)}`;
  return `Request of the budget ${money(before)} to ${money(after)} ${currency}${change}.`;
}

/** " (+6.9 %)"; nothing where there was nothing. */
function shareWords(before: number, after: number): string {
  if (before === 0 || before === after) return "";
  const share = (after - before) / before;
  return ` (${share < 0 ? MINUS : "+"}${shareText(Math.abs(share))})`;
}
