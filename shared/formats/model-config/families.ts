/** The families that are read exactly, by the `model_type` of their files. */
import { readBert } from "./families/bert.ts";
import { readBloom } from "./families/bloom.ts";
import { readDbrx } from "./families/dbrx.ts";
import { readDeepSeekNative } from "./families/deepseek-native.ts";
import { readDeepSeekV2 } from "./families/deepseek-v2.ts";
import { readDeepSeekV3 } from "./families/deepseek-v3.ts";
import { readExaone4 } from "./families/exaone4.ts";
import { readFalcon } from "./families/falcon.ts";
import { readGemma } from "./families/gemma.ts";
import { readGemma2 } from "./families/gemma2.ts";
import { readGemma3 } from "./families/gemma3.ts";
import { readGlm4Moe } from "./families/glm4-moe.ts";
import { readGptNeoX } from "./families/gpt-neox.ts";
import { readGpt2 } from "./families/gpt2.ts";
import { readGptJ } from "./families/gptj.ts";
import { readLlama } from "./families/llama.ts";
import { readMistral } from "./families/mistral.ts";
import { readMixtral } from "./families/mixtral.ts";
import { readMpt } from "./families/mpt.ts";
import { readOlmo } from "./families/olmo.ts";
import { readOlmo2 } from "./families/olmo2.ts";
import { readOlmo3 } from "./families/olmo3.ts";
import { readOpt } from "./families/opt.ts";
import { readPhi } from "./families/phi.ts";
import { readPhi3 } from "./families/phi3.ts";
import { readQwen2 } from "./families/qwen2.ts";
import { readQwen2Moe } from "./families/qwen2-moe.ts";
import { readQwen3 } from "./families/qwen3.ts";
import { readQwen3Moe } from "./families/qwen3-moe.ts";
import { readRoberta } from "./families/roberta.ts";
import { readSmolLm3 } from "./families/smollm3.ts";
import { readStableLm } from "./families/stablelm.ts";
import { readStarCoder2 } from "./families/starcoder2.ts";
import { readT5 } from "./families/t5.ts";
import { readViT } from "./families/vit.ts";
import type { ReadFamily } from "./model-config.ts";

export interface Family {
  /** What it is called, whichever of its names a file has. */
  readonly name: string;
  /** The class whose defaults hold where a file says nothing. */
  readonly className: string;
  readonly read: ReadFamily;
}

const falcon: Family = { name: "falcon", className: "FalconConfig", read: readFalcon };
const gemma3: Family = { name: "gemma3", className: "Gemma3TextConfig", read: readGemma3 };

const FAMILIES: ReadonlyMap<string, Family> = new Map([
  ["bert", { name: "bert", className: "BertConfig", read: readBert }],
  ["bloom", { name: "bloom", className: "BloomConfig", read: readBloom }],
  ["dbrx", { name: "dbrx", className: "DbrxConfig", read: readDbrx }],
  ["deepseek_v2", { name: "deepseek_v2", className: "DeepseekV2Config", read: readDeepSeekV2 }],
  ["deepseek_v3", { name: "deepseek_v3", className: "DeepseekV3Config", read: readDeepSeekV3 }],
  ["exaone4", { name: "exaone4", className: "Exaone4Config", read: readExaone4 }],
  ["falcon", falcon],
  ["RefinedWeb", falcon],
  ["RefinedWebModel", falcon],
  ["gemma", { name: "gemma", className: "GemmaConfig", read: readGemma }],
  ["gemma2", { name: "gemma2", className: "Gemma2Config", read: readGemma2 }],
  ["gemma3_text", gemma3],
  ["glm4_moe", { name: "glm4_moe", className: "Glm4MoeConfig", read: readGlm4Moe }],
  ["gpt2", { name: "gpt2", className: "GPT2Config", read: readGpt2 }],
  ["gpt_neox", { name: "gpt_neox", className: "GPTNeoXConfig", read: readGptNeoX }],
  ["gptj", { name: "gptj", className: "GPTJConfig", read: readGptJ }],
  // Granite has LLaMA's blocks, with multipliers that have no parameters.
  ["granite", { name: "granite", className: "GraniteConfig", read: readLlama }],
  ["llama", { name: "llama", className: "LlamaConfig", read: readLlama }],
  ["mistral", { name: "mistral", className: "MistralConfig", read: readMistral }],
  ["mixtral", { name: "mixtral", className: "MixtralConfig", read: readMixtral }],
  ["mpt", { name: "mpt", className: "MptConfig", read: readMpt }],
  ["olmo", { name: "olmo", className: "OlmoConfig", read: readOlmo }],
  ["olmo2", { name: "olmo2", className: "Olmo2Config", read: readOlmo2 }],
  ["olmo3", { name: "olmo3", className: "Olmo3Config", read: readOlmo3 }],
  ["opt", { name: "opt", className: "OPTConfig", read: readOpt }],
  ["phi", { name: "phi", className: "PhiConfig", read: readPhi }],
  ["phi3", { name: "phi3", className: "Phi3Config", read: readPhi3 }],
  ["qwen2", { name: "qwen2", className: "Qwen2Config", read: readQwen2 }],
  ["qwen2_moe", { name: "qwen2_moe", className: "Qwen2MoeConfig", read: readQwen2Moe }],
  ["qwen3", { name: "qwen3", className: "Qwen3Config", read: readQwen3 }],
  ["qwen3_moe", { name: "qwen3_moe", className: "Qwen3MoeConfig", read: readQwen3Moe }],
  ["roberta", { name: "roberta", className: "RobertaConfig", read: readRoberta }],
  ["smollm3", { name: "smollm3", className: "SmolLM3Config", read: readSmolLm3 }],
  ["stablelm", { name: "stablelm", className: "StableLmConfig", read: readStableLm }],
  ["starcoder2", { name: "starcoder2", className: "Starcoder2Config", read: readStarCoder2 }],
  ["t5", { name: "t5", className: "T5Config", read: readT5 }],
  ["vit", { name: "vit", className: "ViTConfig", read: readViT }],
]);

/** DeepSeek's own files, of V2 and of V3, whose routers choose by a sigmoid. */
export const deepSeekNative = (isV3: boolean): Family => ({
  name: isV3 ? "deepseek_v3" : "deepseek_v2",
  className: "DeepSeek's ModelArgs",
  read: readDeepSeekNative,
});

export const familyOf = (modelType: string): Family | undefined => FAMILIES.get(modelType);

/** All model types that are read exactly. */
export const FAMILY_NAMES: readonly string[] = [...FAMILIES.keys()];

/** The model type of the text model inside a larger one, where that one's file does not name it. */
const INNER_TYPES: ReadonlyMap<string, string> = new Map([
  ["gemma3", "gemma3_text"],
  ["llava", "llama"],
  ["llava_next", "llama"],
  ["mistral3", "mistral"],
  ["paligemma", "gemma"],
  ["idefics3", "llama"],
  ["smolvlm", "llama"],
  ["qwen2_vl", "qwen2"],
  ["qwen2_5_vl", "qwen2"],
  ["qwen3_vl", "qwen3"],
  ["qwen3_vl_moe", "qwen3_moe"],
]);

/** Other names of the same text model, as larger models' files give them. */
const SAME_AS: ReadonlyMap<string, string> = new Map([
  ["qwen2_vl_text", "qwen2"],
  ["qwen2_5_vl_text", "qwen2"],
  ["qwen3_vl_text", "qwen3"],
  ["qwen3_vl_moe_text", "qwen3_moe"],
  ["qwen2_vl", "qwen2"],
  ["qwen2_5_vl", "qwen2"],
]);

export const innerTypeOf = (wrapper: string): string | undefined => INNER_TYPES.get(wrapper);
export const plainTypeOf = (modelType: string): string => SAME_AS.get(modelType) ?? modelType;
