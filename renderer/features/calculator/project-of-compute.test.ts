import { expect, it } from "vitest";
import { estimate } from "../../../shared/estimate/estimate.ts";
import { readPlan } from "../../../shared/plan/read.ts";
import { catalogue } from "../../estimating/catalogue.ts";
import { chosenCard } from "./hardware.ts";
import { projectOfCompute } from "./project-of-compute.ts";
import { projectText } from "./project-text.ts";

const begin = { title: "Some compute", date: "2026-11-26", currency: "USD" };
const card = chosenCard(catalogue.accelerators, "h100-sxm", "bf16");

function totals(known: Partial<Parameters<typeof projectOfCompute>[0]>) {
  const nothing = { parameters: null, tokens: null, card: null, utilisation: null, cards: null, price: null };
  const values = projectOfCompute({ flop: 5.76e23, ...nothing, ...known });
  const reading = readPlan(projectText(begin, values, catalogue), catalogue);
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  return estimate(reading.value.resolved).withReruns;
}

it("makes a project whose one run is that compute, on that card, at that price", () => {
  const { flop, cardHours, cost, runs } = totals({ card, utilisation: 0.4, cards: 512, price: 2 });
  expect(runs).toBe(1);
  expect(flop / 5.76e23).toBeCloseTo(1, 6);
  expect(cardHours / (5.76e23 / (989.4e12 * 0.4 * 3600))).toBeCloseTo(1, 6);
  expect(cost / cardHours).toBeCloseTo(2, 9);
});

it("keeps a size and tokens that are known", () => {
  expect(totals({ parameters: 70e9, tokens: 1.4e12 }).flop / (6 * 70e9 * 1.4e12)).toBeCloseTo(1, 1);
});

it("takes the smallest and the largest compute that may be typed", () => {
  for (const flop of [1, 1e18, 1e27]) expect(totals({ flop }).flop).toBeGreaterThan(0);
});
