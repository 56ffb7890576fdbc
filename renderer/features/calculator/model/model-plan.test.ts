import { describe, expect, it } from "vitest";
import { sideBySide } from "../../../../shared/compute/side-by-side.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import { readFields } from "../fields/read-fields.ts";
import { answerModel, modelProject, modelSpecs } from "./model-plan.ts";

const begin = { title: "A model", date: "2026-11-26", currency: "USD" };
const llama3 = {
  layers: "32",
  width: "4096",
  heads: "32",
  keyValueHeads: "8",
  feedForward: "14336",
  vocabulary: "128,256",
  sequence: "8192",
  tokens: "15T",
};

function answered(typed: typeof llama3) {
  const { numbers } = readFields(typed, modelSpecs);
  const values = modelProject({ numbers, gated: true, tiedEmbeddings: false });
  return values === null ? null : answerModel(values, begin, catalogue);
}

describe("FLOP of a model", () => {
  it("of Llama 3 8B on 15 T tokens", () => {
    const found = answered(llama3);
    if (!found?.ok) throw new Error("Llama 3 has no faults");
    expect(found.value.answers.map(({ value }) => value)).toEqual([
      8_030_261_248,
      51_470_401_536,
      51_470_401_536 * 15e12,
    ]);
    const { sequence, attended } = found.value.training;
    const figures = sideBySide(found.value.shape, { sequence: sequence ?? 0, attended });
    expect(figures.find(({ title }) => title === "palm")?.flop).toBe(61_066_469_376);
  });

  it("leaves out what may be left out", () => {
    const found = answered({ ...llama3, keyValueHeads: "", feedForward: "" });
    expect(found?.ok && found.value.shape).toMatchObject({ keyValueHeads: 32, feedForward: 16_384 });
  });

  it("is not asked while a number is missing", () => {
    expect(answered({ ...llama3, width: "" })).toBeNull();
  });

  it("says beside the field what does not agree", () => {
    const found = answered({ ...llama3, keyValueHeads: "7" });
    expect(found).toMatchObject({ ok: false, error: { keyValueHeads: expect.stringContaining("divisor of heads") } });
  });
});
