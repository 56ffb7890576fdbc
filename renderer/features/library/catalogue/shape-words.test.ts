import { expect, it } from "vitest";
import { shapeWords } from "./shape-words.ts";

it.each([
  [{ layers: 32, width: 4_096, heads: 32, keyValueHeads: 8 }, "32 layers, width 4,096, 32 heads (8 shared)"],
  [{ layers: 12, width: 768, heads: 12, keyValueHeads: 12 }, "12 layers, width 768, 12 heads"],
  [
    { layers: 32, width: 4_096, heads: 32, experts: 8, expertsPerToken: 2 },
    "32 layers, width 4,096, 32 heads, 8 experts, 2 a token",
  ],
  [{ layers: 12, width: 768, heads: 12, imageSize: 224 }, "12 layers, width 768, 12 heads, images of 224"],
])("says %j in a line", (fields, words) => {
  expect(shapeWords(fields)).toBe(words);
});
