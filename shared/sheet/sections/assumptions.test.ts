import { describe, expect, it } from "vitest";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { certain, decoder, experiment, h100Card, plan, quote, runClass } from "../fixtures/plan.ts";
import { inputOf } from "../fixtures/sheet-of.ts";
import { assumptionsInWords } from "./assumptions.ts";

const assumed = (more: Partial<ResolvedPlan>) => assumptionsInWords(inputOf(plan(more)));

const stated = (label: string) =>
  ({
    label,
    shape: { kind: "stated", parameters: 9, activeParameters: 9, forwardFlopPerExample: 8, source: "He et al." },
  }) as const;

describe("counting", () => {
  it("names the convention, and which N it multiplies", () => {
    const texts = assumed({ convention: { name: "six-nd", of: "nonEmbedding" } });
    expect(texts[0]).toMatch(
      /^1 multiply-accumulate is 2 FLOP\. Convention six-nd with non-embedding N: six operations for every parameter/,
    );
    expect(texts[1]).toBe(
      "N counts every parameter, embeddings included; non-embedding N leaves out embedding, positions and logits.",
    );
  });

  it("says what the blocks are made of, as operations and parameters depend on it", () => {
    const llama = {
      ...decoder(32),
      width: 4_096,
      feedForward: 14_336,
      gated: true,
      keyValueHeads: 8,
      window: 4_096,
    };
    const of = (...shapes: readonly ReturnType<typeof decoder>[]) =>
      assumed({
        models: shapes.map((shape, index) => ({ label: `${index}`, shape })),
        classes: shapes.map((_, model) => runClass({ model })),
      });
    expect(of(decoder(8), decoder(4))).toContain(
      "Feed-forward of 4 × width, not gated; as many key/value heads as heads; causal attention.",
    );
    expect(of(llama)).toContain(
      "Feed-forward of 3.5 × width, gated; 8 key/value heads; causal attention within a window of 4,096 tokens.",
    );
    expect(of({ ...llama, feedForward: 11_008, mask: "full", window: null, keyValueHeads: 1 })).toContain(
      "Feed-forward of 11,008, gated; 1 key/value head; attention over the whole sequence.",
    );
    expect(of(decoder(4), { ...llama, feedForward: 11_008 })).toContain(
      "Feed-forward of a width of each model’s own, gated in some models; key/value heads shared in some models; " +
        "causal attention, in some models within a window.",
    );
  });

  it("counts a model with stated counts by them, whatever the convention, and names each source once", () => {
    const training = { length: { kind: "steps", steps: certain(5), itemsPerStep: 8 }, batch: 8 } as const;
    const classOf = (model: number) => runClass({ model, training: { ...training, sequence: null, attended: 0 } });
    const texts = assumed({
      convention: { name: "six-nd", of: "total" },
      models: [stated("A"), stated("B")],
      classes: [classOf(0), classOf(1)],
    });
    expect(texts[0]).toContain("Convention six-nd with N:");
    expect(texts.filter((text) => text.includes("as published"))).toEqual([
      "Parameters and forward FLOP of “A” and “B” are as published; training is three times the forward FLOP.",
    ]);
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

  it("says in one line how a utilisation goes by width, and which widths lie beyond its table", () => {
    const points = [
      { width: 128, utilisation: 0.1 },
      { width: 2_048, utilisation: 0.4 },
    ];
    const at = (width: number, utilisation: number) => ({
      ...h100Card,
      speed: { kind: "byWidth", utilisation: certain(utilisation), width, points } as const,
      speedSource: "our own runs",
    });
    const lines = (...widths: readonly (readonly [number, number])[]) =>
      assumed({ cards: widths.map(([width, utilisation]) => at(width, utilisation)) }).filter((line) =>
        line.includes("goes by width"),
      );
    expect(lines([512, 0.25], [128, 0.1], [2_048, 0.4])).toEqual([
      "9.89 × 10¹³ FLOP/s at width 128, 10.0 % of the peak, to 3.96 × 10¹⁴ FLOP/s at width 2,048, 40.0 % of the peak, achieved per card. " +
        "The dense bf16 peak is 9.894 × 10¹⁴ FLOP/s; the utilisation goes by width, linear in its logarithm between 2 stated widths.",
    ]);
    expect(lines([8_192, 0.4])).toEqual([
      "3.96 × 10¹⁴ FLOP/s at width 8,192, 40.0 % of the peak, achieved per card. The dense bf16 peak is 9.894 × 10¹⁴ FLOP/s; " +
        "the utilisation goes by width, linear in its logarithm between 2 stated widths; at 8,192, beyond these, it is that of the nearest.",
    ]);
  });

  it("names every card that a price is for, where there are several prices or nodes", () => {
    const named = (name: string, more: object) => ({
      ...h100Card,
      accelerator: { ...h100Card.accelerator, name },
      ...more,
    });
    const cards = [
      named("H100", {}),
      named("A100", { quote: 1 }),
      named("V100", { quote: 1 }),
      named("L4", { cardsPerNode: 1 }),
    ];
    const texts = assumed({
      cards,
      quotes: [quote(3), quote(1.5)],
      classes: cards.map((_, card) => runClass({ card })),
    });
    expect(texts.filter((text) => text.includes("a card-hour"))).toEqual([
      "3.00 USD a card-hour on H100, 8 cards a node, no idle time billed.",
      "1.50 USD a card-hour on A100 and V100, 8 cards a node, no idle time billed.",
      "3.00 USD a card-hour on L4, 1 card a node, no idle time billed.",
    ]);
  });
});

describe("training and runs", () => {
  it("words repeats, early ends, sharing, conditions, reruns, limits and order", () => {
    const sweeps = [
      {
        id: null,
        title: null,
        axes: [],
        maxParallel: { runs: 100, per: ["optimizer", "setting"] },
        note: null,
        path: "",
      },
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
        "50,000 steps × 256 sequences × 512 tokens = 6.5536 × 10⁹ tokens a run.",
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

  it("names as many experiments as somebody reads, and counts the others", () => {
    const sweep = { id: null, title: null, axes: [], maxParallel: { runs: 4, per: [] }, note: null, path: "" };
    const many = (count: number) =>
      assumed({
        experiments: Array.from({ length: count }, (_, at) =>
          experiment(`e${at}`, { title: `E${at}`, sweeps: [sweep] }),
        ),
        classes: Array.from({ length: count }, (_, at) => runClass({ experiment: at, repeats: certain(5) })),
      });
    const twenty = Array.from({ length: 20 }, (_, at) => `E${at}`).join(", ");
    expect(many(21)).toContain(`Every run of ${twenty} and E20 is done 5 times.`);
    expect(many(60)).toContain(`Every run of ${twenty} and 40 others is done 5 times.`);
    expect(many(60).filter((text) => text.includes("at once"))).toEqual([
      `${twenty} and 40 others: each at most 4 runs at once; a schedule keeps to it, ideal times do not.`,
    ]);
  });

  it("gives repeats in doubt their range", () => {
    const inputs = [{ name: "n", title: "seeds", path: "variables.n", low: 1, likely: 1, high: 3, source: null }];
    expect(assumed({ inputs, classes: [runClass({ repeats: { likely: 1, input: 0 } })] })).toContain(
      "Every run of The only one is done 1 to 3 times, likely 1.",
    );
    expect(assumed({}).filter((text) => text.startsWith("Every run"))).toEqual([]);
  });

  it("says where documents are packed, because the operations are then fewer than mask and sequence tell", () => {
    const attended = (tokens: number) => runClass({ training: { ...runClass().training, attended: tokens } });
    const said = (tokens: number) => assumed({ classes: [attended(tokens)] }).filter((text) => text.includes("packed"));
    expect(said(256)).toEqual([]);
    expect(said(100)).toEqual([
      "Sequences of The only one are packed of documents that do not see each other: a token attends to 100 tokens on the mean.",
    ]);
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

  it("tells tokens from examples, and no card beside a training that has nothing to do with it", () => {
    const length = (many: number) => ({ kind: "epochs", epochs: certain(1), examples: certain(many) }) as const;
    const ratio = { kind: "tokensPerParameter", ratio: certain(20), of: "total" } as const;
    const trained = (training: object) => runClass({ training: { ...runClass().training, ...training } });
    const images = (many: number) => ({
      ...trained({ length: { ...length(many), itemsPerExample: 1 }, sequence: null }),
      model: 1,
    });
    const texts = trained({ length: { ...length(1_000), itemsPerExample: 512 } });
    const models = [{ label: "A", shape: decoder(8) }, stated("B")];
    expect(assumed({ models, classes: [texts, ...[1e6, 2e6, 3e6, 4e6].map(images)] })).toContain(
      "Runs train in five ways, on 512 k tokens and 1.00 M to 4.00 M examples.",
    );
    expect(assumed({ classes: [texts] })).toContain("1 epoch of 1,000 examples × 512 tokens = 512,000 tokens a run.");
    const cards = [h100Card, { ...h100Card, format: "fp8" as const }];
    expect(
      assumed({ cards, classes: [trained({ length: ratio }), { ...trained({ length: ratio }), card: 1 }] }),
    ).toContain("20 tokens per N in sequences of 512.");
  });
});

it("says how ranges are drawn, also where only a condition is in doubt", () => {
  const drawn =
    "Ranges are 200 draws of xoshiro128**, seed 20240708; P10, P50 and P90 by linear interpolation; all low and all high";
  const inputs = [{ name: "n", title: "seeds", path: "variables.n", low: 1, likely: 2, high: 3, source: null }];
  const counts = [{ likely: 2, input: 0 }];
  const ends = "put every range at its cheaper and at its dearer end";
  expect(assumed({ inputs, classes: [runClass({ counts })] })).toContain(`${drawn} ${ends}.`);
  expect(assumed({ classes: [runClass({ probability: 0.5 })] })).toContain(
    `${drawn} leave conditional sweeps out and run them all.`,
  );
  expect(assumed({ inputs, classes: [runClass({ counts, probability: 0.5 })] })).toContain(
    `${drawn} ${ends}, and leave conditional sweeps out and run them all.`,
  );
});

it("carries the plan's own assumptions, as sentences", () => {
  expect(assumed({ assumptions: ["storage is not in this budget"] })).toContain("Storage is not in this budget.");
});

it("says that energy is not estimated where the plan says nothing of it", () => {
  expect(assumed({})).toContain("Energy and carbon are not estimated: the plan says nothing about electricity.");
});
