// @vitest-environment node
import { expect, it } from "vitest";
import { blankPlan, newestRate } from "../../../shared/plan/blank.ts";
import { editText } from "../../../shared/plan/edit/edit-text.ts";
import type { PlanEdit } from "../../../shared/plan/edit/plan-edit.ts";
import { isUnpriced } from "../../../shared/plan/faults/unpriced.ts";
import { catalogue } from "../../estimating/catalogue.ts";
import { openPlan } from "../../estimating/opened-plan.ts";
import { priceCard } from "./price-card.ts";

const blank = blankPlan({ title: "A plan", date: "2026-11-22", currency: "USD" }, catalogue);
const open = (text: string) => openPlan({ name: "plan.json", text }, catalogue);

function edited(text: string, edits: readonly PlanEdit[]): string {
  const next = editText(text, edits);
  if (!next.ok) throw new Error(JSON.stringify(next.error));
  return next.value;
}

const onCard = (text: string, card: string) =>
  edited(text, [{ op: "set", path: ["defaults", "hardware", "accelerator"], value: card }]);

function rateOf(card: string) {
  const rate = newestRate(card, "USD", catalogue.rates);
  if (rate === null) throw new Error(`no rate of ${card}`);
  return rate;
}

it("prices every card that a rate of the catalogue is for, in a blank plan of another card", () => {
  const cards = catalogue.accelerators.filter(
    ({ id, densePeak }) =>
      id !== "h100-sxm" && densePeak.bf16 != null && newestRate(id, "USD", catalogue.rates) !== null,
  );
  expect(cards.length).toBeGreaterThan(3);
  for (const { id } of cards) {
    const text = onCard(blank, id);
    const before = open(text);
    expect(before.ok ? [] : before.error.map(isUnpriced)).toEqual([true]);
    const after = open(edited(text, priceCard(JSON.parse(text), rateOf(id), catalogue)));
    if (!after.ok) throw new Error(JSON.stringify(after.error));
    expect(after.value.document.quotes.at(-1)).toMatchObject({ rate: rateOf(id).id, headline: true });
    expect(after.value.estimated.withReruns.cost).toBeCloseTo(
      after.value.estimated.withReruns.cardHours * rateOf(id).price,
      6,
    );
  }
});

it("keeps the headline of another card, also one that was it for being alone", () => {
  const alone = edited(blank, [{ op: "remove", path: ["quotes", 0, "headline"] }]);
  const there = edited(alone, priceCard(JSON.parse(alone), rateOf("a100-sxm-80"), catalogue));
  expect(JSON.parse(there).quotes.map(({ headline }: { headline?: boolean }) => headline)).toEqual([true, true]);
  expect(open(there).ok).toBe(true);
  expect(open(onCard(there, "a100-sxm-80")).ok).toBe(true);
});

it("has no rate for a card that the catalogue does not price, nor in another currency", () => {
  expect(newestRate("lab-card", "USD", catalogue.rates)).toBeNull();
  expect(newestRate("a100-sxm-80", "EUR", catalogue.rates)).toBeNull();
});
