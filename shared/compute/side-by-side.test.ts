import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyTransformer } from "../models/fixtures/any-transformer.ts";
import { publishedModels, transformerOf } from "../models/fixtures/published-models.ts";
import { attendedBy } from "../models/mean-attended-length.ts";
import type { TransformerShape } from "../models/shape.ts";
import { ALL_CONVENTIONS } from "./convention.ts";
import { conventionTerms } from "./convention-terms.ts";
import { sideBySide } from "./side-by-side.ts";
import { trainingFlopPerToken } from "./training-flop.ts";

const at = (shape: TransformerShape, sequence: number) => ({ sequence, attended: attendedBy(shape, sequence) });

describe("sideBySide", () => {
  it("shows Llama 3 8B under every convention, with what each counts otherwise, or why it does not hold", () => {
    const shape = transformerOf(publishedModels.llama3_8b);
    const rows = sideBySide(shape, at(shape, 8_192));
    expect(
      rows.map(({ title, flop, refusal, differences }) => [
        title,
        flop,
        refusal ?? differences.map(({ words }) => words).join("; "),
      ]),
    ).toEqual([
      ["matmul", 51_470_401_536, ""],
      ["six-nd, N total", 48_181_567_488, "leaves out the attention scores; takes the embedding table for a product"],
      ["six-nd, N without embeddings", 41_877_528_576, "leaves out the attention scores; leaves out the logits"],
      [
        "palm",
        61_066_469_376,
        "counts attention over more tokens than are attended to; takes the embedding table for a product",
      ],
      ["megatron", null, "megatron has a key and a value of every head, and here 32 heads share 8"],
      ["megatron with recomputation", null, "megatron has a key and a value of every head, and here 32 heads share 8"],
      [
        "chinchilla",
        61_140_369_408,
        "counts attention over more tokens than are attended to; takes the embedding table for a product; counts the softmax",
      ],
      ["coppock", null, "coppock has a key and a value of every head, and here 32 heads share 8"],
    ]);
    expect(rows[1]?.share).toBeCloseTo(0.936, 3);
  });

  it("has one figure for a model whose items are examples, and says of the others why not", () => {
    const vit = transformerOf(publishedModels.vitB16);
    const [own, ...others] = sideBySide(vit, { sequence: 1, attended: 1 });
    expect(own).toMatchObject({ title: "matmul", unit: "FLOP per example", share: 1, differences: [] });
    expect(others.every(({ flop, refusal }) => flop === null && refusal?.includes("takes images") === true)).toBe(true);
    const list = sideBySide(
      { kind: "layers", list: [{ layer: "dense", inputs: 2, outputs: 3 }], source: null },
      {
        sequence: 1,
        attended: 1,
      },
    );
    expect(list.map(({ flop }) => flop)).toEqual([36, null, null, null, null, null, null, null]);
    expect(list[1]?.refusal).toBe(
      "six-nd counts parameters and tokens of a transformer, and this model is listed layer by layer",
    );
  });
});

describe("conventionTerms", () => {
  it("sum to the convention's count, for every model that it holds for", () => {
    fc.assert(
      fc.property(anyTransformer, fc.integer({ min: 1, max: 9_999 }), (shape, sequence) => {
        for (const convention of ALL_CONVENTIONS) {
          const flop = trainingFlopPerToken(shape, at(shape, sequence), convention);
          if (flop === null) continue;
          const terms = Object.values(conventionTerms(shape, at(shape, sequence), convention));
          expect(terms.reduce((sum, term) => sum + term, 0) / flop).toBeCloseTo(1, 9);
        }
      }),
    );
  });
});
