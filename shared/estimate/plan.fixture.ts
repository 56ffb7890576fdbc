/** Resolved plans made by hand for the tests of the walk: no document, no catalogue, every number in sight. */
import type { Accelerator } from "../hardware/accelerator.ts";
import { scalingExponentsModel, transformerOf } from "../models/fixtures/published-models.ts";
import type { TransformerShape } from "../models/shape.ts";
import { clusterOf } from "../plan/cluster.fixture.ts";
import { resolveLayout } from "../plan/resolve/layout.ts";
import type { Amount, ResolvedCard, ResolvedPlan, RunClass, UncertainInput } from "../plan/resolved.ts";
import { resolvedQuote } from "../plan/resolved-quote.fixture.ts";

export const certain = (likely: number): Amount => ({ likely, input: null });

export const uncertain = (inputs: readonly UncertainInput[], input: number): Amount => ({
  likely: inputs[input]?.likely ?? Number.NaN,
  input,
});

export const input = (low: number, likely: number, high: number, name = "count"): UncertainInput => ({
  name,
  title: name,
  path: `variables.${name}`,
  low,
  likely,
  high,
  source: null,
});

/** The model of arXiv 2407.05872 with so many heads of size 128. */
const decoder = (heads: number): TransformerShape => transformerOf({ ...scalingExponentsModel, heads });

const accelerator: Accelerator = {
  id: "test-card",
  name: "Test card",
  vendor: null,
  releaseYear: null,
  densePeak: { bf16: 1e15 },
  marketedMemoryGB: null,
  memoryBytes: null,
  bandwidthBytesPerSecond: null,
  tdpWatts: 500,
  interconnect: null,
  cardsPerNode: 8,
  sources: [{ title: "a datasheet", url: null, date: "2026" }],
  date: "2026",
  notes: null,
  sparseTrap: null,
  unverified: [],
};

export const cardAt = (utilisation: Amount, quote = 0): ResolvedCard => ({
  accelerator,
  format: "bf16",
  densePeak: 1e15,
  speed: { kind: "utilisation", utilisation },
  speedSource: "a pilot run",
  speedIsDefault: false,
  cardsPerNode: 8,
  quote,
  places: { accelerator: "defaults.hardware.accelerator", speed: "defaults.hardware.utilisation" },
});

/** 1,000 steps of 8 × 512 tokens of the model with one head, twelve times: nothing uncertain, nothing repeated. */
export const runClass = (changes: Partial<RunClass> = {}): RunClass => ({
  experiment: 0,
  sweep: 0,
  model: 0,
  card: 0,
  layout: 0,
  values: [],
  training: {
    length: { kind: "steps", steps: certain(1_000), itemsPerStep: 8 * 512 },
    batch: 8,
    sequence: 512,
    attended: 256,
  },
  labels: 4,
  counts: [certain(3)],
  repeats: certain(1),
  earlyStopped: null,
  probability: 1,
  sharedWith: null,
  ...changes,
});

const sweep = (path: string) => ({ id: null, title: null, axes: [], maxParallel: null, note: null, path });

/** A plan of two experiments, the first with two sweeps; `changes` replace whole keys. */
export const plan = (changes: Partial<ResolvedPlan> = {}): ResolvedPlan => ({
  title: "A plan",
  subtitle: null,
  date: null,
  funder: null,
  ceiling: null,
  currency: "USD",
  convention: { name: "matmul" },
  inputs: [],
  experiments: [
    {
      id: "one",
      title: "One",
      note: null,
      after: [],
      sweeps: [sweep("experiments[0].sweeps[0]"), sweep("experiments[0].sweeps[1]")],
    },
    { id: "two", title: "Two", note: null, after: [], sweeps: [sweep("experiments[1].sweeps[0]")] },
  ],
  models: [
    { label: "width 128", shape: decoder(1) },
    { label: "width 256", shape: decoder(2) },
  ],
  cards: [cardAt(certain(0.4))],
  layouts: [resolveLayout({}, {}, "bf16")],
  classes: [runClass()],
  quotes: [resolvedQuote(2, { path: "quotes[0].price" })],
  storage: null,
  reruns: certain(0),
  rerunsSource: null,
  clusters: [clusterOf(10), clusterOf(100)],
  policy: "shortest",
  energy: null,
  disputes: [],
  compareWith: null,
  assumptions: [],
  sources: [],
  ...changes,
});
