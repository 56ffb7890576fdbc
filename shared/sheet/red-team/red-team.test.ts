import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPlan } from "../fixtures/any-plan.ts";
import { plan } from "../fixtures/plan.ts";
import { inputOf } from "../fixtures/sheet-of.ts";
import { shippedPlan } from "../fixtures/shipped-plans.ts";
import { redTeam } from "./red-team.ts";

const read = (path: string) => readFileSync(new URL(`../../../assets/${path}`, import.meta.url), "utf8");
const golden = redTeam(inputOf(shippedPlan("scaling-exponents", read)));

describe("the golden plan", () => {
  it("is asked about its price first, then about its points per line and what has no range", () => {
    expect(golden.map(({ title }) => title)).toEqual([
      "Price of a card-hour, 2.00 to 3.50 USD",
      "Points per line, 10 to 15",
      "Speed of H100, without a range",
      "No work is done again",
      "Compute-optimal to 32 heads only",
    ]);
  });

  it("answers with what the plan states, its source and both ends", () => {
    const [, points] = golden;
    expect(points).toMatchObject({
      objection: "Are so many runs needed?",
      place: "variables.pointsPerLine",
      low: expect.closeTo(9_923_221.56, 2),
      high: expect.closeTo(12_907_461.18, 2),
      paragraph:
        "Points per line is planned at 15, and may be 10 to 15. The total is 9,923,221.56 USD at 10 and 12,907,461.18 USD at 15, all else as planned. Source: arXiv 2407.05872: 10 to 15 learning rates are seen on the curves of its figures.",
    });
  });

  it("says what the plan does not know", () => {
    expect(golden[3]?.paragraph).toBe(
      "The plan counts no run that fails or is done again. A tenth of the work more makes the total 14,198,207.30 USD. The plan names no source for it.",
    );
    expect(golden[2]?.paragraph).toContain("The plan states one speed of H100, and no range.");
  });
});

it("asks about the only price where no other is named", () => {
  expect(redTeam(inputOf(plan())).map(({ objection }) => objection)).toContain(
    "Will this price hold until the cards are rented?",
  );
});

it("holds at most five, the widest first, each with a whole paragraph, whatever the plan", () => {
  fc.assert(
    fc.property(anyPlan, (resolved) => {
      const challenges = redTeam(inputOf(resolved, 20));
      expect(challenges.length).toBeLessThanOrEqual(5);
      challenges.forEach(({ low, high, paragraph, objection, title }, index) => {
        expect(high).toBeGreaterThanOrEqual(low);
        const next = challenges[index + 1];
        if (next !== undefined) expect(high - low).toBeGreaterThanOrEqual(next.high - next.low);
        for (const text of [paragraph, objection, title]) expect(text).not.toMatch(/undefined|NaN|null|Infinity| {2}/);
        expect(paragraph).toMatch(/\.$/);
      });
    }),
    { numRuns: 60 },
  );
});
