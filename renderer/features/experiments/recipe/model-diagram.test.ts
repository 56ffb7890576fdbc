import { expect, it } from "vitest";
import { publishedModels as models, transformerOf } from "../../../../shared/models/fixtures/published-models.ts";
import type { ModelFields } from "../../../../shared/models/model-fields.ts";
import { diagramOf, diagramWords } from "./model-diagram.ts";

const words = (fields: ModelFields) => diagramWords(diagramOf(transformerOf(fields)));

it.each<[string, ModelFields, string]>([
  [
    "a dense decoder",
    models.llama3_8b,
    "Embedding (128,256 × 4,096, 525 M parameters), then 32 × [Attention (32 heads of 128, 8 keys and values, 1.34 B parameters), Feed-forward (14,336 wide, gated, 5.64 B parameters)], then Logits (128,256, 525 M parameters)",
  ],
  [
    "a mixture with latent attention and dense first blocks",
    models.deepseek_v3,
    "Embedding (129,280 × 7,168, 927 M parameters), then 61 × [Attention (128 heads of 192, latent, rank 512, 11.4 B parameters), Feed-forward in 3 (18,432 wide, gated, 1.19 B parameters), Experts in 58 (8 of 256 for a token, 2,048 wide, 1 shared, 2,048 wide, 657 B parameters)], then Logits (129,280, 927 M parameters)",
  ],
  [
    "an encoder-decoder",
    models.t5Base,
    "Embedding (32,128 × 768, 24.7 M parameters), then 12 + 12 × [Attention (12 heads of 64, 56.6 M parameters), To the encoder (cross-attention, 28.3 M parameters), Feed-forward (3,072 wide, two matrices, 113 M parameters)], then Logits (32,128, tied, no parameters)",
  ],
  [
    "a vision transformer",
    models.vitB16,
    "Patches (16 × 16 → 768, 742 k parameters), then 12 × [Attention (12 heads of 64, 28.3 M parameters), Feed-forward (3,072 wide, two matrices, 56.6 M parameters)], then Classes (1,000, 768 k parameters)",
  ],
  [
    "state-space layers alone",
    models.mamba130m,
    "Embedding (50,280 × 768, 38.6 M parameters), then 24 × [Mamba (inner 1,536, states of 16, 90.5 M parameters)], then Logits (50,280, tied, no parameters)",
  ],
  [
    "a window that some layers have not",
    models.gemma3_1b,
    "Embedding (262,144 × 1,152, 302 M parameters), then 26 × [Attention (4 heads of 256, 1 key and value, window 512, not in 4, 76.7 M parameters), Feed-forward (6,912 wide, gated, 621 M parameters)], then Logits (262,144, tied, no parameters)",
  ],
])("tells of %s its parts in the order of a token", (_what, fields, expected) => {
  expect(words(fields)).toBe(expected);
});

it("ends after the blocks where nothing stands on them, and with the pooler where that does", () => {
  expect(diagramOf(transformerOf({ ...models.bertBase, head: "none" }))).toHaveLength(2);
  expect(words({ ...models.bertBase, head: "none", pooler: true })).toMatch(/, then Pooler \(768, 590 k parameters\)$/);
});
