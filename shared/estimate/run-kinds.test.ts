/** Every kind of work from the text of a plan to its figures: numbers that were counted by hand. */
import { describe, expect, it } from "vitest";
import { readPlan } from "../plan/read.ts";
import type { ResolvedPlan } from "../plan/resolved.ts";
import { faultsIn, sampleCatalogue } from "../plan/sample-plan.ts";
import { likelyValues } from "./amounts.ts";
import { estimate } from "./estimate.ts";
import { reconcile } from "./method-two.ts";
import { estimateRanges } from "./ranges.ts";

const LLAMA_2 = "{layers: 32, width: 4096, heads: 32, feedForward: 11008, gated: true, vocabulary: 32000}";
const LLAMA_3 =
  "{layers: 32, width: 4096, heads: 32, keyValueHeads: 8, feedForward: 14336, gated: true, vocabulary: 128256}";

interface Changes {
  readonly model?: string;
  readonly training: string;
  readonly hardware?: string;
  readonly convention?: string;
}

const textOf = ({ model = LLAMA_2, training, hardware = "achieved: 4.0e14", convention = "matmul" }: Changes) => `
flopsheet: 1
title: Kinds
convention: ${convention}
defaults:
  model: ${model}
  hardware: {accelerator: big, ${hardware}}
experiments:
  - {id: one, title: One, sweeps: [{training: ${training}}]}
quotes: [{id: stated, price: 2}]
`;

function figures(changes: Changes) {
  const read = readPlan(textOf(changes), sampleCatalogue);
  if (!read.ok) throw new Error(JSON.stringify(read.error, null, 2));
  const plan = read.value.resolved;
  const estimated = estimate(plan);
  const [own] = estimated.classes;
  if (own === undefined) throw new Error("no class");
  return { plan, estimated, own, total: estimated.withReruns };
}

const ONE = "sequence: 4096, tokens: 4096";

describe("operations of a token", () => {
  it.each([
    [`{${ONE}}`, 42_863_689_728],
    [`{runKind: fineTuning, ${ONE}}`, 42_863_689_728],
    [`{runKind: lora, loraRank: 16, ${ONE}}`, 29_889_396_736],
    [`{runKind: qlora, loraRank: 16, ${ONE}}`, 29_889_396_736],
    [`{runKind: lora, loraRank: 16, loraTargets: queriesValues, ${ONE}}`, 29_699_866_624],
    [`{runKind: evaluation, ${ONE}}`, 14_287_896_576],
    [`{runKind: inference, ${ONE}}`, 14_287_896_576],
    [`{runKind: distillation, teacherParameters: 70000000000, ${ONE}}`, 42_863_689_728 + 140e9],
    // The first half of the blocks read only: half of what training the head alone is, and half of all.
    [`{runKind: fineTuning, frozenLayers: 16, ${ONE}}`, (14_287_896_576 + 2 * 262_144_000 + 42_863_689_728) / 2],
  ])("of %s are %d", (training, flop) => {
    expect(figures({ training }).own.flopPerItem).toBe(flop);
  });

  it("of rollouts are 12·N, 1.0104407e21 for 1.048576e10 tokens", () => {
    const training = "{runKind: rollouts, tokens: 10485760000, sequence: 8192, generationTokensPerSecond: 2000}";
    const convention = "{name: six-nd, of: total}";
    const { total, own } = figures({ model: LLAMA_3, training, convention });
    expect(own.flopPerItem).toBe(12 * 8_030_261_248);
    expect(total.flop.toExponential(7)).toBe("1.0104407e+21");
    // Written at 2,000 tokens a second; the other 10·N at 4e14 FLOP/s.
    const hours = 1.048576e10 / 2_000 / 3_600 + (10 * 8_030_261_248 * 1.048576e10) / 4e14 / 3_600;
    expect(Math.abs(total.cardHours / hours - 1)).toBeLessThan(1e-12);
  });

  it("of rollouts grow with inner epochs, a reward model and a critic, and shrink without references", () => {
    const flop = (more: string) =>
      figures({
        model: LLAMA_3,
        training: `{runKind: rollouts, tokens: 1, sequence: 8192, generationTokensPerSecond: 2000${more}}`,
        convention: "{name: six-nd, of: total}",
      }).own.flopPerItem;
    const N = 8_030_261_248;
    expect(flop(", innerEpochs: 4")).toBe(30 * N);
    expect(flop(", referenceModel: false, oldLogProbabilities: false")).toBe(8 * N);
    expect(flop(", rewardParameters: 1000000000")).toBe(12 * N + 2e9);
    expect(flop(", criticParameters: 1000000000")).toBe(12 * N + 8e9);
  });
});

describe("time", () => {
  it("of requests is that of reading and that of writing", () => {
    const training =
      "{runKind: inference, requests: 1000, promptTokens: 300, generatedTokens: 100, generationTokensPerSecond: 500}";
    const { own } = figures({ training });
    // Linear maps of 6,607,077,376 parameters, and scores over a mean of 200 tokens of a sequence of 400.
    const forward = 2 * 6_607_077_376 + 32 * 4 * 4_096 * 200;
    expect(own.items).toBe(400_000);
    expect(own.flopPerItem).toBe(forward);
    const hours = (300_000 * forward) / 4e14 / 3_600 + 100_000 / 500 / 3_600;
    expect(Math.abs(own.cardHoursPerRun / hours - 1)).toBeLessThan(1e-12);
  });

  it("is as stated for work without a model, which has no operations and needs no model", () => {
    const { total, plan } = figures({
      model: "{}",
      training: "{runKind: dataPreparation, hours: 120, cards: 4}",
    });
    expect(total).toMatchObject({ runs: 1, flop: 0, cardHours: 480, nodeHours: 120, cost: 960 });
    expect(plan.models).toEqual([]);
    expect(plan.classes[0]?.model).toBeNull();
  });

  it("says the operations where a run is known by it: cards × hours × 3,600 × peak × utilisation", () => {
    const training = "{hours: 10, cards: 64, sequence: 4096}";
    const { own } = figures({ training, hardware: "utilisation: 0.4" });
    expect(own.cardHoursPerRun).toBe(640);
    expect(own.flopPerRun).toBe(640 * 3_600 * 1e15 * 0.4);
    expect(own.items).toBe((640 * 3_600 * 1e15 * 0.4) / 42_863_689_728);
  });
});

describe("ranges", () => {
  it("of written tokens move the time of writing only", () => {
    const pace = "{low: 500, likely: 1000, high: 2000}";
    const training = `{runKind: inference, requests: 36000, promptTokens: 1, generatedTokens: 99, generationTokensPerSecond: ${pace}}`;
    const { plan, estimated, total } = figures({ training });
    const { total: ranged } = estimateRanges(plan, estimated);
    expect(ranged.flop.p10).toBeCloseTo(total.flop, -5);
    // 3.564e6 tokens: 1.98 h at 500 a second, 0.495 h at 2,000; reading takes next to nothing.
    expect(ranged.cardHours.high).toBeGreaterThan(1.98);
    expect(ranged.cardHours.high).toBeLessThan(1.981);
    expect(ranged.cardHours.low).toBeGreaterThan(0.495);
    expect(ranged.cardHours.low).toBeLessThan(0.496);
  });

  it("of utilisation move the operations, and not the hours, of a run that is known by its time", () => {
    const training = "{hours: 10, cards: 64, sequence: 4096}";
    const { plan, estimated } = figures({ training, hardware: "utilisation: {low: 0.2, likely: 0.4, high: 0.5}" });
    const { total } = estimateRanges(plan, estimated);
    expect(total.cardHours.low).toBeCloseTo(640, 9);
    expect(total.cardHours.high).toBeCloseTo(640, 9);
    expect(total.flop.high / total.flop.low).toBeCloseTo(2.5, 9);
  });

  it("of hours of work without a model move no operations", () => {
    const training = "{runKind: interactive, hours: {low: 100, likely: 200, high: 400}, cards: 2}";
    const { plan, estimated } = figures({ training });
    const { total } = estimateRanges(plan, estimated);
    expect([total.flop.low, total.flop.high]).toEqual([0, 0]);
    expect([total.cardHours.low, total.cardHours.high]).toEqual([200, 800]);
  });
});

describe("a measured pilot", () => {
  const GPT_2 =
    "{layers: 12, width: 768, heads: 12, vocabulary: 50257, positions: learned, maxPositions: 1024, tiedEmbeddings: true, mask: MASK}";
  const measuredAt = (mask: string) =>
    figures({
      model: GPT_2.replace("MASK", mask),
      training: "{steps: 1000, batch: 100, sequence: 1024}",
      hardware: "measured: {secondsPerStep: 0.755, cards: 1}",
    });
  const shareOf = (plan: ResolvedPlan) =>
    plan.classes.map((runClass) => reconcile(plan, runClass, likelyValues(plan)))[0] ?? null;
  const share = (value: number | null | undefined) => ((value ?? Number.NaN) * 1e15) / 312e12;

  it("of GPT-2, 100 sequences in 0.755 s, is 37.14 % of 312e12 with full attention and 34.68 % causal", () => {
    const full = measuredAt("full");
    const fullShare = shareOf(full.plan);
    expect((100 * share(fullShare?.utilisation)).toFixed(2)).toBe("37.14");
    expect(fullShare?.withFullAttention).toBeNull();
    const causal = measuredAt("causal");
    const causalShare = shareOf(causal.plan);
    expect((100 * share(causalShare?.utilisation)).toFixed(2)).toBe("34.68");
    expect((100 * share(causalShare?.withFullAttention)).toFixed(2)).toBe("37.14");
  });

  it("takes the time that its steps take, whatever is counted", () => {
    for (const mask of ["full", "causal"]) {
      expect(measuredAt(mask).own.cardHoursPerRun).toBeCloseTo((1_000 * 0.755) / 3_600, 12);
    }
  });

  it("takes tokens ÷ tokens a second", () => {
    const { own } = figures({
      training: "{tokens: 3.6e9, sequence: 4096}",
      hardware: "measured: {tokensPerSecondPerCard: 2500}",
    });
    expect(own.cardHoursPerRun).toBeCloseTo(400, 9);
  });

  it("says the speed of runs of another kind: these read three times as many tokens a second", () => {
    const training = "{runKind: evaluation, tokens: 3.6e9, sequence: 4096}";
    expect(figures({ training, hardware: "measured: {tokensPerSecondPerCard: 2500}" }).own.cardHoursPerRun).toBeCloseTo(
      400 / 3,
      9,
    );
  });

  it("is carried over to another card by the dense peaks", () => {
    const text = textOf({
      training: "{tokens: 3.6e9, sequence: 4096}",
      hardware: "format: bf16, measured: {tokensPerSecondPerCard: 2500}",
    }).replace("sweeps: [{", "sweeps: [{axes: {hardware.format: [bf16, fp8]}, ");
    const read = readPlan(text, sampleCatalogue);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const hours = estimate(read.value.resolved).classes.map((one) => one.cardHoursPerRun);
    expect(hours[0]).toBeCloseTo(400, 9);
    expect(hours[1]).toBeCloseTo(200, 9);
    expect(read.value.resolved.cards.map(({ speed }) => speed)).toMatchObject([
      { factor: 1, carriedFrom: null },
      { factor: 2, carriedFrom: "Big card, bf16" },
    ]);
  });

  it("is refused where its card has no peak to carry it over by", () => {
    const hardware = "measured: {tokensPerSecondPerCard: 2500, accelerator: small}";
    expect(faultsIn(textOf({ training: "{tokens: 5, sequence: 4096}", hardware }))).toEqual([
      expect.stringContaining("No dense peak is known of the pilot's card in bf16"),
    ]);
  });

  it("of a step needs a batch", () => {
    const text = textOf({
      training: "{tokens: 5, sequence: 4096}",
      hardware: "measured: {secondsPerStep: 2, cards: 8}",
    });
    expect(faultsIn(text)).toEqual([
      expect.stringContaining("A step was measured, and nothing says how much is in a step"),
    ]);
  });
});
