import { expect, it } from "vitest";
import { plan } from "../estimate/plan.fixture.ts";
import { figuresOf } from "./context.ts";
import { inputOf } from "./fixtures/sheet-of.ts";

it("works the budget out when it is asked for, and once", () => {
  const input = inputOf(plan());
  let asked = 0;
  const resolved = Object.defineProperty({ ...input.resolved }, "budget", {
    get: () => {
      asked++;
      return undefined;
    },
  });
  const figures = figuresOf({ ...input, resolved });
  expect([figures.colours, figures.basis.unit, asked]).toEqual([[0, 1], "USD", 0]);
  expect([figures.budget, figures.budget]).toEqual([null, null]);
  expect(asked).toBe(1);
});
