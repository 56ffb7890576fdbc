import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publishedModels, transformerOf } from "../models/fixtures/published-models.ts";
import { forwardFlopPerToken, totalForwardFlopPerToken } from "./forward-flop.ts";

/** Sequences in which a token attends to `attended` tokens. */
const tokens = (attended: number) => ({ sequence: 1_024, attended });

describe("forwardFlopPerToken", () => {
  const llama = transformerOf(publishedModels.llama2_7b);

  it("counts LLaMA-2 7B on 128 tokens, with and without a mask", () => {
    expect(forwardFlopPerToken(llama, tokens(128)).total).toBe(13_281_263_616);
    expect(128 * forwardFlopPerToken(llama, tokens(128)).total).toBe(1_700_001_742_848);
    expect(128 * forwardFlopPerToken(llama, tokens(64)).total).toBe(1_695_706_775_552);
  });

  it("splits it by what it is spent on", () => {
    expect(forwardFlopPerToken(llama, tokens(64))).toMatchObject({
      queriesAndOutput: 32 * 4 * 4_096 * 4_096,
      keysAndValues: 32 * 4 * 4_096 * 4_096,
      scores: 32 * 4 * 4_096 * 64,
      feedForward: 32 * 6 * 4_096 * 11_008,
      logits: 2 * 4_096 * 32_000,
      total: 13_247_709_184,
    });
  });

  it("counts GPT-2 over 1,024 tokens as published, all of them attended to", () => {
    const gpt2 = transformerOf(publishedModels.gpt2);
    expect(1_024 * forwardFlopPerToken(gpt2, tokens(1_024)).total).toBe(291_648_307_200);
  });

  it("charges the logits whether they are tied or not", () => {
    const untied = transformerOf({ ...publishedModels.gpt2, tiedEmbeddings: false });
    expect(forwardFlopPerToken(untied, tokens(9))).toEqual(
      forwardFlopPerToken(transformerOf(publishedModels.gpt2), tokens(9)),
    );
  });

  it("is the published M = 12·d²·L·(1 + R_kv + R_ffn) + 6·d·L·s + 6·d·V, a third of it", () => {
    const field = fc.integer({ min: 1, max: 64 });
    fc.assert(
      fc.property(field, field, field, field, field, fc.boolean(), (layers, groups, keyValueHeads, f, half, gated) => {
        const [headSize, vocabulary, sequence] = [16, 1_000, 2 * half];
        const heads = groups * keyValueHeads;
        const shape = transformerOf({ layers, heads, headSize, keyValueHeads, feedForward: f, gated, vocabulary });
        const d = shape.width;
        const kv = keyValueHeads / heads;
        const ffn = ((gated ? 3 : 2) * f) / (2 * d);
        const published = 12 * d * d * layers * (1 + kv + ffn) + 6 * d * layers * sequence + 6 * d * vocabulary;
        const parts = forwardFlopPerToken(shape, { sequence, attended: sequence / 2 });
        expect((3 * parts.total) / published).toBeCloseTo(1, 12);
        const { total, ...rest } = parts;
        expect(Object.values(rest).reduce((sum, part) => sum + part, 0)).toBe(total);
        expect(totalForwardFlopPerToken(shape, { sequence, attended: sequence / 2 })).toBe(total);
      }),
    );
  });
});
