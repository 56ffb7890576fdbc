/**
 * A model of a family that has no reader: its file's keys by the names that most families use. Everything that the file does
 * not say in so many words is noted as inferred, for a person to confirm.
 */
import type { ModelField, ModelFields } from "../../models/model-fields.ts";
import { MODEL_DEFAULTS } from "../../models/model-fields.ts";
import { asHeads } from "./decoder.ts";
import { expertLayers } from "./mixture.ts";
import type { ConfigObject, ReadFamily } from "./model-config.ts";

const NAMES = {
  layers: ["num_hidden_layers", "n_layer", "n_layers", "num_layers", "depth"],
  width: ["hidden_size", "n_embd", "n_embed", "d_model", "dim", "model_dim", "embed_dim"],
  heads: ["num_attention_heads", "n_head", "n_heads", "num_heads"],
  keyValueHeads: ["num_key_value_heads", "n_kv_heads", "num_kv_heads", "n_head_kv", "multi_query_group_num"],
  headSize: ["head_dim", "d_kv", "kv_channels", "head_size"],
  feedForward: ["intermediate_size", "ffn_dim", "d_ff", "n_inner", "ffn_hidden_size", "inter_dim", "mlp_hidden_size"],
  vocabulary: ["vocab_size", "padded_vocab_size", "n_vocab"],
  context: ["max_position_embeddings", "n_positions", "max_seq_len", "seq_length", "n_ctx", "max_sequence_length"],
  experts: ["num_local_experts", "num_experts", "n_routed_experts", "moe_num_experts"],
  expertsPerToken: ["num_experts_per_tok", "num_experts_per_token", "moe_top_k", "n_activated_experts", "moe_topk"],
  expertFeedForward: ["moe_intermediate_size", "expert_ffn_hidden_size", "moe_inter_dim", "moe_ffn_hidden_size"],
  sharedExperts: ["n_shared_experts", "num_shared_experts", "num_shared_expert"],
  denseLayers: ["first_k_dense_replace", "n_dense_layers", "moe_layer_start_index"],
} as const satisfies Record<string, readonly string[]>;

export const readByFieldNames: ReadFamily = (config) => {
  const layers = config.count("layers", NAMES.layers);
  const width = config.count("width", NAMES.width);
  const heads = config.count("heads", NAMES.heads);
  return {
    layers,
    width,
    heads,
    ...attentionOf(config, width, heads),
    feedForward: config.count("feedForward", NAMES.feedForward, {
      value: MODEL_DEFAULTS.feedForwardRatio.value * width,
      reason: "four times the width, which the file does not say",
    }),
    gated: isGated(config),
    vocabulary: config.count("vocabulary", NAMES.vocabulary),
    tiedEmbeddings: config.flag("tiedEmbeddings", ["tie_word_embeddings", "tie_embeddings", "weight_tying"], {
      value: false,
      reason: "as most large language models; the file does not say",
    }),
    ...normOf(config),
    ...positionsOf(config),
    ...biasesOf(config),
    ...mixtureOf(config, layers),
    ...maskOf(config),
  };
};

/** A word in the architecture's name that says what the model is for. */
function maskOf(config: ConfigObject): ModelFields {
  const [architecture] = config.list("architectures") ?? [];
  const isEncoder = typeof architecture === "string" && /MaskedLM|ForPreTraining/.test(architecture);
  const reason = isEncoder ? `${architecture} is an encoder` : "a language model predicts the next token";
  config.infer("architectures", "mask", isEncoder ? "full" : "causal", reason);
  return isEncoder ? { mask: "full" } : {};
}

function attentionOf(config: ConfigObject, width: number, heads: number): ModelFields {
  if (config.has("kv_lora_rank") && config.has("qk_nope_head_dim") && config.has("v_head_dim")) {
    return {
      queryRank: config.countOrNone("queryRank", "q_lora_rank", null),
      keyValueRank: config.count("keyValueRank", "kv_lora_rank"),
      nopeHeadSize: config.count("nopeHeadSize", "qk_nope_head_dim"),
      ropeHeadSize: config.number("ropeHeadSize", "qk_rope_head_dim", { value: 0, reason: "the file names none" }),
      valueHeadSize: config.count("valueHeadSize", "v_head_dim"),
    };
  }
  const keyValueHeads = config.count("keyValueHeads", NAMES.keyValueHeads, asHeads(heads));
  const stated = NAMES.headSize.some((key) => config.has(key));
  const headSize =
    stated || width % heads === 0
      ? config.count("headSize", NAMES.headSize, { value: width / heads, reason: "the width by the heads" })
      : null;
  return {
    ...(keyValueHeads === heads ? {} : { keyValueHeads }),
    ...(headSize === null || headSize * heads === width ? {} : { headSize, freeHeadSize: true }),
  };
}

/** Functions that families use in gated feed-forwards; a name alone says it only of the first group. */
const GATED_BY_NAME = /swiglu|geglu|reglu|gated/i;
const MOSTLY_GATED = /silu|swish/i;

function isGated(config: ConfigObject): boolean {
  const key = ["hidden_act", "hidden_activation", "activation_function", "activation_type", "feed_forward_proj"].find(
    (one) => config.has(one),
  );
  const activation = key === undefined ? null : config.text(key);
  if (activation !== null && GATED_BY_NAME.test(activation)) return true;
  const gated = activation !== null && MOSTLY_GATED.test(activation);
  config.infer(
    key ?? "hidden_act",
    "gated",
    gated,
    gated
      ? `most families with ${activation} gate their feed-forwards; the file does not say`
      : "no gate is named; the file does not say that there is none",
  );
  return gated;
}

function normOf(config: ConfigObject): ModelFields {
  const rms = ["rms_norm_eps", "rms_norm", "norm_epsilon"].find((key) => config.has(key));
  const layer = ["layer_norm_eps", "layer_norm_epsilon", "layernorm_epsilon"].find((key) => config.has(key));
  const norm = rms === undefined && layer !== undefined ? "layer" : "rms";
  const key = norm === "layer" ? layer : rms;
  config.infer(
    key ?? "rms_norm_eps",
    "norm",
    norm,
    key === undefined
      ? "as most decoders since LLaMA; the file names no norm"
      : `the file has ${key}; two norms a block and one at the end are taken to be there`,
  );
  return { norm };
}

function positionsOf(config: ConfigObject): ModelFields {
  const context = NAMES.context.find((key) => config.has(key));
  const says = (keys: readonly string[]) => keys.find((key) => config.has(key));
  const rotary = says(["rope_theta", "rotary_dim", "rope_scaling", "rope_parameters", "partial_rotary_factor"]);
  const alibi = says(["alibi", "use_alibi"]);
  const positions = rotary === undefined && alibi !== undefined ? "alibi" : "rotary";
  config.infer(
    rotary ?? alibi ?? "rope_theta",
    "positions",
    positions,
    rotary === undefined && alibi === undefined
      ? "as most decoders since LLaMA, without parameters; the file names no scheme"
      : `the file has ${rotary ?? alibi}`,
  );
  return { positions, ...(context === undefined ? {} : { maxPositions: config.count("maxPositions", context) }) };
}

function biasesOf(config: ConfigObject): ModelFields {
  const all = ["use_bias", "bias", "add_linear_bias"].find((key) => config.has(key));
  if (all !== undefined) return config.flag("biases", all, false) ? { biases: "all" } : {};
  const queryKeyValue = ["add_qkv_bias", "qkv_bias", "use_qkv_bias"].find((key) => config.has(key));
  if (queryKeyValue !== undefined && config.flag("biases", queryKeyValue, false)) return { biases: "queryKeyValue" };
  if (config.has("attention_bias") && config.flag("biases", "attention_bias", false)) return { biases: "attention" };
  config.infer("bias", "biases", "none", "as most decoders since LLaMA; the file does not say it of every matrix");
  return {};
}

function mixtureOf(config: ConfigObject, layers: number): ModelFields {
  const key = NAMES.experts.find((one) => config.has(one));
  const experts = key === undefined ? null : config.countOrNone("experts", key, null);
  if (experts === null || experts === 1) {
    if (key === undefined) config.infer(NAMES.experts[0], "experts", null, "the file names none");
    return {};
  }
  const dense = config.number("denseLayers", NAMES.denseLayers, {
    value: 0,
    reason: "experts in every block; the file does not say otherwise",
  });
  const which = expertLayers(config, layers, (layer) => layer >= dense);
  if (which === null) return {};
  const perToken: ModelField = "expertsPerToken";
  const own = NAMES.expertFeedForward.some((one) => config.has(one));
  const shared = NAMES.sharedExperts.find((one) => config.has(one));
  const sharedExperts = shared === undefined ? null : config.countOrNone("sharedExperts", shared, null);
  if (shared === undefined) {
    config.infer(NAMES.sharedExperts[0], "sharedExperts", 0, "the file names none");
  }
  if (!own) {
    config.infer(NAMES.expertFeedForward[0], "expertFeedForward", null, "as wide as a dense feed-forward");
  }
  return {
    experts,
    expertsPerToken: config.count(perToken, NAMES.expertsPerToken),
    ...(own ? { expertFeedForward: config.count("expertFeedForward", NAMES.expertFeedForward) } : {}),
    ...(sharedExperts === null ? {} : { sharedExperts }),
    ...which,
  };
}
