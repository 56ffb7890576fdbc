import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shippedCatalogue } from "../../plan/catalogue.fixture.ts";
import { type ReadPlan, readPlan } from "../../plan/read.ts";
import { budgetOf } from "../budget/budget-of.ts";
import { estimate } from "../estimate.ts";
import { numericSides } from "../explain/trace-of.fixture.ts";
import { explainPage } from "../explain-page.ts";
import { computingCeiling } from "./computing-ceiling.ts";
import { savingsOf } from "./cuts-in-full.ts";
import { fitToSum } from "./fit-to-sum.ts";
import { fitted } from "./fitted.ts";

const assets = new URL("../../../assets/", import.meta.url);
const catalogue = shippedCatalogue((path) => readFileSync(new URL(path, assets), "utf8"));

const experiment = (id: string, hours: number, cards: number, seed: number) => ({
  id,
  title: `${id.toUpperCase()} study`,
  training: { runKind: "interactive", hours, cards },
  sweeps: [{ axes: { seed } }],
});

/** Ten runs of 4 cards and three of 9, side by side on 64 cards. */
function study(terms: object, ceiling: number, budget: object | null = { layout: "generic", months: 36 }) {
  const text = JSON.stringify({
    ...{ flopsheet: 1, title: "Study", currency: "USD", ceiling, budget: budget ?? undefined },
    experiments: [experiment("a", 1_000.5, 4, 10), experiment("b", 33.3, 9, 3)],
    defaults: { hardware: { accelerator: "h100-sxm", cardsPerNode: 8 } },
    clusters: [{ cards: 64 }],
    quotes: [{ id: "q", title: "Q", price: 2.5, ...terms }],
  });
  const read = readPlan(text, catalogue);
  if (!read.ok) throw new Error(JSON.stringify(read.error[0]));
  return read.value;
}

const request = ({ resolved }: ReadPlan) => budgetOf(resolved, estimate(resolved))?.rounded.request.total ?? Number.NaN;
const savings = (plan: ReadPlan) => savingsOf(plan, catalogue, estimate(plan.resolved));
const ceilingOf = ({ resolved }: ReadPlan) => computingCeiling(resolved, estimate(resolved)) ?? Number.NaN;
const answerTo = (plan: ReadPlan) => fitted(plan, catalogue, ceilingOf(plan));

describe("cuts where a quote charges for at least so many cards", () => {
  const plan = study({ minimumCards: 100 }, 200_000);

  it("save what the request is less by, which for half of the seeds is nothing", () => {
    const { of, cuts } = savings(plan);
    expect(of).toBe("computing");
    const [first, ...others] = cuts;
    expect(first).toMatchObject({ cut: { kind: "experiment", experiment: "a" } });
    expect(others.map(({ saves }) => saves)).toEqual(others.map(() => 0));
    const reduced = fitToSum(plan, catalogue, ceilingOf(plan));
    expect(reduced?.cuts).toEqual([first?.cut]);
    if (reduced === null) return;
    expect(request(plan) - request(reduced.plan)).toBeCloseTo(first?.saves ?? 0, -1);
    expect(request(reduced.plan)).toBeLessThanOrEqual(200_000);
  });

  it("are proposed by the ceiling of the whole request, and the others named with what charges them", () => {
    const answer = answerTo(plan);
    expect(answer.total).toBeCloseTo(request(plan), -1);
    expect(answer.proposal.chance).toBe(1);
    expect(answer).toMatchObject({ savesOf: "computing", idleCuts: 3, charging: ["Q"] });
    expect(answer.cuts).toHaveLength(1);
  });

  it("are explained by computing before and after", () => {
    const { cuts } = savings(plan);
    const beside = { document: plan.document, catalogue, priceTrends: [] as never, before: null };
    const explained = (figure: Parameters<typeof explainPage>[3]) =>
      explainPage(plan.resolved, estimate(plan.resolved), beside, figure);
    const [first] = cuts;
    if (first === undefined) throw new Error("nothing to cut");
    const after = { of: "afterCuts", cuts: [first.cut], ceiling: 200_000, measure: "cost" } as const;
    for (const figure of [{ of: "cut", cut: first.cut } as const, after, { ...after, cuts: [] }]) {
      const trace = explained(figure);
      for (const side of numericSides(trace)) expect(side).toBeCloseTo(trace.value, 3);
    }
    expect(explained({ ...after, cuts: [] }).value).toBeCloseTo(request(plan), -1);
  });
});

describe("cuts where cards are reserved", () => {
  it("are none that save, and the reservation is the reason", () => {
    const plan = study({ basis: "reserved", commitment: { cards: 64, hours: 8_760 } }, 1e6);
    const answer = answerTo(plan);
    expect(answer).toMatchObject({
      cuts: [],
      idleCuts: 4,
      proposal: { ceiling: expect.closeTo(1e6, 3), reduced: null },
    });
  });

  it("go on through what saves nothing where together they end a term", () => {
    const plan = study({ basis: "reserved", commitment: { cards: 40, hours: 8_760 } }, 1e6);
    // B runs 27 cards beside the 40 of A: with fewer of both the reservation's 40 cards are enough.
    const reduced = fitToSum(plan, catalogue, 40 * 8_760 * 2.5);
    expect(reduced === null ? Number.NaN : request(reduced.plan)).toBeLessThanOrEqual(40 * 8_760 * 2.5);
  });
});

it("are of used card-hours where no budget asks for more", () => {
  const { of, cuts } = savings(study({ minimumCards: 100 }, 1e6, null));
  expect([of, cuts.length]).toEqual(["used", 4]);
  expect(cuts[0]?.saves).toBeCloseTo(10 * 4 * 1_000.5 * 2.5, 4);
});
