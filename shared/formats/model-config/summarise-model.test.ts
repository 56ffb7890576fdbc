import { describe, expect, it } from "vitest";
import { modelToJson } from "./model-to-json.ts";
import { modelToText } from "./model-to-text.ts";
import { publishedConfigs } from "./published-configs.fixture.ts";
import { readModelConfig } from "./read-model-config.ts";
import { summariseModel } from "./summarise-model.ts";

function read(config: object) {
  const found = readModelConfig(JSON.stringify(config));
  if (!found.ok) throw new Error("the configuration has faults");
  return found.value;
}

const published = (name: string) => read(publishedConfigs.find((one) => one.name === name)?.config ?? {});
const flopOf = (name: string, context: number) =>
  Object.fromEntries(summariseModel(published(name).shape, context).conventions.map(({ key, flop }) => [key, flop]));

describe("summariseModel", () => {
  it("counts Llama 3 8B by every convention", () => {
    expect(flopOf("Llama 3 8B", 8_192)).toMatchObject({
      matmul: 51_470_401_536,
      "six-nd": 48_181_567_488,
      palm: 61_066_469_376,
      megatron: null,
    });
  });

  it("counts of a mixture the active parameters only", () => {
    expect(flopOf("Mixtral 8x7B", 4_096)).toMatchObject({
      matmul: 326_503_413_841_920 / 4_096,
      "six-nd": 6 * 12_879_925_248,
    });
  });

  it("counts LLaMA 2 7B at 4,096 as its docstring says", () => {
    expect(flopOf("LLaMA 2 7B", 4_096)).toMatchObject({ matmul: 42_863_689_728, "six-nd": 40_430_493_696 });
  });

  it("counts an image as long as its patches make it", () => {
    const { context, items, conventions } = summariseModel(published("ViT-B/16").shape, 4_096);
    expect([context, items, conventions[0]?.flop]).toEqual([197, "examples", 3 * 35_127_656_448]);
  });
});

describe("modelToJson", () => {
  const jsonOf = (name: string, context: number) => {
    const config = published(name);
    return JSON.parse(modelToJson(config, summariseModel(config.shape, context)));
  };

  it("has the parts of the total, and why conventions do not apply", () => {
    const json = jsonOf("Mixtral 8x7B", 4_096);
    const { total, active, nonEmbedding, predictionHeads, ...parts } = json.parameters;
    expect([total, active, nonEmbedding, predictionHeads]).toEqual([46_702_792_704, 12_879_925_248, 46_440_648_704, 0]);
    expect(Object.values<number>(parts).reduce((sum, part) => sum + part, 0)).toBe(total);
    expect(json.notApplicable.megatron).toMatch(/^megatron /);
    expect(json).toMatchObject({ family: "mixtral", recognised: true, context: 4_096, flopPerExample: null });
  });

  it("counts a model of images per example", () => {
    expect(jsonOf("ViT-B/16", 1)).toMatchObject({ flopPerToken: null, flopPerExample: { matmul: 105_382_969_344 } });
  });
});

describe("modelToText", () => {
  const textOf = (config: object) => {
    const found = read(config);
    return modelToText(found, summariseModel(found.shape, 1_024));
  };

  it("has a line for each part that is there, and one for each thing that was inferred", () => {
    const text = textOf({ model_type: "gpt2" });
    expect(text).toMatch(/^gpt2: 124 M parameters\.\n/);
    expect(text).toMatch(/^ {2}Total +124,439,808$/m);
    expect(text).toMatch(/^ {4}Positions +786,432$/m);
    expect(text).not.toMatch(/Experts|undefined|null/);
    expect(text).toContain("\n  n_layer 12: the default of GPT2Config\n");
    expect(text).toContain("\n  tie_word_embeddings (tiedEmbeddings) yes: the default of GPT2Config\n");
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it("says of a family that is not known that it is not, and obeys nothing that the file has in it", () => {
    const text = textOf({ model_type: "\u001b[31mx", d_model: 64, n_layers: 2, n_heads: 4, vocab_size: 100 });
    expect(text).toContain("Not a family that is known");
    expect(text).toContain("Inferred; please confirm each");
    expect(text).not.toContain("\u001b");
  });
});
