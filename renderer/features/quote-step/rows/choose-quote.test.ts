// @vitest-environment node
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareQuotes } from "../../../../shared/estimate/compare/compare-quotes.ts";
import { editText } from "../../../../shared/plan/edit/edit-text.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import { openPlan } from "../../../estimating/opened-plan.ts";
import { choiceWords, chooseQuote } from "./choose-quote.ts";
import { quoteRows } from "./quote-rows.ts";

const template = JSON.parse(readFileSync("assets/templates/scaling-exponents.json", "utf8")) as Readonly<
  Record<string, unknown>
>;
const quotes = [
  { id: "stated", price: 3, accelerator: "h100-sxm", headline: true },
  { id: "other", title: "Other card", price: 1.29, accelerator: "a100-sxm-80" },
  { id: "told", title: "Told", price: 4, accelerator: "h200-sxm", utilisation: { low: 0.3, likely: 0.4, high: 0.45 } },
];

function planOf(more: object = {}) {
  const tree = { ...template, quotes, ...more };
  const text = JSON.stringify(tree);
  const opened = openPlan({ name: "plan.json", text }, catalogue);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const live = opened.value;
  const rows = quoteRows(tree, live, catalogue, "2026-11-26");
  return { text, live, of: { tree, live, rows, accelerators: catalogue.accelerators } };
}

function chosen(index: number, more: object = {}) {
  const { text, of } = planOf(more);
  const choice = chooseQuote(of, index);
  const edited = editText(text, choice?.edits ?? []);
  if (choice === null || !edited.ok) throw new Error("not chosen");
  const opened = openPlan({ name: "plan.json", text: edited.value }, catalogue);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return { card: choice.card, ...opened.value };
}

describe("chooseQuote", () => {
  const { live } = planOf();
  const offers = compareQuotes(live.resolved, live.estimated, live.resolved.quotes);
  const workAt = (index: number) => {
    const offer = offers[index];
    return offer?.comparable === true ? offer.cost.work : Number.NaN;
  };

  it("moves the plan to the card of the quote, for what the comparison said that the work costs there", () => {
    const { card, resolved, estimated } = chosen(1);
    expect(card).toEqual({ before: "H100", after: "A100" });
    expect(resolved.cards.map(({ accelerator }) => accelerator.id)).toEqual(["a100-sxm-80"]);
    expect(resolved.quotes.filter(({ headline }) => headline).map(({ id }) => id)).toEqual(["other"]);
    // A share to four figures is carried over in place of the speed.
    expect(estimated.withReruns.cost / workAt(1)).toBeCloseTo(1, 3);
  });

  it("takes the utilisation that the quote says is reached", () => {
    const { resolved, estimated } = chosen(2);
    expect(resolved.cards[0]?.speed).toMatchObject({ kind: "utilisation", utilisation: { likely: 0.4 } });
    expect(estimated.withReruns.cost / workAt(2)).toBeCloseTo(1, 9);
  });

  it("keeps the price of a card that an experiment names itself", () => {
    const [first, ...others] = template.experiments as readonly object[];
    const experiments = [{ ...first, hardware: { accelerator: "h100-sxm", utilisation: 0.4 } }, ...others];
    const { resolved } = chosen(1, { experiments });
    expect(new Set(resolved.cards.map(({ accelerator }) => accelerator.id))).toEqual(
      new Set(["h100-sxm", "a100-sxm-80"]),
    );
    expect(resolved.quotes.filter(({ headline }) => headline).map(({ id }) => id)).toEqual(["stated", "other"]);
  });

  it("changes only the headline for a card that is the plan's already", () => {
    const { of } = planOf({ quotes: [...quotes, { id: "again", price: 2, accelerator: "h100-sxm" }] });
    expect(chooseQuote(of, 3)).toEqual({
      card: null,
      edits: [
        { op: "remove", path: ["quotes", 0, "headline"] },
        { op: "set", path: ["quotes", 3, "headline"], value: true },
      ],
    });
  });

  it("chooses nothing whose card nobody knows, nor where every run states its own", () => {
    const { of } = planOf();
    const typed = of.rows.map((row) => ({ ...row, card: row.id === "other" ? "lab-card" : row.card }));
    expect(chooseQuote({ ...of, rows: typed }, 1)).toBeNull();
    const experiments = (template.experiments as readonly object[]).map((experiment) => ({
      ...experiment,
      hardware: { accelerator: "h100-sxm", achieved: 3.5e14 },
    }));
    expect(chooseQuote(planOf({ experiments }).of, 1)).toBeNull();
  });
});

it("says what a choice did", () => {
  const card = { before: "H100", after: "A100" };
  expect(choiceWords("Lab", card, { before: 12.9e6, after: 17.6e6 }, "USD")).toBe(
    "The plan is costed by “Lab” now, and its work is on A100, no longer on H100. 17.6 M USD for the work, 12.9 M before. Undo takes it back, the card too.",
  );
  expect(choiceWords("Lab", null, null, "USD")).toBe(
    "The plan is costed by “Lab” now. The plan has faults with it, and the figures are still those of before. Undo takes it back.",
  );
});
