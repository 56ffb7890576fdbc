import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareQuotes } from "../../../../shared/estimate/compare/compare-quotes.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import { openPlan } from "../../../estimating/opened-plan.ts";
import { quoteRows } from "../rows/quote-rows.ts";
import { sortedRows } from "../rows/sort-rows.ts";
import { deadlineOf, isOffer, offersById, partsWords, within } from "./offers.ts";

const tree = JSON.parse(readFileSync("assets/templates/scaling-exponents.json", "utf8")) as Readonly<
  Record<string, unknown>
>;

function compared(more: object = {}) {
  const text = {
    ...tree,
    quotes: [
      { id: "stated", price: 3, headline: true, cardsAvailable: 1_024 },
      { id: "slow", title: "Slow", price: 2, cardsAvailable: 256 },
      { id: "fast", title: "Fast", basis: "reserved", price: 4, commitment: { cards: 4_096, hours: 1_344 } },
    ],
    ...more,
  };
  const opened = openPlan({ name: "plan.json", text: JSON.stringify(text) }, catalogue);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { resolved, estimated } = opened.value;
  const offers = offersById(resolved, compareQuotes(resolved, estimated, resolved.quotes));
  return { resolved, offers, rows: quoteRows(text, opened.value, catalogue, "2026-11-26") };
}

describe("offers", () => {
  const { resolved, offers, rows } = compared();
  const all = [...offers.values()].filter(isOffer);

  it("have their words, their days, and what is paid for and not used", () => {
    expect(all.map(({ words }) => words)).toEqual(["on demand", "on demand", "reserved, 4,096 cards for 56 days"]);
    const fast = all[2];
    expect(fast?.unused).toBeCloseTo(4_096 * 1_344 * 4 - (fast?.cost.work ?? 0), 2);
    expect(all[0]?.days).toBeCloseTo(175.1, 0);
  });

  it("are chosen by a deadline, the cheapest first", () => {
    expect(within(all, 176).map(({ id }) => id)).toEqual(["stated", "fast"]);
    expect(within(all, 1)).toEqual([]);
    expect(deadlineOf(resolved, all)).toBe(176);
  });

  it("are sorted by any column, and stand as the plan has them without", () => {
    const order = (key: Parameters<typeof sortedRows>[2]) => sortedRows(rows, offers, key).map(({ id }) => id);
    expect(order("total")).toEqual(["slow", "stated", "fast"]);
    expect(order("days")).toEqual(["fast", "stated", "slow"]);
    expect(order("title")).toEqual(["fast", "slow", "stated"]);
    expect(order(null)).toEqual(["stated", "slow", "fast"]);
    expect(sortedRows(rows, new Map(), "total").map(({ id }) => id)).toEqual(["stated", "slow", "fast"]);
  });
});

it("counts the work on other cards as work, not as paid for beside it", () => {
  const training = { runKind: "interactive", hours: 1_000, cards: 8 };
  const { offers } = compared({
    disputes: [],
    experiments: [
      { id: "a", title: "A", training, sweeps: [{ axes: { seed: 10 } }] },
      { id: "b", title: "B", training, hardware: { accelerator: "b200-sxm" }, sweeps: [{ axes: { seed: 10 } }] },
    ],
    quotes: [
      { id: "h", price: 2.5, accelerator: "h100-sxm", headline: true },
      { id: "b", price: 4, accelerator: "b200-sxm", headline: true },
    ],
  });
  const all = [...offers.values()].filter(isOffer);
  expect(all.map(({ cost, others, total }) => [cost.work, others, total])).toEqual([
    [200_000, 320_000, 520_000],
    [320_000, 200_000, 520_000],
  ]);
  expect(partsWords(all)).toBe("The work itself is all of the cost");
});

it("puts totals that leave something out behind those that do not", () => {
  const all = { price: 2, cardsAvailable: 1_024 };
  const { offers } = compared({
    storage: { dataTB: 100, months: 12, egressTB: 50 },
    quotes: [
      { ...all, id: "half", headline: true, storagePerTBMonth: 20 },
      { ...all, id: "full", storagePerTBMonth: 20, egressPerTB: 50 },
    ],
  });
  const known = [...offers.values()].filter(isOffer);
  expect(within(known, 1_000).map(({ id, without }) => [id, without])).toEqual([
    ["full", null],
    ["half", "egress"],
  ]);
  expect(known.map(({ stored }) => Math.round(stored))).toEqual([87_570, 90_070]);
});

it("takes the days between the start and the end of the first cluster as the deadline", () => {
  const { resolved, offers } = compared({ clusters: [{ cards: 8, start: "2026-12-01", end: "2027-06-01" }] });
  expect(deadlineOf(resolved, [...offers.values()].filter(isOffer))).toBe(182);
});
