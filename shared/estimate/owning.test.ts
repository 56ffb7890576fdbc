import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { eightNodes } from "../money/ownership/eight-nodes.fixture.ts";
import { shippedCatalogue } from "../plan/catalogue.fixture.ts";
import { readPlan } from "../plan/read.ts";
import { estimate } from "./estimate.ts";
import { owningAnswer, weigh } from "./owning.ts";

const asset = (path: string) => readFileSync(new URL(`../../assets/${path}`, import.meta.url), "utf8");
const catalogue = shippedCatalogue(asset);
const template = JSON.parse(asset("templates/scaling-exponents.json")) as Readonly<Record<string, unknown>>;

/** The worked purchase of docs/formulas.md. */
const purchase = { ...eightNodes, useShare: 0.7 };

/** The golden plan with machines to own beside its price. */
function planWith(nodes: number, more: object) {
  const quotes = [
    { id: "stated", price: 2.5, headline: true },
    { id: "own", title: "Own nodes", basis: "purchase", purchase: { ...purchase, nodes }, ...more },
  ];
  const read = readPlan(JSON.stringify({ ...template, quotes }), catalogue);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { resolved } = read.value;
  return { resolved, estimated: estimate(resolved) };
}

function weighed(nodes: number, more: object = {}) {
  const { resolved, estimated } = planWith(nodes, more);
  const answer = weigh(resolved, estimated, 1, 0);
  if (answer === null) throw new Error("nothing is weighed");
  return answer;
}

describe("weigh", () => {
  it("says what of the lifetime the plan takes, and what is left for others", () => {
    const { planShare, afterwards, alone, stated } = weighed(32);
    const lifetime = 32 * 8 * 8_760 * 4;
    expect(planShare).toBeCloseTo(4_302_487.06 / lifetime, 8);
    expect(afterwards).toBeCloseTo((0.7 - (planShare ?? 0)) / (1 - (planShare ?? 0)), 12);
    expect(alone?.usedCardHours).toBeCloseTo(4_302_487.06, 1);
    expect(stated.breakEvenUse).toBeCloseTo(stated.own.total / (lifetime * 2.5), 12);
  });

  it("has nothing left where the plan is longer than the lifetime", () => {
    expect(weighed(8)).toMatchObject({ alone: null, afterwards: null });
    expect(weighed(8).planShare).toBeCloseTo(1.9186, 4);
  });

  it("moves the plan to the card that is bought", () => {
    const h100 = weighed(32).planShare ?? 0;
    expect(weighed(32, { accelerator: "a100-sxm-80" }).planShare).toBeCloseTo((h100 * 989.4) / 312, 8);
  });
});

describe("a rental of another card", () => {
  it("is weighed for the same work, not hour for hour", () => {
    const [same, slower] = [weighed(32), weighed(32, { accelerator: "a100-sxm-80" })];
    expect(same.rental).toEqual({ quoted: 2.5, exchange: 1, price: 2.5 });
    // A rented H100 does in an hour what takes an owned A100 989.4 / 312 hours.
    expect(slower.rental.exchange).toBeCloseTo(312 / 989.4, 8);
    expect(slower.stated.breakEvenUse).toBeCloseTo((same.stated.breakEvenUse * 989.4) / 312, 8);
  });

  it("costs for this plan alone what renting this plan costs", () => {
    for (const accelerator of ["h100-sxm", "b200-sxm"]) {
      expect(weighed(64, { accelerator }).alone?.rent).toBeCloseTo(4_302_487.06 * 2.5, -1);
    }
  });

  it("counts the utilisation that the purchase states, of the same card, too", () => {
    const usual = weighed(32);
    const better = weighed(32, { accelerator: "h100-sxm", utilisation: 0.6 });
    expect(better.planShare).toBeLessThan(usual.planShare ?? 0);
    expect(better.rental.exchange).toBeCloseTo((usual.planShare ?? 0) / (better.planShare ?? 1), 10);
    expect(better.alone?.rent).toBeCloseTo(usual.alone?.rent ?? 0, 4);
  });
});

it("answers for every variant, and for none where the quotes are the wrong way round", () => {
  const { resolved, estimated } = planWith(32, {});
  const of = (variant: Parameters<typeof owningAnswer>[4], owned = 1, rental = 0) =>
    owningAnswer(resolved, estimated, owned, rental, variant);
  const { stated, alone, swings } = weighed(32);
  expect(of("stated")).toEqual(stated);
  expect(of("alone")).toEqual(alone);
  const [electricity] = swings;
  const { input, high } = electricity ?? { input: "residualShare", high: { value: 0, saved: 0 } };
  expect(of({ input, value: high.value })?.saved).toBe(high.saved);
  expect(of("stated", 0, 1)).toBeNull();
  expect(of("stated", 1, 1)).toBeNull();
});
