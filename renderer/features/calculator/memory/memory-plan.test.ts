import { describe, expect, it } from "vitest";
import { evaluateFormula } from "../../../../shared/estimate/explain/evaluate-formula.fixture.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import { answerMemory, type MemoryChoice, memoryProject } from "./memory-plan.ts";

const begin = { title: "Memory", date: "2026-11-26", currency: "USD" };
const llama2 = {
  model: { layers: 32, width: 4096, heads: 32, feedForward: 11_008, gated: true, vocabulary: 32_000 },
  training: { tokens: 2e12, sequence: 4096 },
};
const usual: MemoryChoice = {
  accelerator: "a100-sxm-80",
  precision: "megatron-mixed",
  optimizer: "adamw",
  recompute: "full",
  zeroStage: 3,
  tensorParallel: 1,
  microBatch: 1,
};

function answered(choice: Partial<MemoryChoice>) {
  const all = { ...usual, ...choice };
  return answerMemory(memoryProject(llama2, all), all, begin, catalogue);
}

function known(choice: Partial<MemoryChoice>) {
  const found = answered(choice);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

describe("memory of LLaMA-2 7B", () => {
  it("is 18 bytes a parameter and needs two cards of 80 GB", () => {
    const { answers, fits } = known({});
    const [states, , cards] = answers;
    expect((states?.value ?? 0) / 2 ** 30).toBeCloseTo(112.9615, 4);
    expect(states?.note).toBe("18 bytes a parameter, megatron-mixed with adamw");
    expect(cards).toMatchObject({ title: "Fewest cards", value: 2, unit: "cards" });
    expect(fits).toBe(true);
  });

  it.each([
    ["pure-bf16", "adamw", 8],
    ["fp32", "sgd", 8],
    ["zero-paper", "adamw", 16],
    ["megatron-mixed", "lion", 14],
  ] as const)("in %s with %s is %d bytes a parameter, as its formula says", (precision, optimizer, bytes) => {
    const [states] = known({ precision, optimizer }).answers;
    expect((states?.value ?? 0) / 6_738_415_616).toBeCloseTo(bytes, 9);
    const { substituted } = states ?? {};
    const middle = substituted?.kind === "equals" ? substituted.sides[1] : undefined;
    expect((middle && evaluateFormula(middle)) ?? 0).toBeCloseTo(states?.value ?? Number.NaN, 0);
  });

  it("has parts that sum to what one card holds", () => {
    const { answers, memory } = known({ precision: "pure-bf16" });
    const sum = Object.values(memory.parts).reduce((total, part) => total + part, 0);
    expect(answers[1]?.value).toBeCloseTo(sum, 0);
  });

  it("says so when it fits nowhere", () => {
    const { fits, answers } = known({ zeroStage: 0 });
    expect(fits).toBe(false);
    expect(answers[2]?.title).toBe("Does not fit, not even on");
  });

  it("refuses what the plan refuses", () => {
    expect(answered({ tensorParallel: 5_000 })).toMatchObject({
      ok: false,
      error: { tensorParallel: expect.stringContaining("1,024") },
    });
  });
});
