import { describe, expect, it } from "vitest";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { certain, decoder, experiment, h100Card, plan, runClass } from "../fixtures/plan.ts";
import { inputOf } from "../fixtures/sheet-of.ts";
import { assumptionsInWords } from "./assumptions.ts";

const assumed = (more: Partial<ResolvedPlan>) => assumptionsInWords(inputOf(plan(more)));

describe("counting", () => {
  it("names the convention, and which N it multiplies", () => {
    const texts = assumed({ convention: { name: "six-nd", of: "nonEmbedding" } });
    expect(texts[0]).toMatch(
      /^1 multiply-accumulate is 2 FLOP\. Convention six-nd: six operations for every parameter/,
    );
    expect(texts[1]).toBe(
      "N counts every parameter, embeddings included; non-embedding N leaves out embedding, positions and logits.",
    );
  });

  it("says which small weights are counted, in all models or in some", () => {
    const model = { label: "a", shape: { ...decoder(8), norm: "rms", tiedEmbeddings: true } as const };
    expect(assumed({ models: [model] })).toContain(
      "Norms are counted; positions and biases are not counted; embeddings are tied to the logits.",
    );
    const mixed = { models: [model, { label: "b", shape: decoder(4) }], classes: [runClass(), runClass({ model: 1 })] };
    expect(assumed(mixed)).toContain(
      "Positions and biases are not counted; norms are counted where a model has them; embeddings are tied in some models.",
    );
  });
});

describe("hardware", () => {
  it("says where a speed comes from that nobody stated", () => {
    const byDefault = {
      ...h100Card,
      speed: { kind: "utilisation", utilisation: certain(0.3) } as const,
      speedIsDefault: true,
      speedSource: "Sevilla et al. 2022",
    };
    expect(assumed({ cards: [byDefault] })).toContain(
      "2.97 × 10¹⁴ FLOP/s achieved per card, 30.0 % of the dense bf16 peak of 9.894 × 10¹⁴ FLOP/s; the plan states neither, so the sourced default stands in.",
    );
    const carried = {
      ...h100Card,
      speed: { kind: "achieved", flopPerSecond: certain(1e14), carriedFrom: "A100" } as const,
    };
    expect(assumed({ cards: [carried] }).join()).toContain(
      "stated for A100 and carried over as the utilisation that it implies there",
    );
  });
});

describe("training and runs", () => {
  it("words repeats, early ends, sharing, conditions, reruns, limits and order", () => {
    const sweeps = [
      { title: null, axes: [], maxParallel: { runs: 100, per: ["optimizer", "setting"] }, note: null, path: "" },
    ];
    const texts = assumed({
      experiments: [experiment("a", { title: "Search", sweeps }), experiment("b", { title: "Final", after: ["a"] })],
      classes: [
        runClass({ repeats: certain(5), earlyStopped: { share: certain(0.4), at: certain(0.34) }, probability: 0.25 }),
        runClass({ experiment: 1, sharedWith: "a" }),
      ],
      reruns: certain(0.1),
    });
    expect(texts).toEqual(
      expect.arrayContaining([
        "50,000 steps × 256 sequences × 512 tokens = 6.5536 × 10⁹ tokens a run, every run.",
        "Every run of Search is done 5 times.",
        "Runs of Final that are counted in Search add nothing of their own.",
        "Conditional sweeps of Search are run with a probability of 25 % and count at that part.",
        "In Search, 40 % of the runs end after 34 % of their training.",
        "Reruns and failures add 10 % to all work; repeats are no reruns.",
        "Search: at most 100 runs at once per optimizer and setting; a schedule keeps to it, ideal times do not.",
        "Final starts after Search; ideal times leave that out.",
      ]),
    );
  });

  it("tells the extent of many recipes instead of each", () => {
    const classes = [1, 2, 3, 4, 5].map((billions) =>
      runClass({
        training: {
          ...runClass().training,
          length: { kind: "tokens", tokens: certain(billions * 1e9) },
        },
      }),
    );
    expect(assumed({ classes })).toContain("Runs train in five ways, on 1.00 B to 5.00 B tokens.");
  });
});

it("carries the plan's own assumptions, as sentences", () => {
  expect(assumed({ assumptions: ["storage is not in this budget"] })).toContain("Storage is not in this budget.");
});

it("says that energy is not estimated where the plan says nothing of it", () => {
  expect(assumed({})).toContain("Energy and carbon are not estimated: the plan says nothing about electricity.");
});
