import { expect, it } from "vitest";
import type { ResolvedModel } from "../plan/resolved.ts";
import { decoder } from "./fixtures/plan.ts";
import { identityOf } from "./model-identity.ts";

const model = (label: string, heads: number, more: object = {}): ResolvedModel => ({
  label,
  shape: { ...decoder(heads), ...more },
});

it("tells models apart by their numbers where their labels are made of them", () => {
  expect(identityOf([model("width 1,024", 8), model("width 2,048", 16)])).toEqual({
    named: false,
    telling: ["width", "heads"],
  });
});

it("keeps the names that a plan gives", () => {
  expect(identityOf([model("70M", 8), model("160M", 16, { layers: 12 })])).toEqual({
    named: true,
    telling: ["width", "heads", "layers"],
  });
});

it("does not repeat numbers that follow from others", () => {
  const grouped = [model("width 1,024", 8, { keyValueHeads: 2 }), model("width 2,048", 16, { keyValueHeads: 2 })];
  expect(identityOf(grouped).telling).toEqual(["width", "heads"]);
  const widened = [model("feed-forward 4,096", 8), model("feed-forward 2,048", 8, { feedForward: 2_048 })];
  expect(identityOf(widened)).toEqual({ named: false, telling: ["feedForward"] });
});

it("uses names where the numbers do not tell all apart", () => {
  expect(identityOf([model("width 1,024, rms norm", 8), model("width 1,024, no norm", 8)]).named).toBe(true);
});

it("uses the name of an only model, and of models with stated counts", () => {
  expect(identityOf([model("decoder", 8)])).toEqual({ named: true, telling: [] });
});
