/** The configuration of a model, read and counted. */
import { readModelConfig } from "../../shared/formats/model-config/read-model-config.ts";
import { summariseModel } from "../../shared/formats/model-config/summarise-model.ts";

/** As long as real ones are, with the layers listed one by one: three kilobytes. */
const text = JSON.stringify(
  {
    model_type: "gemma3_text",
    hidden_size: 5_376,
    intermediate_size: 21_504,
    num_hidden_layers: 62,
    num_attention_heads: 32,
    num_key_value_heads: 16,
    head_dim: 128,
    vocab_size: 262_208,
    sliding_window: 1_024,
    max_position_embeddings: 131_072,
    layer_types: Array.from({ length: 62 }, (_, at) => ((at + 1) % 6 === 0 ? "full_attention" : "sliding_attention")),
    id2label: Object.fromEntries(Array.from({ length: 60 }, (_, at) => [at, `LABEL_${at}`])),
  },
  null,
  2,
);

export const configurationBytes = text.length;

/** From the text to parameters and FLOP by every convention. */
export function importConfiguration(): number {
  const read = readModelConfig(text);
  if (!read.ok) throw new Error("the bench's own configuration has faults");
  return summariseModel(read.value.shape, 8_192).count.total;
}
