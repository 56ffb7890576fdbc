import type { ModelFields } from "../../../models/model-fields.ts";
import type { ConfigObject } from "../model-config.ts";
import { classesOf } from "./classes.ts";

/** An encoder as BERT and RoBERTa have it, with the head that the file's architecture stands for. */
export function maskedEncoder(config: ConfigObject, vocabulary: number): ModelFields {
  if (config.has("position_embedding_type") && config.text("position_embedding_type") !== "absolute") {
    config.warn("Positions are not absolute; their parameters are counted as a table of positions.");
  }
  const head = headOf(config);
  return {
    layers: config.count("layers", "num_hidden_layers", 12),
    width: config.count("width", "hidden_size", 768),
    heads: config.count("heads", "num_attention_heads", 12),
    feedForward: config.count("feedForward", "intermediate_size", 3_072),
    gated: false,
    vocabulary: config.count("vocabulary", "vocab_size", vocabulary),
    tiedEmbeddings: config.flag("tiedEmbeddings", "tie_word_embeddings", true),
    norm: "layer",
    embeddingNorm: true,
    finalNorm: false,
    positions: "learned",
    maxPositions: config.count("maxPositions", "max_position_embeddings", 512),
    tokenTypes: config.number("tokenTypes", "type_vocab_size", 2),
    biases: "all",
    mask: "full",
    ...head,
  };
}

function headOf(config: ConfigObject): ModelFields {
  const [named] = config.list("architectures") ?? [];
  const name = typeof named === "string" ? named : null;
  if (name === null) {
    config.infer(
      "architectures",
      "head",
      "masked",
      "what encoders are pre-trained for; the file names no architecture",
    );
    return { head: "masked" };
  }
  if (name.endsWith("ForMaskedLM")) return { head: "masked" };
  if (name.endsWith("ForPreTraining")) {
    config.warn("The prediction of the next sentence, two classes, is not counted.");
    return { head: "masked", pooler: true };
  }
  if (name.endsWith("ForSequenceClassification")) {
    if (!name.startsWith("Bert"))
      config.warn("The dense layer of the classifier is counted as a pooler, which is as large.");
    return { head: "classes", classes: classesOf(config), pooler: true };
  }
  if (name.endsWith("Model")) return { head: "none", pooler: true };
  config.infer("architectures", "head", "none", `the head of ${name} is not known and not counted`);
  return { head: "none" };
}
