/** What a card holds of the run of a model that is hardest to place, and on how many cards that fits. */

import { CONTEXT_BYTES, FRAGMENTATION, MEMORY_PARTS, type MemoryPart } from "../../memory/memory-per-card.ts";
import { PRECISION_BYTES } from "../../memory/precision.ts";
import { countParameters } from "../../models/count-parameters.ts";
import { counted } from "../../units/format/counted.ts";
import { exact } from "../../units/format/exact.ts";
import { fitOfModels, type ModelFit } from "../fit.ts";
import type { Trace, TraceInput, TraceTerm } from "../trace.ts";
import { at, type Context, STATED, UnknownFigureError } from "./context.ts";
import { equal, num, plus, sym, times, words } from "./formula.ts";

const SOURCE =
  "Rajbhandari et al. 2020 (sharing), Korthikanti et al. 2022 (activations), Narayanan et al. 2021 (pipeline); docs/formulas.md";

const PART_NAMES: Readonly<Record<MemoryPart, string>> = {
  weights: "Weights",
  gradients: "Gradients",
  optimizer: "Optimizer states",
  master: "fp32 master weights",
  activations: "Activations",
  logits: "Logits",
  gathered: "Gathered layers",
  context: "Driver and libraries",
  fragmentation: "Fragmentation",
};

export function explainMemory(context: Context, model: number, measure: "bytes" | "cards"): Trace {
  const found = fitOfModels(context.plan).find(({ run }) => run.model === model);
  if (found === undefined || found.result.kind !== "known")
    throw new UnknownFigureError(`the memory of model ${model} is not known`);
  const { fit, usable } = found.result;
  const label = at(context.plan.models, model, "model").label;
  return measure === "bytes"
    ? explainBytes(context, found, label, fit)
    : explainCards(context, found, label, { ...fit, usable });
}

type KnownFit = Extract<ModelFit["result"], { readonly kind: "known" }>["fit"];

function explainBytes(context: Context, { run }: ModelFit, label: string, { cards, memory }: KnownFit): Trace {
  const { parts, total } = memory;
  const terms = MEMORY_PARTS.flatMap((part): TraceTerm[] =>
    parts[part] === 0 ? [] : [{ name: PART_NAMES[part], value: parts[part], figure: null }],
  );
  const handed = MEMORY_PARTS.reduce(
    (sum, part) => (part === "context" || part === "fragmentation" ? sum : sum + parts[part]),
    0,
  );
  const layout = at(context.plan.layouts, run.layout, "layout");
  const { recipe } = layout;
  const bytes = PRECISION_BYTES[recipe.precision];
  const place = (field: string) => layout.places[field] ?? null;
  const input = (symbol: string, name: string, value: number, unit: string, more: Partial<TraceInput>): TraceInput => ({
    symbol,
    name,
    value,
    unit,
    note: null,
    source: STATED,
    date: null,
    figure: null,
    place: null,
    ...more,
  });
  const given = (field: string) => ({ source: place(field) === null ? "the default" : STATED, place: place(field) });
  return {
    title: `${label}: memory of one card`,
    value: total,
    unit: "bytes",
    formula: equal(sym("M"), plus(times(sym("S"), num(1 + FRAGMENTATION)), num(CONTEXT_BYTES, "bytes"))),
    substituted: equal(
      sym("M"),
      plus(times(num(handed, "bytes"), num(1 + FRAGMENTATION)), num(CONTEXT_BYTES, "bytes")),
      num(total, "bytes"),
    ),
    formulaSource: SOURCE,
    inputs: [
      input("S", "Weights, gradients, states, activations, logits, gathered layers", handed, "bytes", {
        source: "counted from model, recipe and layout: the sum below",
      }),
      input("cards", "Cards of the run", cards, "cards", {
        source: "the fewest that it fits on, or the most that it can use",
        figure: { of: "memory", model: run.model, measure: "cards" },
      }),
      input("N", "Parameters", modelParameters(context, run.model), "", {
        source: "counted from the model",
        figure: { of: "model", model: run.model, measure: "parameters" },
      }),
      input("", `Bytes of a weight, ${recipe.precision}`, bytes.weight, "bytes", given("precision")),
      input("", `Bytes of a gradient, ${recipe.precision}`, bytes.gradient, "bytes", given("precision")),
      input("", `Bytes of its fp32 master, ${recipe.precision}`, bytes.master, "bytes", given("precision")),
      input("", "Sharing stage", layout.layout.zeroStage, "", given("zeroStage")),
      input("t", "Tensor parallel", layout.layout.tensorParallel, "cards", given("tensorParallel")),
      input("p", "Pipeline stages", layout.layout.pipelineParallel, "stages", given("pipelineParallel")),
      input("b", "Micro-batch", recipe.microBatch, "sequences", given("microBatch")),
      input("s", "Sequence", run.sequence ?? 0, "tokens", {}),
    ],
    terms,
    notes: [
      {
        title: "Optimizer",
        text: `${recipe.optimizer}; its states are counted by docs/formulas.md, Memory of one run.`,
      },
      {
        title: "Activations",
        text: `In ${recipe.activations}, recomputation: ${recipe.recompute}; attention ${recipe.fusedAttention ? "fused" : "not fused"}; ${recipe.dropout ? "with" : "without"} dropout.`,
      },
      ...(run.adapters === null
        ? []
        : [
            {
              title: "Frozen weights",
              text: `${exact(Math.round(run.adapters.trained))} parameters of adapters are trained; the model’s own are frozen in ${run.adapters.frozen === "4-bit" ? "four bits in the blocks, else two bytes" : "two bytes each"}, without gradient or state.`,
            },
          ]),
      { title: "Which run", text: "Of the runs of this model, the one that needs the most cards." },
    ],
  };
}

const modelParameters = ({ plan }: Context, model: number): number =>
  countParameters(at(plan.models, model, "model").shape).total;

function explainCards(
  context: Context,
  { run }: ModelFit,
  label: string,
  {
    cards,
    fits,
    memory,
    usable,
  }: KnownFit & { readonly usable: { readonly bytes: number; readonly isMeasured: boolean } },
): Trace {
  const card = at(context.plan.cards, run.card, "card");
  const { accelerator } = card;
  return {
    title: `${label}: fewest cards`,
    value: cards,
    unit: "cards",
    formula: equal(
      sym("cards"),
      words(fits ? "the fewest with M ≤ usable memory" : "the most that can be used, and M > usable memory"),
    ),
    substituted: equal(
      sym("cards"),
      words(
        `${fits ? "the fewest with" : "the most, and"} ${exact(Math.round(memory.total))} ${fits ? "≤" : ">"} ${exact(usable.bytes)} bytes`,
      ),
      num(cards, "cards"),
    ),
    formulaSource: "one replica of the layout, two, four, and so on up to a node, then whole nodes",
    inputs: [
      {
        symbol: "M",
        name: "Memory of one card",
        value: memory.total,
        unit: "bytes",
        note: `on ${counted(cards, "card")}`,
        source: "counted from model, recipe and layout",
        date: null,
        figure: { of: "memory", model: run.model, measure: "bytes" },
        place: null,
      },
      {
        symbol: "",
        name: `Usable memory of ${accelerator.name}`,
        value: usable.bytes,
        unit: "bytes",
        note: usable.isMeasured ? null : "as marketed, 1 GB = 1e9 bytes; nobody is known to have measured it",
        source: accelerator.sources.map(({ title }) => title).join("; ") || STATED,
        date: accelerator.date,
        figure: null,
        place: card.places.accelerator,
      },
      {
        symbol: "",
        name: "Sequences in a step: they bound the replicas",
        value: run.batch ?? 0,
        unit: "sequences",
        note: run.batch === null ? "not stated, so they bound nothing" : null,
        source: STATED,
        date: null,
        figure: null,
        place: null,
      },
    ],
    terms: [],
    notes: fits
      ? []
      : [{ title: "It does not fit", text: "These are the most cards that the layout and the batch can use." }],
  };
}
