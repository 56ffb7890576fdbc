import { describe, expect, it } from "vitest";
import { publishedModels, transformerOf } from "../models/fixtures/published-models.ts";
import { countAdapters } from "./adapters.ts";
import { flopOfPasses, forwardFlopPerItem, type Passes } from "./passes.ts";

const llama2 = transformerOf(publishedModels.llama2_7b);
const llama3 = transformerOf(publishedModels.llama3_8b);
const context = { sequence: 4_096, attended: 2_048 };
const matmul = { name: "matmul" } as const;
const sixNd = { name: "six-nd", of: "total" } as const;
const passes = (changes: Partial<Passes>): Passes => ({
  forward: 0,
  training: 0,
  trained: null,
  others: 0,
  ...changes,
});

describe("flopOfPasses", () => {
  it("is full training for one training pass, and a third of it for one that only reads", () => {
    expect(flopOfPasses(llama2, context, matmul, passes({ training: 1 }))).toBe(42_863_689_728);
    expect(flopOfPasses(llama2, context, matmul, passes({ forward: 1 }))).toBe(14_287_896_576);
  });

  it.each([
    [["queries", "keys", "values", "attentionOutput", "feedForward"], 29_889_396_736],
    [["queries", "values"], 29_699_866_624],
  ] as const)("counts LoRA of rank 16 on %j, whatever the convention", (targets, flop) => {
    const adapters = countAdapters(llama2, 16, targets).active;
    const lora = passes({ training: 1, trained: { adapters, untouched: 0, blocks: false } });
    expect(flopOfPasses(llama2, context, matmul, lora)).toBe(flop);
    expect(flopOfPasses(llama2, context, sixNd, lora)).toBe(flop);
  });

  it("is 12·N a token for rollouts by six-nd, as 1.0104407e21 for 1.048576e10 tokens", () => {
    const rollouts = passes({ forward: 3, training: 1 });
    const flop = flopOfPasses(llama3, { sequence: 8_192, attended: 4_096 }, sixNd, rollouts);
    expect(flop).toBe(12 * 8_030_261_248);
    expect((flop * 1.048576e10).toExponential(7)).toBe("1.0104407e+21");
  });

  it("adds what other models do", () => {
    const alone = flopOfPasses(llama2, context, matmul, passes({ training: 1 }));
    expect(flopOfPasses(llama2, context, matmul, passes({ training: 1, others: 2 * 7e10 }))).toBe(alone + 1.4e11);
  });
});

it("leaves recomputation out of a forward pass", () => {
  const gpt3 = transformerOf(publishedModels.gpt3);
  const tokens = { sequence: 2_048, attended: 1_024 };
  const [without, with_] = [false, true].map((recomputation) =>
    forwardFlopPerItem(gpt3, tokens, { name: "megatron", recomputation }),
  );
  expect(with_).toBe(without);
});
