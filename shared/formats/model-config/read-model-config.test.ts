import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countParameters } from "../../models/count-parameters.ts";
import { FAMILY_NAMES } from "./families.ts";
import type { ModelConfig } from "./model-config.ts";
import { gemma3Multimodal, publishedConfigs } from "./published-configs.fixture.ts";
import { CONFIG_MAX_BYTES, looksLikeModelConfig, readModelConfig } from "./read-model-config.ts";

function read(config: unknown): ModelConfig {
  const found = readModelConfig(JSON.stringify(config));
  if (!found.ok) throw new Error(found.error.map(({ message }) => message).join("; "));
  return found.value;
}

const faultsOf = (text: string) => {
  const found = readModelConfig(text);
  return found.ok ? [] : found.error;
};

describe("published models", () => {
  it.each(publishedConfigs)("$name has its published count", ({ family, config, total, active }) => {
    const found = read(config);
    expect(found).toMatchObject({ family, recognised: true });
    const count = countParameters(found.shape);
    expect(count.total).toBe(total);
    if (active !== undefined) expect(count.active).toBe(active);
  });

  it("are of every family that is known", () => {
    const tried = new Set(publishedConfigs.map(({ family }) => family));
    // OLMo 3 has the counts of OLMo 2: its window has no parameters.
    const other = new Set(["RefinedWeb", "RefinedWebModel", "gemma3_text", "olmo3"]);
    expect(FAMILY_NAMES.filter((name) => !tried.has(name) && !other.has(name))).toEqual([]);
  });

  it("counts blocks that predict further tokens apart", () => {
    const glm = publishedConfigs.find(({ name }) => name === "GLM 4.5 Air");
    const count = countParameters(read(glm?.config).shape);
    const tables = 2 * 151_552 * 4_096;
    expect(count.total + count.predictionHeads + tables).toBe(110_468_824_832);
  });
});

describe("what a file leaves out", () => {
  it("takes the default of the family's class, and is listed", () => {
    const { inferred, shape } = read({ model_type: "llama", hidden_size: 8_192, num_attention_heads: 64 });
    expect(shape).toMatchObject({ width: 8_192, layers: 32, keyValueHeads: 64 });
    expect(inferred).toContainEqual({
      key: "num_hidden_layers",
      field: "layers",
      value: 32,
      reason: "the default of LlamaConfig",
    });
    expect(inferred).toContainEqual({
      key: "num_key_value_heads",
      field: "keyValueHeads",
      value: 64,
      reason: "as many as there are query heads",
    });
    expect(inferred.map(({ key }) => key)).not.toContain("hidden_size");
  });

  it.each(FAMILY_NAMES.filter((name) => name !== "deepseek_v2"))("can be everything, of %s", (model_type) => {
    const { recognised, inferred } = read({ model_type });
    expect(recognised).toBe(true);
    expect(inferred.length).toBeGreaterThan(4);
  });

  it("cannot be how many experts a token of DeepSeek-V2 passes, which its class does not say", () => {
    expect(faultsOf('{"model_type": "deepseek_v2"}')).toMatchObject([
      { path: "num_experts_per_tok", line: 1, column: 1, message: "num_experts_per_tok is missing" },
    ]);
  });

  it("is nothing where the file says it all", () => {
    const whole = {
      model_type: "llama",
      hidden_size: 4_096,
      intermediate_size: 14_336,
      num_hidden_layers: 32,
      num_attention_heads: 32,
      num_key_value_heads: 8,
      head_dim: 128,
      vocab_size: 128_256,
      max_position_embeddings: 8_192,
      tie_word_embeddings: false,
      attention_bias: false,
      mlp_bias: false,
    };
    expect(read(whole)).toMatchObject({ inferred: [], warnings: [], context: 8_192 });
  });
});

describe("layers with and without a window", () => {
  const gemma = (more: object) => read({ model_type: "gemma3_text", ...more }).fields;

  it("are told by a pattern or by a list, which is told as a pattern where it follows one", () => {
    const types = Array.from({ length: 26 }, (_, at) => ((at + 1) % 6 === 0 ? "full_attention" : "sliding_attention"));
    expect(gemma({})).toMatchObject({ window: 4_096, globalEvery: 6 });
    expect(gemma({ layer_types: types })).toMatchObject({ window: 4_096, globalEvery: 6 });
    const odd = types.with(0, "full_attention").with(3, "full_attention");
    expect(gemma({ layer_types: odd })).toMatchObject({ window: 4_096, globalLayers: 6 });
    expect(gemma({ layer_types: types.fill("full_attention") }).window).toBeUndefined();
  });

  it("are refused where the list is of another length, or of kinds that are not known", () => {
    const list = (layer_types: string[]) => faultsOf(JSON.stringify({ model_type: "gemma3_text", layer_types }));
    expect(list(["full_attention"])).toMatchObject([
      { message: "layer_types is of another number of layers: 1, not 26" },
    ]);
    expect(list(["linear_attention"])).toMatchObject([{ message: "layer_types names another kind" }]);
  });

  it("are switched on in Qwen, and then only from a layer on", () => {
    const qwen = (more: object) => read({ model_type: "qwen2", ...more }).fields;
    expect(qwen({}).window).toBeUndefined();
    expect(qwen({ use_sliding_window: true })).toMatchObject({ window: 4_096, globalLayers: 28 });
    expect(qwen({ use_sliding_window: true, max_window_layers: 32 }).window).toBeUndefined();
  });

  it("mean nothing without a window", () => {
    expect(read({ model_type: "mistral", sliding_window: null }).fields.window).toBeUndefined();
    expect(read({ model_type: "mistral" }).fields.window).toBe(4_096);
  });
});

describe("which blocks have experts", () => {
  const qwen = (more: object) => read({ model_type: "qwen3_moe", num_hidden_layers: 8, ...more });

  it("is dense first ones, every n-th, or so many with a word about the order", () => {
    expect(qwen({ mlp_only_layers: [0, 1] }).fields).toMatchObject({ denseLayers: 2, experts: 128 });
    expect(qwen({ decoder_sparse_step: 2 }).fields).toMatchObject({ mixtureEvery: 2 });
    const scattered = qwen({ mlp_only_layers: [3] });
    expect(scattered.fields).toMatchObject({ denseLayers: 1 });
    expect(scattered.warnings).toHaveLength(1);
    expect(countParameters(scattered.shape).total).toBe(countParameters(qwen({ mlp_only_layers: [0] }).shape).total);
  });

  it("is none where all are named as dense", () => {
    const { fields, warnings } = qwen({ mlp_only_layers: [0, 1, 2, 3, 4, 5, 6, 7] });
    expect(fields.experts).toBeUndefined();
    expect(warnings).toHaveLength(1);
  });
});

describe("a larger model with a text model inside", () => {
  it("is read for that, with the defaults of its class, and says what is not counted", () => {
    const found = read(gemma3Multimodal);
    expect(found).toMatchObject({ family: "gemma3", wrapper: "gemma3", recognised: true, context: 131_072 });
    expect(countParameters(found.shape).total).toBe(3_880_263_168);
    expect(found.warnings).toEqual(["Only the text model is counted, not vision_config or what joins them."]);
    expect(found.inferred.map(({ key }) => key)).toContain("text_config.vocab_size");
  });

  it("may leave the inner family to the outer one", () => {
    const { text_config: inner, ...outer } = gemma3Multimodal;
    const { model_type: _, ...unnamed } = inner;
    const found = read({ ...outer, text_config: unnamed });
    expect(found.family).toBe("gemma3");
    expect(found.inferred).toContainEqual({
      key: "text_config.model_type",
      field: null,
      value: "gemma3_text",
      reason: "the text model of gemma3",
    });
  });

  it("may say for it whether embeddings are tied", () => {
    const text_config = { model_type: "qwen2", hidden_size: 1_536, num_attention_heads: 12, num_key_value_heads: 2 };
    const tied = (tie_word_embeddings: boolean) =>
      read({ model_type: "qwen2_5_vl", tie_word_embeddings, text_config }).fields.tiedEmbeddings;
    expect([tied(true), tied(false)]).toEqual([true, false]);
  });

  it("has faults with their place inside", () => {
    const text = '{\n  "model_type": "gemma3",\n  "text_config": {\n    "hidden_size": "wide"\n  }\n}';
    expect(faultsOf(text)).toMatchObject([
      { path: "text_config.hidden_size", line: 4, column: 20, value: '"wide"', allowed: "a whole number of 1 or more" },
    ]);
  });
});

describe("a family without a reader", () => {
  const config = {
    model_type: "somebodys",
    d_model: 1_024,
    n_layers: 12,
    num_heads: 16,
    d_ff: 4_096,
    vocab_size: 32_000,
    hidden_act: "silu",
    rms_norm_eps: 1e-6,
    rope_theta: 10_000,
    max_position_embeddings: 4_096,
  };

  it("is read by the usual names, and all that the file does not say is listed", () => {
    const found = read(config);
    expect(found).toMatchObject({ family: "somebodys", recognised: false, context: 4_096 });
    expect(found.shape).toMatchObject({ layers: 12, width: 1_024, heads: 16, feedForward: 4_096, gated: true });
    const fields = found.inferred.map(({ field }) => field);
    for (const field of [
      "gated",
      "norm",
      "positions",
      "biases",
      "tiedEmbeddings",
      "keyValueHeads",
      "headSize",
      "experts",
      "mask",
    ]) {
      expect(fields).toContain(field);
    }
  });

  it("takes no gate from a ratio of widths", () => {
    const { hidden_act: _, ...silent } = config;
    expect(read({ ...silent, d_ff: 2_816 }).shape).toMatchObject({ gated: false });
  });

  it("may have experts and latent attention", () => {
    const mixture = { num_experts: 16, num_experts_per_tok: 2, moe_intermediate_size: 512, first_k_dense_replace: 2 };
    const latent = { kv_lora_rank: 256, qk_nope_head_dim: 64, qk_rope_head_dim: 32, v_head_dim: 64 };
    expect(read({ ...config, ...mixture, ...latent }).shape).toMatchObject({
      mixture: { layers: 10, experts: 16, expertsPerToken: 2, expertFeedForward: 512, sharedExperts: 0 },
      latent: { keyValueRank: 256, queryRank: null },
    });
  });

  it("must say its layers, width, heads and vocabulary", () => {
    expect(faultsOf('{"model_type": "somebodys"}').map(({ path }) => path)).toEqual([
      "num_hidden_layers",
      "hidden_size",
      "num_attention_heads",
      "vocab_size",
    ]);
  });
});

describe("faults", () => {
  it.each([
    ['{"model_type": "gpt2",}', "The text is not written correctly here", 1, 23],
    ["[]", "This is not the configuration of a model", 1, 1],
    ['{"model_type": "gpt2", "n_layer": 1.5}', "n_layer is not a whole number of 1 or more", 1, 35],
    ['{"model_type": "gpt2", "n_layer": 0}', "n_layer is not a whole number of 1 or more", 1, 35],
    ['{"model_type": "gpt2", "tie_word_embeddings": "no"}', "tie_word_embeddings is neither true nor false", 1, 47],
    ['{"model_type": "gpt2", "n_layer": 99999}', "n_layer is out of reach", 1, 35],
    ['{"model_type": "gpt2", "n_head": 7}', "width 768 divided by heads 7 gives no whole headSize", 1, 1],
    ['{"model_type": "gpt2", "n_layer": 1, "n_layer": 2}', "The key n_layer stands twice in the same mapping", 1, 38],
    ['{"model_type": "dbrx", "attn_config": 3}', "attn_config is not an object", 1, 39],
  ])("of %s", (text, message, line, column) => {
    expect(faultsOf(text)).toMatchObject([{ message, line, column }]);
  });

  it("of a file that is too large, before anything is read", () => {
    expect(faultsOf(`"${"x".repeat(CONFIG_MAX_BYTES)}"`)).toMatchObject([{ message: "The file is larger than 1 MB" }]);
  });

  const whole = JSON.stringify(gemma3Multimodal, null, 2);

  it("are found wherever a file breaks off, and nothing is thrown", () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (length) => {
        expect(faultsOf(whole.slice(0, length)).length).toBeGreaterThan(0);
      }),
    );
  });

  it("or a model are the answer to anything under any key", () => {
    const keys = fc.constantFrom(
      ...new Set(publishedConfigs.flatMap(({ config }) => Object.keys(config))),
      "layer_types",
      "text_config",
      "sliding_window",
      "head_dim",
      "architectures",
      "id2label",
    );
    const change = fc.dictionary(keys, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...publishedConfigs), change, ({ config }, more) => {
        const found = readModelConfig(JSON.stringify({ ...config, ...more }));
        if (found.ok) expect(countParameters(found.value.shape).total).toBeGreaterThan(0);
        else for (const { message, allowed } of found.error) expect([message, allowed]).not.toContain("");
      }),
      { numRuns: 500 },
    );
  });
});

describe("looksLikeModelConfig", () => {
  it("tells a configuration from a plan and a sweep", () => {
    for (const { config } of publishedConfigs) expect(looksLikeModelConfig(JSON.stringify(config))).toBe(true);
    expect(looksLikeModelConfig('{"model_type": "gpt2", "n_layer": ')).toBe(true);
    for (const other of [
      '{"flopsheet": 1, "title": "A plan"}',
      '{"method": "grid", "parameters": {"lr": {"values": [1]}}}',
      "model_type: gpt2",
      "[]",
      "",
    ]) {
      expect(looksLikeModelConfig(other)).toBe(false);
    }
  });
});
