/** Runs that do something else than to train all weights: their operations, and the speed at which they do them. */

import { forwardFlopPerToken } from "../../compute/forward-flop.ts";
import type { Trained } from "../../compute/frozen-flop.ts";
import { trainingPassFlop } from "../../compute/passes.ts";
import type { TransformerShape } from "../../models/shape.ts";
import type { ResolvedCard, RunClass } from "../../plan/resolved.ts";
import { RUN_KIND_WORDS } from "../../training/run-kind.ts";
import { plural } from "../../units/format/counted.ts";
import { exact, percent } from "../../units/format/exact.ts";
import { amountAt } from "../amounts.ts";
import {
  classSpeed,
  flopPerItemOf,
  forwardFlopOf,
  generatedFlopOf,
  measuredFlopOf,
  paceOf,
  passSpeedOf,
  trainingFlopOf,
} from "../class-estimate.ts";
import type { Figure } from "../figure.ts";
import { reconcile } from "../method-two.ts";
import type { Formula, Trace, TraceInput } from "../trace.ts";
import type { ClassEstimate } from "../types.ts";
import { at, type Context, classSpeedInput, rangeNote, STATED, speedInput } from "./context.ts";
import { equal, group, minus, num, over, plus, sym, times } from "./formula.ts";
import { itemWord, timeInputs } from "./run-length.ts";

type Untitled = Omit<Trace, "title">;

const counted = (
  symbol: string,
  name: string,
  value: number,
  unit: string,
  figure: Figure | null = null,
): TraceInput => ({
  symbol,
  name,
  value,
  unit,
  note: null,
  source: "counted from the model",
  date: null,
  figure,
  place: null,
});

const perItem = (context: Context, runClass: RunClass): string =>
  `FLOP per ${itemWord(context, runClass) === "tokens" ? "token" : "example"}`;

/** What explains the operations of an item: the model's training, or, of another kind of run, what that does. */
export function flopPerItemFigure(context: Context, runClass: RunClass, index: number): Figure | null {
  return runClass.training.work === undefined
    ? trainingFigure(context, runClass)
    : { of: "class", runClass: index, measure: "flopPerItem" };
}

/** The training operations of a model are explained for its first class: a longer sequence has its own. */
function trainingFigure({ plan }: Context, runClass: RunClass): Figure | null {
  const { model } = runClass;
  const first = plan.classes.find((one) => one.model === model);
  if (model === null || first === undefined) return null;
  const isSame = trainingFlopOf(plan, first, plan.convention) === trainingFlopOf(plan, runClass, plan.convention);
  return isSame ? { of: "model", model, measure: "flopPerItem" } : null;
}

/** Operations of one item: forward passes, training passes, and those of other models. */
export function explainPasses(context: Context, runClass: RunClass): Untitled {
  const { plan } = context;
  const unit = perItem(context, runClass);
  const value = flopPerItemOf(plan, runClass, plan.convention);
  const passes = runClass.training.work?.passes ?? null;
  const shape = runClass.model === null ? null : at(plan.models, runClass.model, "model").shape;
  const base = { value, unit, terms: [], notes: kindNote(runClass) };
  if (shape === null) {
    return {
      ...base,
      formula: equal(sym("M"), num(0)),
      substituted: equal(sym("M"), num(0, unit)),
      formulaSource: "work without a model: its operations are not counted",
      inputs: [],
    };
  }
  if (passes !== null && passes.trained !== null && shape.kind === "transformer") {
    return { ...base, ...frozenLaw(shape, runClass, passes.trained, value, unit) };
  }
  const { forward, training, others } = passes ?? { forward: 0, training: 1, others: 0 };
  const read = counted("f", "Operations of one forward pass", forwardFlopOf(plan, runClass, plan.convention), unit);
  const learned = counted(
    "T",
    "Operations of one training pass, three times a forward pass",
    trainingPassFlop(shape, runClass.training, plan.convention, null),
    unit,
    trainingFigure(context, runClass),
  );
  const parts = [
    ...(forward === 0 ? [] : [{ count: forward, input: read }]),
    ...(training === 0 ? [] : [{ count: training, input: learned }]),
    ...(others === 0 ? [] : [{ count: 1, input: counted("O", "Operations of other models", others, unit) }]),
  ];
  return {
    ...base,
    formula: equal(sym("M"), plus(...parts.map(({ count, input }) => many(count, sym(input.symbol))))),
    substituted: equal(
      sym("M"),
      plus(...parts.map(({ count, input }) => many(count, num(input.value)))),
      num(value, unit),
    ),
    formulaSource:
      "a forward pass is a third of training; another model reads at 2 FLOP per active parameter and trains at 6",
    inputs: parts.map(({ input }) => input),
  };
}

const many = (count: number, of: Formula): Formula => (count === 1 ? of : times(num(count), of));

function frozenLaw(
  shape: TransformerShape,
  { training: { sequence, attended } }: RunClass,
  trained: Trained,
  value: number,
  unit: string,
): Pick<Trace, "formula" | "substituted" | "formulaSource" | "inputs"> {
  const { scores, logits, total } = forwardFlopPerToken(shape, { sequence: sequence ?? 0, attended });
  const above = 1 - Math.min(trained.untouched, shape.layers) / shape.layers;
  const below = (total - logits) * (1 - above);
  const maps = (total - scores - logits) * above + logits;
  const factor = trained.blocks ? 3 : 2;
  const parts = [
    { factor, input: counted("W", "Forward operations of the matrices that a gradient passes", maps, unit) },
    { factor: 3, input: counted("A", "Forward operations of attention there", scores * above, unit) },
    { factor: 6, input: counted("P", "Parameters of the adapters in a token", trained.adapters, "parameters") },
    { factor: 1, input: counted("B", "Forward operations of the blocks below", below, unit) },
  ].filter(({ input }) => input.value !== 0);
  return {
    formula: equal(sym("M"), plus(...parts.map((part) => many(part.factor, sym(part.input.symbol))))),
    substituted: equal(
      sym("M"),
      plus(...parts.map((part) => many(part.factor, num(part.input.value)))),
      num(value, unit),
    ),
    formulaSource:
      "Hu et al. 2021, arXiv 2106.09685: frozen matrices pass a gradient on and get none, 2 × forward; attention and adapters 3 × forward",
    inputs: parts.map(({ input }) => input),
  };
}

function kindNote({ training: { work } }: RunClass): Trace["notes"] {
  if (work === undefined) return [];
  const dequantised =
    work.recipe.kind === "qlora"
      ? " The 4-bit weights are turned back into 16 bits for every use; that takes time and adds no model FLOP."
      : "";
  return [{ title: "Kind of work", text: `These runs are ${RUN_KIND_WORDS[work.recipe.kind]}.${dequantised}` }];
}

/** Operations of a run whose length is a time: method 2. */
export function explainFlopOfTime(context: Context, runClass: RunClass, own: ClassEstimate, index: number): Untitled {
  const { length } = runClass.training;
  if (runClass.model === null || length.kind !== "hours") {
    return {
      value: own.flopPerRun,
      unit: "FLOP",
      formula: equal(sym("F"), num(0)),
      substituted: equal(sym("F"), num(0, "FLOP")),
      formulaSource: "work without a model: its operations are not counted",
      inputs: [],
      terms: [],
      notes: kindNote(runClass),
    };
  }
  const inputs = [...timeInputs(context, length), classSpeedInput(context, index)];
  return {
    value: own.flopPerRun,
    unit: "FLOP",
    formula: equal(sym("F"), times(...inputs.map(({ symbol }) => sym(symbol)), num(3_600, "s/h"))),
    substituted: equal(
      sym("F"),
      times(...inputs.map((input) => num(input.value, input.unit)), num(3_600, "s/h")),
      num(own.flopPerRun, "FLOP"),
    ),
    formulaSource: "Epoch AI, “Estimating training compute”, method 2: cards × time × peak × utilisation",
    inputs,
    terms: [],
    notes: [],
  };
}

/** FLOP/s of one card over all that the runs of a class do. */
export function explainClassSpeed(context: Context, runClass: RunClass, index: number): Untitled {
  const { plan, values } = context;
  const card = at(plan.cards, runClass.card, "card");
  const generation = runClass.training.work?.generation ?? null;
  if (generation === null) return explainPassSpeed(context, runClass);
  const value = classSpeed(plan, runClass, card, values);
  const unit = perItem(context, runClass);
  const pass: TraceInput = {
    ...passInput(context, runClass, card),
    figure:
      card.speed.kind === "measured"
        ? { of: "class", runClass: index, measure: "passSpeed" }
        : { of: "speed", card: runClass.card },
  };
  const flop = flopPerItemOf(plan, runClass, plan.convention);
  const written = generatedFlopOf(plan, runClass, plan.convention);
  const rate = amountAt(generation.tokensPerSecond, values);
  const inputs: TraceInput[] = [
    counted("M", "Operations of one token", flop, unit, { of: "class", runClass: index, measure: "flopPerItem" }),
    counted("g", "Those of them that write", written, unit),
    pass,
    {
      ...counted("q", "Part of the tokens that are written", generation.share, ""),
      source: "tokens written, of those read and written",
    },
    {
      ...counted("r", "Tokens that one card writes in a second", rate, "tokens/s"),
      note: rangeNote(context, generation.tokensPerSecond.input),
      source: STATED,
      place: generation.place,
    },
  ];
  return {
    value,
    unit: "FLOP/s",
    formula: equal(
      sym("v"),
      over(sym("M"), group(plus(over(group(minus(sym("M"), sym("g"))), sym("v", "pass")), over(sym("q"), sym("r"))))),
    ),
    substituted: equal(
      sym("v"),
      over(
        num(flop, unit),
        group(
          plus(
            over(group(minus(num(flop), num(written))), num(pass.value, "FLOP/s")),
            over(num(generation.share), num(rate, "tokens/s")),
          ),
        ),
      ),
      num(value, "FLOP/s"),
    ),
    formulaSource:
      "operations of a token ÷ the time that it takes: writing is bound by memory and has a pace of its own",
    inputs,
    terms: [],
    notes: [],
  };
}

function passInput(context: Context, runClass: RunClass, card: ResolvedCard): TraceInput {
  const value = passSpeedOf(context.plan, runClass, card, context.values);
  const base =
    card.speed.kind === "measured"
      ? counted("v_pass", "Achieved speed per card but for writing", value, "FLOP/s")
      : speedInput(context, runClass.card);
  return { ...base, symbol: "v_pass" };
}

/** FLOP/s of one card but for writing, where a pilot was measured. */
export function explainPassSpeed(context: Context, runClass: RunClass): Untitled {
  const { plan, values } = context;
  const card = at(plan.cards, runClass.card, "card");
  const value = passSpeedOf(plan, runClass, card, values);
  const { speed } = card;
  if (speed.kind !== "measured") {
    const own = speedInput(context, runClass.card);
    return {
      value,
      unit: "FLOP/s",
      formula: sym("v"),
      substituted: equal(sym("v"), num(value, "FLOP/s")),
      formulaSource: "the speed of the card",
      inputs: [own],
      terms: [],
      notes: [],
    };
  }
  const items = itemWord(context, runClass);
  const flop = measuredFlopOf(plan, runClass, speed);
  const pace = paceOf(speed, runClass, values);
  const unit = perItem(context, runClass);
  return {
    value,
    unit: "FLOP/s",
    formula: equal(sym("v"), times(sym("M"), sym("w"))),
    substituted: equal(sym("v"), times(num(flop, unit), num(pace, `${items}/s`)), num(value, "FLOP/s")),
    formulaSource: "operations of one item × the items that a pilot was measured to do in a second",
    inputs: [
      counted("M", `Operations of one item of the pilot, ${RUN_KIND_WORDS[speed.ofKind]}`, flop, unit),
      {
        ...counted("w", `Measured ${items} a second of one card`, pace, `${items}/s`),
        note: paceNote(context, speed),
        source: card.speedSource ?? STATED,
        place: card.places.speed,
      },
    ],
    terms: [],
    notes: reconciliationNotes(context, runClass, card),
  };
}

type Measured = Extract<ResolvedCard["speed"], { kind: "measured" }>;

function paceNote(context: Context, { pace, carriedFrom }: Measured): string | null {
  const how =
    pace.per === "item"
      ? rangeNote(context, pace.itemsPerSecond.input)
      : `a step took ${exact(pace.seconds)} s on ${exact(pace.cards)} ${plural(pace.cards, "card")}`;
  const from =
    carriedFrom === null
      ? null
      : `measured on ${carriedFrom} and carried over as the utilisation that it implies there`;
  const said = [how, from].filter((one) => one !== null);
  return said.length === 0 ? null : said.join("; ");
}

/** Method 1 and method 2 beside each other: the utilisation that makes them agree. */
function reconciliationNotes({ plan, values }: Context, runClass: RunClass, card: ResolvedCard): Trace["notes"] {
  const found = reconcile(plan, runClass, values);
  if (found === null) return [];
  const text = `What was measured and what is counted agree at ${percent(found.utilisation)} % of the dense ${card.format} peak.`;
  const full =
    found.withFullAttention === null
      ? []
      : [
          {
            title: "Attention counted in full",
            text: `Here a token attends to what its mask allows. Utilisations that count attention over the whole sequence would call this ${percent(found.withFullAttention)} %.`,
          },
        ];
  return [{ title: "Implied utilisation", text }, ...full];
}
