/** ViT: patches of an image as tokens, and a class token. Dosovitskiy et al. 2020. */
import type { ModelFields } from "../../../models/model-fields.ts";
import type { ConfigObject, ReadFamily } from "../model-config.ts";
import { classesOf } from "./classes.ts";

export const readViT: ReadFamily = (config) => {
  const qkvBias = config.flag("biases", "qkv_bias", true);
  if (!qkvBias)
    config.warn("Queries, keys and values have no bias here; the biases of the feed-forward alone are counted.");
  return {
    layers: config.count("layers", "num_hidden_layers", 12),
    width: config.count("width", "hidden_size", 768),
    heads: config.count("heads", "num_attention_heads", 12),
    feedForward: config.count("feedForward", "intermediate_size", 3_072),
    gated: false,
    imageSize: config.count("imageSize", "image_size", 224),
    patchSize: config.count("patchSize", "patch_size", 16),
    channels: config.count("channels", "num_channels", 3),
    norm: "layer",
    biases: qkvBias ? "all" : "feedForward",
    ...headOf(config),
  };
};

function headOf(config: ConfigObject): ModelFields {
  const [named] = config.list("architectures") ?? [];
  if (named === "ViTModel") return { head: "none", pooler: true };
  if (typeof named === "string" && named !== "ViTForImageClassification") {
    config.infer("architectures", "head", "none", `the head of ${named} is not known and not counted`);
    return { head: "none" };
  }
  if (named === undefined) {
    config.infer("architectures", "head", "classes", "what ViT is trained for; the file names no architecture");
  }
  return { head: "classes", classes: classesOf(config) };
}
