import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countParameters, parametersOf, positionParameters } from "./count-parameters.ts";
import {
  publishedModels,
  scalingExponentsHeads,
  scalingExponentsModel,
  transformerOf,
} from "./fixtures/published-models.ts";
import { PARAMETERS_OF } from "./parameter-count.ts";
import { BIASES, NORMS, POSITIONS, type StatedShape, type TransformerShape } from "./shape.ts";

describe("countParameters", () => {
  it.each([
    ["gpt2", 124_337_664],
    ["gpt3", 174_580_064_256],
    ["gpt3WithBiases", 174_590_681_088],
    ["llama2_7b", 6_738_415_616],
    ["llama2_13b", 13_015_864_320],
    ["llama2_70b", 68_976_648_192],
    ["llama3_8b", 8_030_261_248],
  ] as const)("%s has %d parameters, as published", (model, total) => {
    expect(countParameters(transformerOf(publishedModels[model])).total).toBe(total);
  });

  it("splits LLaMA-2 7B as the docstring says", () => {
    expect(countParameters(transformerOf(publishedModels.llama2_7b))).toEqual({
      total: 6_738_415_616,
      nonEmbedding: 6_476_271_616,
      active: 6_738_415_616,
      predictionHeads: 0,
      parts: {
        ...nothing,
        embedding: 131_072_000,
        output: 131_072_000,
        queries: 536_870_912,
        keys: 536_870_912,
        values: 536_870_912,
        attentionOutput: 536_870_912,
        feedForward: 4_328_521_728,
        norms: 266_240,
      },
    });
  });

  it("counts a tied embedding once and leaves positions out of the non-embedding count", () => {
    const { parts, nonEmbedding, total } = countParameters(transformerOf(publishedModels.gpt2));
    expect(parts).toMatchObject({ embedding: 38_597_376, output: 0, positions: 786_432, norms: 19_200 });
    expect(nonEmbedding).toBe(total - 38_597_376 - 786_432);
  });

  it.each(scalingExponentsHeads)("follows P(d) = 2·d·(6·8·d + 32,101) of the golden plan at %d heads", (heads) => {
    const d = 128 * heads;
    const shape = transformerOf({ ...scalingExponentsModel, heads });
    expect(shape.width).toBe(d);
    expect(countParameters(shape).total).toBe(2 * d * (6 * 8 * d + 32_101));
  });

  it("gives the sizes that the golden plan prints", () => {
    const sizes = scalingExponentsHeads.map((heads) => {
      const billions = countParameters(transformerOf({ ...scalingExponentsModel, heads })).total / 1e9;
      return `${Number(billions.toPrecision(3))}B`;
    });
    expect(sizes.join(" ")).toBe(
      "0.00979B 0.0227B 0.058B 0.106B 0.166B 0.325B 0.534B 0.794B 1.1B 1.87B 4.02B 6.97B 15.3B 26.8B",
    );
  });

  it("takes stated counts as they are, and knows no parts of them", () => {
    expect(countParameters(resNet50)).toEqual({
      total: 25_557_032,
      nonEmbedding: null,
      active: 25_557_032,
      predictionHeads: 0,
      parts: null,
    });
  });

  it("sums its parts to the total, for every shape", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const { parts, total, nonEmbedding, active } = countParameters(shape);
        expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(total);
        expect(nonEmbedding + parts.embedding + parts.output + parts.positions).toBe(total);
        expect(active).toBe(total);
      }),
    );
  });

  it("adds exactly one block's parameters with every layer", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const { width: d, heads: h, headSize: e, keyValueHeads: g, feedForward: f } = shape;
        const matrices = 2 * d * h * e + 2 * d * g * e + (shape.gated ? 3 : 2) * d * f;
        const norms = shape.norm === "none" ? 0 : 2 * d * (shape.normBias ? 2 : 1);
        const queryKeyValue = shape.biases === "none" || shape.biases === "feedForward" ? 0 : h * e + 2 * g * e;
        const output = shape.biases === "all" || shape.biases === "attention" ? d : 0;
        const feedForward =
          shape.biases === "all" || shape.biases === "feedForward" ? (shape.gated ? 2 * f : f) + d : 0;
        const deeper = countParameters({ ...shape, layers: shape.layers + 1, uniqueLayers: shape.layers + 1 });
        expect(deeper.total - countParameters(shape).total).toBe(
          matrices + norms + queryKeyValue + output + feedForward,
        );
      }),
    );
  });
});

describe("parametersOf", () => {
  it("agrees with the table of counts, for every shape", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const count = countParameters(shape);
        for (const of of PARAMETERS_OF) expect(parametersOf(shape, of)).toBe(count[of]);
        expect(positionParameters(shape)).toBe(count.parts.positions);
      }),
    );
  });

  it("does not make up a non-embedding count for a model with stated counts", () => {
    const mixture: StatedShape = { ...resNet50, parameters: 46_702_792_704, activeParameters: 12_879_925_248 };
    expect(PARAMETERS_OF.map((of) => parametersOf(mixture, of))).toEqual([46_702_792_704, null, 12_879_925_248]);
  });
});

/** No parts at all: those of a model whose list has layers that count nothing. */
const nothing = countParameters({ kind: "layers", list: [{ layer: "pooling" }], source: null }).parts;

const resNet50: StatedShape = {
  kind: "stated",
  parameters: 25_557_032,
  activeParameters: 25_557_032,
  forwardFlopPerExample: 2 * 4_089_184_256,
  source: "He et al. 2016, torchvision",
};

const shapes: fc.Arbitrary<TransformerShape> = fc
  .record({
    layers: fc.integer({ min: 1, max: 200 }),
    keyValueHeads: fc.integer({ min: 1, max: 16 }),
    groups: fc.integer({ min: 1, max: 16 }),
    headSize: fc.integer({ min: 1, max: 256 }),
    feedForward: fc.integer({ min: 1, max: 100_000 }),
    vocabulary: fc.integer({ min: 1, max: 300_000 }),
    gated: fc.boolean(),
    tiedEmbeddings: fc.boolean(),
    norm: fc.constantFrom(...NORMS),
    normBias: fc.boolean(),
    positions: fc.constantFrom(...POSITIONS),
    maxPositions: fc.integer({ min: 1, max: 100_000 }),
    biases: fc.constantFrom(...BIASES),
  })
  .map(({ groups, ...fields }) => {
    const heads = groups * fields.keyValueHeads;
    return {
      ...transformerOf(publishedModels.llama2_7b),
      ...fields,
      uniqueLayers: fields.layers,
      heads,
      width: heads * fields.headSize,
      embeddingWidth: heads * fields.headSize,
    };
  });
