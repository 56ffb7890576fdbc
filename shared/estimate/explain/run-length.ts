/** How long one run is: its tokens or examples, by the length that the plan states. */
import { itemsOf, type ModelItems } from "../../models/shape.ts";
import type { Amount, ResolvedLength, RunClass } from "../../plan/resolved.ts";
import { amountAt } from "../amounts.ts";
import type { Formula, Trace, TraceInput } from "../trace.ts";
import type { ClassEstimate } from "../types.ts";
import { at, type Context, capital, rangeNote, STATED } from "./context.ts";
import { equal, num, over, sym, times } from "./formula.ts";

/** Tokens, or examples for a model of images, of listed layers, of stated counts, and for work without a model. */
export const itemWord = ({ plan }: Context, { model }: RunClass): ModelItems =>
  model === null ? "examples" : itemsOf(at(plan.models, model, "model").shape);

export function explainItems(
  context: Context,
  runClass: RunClass,
  own: ClassEstimate,
  index: number,
): Omit<Trace, "title"> {
  const items = itemWord(context, runClass);
  if (runClass.training.length.kind === "hours") return explainItemsOfTime(own, index, items);
  const { formula, numbers, inputs } = lengthLaw(context, runClass, items);
  return {
    value: own.items,
    unit: items,
    formula: equal(sym("D"), formula),
    substituted: equal(sym("D"), numbers, num(own.items, items)),
    formulaSource: "training length as the plan states it",
    inputs,
    terms: [],
    notes: [],
  };
}

/** The items that a run gets through in its time: as many as its operations are. */
function explainItemsOfTime(own: ClassEstimate, index: number, items: ModelItems): Omit<Trace, "title"> {
  const item = items === "tokens" ? "token" : "example";
  if (own.flopPerItem === 0) {
    return {
      value: 0,
      unit: items,
      formula: equal(sym("D"), num(0)),
      substituted: equal(sym("D"), num(0, items)),
      formulaSource: "work without a model has no tokens",
      inputs: [],
      terms: [],
      notes: [],
    };
  }
  const input = (symbol: string, name: string, value: number, unit: string, measure: "flopPerRun" | "flopPerItem") => ({
    symbol,
    name,
    value,
    unit,
    note: null,
    source: "counted",
    date: null,
    figure: { of: "class", runClass: index, measure } as const,
    place: null,
  });
  return {
    value: own.items,
    unit: items,
    formula: equal(sym("D"), over(sym("F"), sym("M"))),
    substituted: equal(
      sym("D"),
      over(num(own.flopPerRun, "FLOP"), num(own.flopPerItem, `FLOP per ${item}`)),
      num(own.items, items),
    ),
    formulaSource: "operations that the stated time allows, divided by those of one item",
    inputs: [
      input("F", "Operations of one run", own.flopPerRun, "FLOP", "flopPerRun"),
      input("M", `Operations per ${item}`, own.flopPerItem, `FLOP per ${item}`, "flopPerItem"),
    ],
    terms: [],
    notes: [],
  };
}

function lengthLaw(
  context: Context,
  runClass: RunClass,
  items: ModelItems,
): { formula: Formula; numbers: Formula; inputs: TraceInput[] } {
  const { length, batch, sequence } = runClass.training;
  const stated = (symbol: string, name: string, value: number, unit: string, amount?: Amount): TraceInput => ({
    symbol,
    name,
    value,
    unit,
    note: amount === undefined ? null : rangeNote(context, amount.input),
    source: STATED,
    date: null,
    figure: null,
    place: null,
  });
  const read = (amount: Amount): number => amountAt(amount, context.values);
  const law = (parts: readonly TraceInput[]) => ({
    formula: times(...parts.map((part) => sym(part.symbol))),
    numbers: times(...parts.map((part) => num(part.value, part.unit))),
    inputs: [...parts],
  });
  switch (length.kind) {
    case "steps": {
      const sizes =
        sequence === null
          ? [stated("B", "Examples per step", length.itemsPerStep, "examples")]
          : [
              stated("B", "Sequences per step", batch ?? length.itemsPerStep / sequence, "sequences"),
              stated("s", "Tokens per sequence", sequence, "tokens"),
            ];
      return law([stated("S", "Steps", read(length.steps), "steps", length.steps), ...sizes]);
    }
    case "tokens":
      return law([stated("T", capital(items), read(length.tokens), items, length.tokens)]);
    case "tokensPerParameter": {
      const ratio = stated("ρ", `${capital(items)} per parameter`, read(length.ratio), items, length.ratio);
      return law([ratio, parametersInput(context, runClass, length)]);
    }
    case "epochs": {
      const parts = [
        stated("E", "Epochs", read(length.epochs), "epochs", length.epochs),
        stated("X", "Examples of the data set", read(length.examples), "examples", length.examples),
      ];
      if (length.itemsPerExample !== 1) parts.push(stated("s", "Tokens per example", length.itemsPerExample, "tokens"));
      return law(parts);
    }
    case "requests": {
      const parts = [stated("R", "Requests", read(length.requests), "requests", length.requests)];
      if (length.itemsPerRequest !== 1) {
        parts.push(stated("s", "Tokens of a request, read and written", length.itemsPerRequest, "tokens"));
      }
      return law(parts);
    }
    case "hours":
      return law(timeInputs(context, length));
  }
}

/** Cards and hours of a run whose length is a time. */
export function timeInputs(context: Context, length: Extract<ResolvedLength, { kind: "hours" }>): TraceInput[] {
  const input = (symbol: string, name: string, value: number, unit: string, note: string | null): TraceInput => ({
    symbol,
    name,
    value,
    unit,
    note,
    source: STATED,
    date: null,
    figure: null,
    place: null,
  });
  return [
    input("cards", "Cards of one run", length.cards, "cards", null),
    input("t", "Hours of one run", amountAt(length.hours, context.values), "h", rangeNote(context, length.hours.input)),
  ];
}

const COUNT_WORDS = { total: "all", nonEmbedding: "outside the embeddings", active: "active for one token" } as const;

function parametersInput(
  context: Context,
  runClass: RunClass,
  length: Extract<ResolvedLength, { kind: "tokensPerParameter" }>,
): TraceInput {
  const own = context.estimated.classes[context.plan.classes.indexOf(runClass)];
  const ratio = amountAt(length.ratio, context.values);
  return {
    symbol: "N",
    name: `Parameters, ${COUNT_WORDS[length.of]}`,
    value: own === undefined || ratio === 0 ? 0 : own.items / ratio,
    unit: "parameters",
    note: null,
    source: "counted from the model",
    date: null,
    figure:
      length.of === "total" && runClass.model !== null
        ? { of: "model", model: runClass.model, measure: "parameters" }
        : null,
    place: null,
  };
}
