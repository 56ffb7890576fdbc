import { expect, it } from "vitest";
import { publishedModels, transformerOf } from "../../../shared/models/fixtures/published-models.ts";
import {
  CONVENTION_NAMES,
  chooseConvention,
  compared,
  conventionWith,
  refusals,
  refusalWords,
  statedConvention,
  statedN,
  statedRecomputation,
} from "./convention.ts";

const detail = { of: "total", recomputation: false } as const;

it("reads what the document states", () => {
  expect([{}, { convention: "palm" }, { convention: { name: "six-nd", of: "active" } }].map(statedConvention)).toEqual([
    "matmul",
    "palm",
    "six-nd",
  ]);
  expect([{ convention: "6nd" }, { convention: 6 }, { convention: { of: "total" } }].map(statedConvention)).toEqual([
    null,
    null,
    null,
  ]);
  expect(statedN({ convention: { name: "six-nd", of: "nonEmbedding" } })).toBe("nonEmbedding");
  expect(statedN({ convention: "palm" })).toBe("total");
});

it("writes what was chosen; 6·N always says which N, and megatron only that it counts a second pass", () => {
  expect(chooseConvention("palm", detail)).toEqual({ op: "set", path: ["convention"], value: "palm" });
  expect(chooseConvention("six-nd", { ...detail, of: "active" })).toMatchObject({
    value: { name: "six-nd", of: "active" },
  });
  expect(chooseConvention("megatron", detail)).toMatchObject({ value: "megatron" });
  expect(chooseConvention("megatron", { ...detail, recomputation: true })).toMatchObject({
    value: { name: "megatron", recomputation: true },
  });
  expect([{}, { convention: { name: "megatron", recomputation: true } }].map(statedRecomputation)).toEqual([
    false,
    true,
  ]);
});

it("says which models a convention does not hold for, and why", () => {
  const models = (["llama2_7b", "llama2_13b", "mtNlg_530b"] as const).map((label) => ({
    label,
    shape: transformerOf(publishedModels[label]),
  }));
  const found = refusals(models, conventionWith("megatron", detail));
  expect(found.map((refusal) => refusalWords(refusal, 3))).toEqual([
    "Does not hold for 2 of 3 models, which are counted by matrix multiplications: megatron has two feed-forward matrices, and this model's are gated.",
  ]);
  const why = "it is gated";
  expect([
    refusalWords({ why, labels: ["7B"] }, 3),
    refusalWords({ why, labels: ["7B"] }, 1),
    refusalWords({ why, labels: ["7B", "13B"] }, 2),
  ]).toEqual([
    "Does not hold for 7B, which is counted by matrix multiplications: it is gated.",
    "Does not hold for the model, which is counted by matrix multiplications: it is gated.",
    "Does not hold for any of the 2 models, which are counted by matrix multiplications: it is gated.",
  ]);
  expect(CONVENTION_NAMES.filter((name) => refusals(models, conventionWith(name, detail)).length === 0)).toEqual([
    "matmul",
    "palm",
    "six-nd",
    "chinchilla",
    "coppock",
  ]);
});

it("compares operations", () => {
  expect([compared(103.1, 100), compared(95, 100), compared(100, 100), compared(100.01, 100), compared(0, 0)]).toEqual([
    "+3.1 %",
    "−5.0 %",
    "the same",
    "less than 0.1 % apart",
    "the same",
  ]);
});
