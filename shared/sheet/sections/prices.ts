/** Table: the total at the prices named beside the headline. */
import { amountAt } from "../../estimate/amounts.ts";
import { paidBeyondUse } from "../../estimate/budget/beyond-use.ts";
import { atOtherQuotes } from "../../estimate/readings.ts";
import * as cell from "../cells.ts";
import type { SheetContext } from "../context.ts";
import { moneyPlaces } from "../footing.ts";
import type { Section } from "../sheet.ts";
import { priceText } from "../text/amounts.ts";
import { beyondUseWords } from "../text/beyond-use-words.ts";
import { cannotRunWords } from "../text/cannot-run-words.ts";
import { dateWords } from "../text/words.ts";
import { base } from "./base.ts";

export function pricesTable(context: SheetContext): Section {
  const { plan, estimate, values, references, total } = context;
  const dates = new Set(plan.quotes.map((quote) => quote.date));
  const dated = dates.size > 1;
  const places = moneyPlaces(total.cost);
  const others = atOtherQuotes(plan, estimate);
  const rows = others.flatMap(({ quote, cost }) => {
    const other = plan.quotes[quote];
    if (other === undefined) return [];
    const price = amountAt(other.price, values);
    const source = other.source === null ? [] : [references.cite({ text: other.source, date: other.date })];
    const until = other.validUntil === null ? [] : [`, valid until ${dateWords(other.validUntil)}`];
    return [
      {
        cells: [
          cell.words([other.title, ...source, ...until]),
          ...(dated ? [other.date === null ? cell.muted("no date") : cell.day(other.date)] : []),
          cell.number(priceText(price), price, `${priceText(price)} ${plan.currency} a card-hour`, null),
          cell.moneyInFull(cost, total.cost, plan.currency, { of: "quote", quote }),
        ],
      },
    ];
  });
  return {
    ...base(context, "prices", { title: "Other prices.", subtitle: "The same work at each.", outline: "other prices" }),
    kind: "table",
    table: {
      columns: [
        { key: "quote", title: "Quote", unit: "", align: "left" },
        ...(dated ? [{ key: "date", title: "Date", unit: "", align: "left" } as const] : []),
        { key: "price", title: "Card-hour", unit: plan.currency, align: "right" },
        { key: "cost", title: "Total", unit: plan.currency, align: "right", places },
      ],
      rows,
      total: null,
    },
    notes: paidBeyondUse(
      plan,
      estimate,
      others.map(({ quote }) => quote),
    ).flatMap((one) => {
      const quote = plan.quotes[one.quote];
      if (quote !== undefined && one.cannotRun !== null) {
        const why = cannotRunWords(one.cannotRun, one.cannotRun.cards, quote, plan);
        return [`“${quote.title}” cannot take the whole plan: ${why}.`];
      }
      return quote === undefined || one.charges.length === 0
        ? []
        : [`“${quote.title}” counts the card-hours that are used; ${beyondUseWords(one, plan)}.`];
    }),
  };
}
