/** The edits that price a card which no headline quote of the plan prices. Pure. */
import { slugOf } from "../../../shared/lib/slug.ts";
import { DEFAULT_TERM } from "../../../shared/money/term.ts";
import type { DatedRate } from "../../../shared/plan/blank.ts";
import type { Catalogue } from "../../../shared/plan/catalogue.ts";
import type { PlanEdit } from "../../../shared/plan/edit/plan-edit.ts";
import { treeItems, treeValue } from "../../fields/tree-value.ts";

/**
 * Adds a quote with the rate, as the headline of its card. Quotes that were headlines only for being alone are marked, so that
 * they stay so for their cards.
 */
export function priceCard(tree: unknown, { id: rate, provider }: DatedRate, { rates }: Catalogue): PlanEdit[] {
  const quotes = treeItems(tree, ["quotes"]);
  const text = (quote: unknown, key: string) => {
    const value = treeValue(quote, [key]);
    return typeof value === "string" ? value : null;
  };
  const cards = quotes.map((quote) => {
    const of = text(quote, "rate");
    return text(quote, "accelerator") ?? rates.find(({ id }) => id === of)?.acceleratorId ?? null;
  });
  const isMarked = quotes.some((quote) => treeValue(quote, ["headline"]) === true);
  const isAlone = (index: number) => cards.filter((card) => card === cards[index]).length === 1;
  const taken = quotes.flatMap((quote) => text(quote, "id") ?? []);
  const value = {
    id: slugOf(provider, taken, "quote"),
    title: provider,
    rate,
    term: DEFAULT_TERM,
    headline: true,
  };
  return [
    ...quotes.flatMap((_, index): PlanEdit[] =>
      isMarked || !isAlone(index) ? [] : [{ op: "set", path: ["quotes", index, "headline"], value: true }],
    ),
    ...(treeValue(tree, ["quotes"]) === undefined
      ? [{ op: "set", path: ["quotes"], value: [value] } as const]
      : [{ op: "insert", path: ["quotes"], at: quotes.length, value } as const]),
  ];
}
