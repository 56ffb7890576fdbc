import { expect, it } from "vitest";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { plan, runClass } from "../plan.fixture.ts";
import { traceOf } from "./trace-of.fixture.ts";

it("says what the other conventions would count, and where each holds", () => {
  const { value, notes } = traceOf(plan(), { of: "model", model: 0, measure: "flopPerItem" });
  expect(notes.map(({ title }) => title)).toEqual([
    "six-nd, N all parameters",
    "six-nd, N those outside the embeddings",
    "palm",
    "megatron",
    "megatron with recomputation",
    "chinchilla",
    "coppock",
  ]);
  const total = 6 * 2 * 128 * (6 * 8 * 128 + 32_101);
  expect(notes[0]?.text).toMatch(/^58,744,320 FLOP, 157\.\d % of this\. Transformers whose width is large/);
  expect([total, (100 * total) / value]).toEqual([58_744_320, expect.closeTo(157.8, 1)]);
  const shape = {
    kind: "stated",
    parameters: 9,
    activeParameters: 9,
    forwardFlopPerExample: 8,
    source: "x",
  } as const;
  const training = { ...runClass().training, sequence: null };
  const stated = plan({ models: [{ label: "A", shape }], classes: [runClass({ training })] });
  expect(traceOf(stated, { of: "model", model: 0, measure: "flopPerItem" }).notes[0]).toEqual({
    title: "six-nd, N all parameters",
    text: "Does not apply: six-nd counts parameters and tokens of a transformer, and this model's counts are stated.",
  });
});

it("says what 6 × N counts otherwise than this plan's convention, which is nothing for six-nd with all parameters", () => {
  const why = (convention: ResolvedPlan["convention"], tiedEmbeddings = false) => {
    const models = plan().models.map(({ label, shape }) => ({
      label,
      shape: { ...shape, tiedEmbeddings } as typeof shape,
    }));
    const { notes } = traceOf(plan({ convention, models }), { of: "model", model: 0, measure: "sixNdRatio" });
    return notes[0]?.text.replace(/^.*: /, "");
  };
  expect(why({ name: "matmul" })).toBe(
    "it takes the embedding table for a product and it leaves out the attention scores.",
  );
  expect(why({ name: "matmul" }, true)).toBe("it leaves out the attention scores.");
  expect(why({ name: "palm" })).toBe("it leaves out the attention scores.");
  expect(why({ name: "six-nd", of: "nonEmbedding" })).toBe("it counts parameters that the plan’s N leaves out.");
  expect(why({ name: "six-nd", of: "total" })).toBeUndefined();
});
