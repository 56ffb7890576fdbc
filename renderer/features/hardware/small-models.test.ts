import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { catalogue } from "../../estimating/catalogue.ts";
import { openPlan } from "../../estimating/opened-plan.ts";
import { smallModels } from "./small-models.ts";

const text = readFileSync("assets/templates/scaling-exponents.json", "utf8");

it("counts the models that are smaller than all that were measured, and their money", () => {
  const opened = openPlan({ name: "", text }, catalogue);
  if (!opened.ok) throw new Error("not a plan");
  expect(smallModels(opened.value, 1)).toBeNull();
  expect(smallModels(opened.value, 124e6)).toMatchObject({ smaller: 4, models: 14 });
  const measured = smallModels(opened.value, 758_111_232);
  expect(measured).toMatchObject({ smaller: 7, models: 14 });
  expect(measured?.share).toBeCloseTo(0.044, 3);
  expect(smallModels(opened.value, 1e15)?.share).toBeCloseTo(1, 12);
});
